import { tell } from '../internal/messages.ts';

/** A text whose form depends on a number, by the categories of `Intl.PluralRules`. `{count}` is the number. */
export interface PluralLabel {
  readonly zero?: string | undefined;
  readonly one?: string | undefined;
  readonly two?: string | undefined;
  readonly few?: string | undefined;
  readonly many?: string | undefined;
  readonly other: string;
}

/** A text of the kit: plain data, so that it crosses from Server Components. `{name}` marks a place for a value. */
export type LabelText = string | PluralLabel;

/** Texts of your own, as far as you have some: what is missing, or undefined, is said as the kit says it. */
export type OwnLabels<Labels> = { readonly [Key in keyof Labels]?: Labels[Key] | undefined };

/**
 * Texts of all asks by component. Each ask adds its own entry by declaration merging.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by each ask
export interface LabelCatalogue {}

/** Puts values into a text; numbers are written as the locale writes them. */
export function formatLabel(
  label: LabelText,
  locale: string,
  values?: Readonly<Record<string, string | number>>,
): string {
  const text =
    typeof label === 'string'
      ? label
      : (label[pluralOf(Number(values?.['count'] ?? 0), locale)] ?? label.other);
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (typeof value === 'number') return textOf(value, locale);
    // Not what stands on a prototype.
    return typeof value === 'string' ? value : place;
  });
}

// Intl objects are slow to make and safe to keep: one per locale.
const rules = new Map<string, Intl.PluralRules>();
const formats = new Map<string, Intl.NumberFormat>();

// And slow to ask, which a row of stars does ten times: what they said is kept as well.
const plurals = new Map<string, Intl.LDMLPluralRule>();
const texts = new Map<string, string>();

function pluralOf(count: number, locale: string): Intl.LDMLPluralRule {
  const ask = () => kept(rules, locale, locale, (tag) => new Intl.PluralRules(tag)).select(count);
  return kept(plurals, `${locale} ${count}`, locale, ask);
}

// Where a small number is its digits: the first Intl object of a page costs ten milliseconds and more.
const plain = /^(af|da|de|en|es|fr|hu|it|nl|pl|pt|sv)(-\w\w)? \d{1,3}$/;

function textOf(value: number, locale: string): string {
  const key = `${locale} ${value}`;
  if (plain.test(key)) return String(value);
  return kept(texts, key, locale, () => numberFormat(locale).format(value));
}

/** Writes a count, a large one short: `1.2K`. */
export function formatCount(count: number, locale: string): string {
  return count > 999 ? numberFormat(locale, { notation: 'compact' }).format(count) : textOf(count, locale);
}

/**
 * Writes numbers for a locale. A tag that is none (`de_DE`, an empty text), or of a language that nobody here knows, writes them as
 * in English: left to itself, Intl would take the machine's own language, which is another on the server.
 */
export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + (options ? JSON.stringify(options) : '');
  return kept(formats, key, locale, (tag) => new Intl.NumberFormat(tag, options));
}

function kept<T>(all: Map<string, T>, key: string, locale: string, make: (tag: string | string[]) => T): T {
  let one = all.get(key);
  if (!one) {
    try {
      one = make([locale, 'en']);
      if (process.env.NODE_ENV !== 'production' && !Intl.NumberFormat.supportedLocalesOf(locale)[0])
        tell(112, locale);
    } catch {
      // Intl throws on a malformed tag, and a visitor must not pay for a typo.
      if (process.env.NODE_ENV !== 'production') tell(112, String(locale));
      one = make('en');
    }
    // A server meets more numbers than it can keep.
    if (all.size > 999) all.clear();
    all.set(key, one);
  }
  return one;
}
