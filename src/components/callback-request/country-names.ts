/** The country that a language is mostly spoken in. */
export function regionOf(locale: string): string {
  try {
    return new Intl.Locale(locale).maximize().region ?? 'US';
  } catch {
    return 'US';
  }
}

/** A tag that Intl takes, or English. */
export function localeOf(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return 'en';
  }
}

const names = new Map<string, Intl.DisplayNames>();

/** What a language calls a country; its code where it has no name for it. */
export function nameOfCountry(code: string, locale: string): string {
  try {
    let known = names.get(locale);
    if (!known) names.set(locale, (known = new Intl.DisplayNames(localeOf(locale), { type: 'region' })));
    return known.of(code) ?? code;
  } catch {
    // No code of a country, and maybe no text.
    return String(code);
  }
}
