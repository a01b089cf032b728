/**
 * For `JSON.stringify` of what a form sends. JSON knows no files, so two different ones would look like the same values; and
 * no BigInt, which a schema may yield.
 */
export function sayFile(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof File !== 'function' || !(value instanceof File)) return value;
  return [value.name, value.size, value.type, value.lastModified];
}
