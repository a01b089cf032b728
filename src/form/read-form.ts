import type { OwnLabels } from '../provider/labels.ts';
import type { FieldSpec, ValuesOf } from './field-spec.ts';
import { type FormSchema, fieldsOf } from './fields-of.ts';
import type { FormLabels } from './form-labels.ts';
import { type FormPost, readPost } from './form-post.ts';
import type { FormEntries } from './form-values.ts';
import { createFormSpeaker, type FormResult, validatePost } from './validate-form.ts';

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

/**
 * Reads and checks a form post on a server: for a server action, and for browsers without JavaScript. It checks what the
 * browser checks, since nothing that comes from a browser can be believed. Rejects with what the schema throws, such as when a
 * check cannot reach its database: nothing passes unchecked.
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
  options: {
    /** Texts of problems other than the English ones: `form` of a catalogue of `smallyes/locales/…`, or your own. */
    readonly labels?: OwnLabels<FormLabels> | undefined;
    /** The language of the texts, for their dates and numbers. Default `'en'`. */
    readonly locale?: string | undefined;
  } = {},
): Promise<FormResult<FormValues<Fields, Schema>> & FormPost> {
  const specs = specsOf(definition);
  const speak = createFormSpeaker(options.labels, options.locale);
  const result = await validatePost(specs, definition.schema, entries, speak);
  return { ...(result as FormResult<FormValues<Fields, Schema>>), ...readPost(entries) };
}

/** The fields of a definition: its own, else those of its schema. */
export function specsOf({ fields, schema }: FormDefinition): readonly FieldSpec[] {
  return fields ?? (schema ? fieldsOf(schema) : []);
}
