import { Places } from './count-keys.ts';
import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import type { RetentionCount } from './counts.ts';

const day = 86_400_000;
/** More than there are weeks in the time that JavaScript knows, before 1970 and after. */
const room = 2 ** 25;

/** In which weeks units were there; see {@link RetentionCount}. */
export class WeekTally {
  readonly #log: Log;
  readonly #offset: number;
  readonly #places = new Places();
  readonly #n: number[] = [];

  constructor(log: Log, weekStart: number) {
    this.#log = log;
    this.#offset = (weekStart + 3) * day;
  }

  add({ rows }: Walk): void {
    const { time } = this.#log;
    const weekOf = (row: number | undefined) =>
      Math.floor(((time[row ?? 0] as number) - this.#offset) / (7 * day));
    const cohort = weekOf(rows[0]);
    let before = Number.NaN;
    for (let at = 0; at < rows.length; at++) {
      const week = weekOf(rows[at]);
      if (week === before) continue;
      before = week;
      const place = this.#places.of((cohort + room) * room + (week - cohort));
      this.#n[place] = (this.#n[place] ?? 0) + 1;
    }
  }

  rows(): RetentionCount[] {
    return this.#n
      .map((n, place) => {
        const key = this.#places.key(place);
        return { cohort: Math.floor(key / room) - room, age: key % room, n };
      })
      .sort((one, two) => one.cohort - two.cohort || one.age - two.age);
  }
}
