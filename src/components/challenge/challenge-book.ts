/** What a device remembers of a challenge. Never changed, always replaced. */
export interface ChallengeBook {
  /** How often it was begun anew: what was written before that counts no more. */
  readonly run: number;
  /** The first day, as a number of days; undefined before it. */
  readonly start?: number | undefined;
  /** The furthest day that was reached, from 1. */
  readonly reached: number;
  /** For each task when it was last ticked or taken back, in milliseconds, and which of the two. */
  readonly ticks: ReadonlyMap<string, readonly [time: number, isDone: boolean]>;
}

export const emptyBook: ChallengeBook = { run: 0, reached: 1, ticks: new Map() };

const dayLength = 86_400_000;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** The calendar day of a moment where the visitor is, as a number of days. */
export function dayOf(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / dayLength;
}

/** The number of a day such as `'2026-01-07'`; undefined for what is none. */
export function parseDay(text: unknown): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(String(text))) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines take the 31st of February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(String(text))
    ? time / dayLength
    : undefined;
}

/** As text. Books that say the same are the same text. */
export function writeBook({ run, start, reached, ticks }: ChallengeBook): string {
  const list = [...ticks]
    .map(([id, tick]) => [id, ...tick])
    .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
  return JSON.stringify({ v: 1, run, start, reached, ticks: list });
}

/** Storage may hold anything: what cannot be read counts as nothing, part by part. */
export function readBook(text: string | null | undefined): ChallengeBook {
  try {
    const { v, run, start, reached, ticks } = JSON.parse(text || '{}') as Record<string, unknown>;
    if (v !== 1) return emptyBook;
    const list = (Array.isArray(ticks) ? ticks : []).filter(
      (one): one is [string, number, boolean] =>
        Array.isArray(one) && typeof one[0] === 'string' && isWhole(one[1]) && typeof one[2] === 'boolean',
    );
    return {
      run: isWhole(run) ? run : 0,
      start: isWhole(start) ? start : undefined,
      reached: isWhole(reached) ? Math.max(1, reached) : 1,
      ticks: new Map(list.map(([id, ...tick]) => [id, tick])),
    };
  } catch {
    return emptyBook;
  }
}

/** What two tabs know together: the later word on each task, the earlier first day. In any order it is the same. */
export function joinBooks(a: ChallengeBook, b: ChallengeBook): ChallengeBook {
  if (a.run !== b.run) return a.run > b.run ? a : b;
  const ticks = new Map(a.ticks);
  for (const [id, tick] of b.ticks) {
    const other = ticks.get(id);
    if (!other || tick[0] > other[0] || (tick[0] === other[0] && tick[1])) ticks.set(id, tick);
  }
  const starts = [a.start, b.start].filter((one) => one !== undefined);
  return {
    run: a.run,
    start: starts.length > 0 ? Math.min(...starts) : undefined,
    reached: Math.max(a.reached, b.reached),
    ticks,
  };
}

/** After a tick. Its time is later than that of the one before, also by a clock that was set back. */
export function tickTask(book: ChallengeBook, id: string, isDone: boolean, now: number): ChallengeBook {
  const before = book.ticks.get(id)?.[0] ?? 0;
  return { ...book, ticks: new Map(book.ticks).set(id, [Math.max(now, before + 1), isDone]) };
}

/** On a visit: the first one begins the challenge. The same book when there is nothing new. */
export function arriveOn(book: ChallengeBook, today: number): ChallengeBook {
  // A first day that lies ahead was written by a clock that has been set back since.
  const start = Math.min(book.start ?? today, today);
  const reached = Math.max(book.reached, today - start + 1);
  return start === book.start && reached === book.reached ? book : { ...book, start, reached };
}
