import type { FieldSpec, ValuesOf } from './field-spec.ts';
import { type FormSchema, fieldsOf } from './fields-of.ts';
import type { FormLabels } from './form-labels.ts';
import { askName, trapName } from './form-names.ts';
import { type FormEntries, rawValuesOf } from './form-values.ts';
import { createFormSpeaker, type FormResult, validateForm } from './validate-form.ts';

/** What a form asks for: a schema, fields as data, or both: then the fields ask and the schema checks. */
export interface FormDefinition<
  Fields extends readonly FieldSpec[] = readonly FieldSpec[],
  Schema extends FormSchema | undefined = FormSchema | undefined,
> {
  readonly fields?: Fields | undefined;
  readonly schema?: Schema | undefined;
}

/** The values that a form yields: the schema's output, else what the fields say. */
export type FormValues<Fields, Schema> =
  Schema extends FormSchema<unknown, infer Output>
    ? Output
    : Fields extends readonly FieldSpec[]
      ? ValuesOf<Fields>
      : Readonly<Record<string, unknown>>;

/** What a post says besides the values. */
export interface FormPost {
  /** Id of the ask that the post comes from. */
  readonly ask: string | undefined;
  /** True when the field that people do not see was filled in: a program, or an over-eager password manager. */
  readonly isTrapFilled: boolean;
}

export { askName, trapName } from './form-names.ts';

/**
 * Reads and checks a form post on a server: for a server action, and for browsers without JavaScript. It checks what the
 * browser checks, since nothing that comes from a browser can be believed.
 *
 * ```ts
 * const read = await readForm({ schema: contact }, await request.formData());
 * if (read.ok) await store(read.values);
 * else return { status: 'invalid', errors: read.errors };
 * ```
 */
export async function readForm<
  const Fields extends readonly FieldSpec[],
  Schema extends FormSchema | undefined = undefined,
>(
  definition: FormDefinition<Fields, Schema>,
  entries: FormEntries,
  options: { readonly labels?: Partial<FormLabels> | undefined; readonly locale?: string | undefined } = {},
): Promise<FormResult<FormValues<Fields, Schema>> & FormPost> {
  const specs = specsOf(definition);
  const speak = createFormSpeaker(options.labels, options.locale);
  const result = await validateForm(specs, definition.schema, rawValuesOf(specs, entries), speak);
  const ask = entries.getAll(askName)[0];
  return {
    ...(result as FormResult<FormValues<Fields, Schema>>),
    ask: typeof ask === 'string' ? ask : undefined,
    isTrapFilled: entries.getAll(trapName).some(Boolean),
  };
}

/** The fields of a definition: its own, else those of its schema. */
export function specsOf({ fields, schema }: FormDefinition): readonly FieldSpec[] {
  return fields ?? (schema ? fieldsOf(schema) : []);
}
