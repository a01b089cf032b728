import type { FieldSpec } from './field-spec.ts';
import { isMoment, offsetName } from './moment.ts';
import { addressParts } from './read-spec.ts';

/** Values as controls hold them: mostly texts, by name; an address is an object of its parts. */
export type RawValues = Readonly<Record<string, unknown>>;

/** What a form data object can be asked: `FormData` of a browser or a server. */
export interface FormEntries {
  getAll(name: string): readonly unknown[];
}

/** Sorts the entries of a form post by field. Entries that no field names are left out. */
export function rawValuesOf(specs: readonly FieldSpec[], entries: FormEntries): RawValues {
  return Object.fromEntries(
    specs.map((spec) => {
      const all = entries.getAll(spec.name);
      if (spec.type === 'choices' || spec.type === 'file') return [spec.name, all];
      if (isMoment(spec)) {
        const [offset] = entries.getAll(offsetName(spec.name));
        return [spec.name, all[0] && typeof offset === 'string' ? all[0] + offset : all[0]];
      }
      if (spec.type !== 'address') return [spec.name, all[0]];
      const parts = addressParts(spec).map((part) => [part, entries.getAll(`${spec.name}.${part}`)[0]]);
      return [spec.name, Object.fromEntries(parts)];
    }),
  );
}

/**
 * Turns what a control holds into the field's value, as {@link ValueOf} says. Never throws: what is no number becomes
 * NaN, anything else that does not fit counts as left out.
 */
export function readValue(spec: FieldSpec, raw: unknown): unknown {
  switch (spec.type) {
    case 'number': {
      const text = typeof raw === 'number' ? String(raw) : textOf(raw).trim();
      return text === '' ? undefined : Number(text);
    }
    case 'choice':
      return textOf(raw) || undefined;
    case 'choices':
      // Once each: an answer that a post names twice is no second one.
      return [...new Set(Array.isArray(raw) ? raw : [raw])].filter(
        (one) => typeof one === 'string' && one !== '',
      );
    case 'address': {
      const parts = typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
      return Object.fromEntries(addressParts(spec).map((part) => [part, textOf(parts[part]).trim()]));
    }
    case 'file': {
      const files = filesOf(raw);
      return spec.multiple ? files : files[0];
    }
    case 'consent':
      return raw === true || (typeof raw === 'string' && raw !== '' && raw !== 'false');
    case 'url': {
      const text = textOf(raw).trim();
      // What follows a host is a port, not the rest of an address with a scheme.
      return text === '' || /^[a-z][a-z\d+.-]*:(?!\d+(?:$|\/))/i.test(text) ? text : `https://${text}`;
    }
    case 'hidden':
      return textOf(raw);
    default:
      // A password is taken as it was typed.
      return isPassword(spec) ? textOf(raw) : textOf(raw).trim();
  }
}

/** Whether a text is a password, as autofill knows it. */
export function isPassword({ autoComplete }: FieldSpec): boolean {
  return /password/.test(autoComplete ?? '');
}

/** Whether a visitor left a field out. */
export function isLeftOut(spec: FieldSpec, value: unknown): boolean {
  if (spec.type === 'address') return !Object.values(value as object).some(Boolean);
  return (
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  );
}

/** The values of all fields that take part. */
export function readValues(specs: readonly FieldSpec[], raw: RawValues): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const spec of specs) if (!spec.disabled) values[spec.name] = readValue(spec, raw[spec.name]);
  return values;
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

/** A browser sends an empty file where none was picked. */
function filesOf(raw: unknown): File[] {
  const isList = typeof raw === 'object' && raw !== null && 'length' in raw;
  return (isList ? Array.from(raw as ArrayLike<unknown>) : [raw]).filter(
    (one): one is File => one instanceof File && (one.size > 0 || one.name !== ''),
  );
}
