// Clocks of places, by Intl alone. Written out since Temporal is not in all browsers yet.

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What was made before, or is made now: such an object is slow to make. Each weighs tens of kilobytes, and what a server is posted
 * comes from strangers: few are kept, and `europe/BERLIN`, which Intl takes as well, makes no new one.
 */
export function kept<T>(all: Map<string, T>, name: string, make: () => T): T {
  const key = name.toLowerCase();
  let one = all.get(key);
  if (!one) {
    one = make();
    if (all.size > 99) all.clear();
    all.set(key, one);
  }
  return one;
}

/** Minute and more of a moment, as a clock on the wall shows it, in milliseconds as if it stood in UTC. */
function wallOf(time: number, zone: string): number {
  const make = () =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  const clock = kept(clocks, zone, make);
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clock.formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day, hour, minute, second } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** How far a place's clock is ahead of UTC at a moment, in milliseconds. Throws a RangeError for a zone that is none. */
export function offsetAt(time: number, zone: string): number {
  return wallOf(time, zone) - Math.floor(time / 1_000) * 1_000;
}

/** Whether there is such a time zone. */
export function isZone(zone: unknown): zone is string {
  try {
    offsetAt(0, zone as string);
    return typeof zone === 'string';
  } catch {
    return false;
  }
}

const day = 86_400_000;

/**
 * The moment at which a place's clock shows a time, given as if it stood in UTC. A time that is shown twice, since clocks are
 * put back, is the first or the last of the two. One that is never shown, since they are put forward, is the moment at
 * which they are.
 */
export function momentOf(wall: number, zone: string, which: 'first' | 'last'): number {
  // A place may leave out a whole day: Pacific/Apia had no 30 December 2011.
  const before = offsetAt(wall - 2 * day, zone);
  const after = offsetAt(wall + 2 * day, zone);
  const found = [wall - before, wall - after].filter((time) => time + offsetAt(time, zone) === wall);
  if (found.length > 0) return which === 'first' ? Math.min(...found) : Math.max(...found);
  let low = wall - 2 * day;
  let high = wall + 2 * day;
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000;
    if (wallOf(middle, zone) < wall) low = middle;
    else high = middle;
  }
  return high;
}

/** A moment as ISO 8601 with the offset of a place: `2026-11-24T09:00:00+01:00`. */
export function writeMoment(time: number, zone: string): string {
  const offset = offsetAt(time, zone);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const text = new Date(time + offset).toISOString().slice(0, 19);
  return `${text}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The day that a place's calendar shows at a moment, as its midnight in UTC. */
export function dayOf(time: number, zone: string): number {
  return Math.floor(wallOf(time, zone) / day) * day;
}
