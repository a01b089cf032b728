import { isLeftOut, type RawValues, readValue } from '../form/form-values.ts';
import { partsOf } from '../form/parts-of.ts';
import { problemLabels } from '../form/problem-labels.ts';
import { type FormSpeaker, validateForm } from '../form/validate-form.ts';
import { tell } from '../internal/messages.ts';
import { formatLabel, type LabelText } from '../provider/labels.ts';
import type { FormConfig, FormGroup } from './form-config.ts';
import { nestedErrors } from './form-errors.ts';
import { isOf } from './form-sent.ts';

/**
 * Checks groups of fields as react-hook-form wants it: all of them, or those that are asked for by `names`. What `isSpared` names is
 * not told when it was left out.
 */
export async function checkGroups(
  all: readonly FormGroup[],
  names: readonly string[] | undefined,
  raw: RawValues,
  { name, speak }: FormConfig,
  isSpared: (name: string) => boolean,
) {
  const isAsked = (field: string) => !names || names.some((one) => isOf({ name: field }, one));
  const groups = all.filter(({ specs }) => !names || specs.some((spec) => isAsked(spec.name)));
  let values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const { specs, schema: whole, isHalf } of groups) {
    const schema = isHalf ? partsOf(whole, isAsked) : whole;
    const result = await validateForm(specs, schema, raw, sayProblem(speak), (error) => {
      if (process.env.NODE_ENV !== 'production') tell(503, name, String(error));
    });
    // What one schema makes of everything is handed on as it is: it may be an object of a class of the page's own.
    if (result.ok) values = groups.length === 1 ? result.values : Object.assign(values, result.values);
    else Object.assign(errors, result.errors);
    for (const spec of specs)
      if (isSpared(spec.name) && isLeftOut(spec, readValue(spec, raw[spec.name])))
        for (const one of Object.keys(errors)) if (isOf(spec, one)) delete errors[one];
  }
  return Object.keys(errors).length ? { values: {}, errors: nestedErrors(errors) } : { values, errors: {} };
}

/** A speaker that has the English words of problems too: those that came with the page leave them out. */
export function sayProblem(speak: FormSpeaker): FormSpeaker {
  const texts: Readonly<Record<string, LabelText>> = problemLabels;
  const say: typeof speak = Object.assign(
    (...[key, values]: Parameters<FormSpeaker>) => {
      const text = speak(key, values);
      return text === key && texts[key] ? formatLabel(texts[key], speak.locale, values) : text;
    },
    { locale: speak.locale },
  );
  return say;
}
