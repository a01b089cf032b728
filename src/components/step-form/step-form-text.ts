import { isLeftOut, type RawValues, readValue } from '../../form/form-values.ts';
import type { FieldSpec } from '../../form/index.ts';
import { readOption } from '../../form/read-spec.ts';
import { writeDay } from '../../form/write-day.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { StepFormLabels } from './step-form-labels.ts';
import type { StepPage } from './step-form-pages.ts';

/** What was answered, in words, by field; what was left out is missing. */
export function textsOf(
  pages: readonly StepPage[],
  raw: RawValues,
  speak: Speaker<StepFormLabels>,
  locale: string,
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const spec of pages.flatMap(({ specs }) => specs)) {
    const value = readValue(spec, raw[spec.name]);
    if (spec.type === 'consent') texts[spec.name] = speak(value ? 'yes' : 'no');
    else if (!isLeftOut(spec, value)) texts[spec.name] = textOf(spec, value, locale);
  }
  return texts;
}

function textOf(spec: FieldSpec, value: unknown, locale: string): string {
  switch (spec.type) {
    case 'choice':
    case 'choices': {
      const labels = [value].flat().map((one) => {
        const found = spec.options.find((option) => option != null && readOption(option).value === one);
        return found === undefined ? String(one) : readOption(found).label;
      });
      return list(labels, locale);
    }
    case 'number': {
      const number = inLocale(String(value), () => new Intl.NumberFormat(locale).format(value as number));
      return spec.unit ? `${number} ${spec.unit}` : number;
    }
    case 'date':
      return inLocale(String(value), () => writeDay(locale, String(value)));
    case 'file':
      return list(
        [value].flat().map((file) => (file as File).name),
        locale,
      );
    case 'address':
      return Object.values(value as object)
        .filter(Boolean)
        .join(', ');
    default:
      return String(value);
  }
}

function list(items: readonly string[], locale: string): string {
  return inLocale(items.join(', '), () => new Intl.ListFormat(locale).format(items));
}

/** Intl throws on a malformed tag, and on a day that is none. */
function inLocale(instead: string, format: () => string): string {
  try {
    return format();
  } catch {
    return instead;
  }
}
