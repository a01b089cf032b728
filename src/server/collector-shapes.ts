/**
 * What is wrong with a value: where and what was expected, such as `.session.n: a whole number from 1`. Undefined when all
 * is well. It never quotes the value, which is a stranger's.
 */
export type Check = (value: unknown) => string | undefined;

/** A text of so many characters, counted as JavaScript does. */
export const text =
  (most: number, least = 1): Check =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most
      ? undefined
      : `: a text of ${least} to ${most} characters`;

/** A text of a certain form. */
export const form =
  (pattern: RegExp, name: string): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `: ${name}`;

/** A finite number within bounds. */
export const number =
  (least = -Infinity, most = Infinity): Check =>
  (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most
      ? undefined
      : `: a number${least > -Infinity ? ` from ${least}` : ''}${most < Infinity ? ` to ${most}` : ''}`;

/** A whole number that a double holds exactly. */
export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? undefined
      : `: a whole number from ${least}`;

export const flag: Check = (value) => (typeof value === 'boolean' ? undefined : ': true or false');

/** One of a closed list. */
export const oneOf =
  (...values: readonly (string | number)[]): Check =>
  (value) =>
    values.includes(value as string) ? undefined : `: one of ${values.join(', ')}`;

/** What any one of several checks takes. */
export const either =
  (name: string, ...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value) === undefined) ? undefined : `: ${name}`;

/** A list of so many items at most. */
export const list =
  (most: number, item: Check): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return `: a list of at most ${most} items`;
    for (const [index, one] of value.entries()) {
      const problem = item(one);
      if (problem) return `[${index}]${problem}`;
    }
    return undefined;
  };

/** Any keys of up to `longest` characters, `most` of them. `__proto__` is never one. */
export const record =
  (longest: number, item: Check, { least = 1, most = Infinity } = {}): Check =>
  (value) => {
    if (!isRecord(value)) return ': an object';
    const keys = Object.keys(value);
    if (keys.length > most) return `: at most ${most} keys`;
    for (const key of keys) {
      if (key === '__proto__' || key.length < least || key.length > longest) return ': another name of a key';
      const problem = item(value[key]);
      if (problem) return `.${key.slice(0, 100)}${problem}`;
    }
    return undefined;
  };

/** Fields by name: those that must be there, those that may, and no other. */
export interface Fields {
  readonly must?: Readonly<Record<string, Check>> | undefined;
  readonly may?: Readonly<Record<string, Check>> | undefined;
}

/** An object of known fields. */
export function object({ must = {}, may = {} }: Fields): Check {
  const known = new Map([...Object.entries(must), ...Object.entries(may)]);
  const needed = Object.keys(must);
  return (value) => {
    if (!isRecord(value)) return ': an object';
    for (const key of needed) if (!Object.hasOwn(value, key)) return `.${key}: missing`;
    for (const key of Object.keys(value)) {
      const check = known.get(key);
      const problem = check ? check(value[key]) : ': not a field of an event';
      if (problem) return `.${key.slice(0, 100)}${problem}`;
    }
    return undefined;
  };
}

/** Whether a value is an object with keys: neither null nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Length in bytes of a text in UTF-8. */
export function bytesOf(value: string): number {
  return new TextEncoder().encode(value).length;
}
