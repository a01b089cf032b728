import type { Money } from '../events/index.ts';
import { numberFormat } from './labels.ts';

/**
 * Writes an amount of money as a locale does, with as many decimals as its currency has: none for yen, three for Kuwaiti
 * dinars. A currency that `Intl` does not know stands beside the amount as its code; what is no code at all stands there as it
 * is, since a visitor must not pay for a typo. Nothing where there is no number or no currency: nobody shall read "NaN".
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  if (!currency || !Number.isFinite(+amount)) return '';
  // `Intl` throws on what is not three letters.
  return /^[a-z]{3}$/i.test(currency)
    ? numberFormat(locale, { style: 'currency', currency }).format(amount)
    : `${amount} ${currency}`;
}

/** So many times a price, without the noise of binary fractions: 3 × 0.1 is 0.3. */
export function timesMoney({ amount, currency }: Money, times: number): Money {
  return { amount: +(amount * times).toPrecision(15), currency };
}
