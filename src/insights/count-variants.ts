import { compareTexts } from './count-keys.ts';
import type { Log } from './count-log.ts';
import type { Walk } from './count-walk.ts';
import type { VariantCount } from './counts.ts';

interface Arm {
  exposed: number;
  converted: number;
  micro: number;
  sum: number;
  sumSquares: number;
}

interface Met {
  /** The variant; -1 after another one was seen as well. */
  variant: number;
  /** The place of the first row that carries it. */
  place: number;
}

/** Who saw which variant, and what they did from then on; see {@link VariantCount}. */
export class VariantTally {
  readonly #log: Log;
  readonly #arms: Arm[];
  /** Units that saw several, by experiment. */
  readonly #mixed: number[];

  constructor(log: Log) {
    this.#log = log;
    this.#arms = log.variants.map(() => ({ exposed: 0, converted: 0, micro: 0, sum: 0, sumSquares: 0 }));
    this.#mixed = new Array(log.experiments.list.length).fill(0);
  }

  add(walk: Walk): void {
    if (this.#arms.length === 0) return;
    for (const [experiment, { variant, place }] of this.#met(walk)) {
      const arm = this.#arms[variant];
      if (arm) this.#expose(arm, walk, place);
      else this.#mixed[experiment] = (this.#mixed[experiment] ?? 0) + 1;
    }
  }

  rows(): VariantCount[] {
    const { variants, experiments } = this.#log;
    return variants
      .map(({ experiment, name }, at) => ({
        experiment: experiments.list[experiment] ?? '',
        variant: name,
        ...(this.#arms[at] as Arm),
        mixed: this.#mixed[experiment] ?? 0,
      }))
      .sort(
        (one, two) => compareTexts(one.experiment, two.experiment) || compareTexts(one.variant, two.variant),
      );
  }

  #met({ rows }: Walk): Map<number, Met> {
    const { exposure, carried, variants } = this.#log;
    const met = new Map<number, Met>();
    let before = 0;
    for (let place = 0; place < rows.length; place++) {
      const now = exposure[rows[place] as number] as number;
      // Row after row carries the same.
      if (now === before) continue;
      before = now;
      for (const variant of carried[now]?.variants ?? []) {
        const { experiment } = variants[variant] as { experiment: number };
        const known = met.get(experiment);
        if (!known) met.set(experiment, { variant, place });
        else if (known.variant !== variant) known.variant = -1;
      }
    }
    return met;
  }

  #expose(arm: Arm, { row, place: places, yeses }: Walk, place: number): void {
    const { spots, yes, amount } = this.#log;
    arm.exposed++;
    let [isDone, isMicro] = [false, false];
    for (let at = 0; at < yeses && !(isDone && isMicro); at++) {
      if ((places[at] as number) < place) continue;
      const spot = spots.list[(yes[row[at] as number] as number) - 1];
      if (spot?.isMicro) isMicro = true;
      if (!spot?.isGoal || isDone) continue;
      isDone = true;
      const money = amount[row[at] as number] as number;
      arm.sum += money;
      arm.sumSquares += money * money;
    }
    if (isDone) arm.converted++;
    if (isMicro) arm.micro++;
  }
}
