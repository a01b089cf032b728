import { show, tell } from '../../internal/messages.ts';
import { formatLabel, numberFormat } from '../../provider/labels.ts';
import type { CalculatorAmount, CalculatorFormat } from './calculator-types.ts';
import type { DecimalMark } from './read-number.ts';

// What Intl said of each way of writing: asked once, since it throws for a currency or unit that it does not know.
const known = new Map<string, boolean>();

function optionsOf({ currency, unit, unitDisplay, decimals }: CalculatorFormat): Intl.NumberFormatOptions {
  return {
    ...(currency
      ? { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }
      : unit
        ? { style: 'unit', unit, unitDisplay }
        : {}),
    ...(decimals === undefined
      ? !currency && { maximumFractionDigits: 2 }
      : { minimumFractionDigits: currency ? decimals : 0, maximumFractionDigits: decimals }),
  };
}

/** How `Intl` writes it; nothing, where it refuses. */
function formatterOf(format: CalculatorFormat, locale: string, ask: string): Intl.NumberFormat | undefined {
  const options = optionsOf(format);
  const key = JSON.stringify(options);
  if (!known.has(key)) {
    try {
      new Intl.NumberFormat('en', options);
      known.set(key, true);
    } catch {
      known.set(key, false);
    }
  }
  if (known.get(key)) return numberFormat(locale, options);
  if (process.env.NODE_ENV !== 'production') {
    const { currency, unit, decimals } = format;
    tell(1512, ask, show({ currency, unit, decimals }));
  }
  return undefined;
}

/** Writes one number, with what it counts. */
function writeNumber(value: number, format: CalculatorFormat, locale: string, ask: string): string {
  const { currency, unit } = format;
  const formatter = formatterOf(format, locale, ask);
  if (formatter) return formatter.format(value);
  return join(numberFormat(locale, { maximumFractionDigits: 2 }).format(value), currency ?? unit);
}

/** Writes an amount as the language does; `range` says how two bounds are joined. */
export function writeAmount(
  amount: CalculatorAmount,
  format: CalculatorFormat,
  locale: string,
  ask: string,
  range: (from: string, to: string) => string,
): string {
  const isOne = typeof amount === 'number';
  const to = isOne ? amount : amount.to;
  const write = (value: number) => writeNumber(value, format, locale, ask);
  const [low, high] = [isOne ? amount : amount.from, to].map(write) as [string, string];
  // What rounds to the same is no range to those who read it.
  const text = low === high ? high : range(low, high);
  return join(text, format.suffix && formatLabel(format.suffix, locale, { count: to }));
}

/** What stands beside a field, and whether it stands before the number, as the language writes it. */
export function affixOf(
  format: CalculatorFormat,
  locale: string,
  ask: string,
): { readonly text: string; readonly isBefore: boolean } | undefined {
  const { currency, unit, suffix } = format;
  if (suffix) return { text: formatLabel(suffix, locale, { count: 2 }), isBefore: false };
  const sign = currency ?? unit;
  if (!sign) return undefined;
  const parts = formatterOf(format, locale, ask)?.formatToParts(2) ?? [];
  const at = parts.findIndex(({ type }) => /^(currency|unit|percentSign)$/.test(type));
  return {
    text: parts[at]?.value ?? sign,
    isBefore: at >= 0 && parts.slice(at).some(({ type }) => type === 'integer'),
  };
}

/** A number as a visitor would type it. */
export function typedNumber(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 15 }).format(value);
}

/** What the language writes before decimals. */
export function decimalMark(locale: string): DecimalMark {
  const parts = numberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}

function join(number: string, word: string | undefined): string {
  // No line begins with a unit.
  return word ? `${number}\u00A0${word}` : number;
}
