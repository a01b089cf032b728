/** A day such as `2026-11-21`, or with a time, as a language writes it. Throws where it is none. */
export function writeDay(locale: string, text: string): string {
  const hasTime = text.length > 10;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    ...(hasTime && { timeStyle: 'short' }),
    timeZone: 'UTC',
  });
  return format.format(new Date(hasTime ? `${text.slice(0, 16)}Z` : text));
}
