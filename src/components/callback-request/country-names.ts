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

// Slow to make, and a page has one. No more are kept: on a server, a stranger may say what language it is.
let names: Intl.DisplayNames | undefined;
let language: string | undefined;

/** What a language calls a country; its code where it has no name for it. */
export function nameOfCountry(code: string, locale: string): string {
  try {
    if (!names || language !== locale) {
      names = new Intl.DisplayNames(localeOf(locale), { type: 'region' });
      language = locale;
    }
    return names.of(code) ?? code;
  } catch {
    // No code of a country, and maybe no text.
    return String(code);
  }
}
