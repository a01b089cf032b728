import { dayOf, momentOf, writeMoment } from './zone-time.ts';

/** A part of a day, by the clock of the place: `{ from: '09:00', to: '17:30' }`. `'24:00'` is its end. */
export interface OpenSpan {
  readonly from: string;
  readonly to: string;
}

/** When somebody can call. */
export interface CallHours {
  /** Whose clock the hours stand in: a name of the IANA list, such as `'Europe/Berlin'`. */
  readonly timeZone: string;
  /** Open hours by day of the week, as ISO 8601 counts: Monday is 1. A day that is absent is closed. */
  readonly hours: { readonly [Day in 1 | 2 | 3 | 4 | 5 | 6 | 7]?: readonly OpenSpan[] | undefined };
  /** Other hours on single days, an empty list for none: `{ '2026-12-24': [] }`. */
  readonly exceptions?: Readonly<Record<string, readonly OpenSpan[]>> | undefined;
  /** Minutes between the request and the first call. Default 60. */
  readonly leadTime?: number | undefined;
  /** Length of a window in minutes, 5 to 1,440. Default 60. */
  readonly length?: number | undefined;
  /** How many days are offered, today among them, 1 to 60. Default 7. */
  readonly days?: number | undefined;
}

/** A time at which somebody can call, as your server knows it. */
export interface CallSlot {
  /** ISO 8601 with an offset, or with `Z`. */
  readonly start: string;
  readonly end: string;
}

/** A window that is on offer. */
export interface OfferedWindow {
  /** In milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** What a form sends for it: its start, as ISO 8601 with the offset of the place. */
  readonly value: string;
  /** Somebody else has it by now. */
  readonly isTaken?: boolean | undefined;
}

const minute = 60_000;
const day = 86_400_000;
const most = 500;

/**
 * The windows in which somebody can call, seen from a moment. Clocks that are put forward or back are minded: a window is
 * always as long as it says, an hour that does not exist is none, and one that comes twice is two.
 */
export function windowsOf(call: CallHours, now: number): readonly OfferedWindow[] {
  // They may come from a server, and be anything.
  const { timeZone, hours, exceptions } = call as Partial<CallHours> & Pick<CallHours, 'timeZone'>;
  const first = now + bounded(call.leadTime, 60, 0, 525_600) * minute;
  const length = bounded(call.length, 60, 5, 1_440) * minute;
  const today = dayOf(now, timeZone);
  const found: OfferedWindow[] = [];
  for (let at = 0; at < bounded(call.days, 7, 1, 60); at++) {
    const midnight = today + at * day;
    const date = new Date(midnight);
    const name = date.toISOString().slice(0, 10);
    const spans =
      exceptions && Object.hasOwn(exceptions, name)
        ? exceptions[name]
        : hours?.[(date.getUTCDay() || 7) as keyof CallHours['hours']];
    for (const span of Array.isArray(spans) ? (spans as readonly OpenSpan[]) : []) {
      const [opens, closes] = [minutesOf(span?.from), minutesOf(span?.to)];
      if (opens === undefined || closes === undefined || closes <= opens) continue;
      const end = momentOf(midnight + closes * minute, timeZone, 'last');
      let start = momentOf(midnight + opens * minute, timeZone, 'first');
      for (; start + length <= end; start += length)
        if (start >= first && found.length < most)
          found.push({ start, end: start + length, value: writeMoment(start, timeZone) });
    }
  }
  return tidied(found);
}

/** The windows of a list that a server gave, in the offset of a place. What is over, or no time, is left out. */
export function windowsOfSlots(
  slots: readonly CallSlot[],
  timeZone: string,
  now: number,
): readonly OfferedWindow[] {
  return tidied(
    slots.slice(0, most).flatMap((slot): readonly OfferedWindow[] => {
      const [start, end] = [momentOfText(slot?.start), momentOfText(slot?.end)];
      if (start === undefined || end === undefined || end <= start || start <= now) return [];
      return [{ start, end, value: writeMoment(start, timeZone) }];
    }),
  );
}

/** A moment written with its offset; without one it is another everywhere. */
export function momentOfText(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(text))
    return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** What is wrong with hours, in words for the developer. */
export function faultOfHours(call: CallHours): string | undefined {
  if (!call.hours) return 'there are no hours';
  const lists = [...Object.values(call.hours), ...Object.values(call.exceptions ?? {})];
  const lone = lists.find((list) => list && !Array.isArray(list));
  if (lone) return `the hours ${JSON.stringify(lone)} are no list`;
  const spans = lists.flatMap((list) => list ?? []);
  const odd = spans.findIndex((span) => {
    const [from, to] = [minutesOf(span?.from), minutesOf(span?.to)];
    return from === undefined || to === undefined || to <= from;
  });
  return odd < 0 ? undefined : `the hours ${JSON.stringify(spans[odd])} are no part of a day`;
}

function minutesOf(text: unknown): number | undefined {
  const [, hour, rest] = (typeof text === 'string' && /^(\d\d?):([0-5]\d)$/.exec(text)) || [];
  const minutes = Number(hour) * 60 + Number(rest);
  return minutes <= 1_440 ? minutes : undefined;
}

function bounded(given: number | undefined, usual: number, least: number, greatest: number): number {
  return typeof given === 'number' && given >= least && given <= greatest ? given : usual;
}

/** In order, and each once: of two with one start, the first counts. */
export function tidied(windows: readonly OfferedWindow[]): readonly OfferedWindow[] {
  const starts = new Set<number>();
  return [...windows]
    .sort((one, other) => one.start - other.start)
    .filter(({ start }) => !starts.has(start) && starts.add(start));
}
