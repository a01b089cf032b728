import { Places } from './count-keys.ts';

/** What a unit did at an ask, one bit each. */
export const seen = 1;
export const started = 2;
export const failed = 4;
export const dismissed = 8;
export const given = 16;
export const stands = 32;

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
