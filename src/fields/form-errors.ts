import type { FieldErrors } from 'react-hook-form';

/** react-hook-form keeps problems as a tree, along the dots of the names. */
export function nestedErrors(errors: Readonly<Record<string, string>>): FieldErrors {
  const tree: Record<string, unknown> = {};
  for (const [name, message] of Object.entries(errors)) {
    const [field = '', part] = name === '' ? ['root'] : name.split('.');
    const error = { type: 'check', message };
    tree[field] = { ...(tree[field] as object), ...(part ? { [part]: error } : error) };
  }
  return tree as FieldErrors;
}

/** Problems by name; under `''` what concerns no single field. */
export function flatErrors(tree: FieldErrors): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [name, error] of Object.entries(tree)) {
    if (typeof error?.message === 'string') errors[name === 'root' ? '' : name] = error.message;
    for (const [part, inner] of Object.entries((error ?? {}) as Record<string, { message?: unknown }>))
      if (typeof inner?.message === 'string') errors[`${name}.${part}`] = inner.message;
  }
  return errors;
}
