/** What a form asks for: fields as data, values, checks. No React, no DOM: the same on a server as in the browser. */

export type * from './field-spec.ts';
export { type FormSchema, fieldsOf } from './fields-of.ts';
export type { FormLabels } from './form-labels.ts';
export type { FormPost } from './form-post.ts';
export type { FormEntries } from './form-values.ts';
export { type FormDefinition, type FormValues, readForm } from './read-form.ts';
export type { FormErrors, FormResult } from './validate-form.ts';
