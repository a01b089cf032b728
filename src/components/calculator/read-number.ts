/** What a number is written with in one language. */
export type DecimalMark = '.' | ',';

const groups = (mark: DecimalMark) => (mark === '.' ? ',' : '.');

/**
 * Reads a number as people write it: with groups or without, in the digits of any script, full width too, with a decimal
 * point or comma, and with its sign or unit (`around`) before or behind. `decimal` is the mark of the visitor's language; it
 * decides alone where a text could mean two numbers (`1.200`). Where the other mark can only be a decimal one, it is read as
 * one: `12,5` is no thousand in any language. NaN for what is no number.
 */
export function readNumber(text: string, decimal: DecimalMark, around = ''): number {
  // No number that people write is as long, and a server reads what strangers send.
  if (text.length > 99) return Number.NaN;
  let bare = text
    .replace(around, '')
    .normalize('NFKC')
    // Marks of writing direction are not seen.
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/^[\u2010-\u2013\u2212]/, '-')
    .replace(/^([-+]?)[\p{Sc}%٪]|[\p{Sc}%٪]$/gu, '$1')
    .trim();
  // Two numbers are none; spaces and apostrophes stand between groups of three alone.
  if (/\d[\s'’٬](?!\d{3}(?!\d))/.test(bare)) return Number.NaN;
  bare = bare.replace(/[\s'’٬]/g, '');
  // The Arabic decimal mark means nothing else.
  const mark: DecimalMark = bare.includes('٫') ? '.' : decimal;
  bare = bare.replaceAll('٫', '.').replaceAll('،', ',');
  if (!/^[-+]?[.,\d]*\d[.,\d]*$/.test(bare)) return Number.NaN;
  const sign = bare.startsWith('-') ? -1 : 1;
  const digits = bare.replace(/^[-+]/, '');
  const [used, other] = split(digits, mark);
  return sign * Number(other === undefined ? used : `${used || 0}.${other}`);
}

/** Whole part and fraction; nothing where the marks make no sense. */
function split(digits: string, mark: DecimalMark): readonly string[] {
  const group = groups(mark);
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return [digits];
  const final = digits[last] as DecimalMark;
  const isOnly = digits.indexOf(final) === last;
  const isMixed = digits.includes(groups(final));
  // 1,200 and 1,200,000, where the comma groups; 1.200.000 is no fraction anywhere.
  if (!isMixed && (final === group || !isOnly) && isGrouped(digits, final))
    return [digits.replaceAll(final, '')];
  if (!isOnly) return [];
  const whole = digits.slice(0, last);
  if (isMixed && !isGrouped(whole, groups(final))) return [];
  return [whole.replaceAll(groups(final), ''), digits.slice(last + 1)];
}

/** In groups of three; in India of two but for the last. */
function isGrouped(digits: string, mark: DecimalMark): boolean {
  const [first = '', ...more] = digits.split(mark);
  const sizes = more.map(({ length }) => length);
  return (
    /^[1-9]\d{0,2}$/.test(first) &&
    sizes.at(-1) === 3 &&
    (sizes.every((size) => size === 3) ||
      (first.length < 3 && sizes.slice(0, -1).every((size) => size === 2)))
  );
}

/** Digits of a script follow one another, from zero to nine. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) as number;
  let value = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value % 10);
}
