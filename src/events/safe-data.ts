/** What a payload may weigh. */
const MAX_KEYS = 20;
const MAX_ITEMS = 100;
const MAX_DEPTH = 2;
const MAX_TEXT = 1_000;
const MAX_JSON = 4_096;

/** A JSON value as events carry it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The outcome of {@link safeData}. */
export interface SafeData {
  /** A frozen, JSON-safe copy. */
  readonly data: Readonly<Record<string, Json>>;
  /** Keys that were dropped or cut, `a.b` for nested ones. Empty when all is well. */
  readonly lost: readonly string[];
}

/**
 * Copies whatever a caller hands in into a small, frozen object of plain JSON. Never throws: circular parts,
 * throwing getters, functions, DOM nodes and anything below the second level are left out, a BigInt becomes
 * text, a Date its ISO form, a text over 1,000 characters is cut, a number that JSON lacks becomes null. At
 * most 20 keys an object, 100 items a list and 4 KB (UTF-8) in all. `__proto__`, `constructor` and
 * `prototype` are never copied, so no tracker that merges payloads can be poisoned.
 */
export function safeData(input: unknown): SafeData {
  const lost: string[] = [];
  let data: Json | undefined;
  try {
    // A list has no keys to name its items by.
    if (!Array.isArray(input)) data = copy(input, 0, '', lost);
  } catch {
    // A revoked or hostile proxy cannot even be listed.
    lost.push('*');
  }
  return { data: (typeof data === 'object' && data ? data : Object.freeze({})) as SafeData['data'], lost };
}

function copy(raw: unknown, depth: number, path: string, lost: string[]): Json | undefined {
  if (raw === null || typeof raw === 'boolean') return raw;
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  if (raw instanceof Date) return Number.isNaN(+raw) ? null : raw.toISOString();
  if (typeof raw === 'string' || typeof raw === 'bigint') {
    const text = String(raw);
    if (text.length > MAX_TEXT) lost.push(path);
    return cut(text);
  }
  if (typeof raw !== 'object' || depth >= MAX_DEPTH || 'nodeType' in raw) return undefined;
  const isList = Array.isArray(raw);
  const result: Record<string, Json> = isList ? ([] as never) : {};
  let room = isList ? MAX_ITEMS : MAX_KEYS;
  let bytes = MAX_JSON - 2;
  for (const key of isList ? raw.keys() : Object.keys(raw)) {
    const name = path && `${path}.`;
    let value: Json | undefined;
    try {
      const item = (raw as Record<string, unknown>)[key];
      if (item === undefined && !isList) continue;
      if (room > 0) value = copy(item, depth + 1, name + key, lost);
    } catch {
      // A getter that throws loses its own key and no other.
    }
    // A list keeps the places of its items.
    if (isList && room > 0) value ??= null;
    const short = cut(String(key));
    const cost = value !== undefined && !depth ? jsonBytes(short) + jsonBytes(value) + 2 : 0;
    if (value === undefined || cost > bytes || /^(__proto__|constructor|prototype)$/.test(short)) {
      lost.push(isList ? path : name + key);
      // Whoever sends a million keys need not be told of each.
      if (room <= 0) break;
    } else {
      result[short] = value;
      bytes -= cost;
      room--;
    }
  }
  return Object.freeze(result);
}

/** Cuts a text without splitting a character that takes two units, and mends halves that stand alone. */
function cut(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
}

/** Length in bytes of the JSON form in UTF-8. */
function jsonBytes(value: Json): number {
  const text = JSON.stringify(value);
  // Most are ASCII, where a letter is a byte.
  return /^[ -~]*$/.test(text) ? text.length : encodeURI(text).replace(/%../g, '.').length;
}
