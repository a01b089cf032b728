import { show, tell } from '../../internal/messages.ts';
import { formatLabel, numberFormat } from '../../provider/labels.ts';
import type { CalculatorAmount, CalculatorFormat } from './calculator-types.ts';
import type { DecimalMark } from './read-number.ts';

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
  try {
    // By itself first: what is told of must not be the language.
    if (process.env.NODE_ENV !== 'production') new Intl.NumberFormat('en', options);
    return numberFormat(locale, options);
  } catch {
    if (process.env.NODE_ENV !== 'production') {
      const { currency, unit, decimals } = format;
      tell(1512, ask, show({ currency, unit, decimals }));
    }
    return undefined;
  }
}

/** Writes one number, with what it counts. */
function writeNumber(value: number, format: CalculatorFormat, locale: string, ask: string): string {
  const formatter = formatterOf(format, locale, ask);
  const { format: write } = formatter ?? numberFormat(locale, { maximumFractionDigits: 2 });
  const text = write(value);
  // No minus before what is rounded to zero.
  return join(text === write(-0) ? write(0) : text, formatter ? '' : (format.currency ?? format.unit));
}

/** Writes an amount as the language does; `range` says how two bounds are joined. */
export function writeAmount(
  amount: CalculatorAmount,
  format: CalculatorFormat,
  locale: string,
  ask: string,
  range: (from: string, to: string) => string,
): string {
  const { from, to } = typeof amount === 'number' ? { from: amount, to: amount } : amount;
  const low = writeNumber(from, format, locale, ask);
  const high = writeNumber(to, format, locale, ask);
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
  return numberFormat(locale).format(1.5).includes(',') ? ',' : '.';
}

function join(number: string, word: string | undefined): string {
  // No line begins with a unit.
  return word ? `${number}\u00A0${word}` : number;
}
