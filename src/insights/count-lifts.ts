import { Places, rank } from './count-keys.ts';
import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import type { ActionCount, SegmentCount } from './counts.ts';
import type { Question } from './question.ts';

interface Cell {
  n: number;
  converted: number;
  /** Of these, those whose yes directly before the goal was the cell's action. */
  next: number;
}

/** Who did what, and who of them converted; see {@link ActionCount}. */
export class LiftTally {
  readonly #log: Log;
  readonly #question: Question;
  readonly #places = new Places();
  readonly #cells: Cell[] = [];
  /** Units by segment: all, and those that the exposure rule takes, by the segment that it takes them for. */
  readonly #units: Cell[] = [];
  readonly #taken: Cell[] = [];
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
    tally(this.#units, walk.segment, walk);
    if (isLandmark && (yeses < landmark || (goal >= 0 && goal < landmark))) return;
    // Only who goes on after the landmark can tell a segment there, so that this must not decide with whom they are compared.
    const segment = isLandmark && walk.since >= landmark ? 0 : walk.segment;
    tally(this.#taken, segment, walk);
    const end = isLandmark ? landmark : exposure === 'before' && goal >= 0 ? goal : yeses;
    for (let at = 0; at < end; at++) this.#expose(walk, at, segment);
  }

  rows(): { readonly actions: ActionCount[]; readonly segments: SegmentCount[]; readonly present: number[] } {
    const { segments, spots } = this.#log;
    const { order } = rank(segments.list);
    const present = order.filter((segment) => this.#units[segment]);
    const taken = order.filter((segment) => this.#taken[segment]);
    return {
      actions: rank(spots.actions.list).order.flatMap((action) => [
        ...this.#row(action, taken),
        ...(taken.length > 1
          ? taken.flatMap((segment) => this.#row(action, [segment], segments.list[segment]))
          : []),
      ]),
      segments: present.map((segment) => {
        const { n, converted } = sumOf([this.#units[segment]]);
        return { segment: segments.list[segment] ?? '', n, converted };
      }),
      present,
    };
  }

  #key(action: number, segment: number): number {
    return action * this.#log.segments.list.length + segment;
  }

  #expose(walk: Walk, at: number, segment: number): void {
    const { yes, spots } = this.#log;
    const name = walk.action[at] as number;
    const spot = spots.list[(yes[walk.row[at] as number] as number) - 1];
    if (this.#latest[name] === walk.unit || spot?.isGoal) return;
    this.#latest[name] = walk.unit;
    tally(this.#cells, this.#places.of(this.#key(name, segment)), walk, name);
  }

  /** What some segments did, if anybody of them did it. */
  #row(action: number, segments: readonly number[], segment?: string): ActionCount[] {
    const did = sumOf(segments.map((one) => this.#cells[this.#places.find(this.#key(action, one))]));
    const all = sumOf(segments.map((one) => this.#taken[one]));
    if (did.n === 0) return [];
    return [
      {
        action: this.#log.spots.actions.list[action] ?? '',
        ...(segment !== undefined && { segment }),
        exposed: did.n,
        exposedConverted: did.converted,
        unexposed: all.n - did.n,
        unexposedConverted: all.converted - did.converted,
        next: did.next,
      },
    ];
  }
}

function tally(cells: Cell[], at: number, { goal, action }: Walk, name?: number): void {
  const cell = (cells[at] ??= { n: 0, converted: 0, next: 0 });
  cell.n++;
  if (goal < 0) return;
  cell.converted++;
  if (goal > 0 && action[goal - 1] === name) cell.next++;
}

function sumOf(cells: readonly (Cell | undefined)[]): Cell {
  const sum = { n: 0, converted: 0, next: 0 };
  for (const cell of cells) {
    if (!cell) continue;
    sum.n += cell.n;
    sum.converted += cell.converted;
    sum.next += cell.next;
  }
  return sum;
}
