import type { WeekDay } from './facets.ts';

interface WeekLocale extends Intl.Locale {
  readonly weekInfo?: { readonly firstDay?: number | undefined } | undefined;
  getWeekInfo?(): { readonly firstDay?: number | undefined } | undefined;
}

/*
 * For browsers whose Intl does not say with which day a week begins: the regions in which it is not Monday, from the data of
 * the Unicode CLDR (supplemental/weekData, version 46).
 */
const sunday =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const saturday = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

/** The days of a week in the order in which a language's calendars show them. */
export function weekDays(locale: string): readonly WeekDay[] {
  const first = firstDayOf(locale);
  return Array.from({ length: 7 }, (_, at) => (((first - 1 + at) % 7) + 1) as WeekDay);
}

function firstDayOf(tag: string): number {
  try {
    const locale: WeekLocale = new Intl.Locale(tag);
    const known = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
    if (known) return known;
    const region = locale.maximize().region ?? '-';
    return sunday.includes(region) ? 7 : saturday.includes(region) ? 6 : region === 'MV' ? 5 : 1;
  } catch {
    // No tag of a language: a week as ISO 8601 has it.
    return 1;
  }
}

// The first of January 2024 was a Monday.
const monday = Date.UTC(2024, 0, 1);

/** What a language calls a day of the week. */
export function nameOfDay(day: WeekDay, locale: string, width: 'long' | 'short'): string {
  return formatUtc(monday + (day - 1) * 86_400_000, locale, { weekday: width });
}

/** What a language calls a time of day, given in minutes since midnight: `9 AM`, `9 Uhr`, `9:30`. */
export function nameOfTime(minutes: number, locale: string): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    formatUtc(monday + minutes * 60_000, locale, { hour: 'numeric', ...options });
  const text = minutes % 60 ? '' : write({});
  // A number alone is no time: many languages write the hour without a word.
  return /[^\p{Nd}]/u.test(text) ? text : write({ minute: '2-digit' });
}

function formatUtc(time: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const write = (tag: string) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
      .format(time)
      // Servers and browsers disagree on which space stands before AM, and the page must come alive without a difference.
      .replace(/\s/g, ' ');
  try {
    return write(locale);
  } catch {
    return write('en');
  }
}
