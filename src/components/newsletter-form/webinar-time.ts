/** When something takes place. */
export interface Span {
  readonly start: Date;
  readonly end: Date;
}

/** Reads a moment with its offset, and a length in minutes; undefined for what is none. */
export function readSpan(start: string, minutes: number): Span | undefined {
  // Without an offset it would be another moment on the server and in each browser.
  if (!/T.*(Z|[+-]\d\d:?\d\d)$/.test(start) || !(minutes > 0 && minutes < 100_000)) return undefined;
  const at = new Date(start);
  const time = at.getTime();
  return Number.isNaN(time) ? undefined : { start: at, end: new Date(time + minutes * 60_000) };
}

const zones = new Map<string | number, string>();

/** A zone that there is, else UTC. */
export function readZone(timeZone: string): string {
  try {
    return zoneOf(timeZone, timeZone);
  } catch {
    return 'UTC';
  }
}

/** What Intl calls a zone, asked once: a format takes longer to make than all else that a render does. */
function zoneOf(key: string | number, timeZone?: string): string {
  const zone = zones.get(key) ?? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  // `europe/BERLIN` is one as well, and who says where a visitor is may be a stranger.
  if (zones.size > 99) zones.clear();
  zones.set(key, zone);
  return zone;
}

interface TimeTexts {
  readonly day: string;
  readonly time: string;
  /** For the leaf of a calendar. */
  readonly date: string;
  readonly month: string;
  /** The same wall clock says the same. */
  readonly clock: string;
}

// Formats are slow to make, five of them a moment; a page shows few moments, a server few more.
const written = new Map<string, TimeTexts>();

/** A day and a time in a zone. Undefined: the zone of whoever asks, which may have travelled. */
export function timeTexts(at: Date, locale: string, timeZone = localZone()): TimeTexts {
  const key = `${at.getTime()} ${locale} ${timeZone}`;
  const texts = written.get(key) ?? writeTimes(at, locale, timeZone);
  if (written.size > 99) written.clear();
  written.set(key, texts);
  return texts;
}

/** A visitor who travels with the page open has another offset. */
const localZone = () => zoneOf(new Date().getTimezoneOffset());

function writeTimes(at: Date, locale: string, timeZone: string): TimeTexts {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = (tag: string) => new Intl.DateTimeFormat(tag, { ...options, timeZone }).format(at);
    let text: string;
    try {
      text = format(locale);
    } catch {
      text = format('en');
    }
    // Some engines put a narrow space before "PM", and others a plain one: what a server wrote must not differ.
    return text.replace(/\u202f/g, ' ');
  };
  return {
    day: write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: write({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
    date: write({ day: 'numeric' }),
    month: write({ month: 'short' }),
    clock: write({ day: 'numeric', hour: 'numeric', minute: '2-digit' }),
  };
}

/** What a calendar must know. */
export interface CalendarEntry extends Span {
  /** Different for each event, the same whenever the file is made again. */
  readonly uid: string;
  readonly title: string;
  readonly place?: string | undefined;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
}

const second = (date: Date) => date.toISOString().replace(/\.\d+/, '');
const stamp = (date: Date) => second(date).replace(/[-:]/g, '');

/** A calendar on the web that takes an entry by a link. */
export type WebinarCalendar = 'google' | 'outlook' | 'microsoft-365';

/**
 * The address at which a calendar on the web shows an entry, filled in and not yet saved. Neither Google nor Microsoft documents
 * it; both shapes are as https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs keeps them (services/google.md and
 * services/outlook-web.md). Undefined for a calendar that is none of these.
 */
export function calendarLink(calendar: WebinarCalendar, entry: CalendarEntry): string | undefined {
  const { start, end, title, place = '', description = '' } = entry;
  // As %20: Outlook shows a plus as a plus.
  const query = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields)
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
  if (calendar === 'google')
    return `https://calendar.google.com/calendar/render?${query({
      action: 'TEMPLATE',
      text: title,
      dates: `${stamp(start)}/${stamp(end)}`,
      details: description,
      location: place,
    })}`;
  const host = { outlook: 'live', 'microsoft-365': 'office' }[calendar];
  return (
    host &&
    `https://outlook.${host}.com/calendar/deeplink/compose?${query({
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: second(start),
      enddt: second(end),
      subject: title,
      body: description,
      location: place,
    })}`
  );
}

/** A calendar file of one event: RFC 5545, with `now` as the moment in which it was made. */
export function calendarFile(entry: CalendarEntry, now: Date): string {
  const { start, end, uid, title, place, description, url } = entry;
  const lines: readonly (readonly [name: string, value: string | undefined])[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//smallyes//WebinarSignup//EN'],
    ['BEGIN', 'VEVENT'],
    ['UID', escaped(uid)],
    ['DTSTAMP', stamp(now)],
    ['DTSTART', stamp(start)],
    ['DTEND', stamp(end)],
    ['SUMMARY', escaped(title)],
    ['LOCATION', place && escaped(place)],
    ['DESCRIPTION', description && escaped(description)],
    // A URI is no TEXT and is not escaped; a line break in one would begin a property of its own.
    ['URL', url?.replace(/[\r\n]/g, '')],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** At most 75 bytes a line, and no letter cut in two; the next line begins with a space. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let done = '';
  let size = 0;
  for (const letter of line) {
    const more = bytes.encode(letter).length;
    if (size + more > 75) {
      done += '\r\n ';
      size = 1;
    }
    done += letter;
    size += more;
  }
  return done;
}
