import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import type { FunnelCount } from './counts.ts';
import type { Question } from './question.ts';

/** How far units came; see {@link FunnelCount}. */
export class FunnelTally {
  readonly #log: Log;
  readonly #window: number;
  readonly #steps: number;
  /** When the chain began that fills so many steps: of all such chains the one that began last, since it can be taken furthest. */
  readonly #began: Float64Array;
  /** How many units came exactly so far, of all and by segment. */
  readonly #all: number[];
  readonly #bySegment: number[][] = [];

  constructor(log: Log, { window, steps }: Question) {
    this.#log = log;
    this.#window = window;
    this.#steps = steps.length;
    this.#began = new Float64Array(steps.length);
    this.#all = new Array(steps.length + 1).fill(0);
  }

  add(walk: Walk): void {
    const level = this.#levelOf(walk);
    const own = (this.#bySegment[walk.segment] ??= new Array(this.#steps + 1).fill(0));
    this.#all[level] = (this.#all[level] ?? 0) + 1;
    own[level] = (own[level] ?? 0) + 1;
  }

  rows(segments: readonly number[]): FunnelCount[] {
    const names = this.#log.segments.list;
    const rows: FunnelCount[] = [{ levels: this.#levels(this.#all) }];
    for (const segment of segments)
      rows.push({ segment: names[segment] ?? '', levels: this.#levels(this.#bySegment[segment] ?? []) });
    return rows;
  }

  /** The longest chain of a unit. Each yes is looked at once, with the steps that it fills: the last first, so that it fills one. */
  #levelOf({ yeses, row }: Walk): number {
    const { spots, yes, time } = this.#log;
    const began = this.#began.fill(Number.NEGATIVE_INFINITY);
    let level = 0;
    for (let at = 0; at < yeses && level < this.#steps; at++) {
      const now = time[row[at] as number] as number;
      for (const step of spots.list[(yes[row[at] as number] as number) - 1]?.steps ?? []) {
        const start = step === 0 ? now : (began[step - 1] as number);
        if (now - start > this.#window) continue;
        began[step] = start;
        if (step >= level) level = step + 1;
      }
    }
    return level;
  }

  /** Whoever came further came so far as well. */
  #levels(exactly: readonly number[]): number[] {
    const levels: number[] = [];
    let sum = 0;
    for (let step = this.#steps; step > 0; step--) levels.unshift((sum += exactly[step] ?? 0));
    return levels;
  }
}
