import type { Counts, VariantCount } from '../counts.ts';
import { groupBy } from '../group-by.ts';
import type { Arm, Comparison, ExperimentReadout, Figure, WarningCode } from '../insights.ts';
import { correct } from '../stats/correct.ts';
import { chiSquareTail, z95 } from '../stats/special.ts';
import { areFew, around, compareArms, varianceOf } from './compare-arms.ts';
import { rateOf } from './rate.ts';

/** How an experiment is read. */
export interface ExperimentReading {
  /** How often it is looked at. Default `'any'`: an interval that may be looked at each day. */
  readonly looks?: 'once' | 'any' | undefined;
  /**
   * How many units it is planned for, all arms together; not to be chosen after a look at the figures. With `'once'` fewer are
   * PEEKED, with `'any'` the interval is narrowest there. Default 10,000.
   */
  readonly planned?: number | undefined;
  /**
   * The shares of the arms, by experiment and variant, in any unit, as in `variants` of `defineExperiment`. Default: all equal,
   * of those that were seen, `'holdout'` left out.
   */
  readonly weights?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
}

/**
 * The arms of each experiment, and each beside the first: the one named `control`, else the first of its weights, else the first
 * by name. `'holdout'` is an arm that sees what the first sees: it is shown, and compared with nothing.
 */
export function experimentsOf({ variants }: Counts, reading: ExperimentReading = {}): ExperimentReadout[] {
  const readouts = [...groupBy(variants, ({ experiment }) => experiment).entries()].map(
    ([experiment, rows]) => readoutOf(experiment, rows, reading),
  );
  // Each figure is a family of its own, over all experiments.
  for (const metric of ['goal', 'micro', 'value'] as const)
    correct(
      readouts.flatMap(({ comparisons }) => comparisons),
      (one) => one[metric].p,
      (one, correction) => {
        one[metric] = { ...one[metric], ...correction };
      },
    );
  return readouts;
}

/** While the corrections are still to come. */
interface Raw extends ExperimentReadout {
  readonly comparisons: { -readonly [Key in keyof Comparison]: Comparison[Key] }[];
}

function readoutOf(experiment: string, rows: readonly VariantCount[], reading: ExperimentReading): Raw {
  const { looks, planned = 0, weights } = reading;
  const plan = planned > 0 && planned < Infinity ? planned : 10_000;
  const shares = sharesOf(weights, experiment);
  const order = ['control', ...shares.keys()];
  const rank = ({ variant }: VariantCount) =>
    variant === 'holdout' ? order.length + 2 : order.indexOf(variant) + 1 || order.length + 1;
  const arms = [...rows].sort((one, two) => rank(one) - rank(two) || (one.variant < two.variant ? -1 : 1));
  const compared = arms.filter(({ variant }) => variant !== 'holdout');
  const total = compared.reduce((sum, { exposed }) => sum + exposed, 0);
  const srmP = srm(arms, shares);
  const warnings: WarningCode[] = [];
  if (srmP < 0.01) warnings.push('SRM');
  if (looks === 'once' && total < plan) warnings.push('PEEKED');

  const [first, ...later] = compared;
  const tuned = looks === 'once' ? undefined : plan;
  return {
    experiment,
    arms: arms.map(armOf),
    // Arms of the wrong size are not the same people: nothing is read.
    comparisons: !first || srmP < 0.001 ? [] : later.map((arm) => compareArms(arm, first, tuned, warnings)),
    srmP,
    mixed: (arms[0] as VariantCount).mixed,
    warnings: areFew(compared, 'converted') ? [...warnings, 'TOO_FEW'] : warnings,
  };
}

/** Usable weights, in the order written; none where one of them is no weight, as `defineExperiment` takes them. */
function sharesOf(weights: ExperimentReading['weights'], experiment: string): Map<string, number> {
  const own = new Map(Object.entries(weights ?? {})).get(experiment);
  const shares = Object.entries(own ?? {});
  return new Map(shares.every(([, share]) => share > 0 && share < Infinity) ? shares : []);
}

/** The test for a sample ratio mismatch: were the arms filled as they should be? An arm that nobody came to is one as well. */
function srm(rows: readonly VariantCount[], shares: ReadonlyMap<string, number>): number {
  const seen = new Map(rows.map(({ variant, exposed }) => [variant, exposed]));
  if (!shares.has('holdout')) seen.delete('holdout');
  const names = new Set([...seen.keys(), ...shares.keys()]);
  const shareOf = (name: string) => (shares.size > 0 ? (shares.get(name) ?? 0) : 1);
  let whole = 0;
  let total = 0;
  let value = 0;
  for (const name of names) {
    whole += shareOf(name);
    total += seen.get(name) ?? 0;
  }
  for (const name of names) {
    const [exposed, expected] = [seen.get(name) ?? 0, (total * shareOf(name)) / whole];
    // Who is in an arm that has no share cannot be there.
    if (exposed !== expected) value += (exposed - expected) ** 2 / expected;
  }
  return names.size > 1 ? chiSquareTail(value, names.size - 1) : 1;
}

const armOf = (row: VariantCount): Arm => ({
  variant: row.variant,
  goal: rateOf(row.converted, row.exposed),
  micro: rateOf(row.micro, row.exposed),
  value: meanOf(row),
});

function meanOf(row: VariantCount): Figure {
  const { exposed } = row;
  const mean = row.sum / exposed;
  return {
    estimate: mean,
    interval: around(mean, z95 * Math.sqrt(varianceOf(row) / exposed)),
    n: exposed,
    warnings: rateOf(0, exposed).warnings,
  };
}
