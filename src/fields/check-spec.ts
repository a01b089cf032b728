import { askName, trapName } from '../form/form-names.ts';
import type { FieldSpec } from '../form/index.ts';

const types: readonly unknown[] = [
  'text',
  'long-text',
  'email',
  'phone',
  'url',
  'number',
  'date',
  'choice',
  'choices',
  'address',
  'file',
  'consent',
  'hidden',
] satisfies FieldSpec['type'][];

/** Names of a form element's own parts, which a control of that name would hide, and one of react-hook-form's. */
const taken =
  /^(prototype|root|elements|submit|requestSubmit|reset|noValidate|(check|report)Validity|(add|remove)EventListener|contains|(node|local|tag)Name|parentNode|ownerDocument)$/;

/** What makes a field unusable, for the developer; undefined when nothing does. Data may come from anywhere. */
export function problemOf(spec: FieldSpec): string | undefined {
  const { type, name } = (spec ?? {}) as Partial<FieldSpec>;
  if (!types.includes(type)) return `"${type}" is no type of a field`;
  if (typeof name !== 'string' || name.trim() === '') return `one of the type "${type}" has no name`;
  if (/[.,[\]"'|]/.test(name)) return `the name "${name}" has signs that would nest its value`;
  // What every object has by itself would be taken for a value, or a problem, of that name.
  if (name in {} || taken.test(name) || name === trapName || name === askName)
    return `the name "${name}" is taken`;
  if ((spec.type === 'choice' || spec.type === 'choices') && !spec.options?.some?.((one) => one != null))
    return `"${name}" has no options`;
  return undefined;
}
