import { formatLabel, type OwnLabels } from '../provider/labels.ts';
import { checkField, type FieldProblem } from './check-field.ts';
import type { FieldSpec } from './field-spec.ts';
import type { FormSchema } from './fields-of.ts';
import { type FormLabels, formLabels } from './form-labels.ts';
import { type FormEntries, type RawValues, rawValuesOf, readValue } from './form-values.ts';
import { schemaInputOf } from './schema-input.ts';
import { writeDay } from './write-day.ts';

/** Says a text of the forms. */
export type FormSpeaker = ((
  key: keyof FormLabels,
  values?: Readonly<Record<string, string | number>>,
) => string) & { readonly locale: string };

/** Problems by field name; a part of an address as `address.city`; what concerns the whole form under `''`. */
export type FormErrors = Readonly<Record<string, string>>;

/** Values that hold, or what to say where they do not. */
export type FormResult<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly errors: FormErrors };

/**
 * Checks values by what the fields say and by a schema, if there is one. A schema's own words win; its library's stock
 * sentences give way to the kit's, which are translated. A schema that throws refuses nothing: the fields' own rules
 * still hold, and `onThrow` hears the error. That is for a browser; on a server, {@link validatePost}.
 */
export async function validateForm(
  specs: readonly FieldSpec[],
  schema: FormSchema | undefined,
  raw: RawValues,
  speak: FormSpeaker,
  onThrow?: (error: unknown) => void,
): Promise<FormResult<Record<string, unknown>>> {
  const values: Record<string, unknown> = {};
  const input: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const spec of specs) {
    if (spec.disabled) continue;
    const value = readValue(spec, raw[spec.name]);
    values[spec.name] = value;
    const given = schemaInputOf(spec, value);
    if (given !== undefined) input[spec.name] = given;
    for (const problem of checkField(spec, value))
      errors[problem.part ? `${spec.name}.${problem.part}` : spec.name] = describe(problem, speak);
  }
  let output: unknown = values;
  if (schema) {
    try {
      const result = await schema['~standard'].validate(input);
      for (const issue of result.issues ?? []) {
        const name = nameOf(issue.path);
        // Where nobody sees the field, the form itself has to say it.
        const known = specs.some((spec) => spec.name === name.split('.')[0] && isSeen(spec)) ? name : '';
        const words = isStock(issue, input) ? undefined : issue.message;
        if (words || !errors[known]) errors[known] = words || errors[known] || speak('invalid');
      }
      if (!result.issues) output = result.value;
    } catch (error) {
      onThrow?.(error);
    }
  }
  return Object.keys(errors).length
    ? { ok: false, errors }
    : { ok: true, values: output as Record<string, unknown> };
}

/** Checks a post on a server. Rejects with what the schema throws, unless the fields' own rules refuse the post anyway. */
export async function validatePost(
  specs: readonly FieldSpec[],
  schema: FormSchema | undefined,
  entries: FormEntries,
  speak: FormSpeaker,
): Promise<FormResult<Record<string, unknown>>> {
  const thrown: unknown[] = [];
  const result = await validateForm(specs, schema, rawValuesOf(specs, entries), speak, (error) =>
    thrown.push(error),
  );
  // Values that nobody has checked must not pass for the schema's output.
  if (result.ok && thrown.length > 0) throw thrown[0];
  return result;
}

/** A speaker for where no provider is: on a server, in a test. */
export function createFormSpeaker(
  labels: OwnLabels<FormLabels> | undefined = {},
  locale: string = 'en',
): FormSpeaker {
  const speak = (key: keyof FormLabels, values?: Readonly<Record<string, string | number>>) =>
    formatLabel(labels[key] ?? formLabels[key], locale, values);
  return Object.assign(speak, { locale });
}

/** Whether a visitor sees the field, and can do something about it. */
export function isSeen({ type, disabled }: FieldSpec): boolean {
  return type !== 'hidden' && !disabled;
}

function describe({ key, values, date }: FieldProblem, speak: FormSpeaker): string {
  return speak(key, date ? { date: dayIn(speak.locale, date) } : values);
}

function dayIn(locale: string, date: string): string {
  try {
    return writeDay(locale, date);
  } catch {
    return date;
  }
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The control an issue belongs to: the field, or the part of an address. An entry of a list belongs to the list. */
function nameOf(path: Issue['path'] = []): string {
  const keys = path.map((step) => (typeof step === 'object' ? step.key : step));
  return keys.filter((key, index) => index === 0 || typeof key === 'string').join('.');
}

interface ZodConfig {
  readonly localeError?: ((issue: unknown) => string | { readonly message: string } | undefined) | undefined;
}

/** Whether a message is what zod says by itself. Other libraries' words are taken as they are. */
function isStock(issue: Issue, input: Readonly<Record<string, unknown>>): boolean {
  if (issue.message === 'Invalid input') return true;
  const { __zod_globalConfig: config } = globalThis as { __zod_globalConfig?: ZodConfig };
  if (!config?.localeError || !('code' in issue)) return false;
  let value: unknown = input;
  for (const step of issue.path ?? [])
    value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[
      typeof step === 'object' ? step.key : step
    ];
  const stock = config.localeError({ ...issue, input: value });
  const words = typeof stock === 'object' ? stock.message : stock;
  // zod tells an invalid Date from a missing one by an input that an issue no longer carries.
  return words === issue.message || /^Invalid input: expected date/.test(issue.message);
}
