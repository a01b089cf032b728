import { compareTexts, Places } from './count-keys.ts';
import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import type { AskCount } from './counts.ts';

const [seen, started, failed, dismissed, given, stands] = [1, 2, 4, 8, 16, 32];

/** What a row of a phase that is no row of the log says of its unit and its ask. */
const marks: Readonly<Record<string, number>> = {
  started,
  progressed: started,
  abandoned: started,
  failed: started + failed,
  dismissed,
};

/** Marks by an ask and a unit, or the number that a unit's rows came in with. */
class Marks {
  readonly #places = new Places();
  readonly #list: number[] = [];

  add(ask: number, unit: number, mark: number): void {
    const at = this.#places.of(ask * 2 ** 32 + unit);
    this.#list[at] = (this.#list[at] ?? 0) | mark;
  }

  of(ask: number, unit: number): number {
    return this.#list[this.#places.find(ask * 2 ** 32 + unit)] ?? 0;
  }

  each(visit: (ask: number, unit: number, mark: number) => void): void {
    for (const [at, mark] of this.#list.entries()) {
      const key = this.#places.key(at);
      visit(Math.floor(key / 2 ** 32), key % 2 ** 32, mark);
    }
  }
}

/** What units did at asks by rows that the log does not keep. */
export class AskMarks {
  #marks = new Marks();

  /** Whether a phase says anything. */
  hears(phase: string): boolean {
    return marks[phase] !== undefined;
  }

  add(ask: number, unit: number, phase: string): void {
    this.#marks.add(ask, unit, marks[phase] ?? 0);
  }

  /** From now on by units, where it was by the numbers that their rows came in with. */
  settle(unitOf: (number: number) => number): void {
    const settled = new Marks();
    this.#marks.each((ask, number, mark) => settled.add(ask, unitOf(number), mark));
    this.#marks = settled;
  }

  of(ask: number, unit: number): number {
    return this.#marks.of(ask, unit);
  }
}

/** What came of each ask; see {@link AskCount}. */
export class AskTally {
  readonly #log: Log;
  readonly #counts: { -readonly [Key in keyof AskCount]: AskCount[Key] }[];
  /** Of the unit under way, by ask and by spot. */
  readonly #ofAsk: Uint8Array;
  readonly #ofSpot: Uint8Array;

  constructor(log: Log) {
    this.#log = log;
    const ends = { seen: 0, started: 0, yes: 0, withdrawn: 0, failed: 0, dismissed: 0, abandoned: 0 };
    this.#counts = log.spots.list.map(({ kind, ask }) => ({ kind, ask, ...ends }));
    this.#ofAsk = new Uint8Array(log.spots.ofAsk.length);
    this.#ofSpot = new Uint8Array(log.spots.list.length);
  }

  add({ unit, rows }: Walk): void {
    const { spot: spots, yes, attempt, asks } = this.#log;
    const { list, ofAsk } = this.#log.spots;
    const met: number[] = [];
    for (const row of rows) {
      const spot = (spots[row] as number) - 1;
      const ask = list[spot]?.asked;
      if (ask === undefined) continue;
      if (this.#ofAsk[ask] === 0) met.push(ask);
      // Only what was committed has an attempt.
      const isGiven = attempt[row] !== '';
      this.#ofAsk[ask] = (this.#ofAsk[ask] as number) | (isGiven ? seen + started : seen);
      if (isGiven)
        this.#ofSpot[spot] = (this.#ofSpot[spot] as number) | ((yes[row] as number) > 0 ? stands : given);
    }
    for (const ask of met) {
      const mark = (this.#ofAsk[ask] as number) | asks.of(ask, unit);
      this.#ofAsk[ask] = 0;
      for (const spot of ofAsk[ask] ?? []) {
        this.#count(spot, mark | (this.#ofSpot[spot] as number));
        this.#ofSpot[spot] = 0;
      }
    }
  }

  rows(): AskCount[] {
    return this.#counts
      .filter((count) => count.seen > 0)
      .sort((one, two) => compareTexts(one.kind, two.kind) || compareTexts(one.ask, two.ask));
  }

  #count(spot: number, mark: number): void {
    const count = this.#counts[spot];
    if (!count) return;
    count.seen++;
    if (mark & started) count.started++;
    if (mark & stands) count.yes++;
    else if (mark & given) count.withdrawn++;
    else if (mark & failed) count.failed++;
    else if (mark & dismissed) count.dismissed++;
    else if (mark & started) count.abandoned++;
  }
}
