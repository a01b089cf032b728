import { Places, rank } from './count-keys.ts';
import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import type { ActionCount, SegmentCount } from './counts.ts';
import type { Question } from './question.ts';

interface Cell {
  exposed: number;
  converted: number;
  next: number;
}

/** Who did what, and who of them converted; see {@link ActionCount}. The last segment stands for everybody. */
export class LiftTally {
  readonly #log: Log;
  readonly #question: Question;
  readonly #places = new Places();
  readonly #cells: Cell[] = [];
  /** Units by segment: all, and those that the exposure rule takes. */
  readonly #units: { n: number; converted: number; taken: number; takenConverted: number }[] = [];
  /** By action, the unit that was last counted, so that each counts once. */
  readonly #latest: number[] = [];

  constructor(log: Log, question: Question) {
    this.#log = log;
    this.#question = question;
  }

  add(walk: Walk): void {
    const { goal, yeses } = walk;
    const { exposure, landmark } = this.#question;
    const isLandmark = exposure === 'landmark';
    const isTaken = !isLandmark || (yeses >= landmark && !(goal >= 0 && goal < landmark));
    const units = (this.#units[walk.segment] ??= { n: 0, converted: 0, taken: 0, takenConverted: 0 });
    units.n++;
    if (goal >= 0) units.converted++;
    if (!isTaken) return;
    units.taken++;
    if (goal >= 0) units.takenConverted++;
    const end = isLandmark ? landmark : exposure === 'before' && goal >= 0 ? goal : yeses;
    for (let at = 0; at < end; at++) this.#expose(walk, at);
  }

  rows(): { readonly actions: ActionCount[]; readonly segments: SegmentCount[]; readonly present: number[] } {
    const { segments, spots } = this.#log;
    const present = rank(segments.list).order.filter((segment) => this.#units[segment]);
    const rows: ActionCount[] = [];
    for (const action of rank(spots.actions.list).order) {
      const of = (segment: number) => this.#cells[this.#places.find(this.#key(action, segment))];
      const cells = present.flatMap((segment) => of(segment) ?? []);
      if (cells.length === 0) continue;
      const sum = (key: keyof Cell) => cells.reduce((all, cell) => all + cell[key], 0);
      const whole: Cell = { exposed: sum('exposed'), converted: sum('converted'), next: sum('next') };
      rows.push(this.#row(action, whole, present));
      if (present.length > 1)
        for (const segment of present) {
          const cell = of(segment);
          if (cell) rows.push(this.#row(action, cell, [segment], segments.list[segment]));
        }
    }
    return {
      actions: rows,
      segments: present.map((segment) => {
        const { n = 0, converted = 0 } = this.#units[segment] ?? {};
        return { segment: segments.list[segment] ?? '', n, converted };
      }),
      present,
    };
  }

  #key(action: number, segment: number): number {
    return action * this.#log.segments.list.length + segment;
  }

  #expose({ unit, segment, goal, action, row }: Walk, at: number): void {
    const { yes, spots } = this.#log;
    const name = action[at] as number;
    if (this.#latest[name] === unit || spots.list[(yes[row[at] as number] as number) - 1]?.isGoal) return;
    this.#latest[name] = unit;
    const place = this.#places.of(this.#key(name, segment));
    const cell = (this.#cells[place] ??= { exposed: 0, converted: 0, next: 0 });
    cell.exposed++;
    if (goal < 0) return;
    cell.converted++;
    if (goal > 0 && action[goal - 1] === name) cell.next++;
  }

  #row(action: number, cell: Cell, segments: readonly number[], segment?: string): ActionCount {
    let [taken, converted] = [0, 0];
    for (const one of segments) {
      taken += this.#units[one]?.taken ?? 0;
      converted += this.#units[one]?.takenConverted ?? 0;
    }
    return {
      action: this.#log.spots.actions.list[action] ?? '',
      ...(segment !== undefined && { segment }),
      exposed: cell.exposed,
      exposedConverted: cell.converted,
      unexposed: taken - cell.exposed,
      unexposedConverted: converted - cell.converted,
      next: cell.next,
    };
  }
}
