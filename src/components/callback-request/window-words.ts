import type { OfferedWindow } from './call-windows.ts';
import { dayOf, kept, offsetAt } from './zone-time.ts';

/** One window as it is shown. */
export interface ShownWindow extends OfferedWindow {
  /** Its hours: "9:00 – 10:00". */
  readonly label: string;
}

/** The windows of one day, in the zone in which they are shown. */
export interface WindowDay {
  /** "Tuesday, 24 November". */
  readonly label: string;
  readonly windows: readonly ShownWindow[];
}

/** Windows by day, as a language writes them in a zone. Hours around which clocks are put back or forward say which they are of. */
export function daysOf(
  windows: readonly OfferedWindow[],
  zone: string,
  locale: string,
): readonly WindowDay[] {
  const days = new Map<number, ShownWindow[]>();
  for (const window of windows) {
    const day = dayOf(window.start, zone);
    const list = days.get(day) ?? [];
    days.set(day, list);
    list.push({ ...window, label: hoursOf(window, zone, locale) });
  }
  return [...days.values()].map((list) => ({
    label: dateOf(list[0]?.start ?? 0, zone, locale),
    windows: list.map((one) =>
      isTurning(one, zone) || list.some((other) => isTurning(other, zone) && other.end === one.start)
        ? { ...one, label: hoursOf(one, zone, locale, true) }
        : one,
    ),
  }));
}

/** A window in a sentence: "Tuesday, 24 November, 9:00 – 10:00". */
export function windowText(
  window: Pick<OfferedWindow, 'start' | 'end'>,
  zone: string,
  locale: string,
): string {
  return `${dateOf(window.start, zone, locale)}, ${hoursOf(window, zone, locale)}`;
}

/** Several of them in a sentence: "… or …", or with `and` where all of them are meant. */
export function windowsText(
  windows: readonly Pick<OfferedWindow, 'start' | 'end'>[],
  zone: string,
  locale: string,
  type: 'disjunction' | 'conjunction' = 'disjunction',
): string {
  const texts = windows.map((window) => windowText(window, zone, locale));
  try {
    return new Intl.ListFormat(locale, { type }).format(texts);
  } catch {
    return texts.join(' / ');
  }
}

/** What a language calls a zone at a time of the year: "Central European Time". */
export function zoneName(zone: string, locale: string, time: number): string {
  const name = (timeZoneName: 'longGeneric' | 'long') =>
    formatter(locale, { timeZone: zone, timeZoneName })
      .formatToParts(time)
      .find(({ type }) => type === 'timeZoneName')
      ?.value.replace(/\s/g, ' ');
  const generic = name('longGeneric');
  // A zone without a name of its own is its offset there.
  return (generic?.startsWith('GMT') ? name('long') : generic) ?? zone;
}

/** Whether two zones show the windows at different hours. */
export function areApart(windows: readonly OfferedWindow[], zone: string, other: string): boolean {
  return windows.some(({ start }) => offsetAt(start, zone) !== offsetAt(start, other));
}

/** Whether clocks are put forward or back within a window. */
function isTurning({ start, end }: OfferedWindow, zone: string): boolean {
  return offsetAt(start, zone) !== offsetAt(end, zone);
}

function dateOf(time: number, zone: string, locale: string): string {
  return format(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }, time);
}

function hoursOf(
  { start, end }: Pick<OfferedWindow, 'start' | 'end'>,
  zone: string,
  locale: string,
  isExact = false,
) {
  const hour: Intl.DateTimeFormatOptions = { timeZone: zone, hour: 'numeric', minute: '2-digit' };
  // "10:00 – 11:00 AM"; of two days a range would write the dates.
  if (!isExact && dayOf(start, zone) === dayOf(end, zone))
    return formatter(locale, hour).formatRange(start, end).replace(/\s/g, ' ');
  const options = isExact ? { ...hour, timeZoneName: 'short' as const } : hour;
  return `${format(locale, options, start)} – ${format(locale, options, end)}`;
}

function format(locale: string, options: Intl.DateTimeFormatOptions, time: number): string {
  // Servers and browsers disagree on which space stands before AM, and the page must come alive without a difference.
  return formatter(locale, options).format(time).replace(/\s/g, ' ');
}

// A week of windows asks for the same ones a hundred times.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(formatters, locale + JSON.stringify(options), () => {
    try {
      return new Intl.DateTimeFormat(locale, options);
    } catch {
      return new Intl.DateTimeFormat('en', options);
    }
  });
}
