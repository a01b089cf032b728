import { dismissed, failed, given, seen, stands, started } from './ask-marks.ts';
import { compareTexts } from './count-keys.ts';
import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import type { AskCount } from './counts.ts';

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
