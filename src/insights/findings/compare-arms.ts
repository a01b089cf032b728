import type { VariantCount } from '../counts.ts';
import type { Comparison, Figure, Tested, WarningCode } from '../insights.ts';
import { newcombe } from '../stats/rates.ts';
import { confidenceSequence } from '../stats/sequence.ts';
import { normalTails, z95 } from '../stats/special.ts';

/** Of one unit alone nothing is known but itself, of none nothing at all. */
export const around = (estimate: number, half: number): readonly [number, number] =>
  Number.isNaN(estimate + half) ? [-Infinity, Infinity] : [estimate - half, estimate + half];

/** Rounding may leave a variance of a little less than nothing. */
export const varianceOf = ({ sum, sumSquares, exposed }: VariantCount) =>
  Math.max(0, (sumSquares - sum ** 2 / exposed) / (exposed - 1));

type Metric = 'converted' | 'micro';

/**
 * Whether one of the arms is too small for their yeses to be compared. It takes five that are expected, not five that came: an arm
 * that puts everybody off has none.
 */
export function areFew(arms: readonly VariantCount[], metric: Metric): boolean {
  const sum = (key: Metric | 'exposed') => arms.reduce((all, arm) => all + arm[key], 0);
  const least = Math.min(...arms.map(({ exposed }) => exposed));
  return least < 100 || least * sum(metric) < 5 * sum('exposed');
}

/**
 * One arm beside the first. `tuned`: the units at which an interval that may be looked at each day is narrowest; undefined when
 * it is read once.
 */
export function compareArms(
  arm: VariantCount,
  first: VariantCount,
  tuned: number | undefined,
  warnings: readonly WarningCode[],
): Comparison {
  const n = arm.exposed + first.exposed;
  const tested = (
    metric: Metric,
    estimate: number,
    error: number,
    fixed?: readonly [number, number],
  ): Tested => {
    const few = areFew([arm, first], metric);
    const any = tuned === undefined ? undefined : confidenceSequence(estimate, error, n, tuned);
    const own = around(estimate, any?.half ?? z95 * error);
    return {
      estimate,
      interval: any && fixed ? [Math.max(-1, own[0]), Math.min(1, own[1])] : (fixed ?? own),
      n,
      p: few || !(error > 0) ? Number.NaN : (any?.p ?? normalTails(estimate / error)),
      q: undefined,
      comparisons: 0,
      warnings: few ? [...warnings, 'TOO_FEW'] : warnings,
    };
  };
  const share = (metric: Metric) => {
    const [k1, n1, k2, n2] = [arm[metric], arm.exposed, first[metric], first.exposed];
    const error = tuned === undefined ? pooledError(k1, n1, k2, n2) : ownError(k1, n1, k2, n2);
    return tested(metric, k1 / n1 - k2 / n2, error, newcombe(k1, n1, k2, n2));
  };
  const goal = share('converted');
  return {
    variant: arm.variant,
    against: first.variant,
    goal,
    relative: relativeOf(arm, first, goal, tuned),
    micro: share('micro'),
    value: tested(
      'converted',
      arm.sum / arm.exposed - first.sum / first.exposed,
      // A small arm of poor luck has a small variance as well, and would seem sure of it.
      Math.max(
        Math.sqrt(varianceOf(arm) / arm.exposed + varianceOf(first) / first.exposed),
        pooledError(arm.sum, arm.exposed, first.sum, first.exposed, arm.sumSquares + first.sumSquares),
      ),
    ),
  };
}

/** The error of a difference of means, of shares as well, where there is none: for these it belongs to the test that is read once. */
function pooledError(sum1: number, n1: number, sum2: number, n2: number, squares = sum1 + sum2): number {
  const n = n1 + n2;
  return Math.sqrt(Math.max(0, squares / n - ((sum1 + sum2) / n) ** 2) * (1 / n1 + 1 / n2));
}

/**
 * The error of a difference of shares as it is, for an interval that is looked at from the first unit on. With one yes and one no
 * added to each arm (Agresti and Caffo 2000), because an arm without any yes would have no error at all.
 */
function ownError(k1: number, n1: number, k2: number, n2: number): number {
  const square = (k: number, n: number) => ((k + 1) * (n - k + 1)) / (n + 2) ** 2 / n;
  return Math.sqrt(square(k1, n1) + square(k2, n2));
}

/** The difference as a share of the first arm's rate, by the delta method. */
function relativeOf(
  arm: VariantCount,
  first: VariantCount,
  { n, warnings }: Tested,
  tuned: number | undefined,
): Figure {
  const ratio = arm.converted / arm.exposed / (first.converted / first.exposed);
  const error =
    ratio * Math.sqrt(1 / arm.converted - 1 / arm.exposed + 1 / first.converted - 1 / first.exposed);
  const half = tuned === undefined ? z95 * error : confidenceSequence(ratio - 1, error, n, tuned).half;
  // Of nothing there is no share.
  const estimate = ratio < Infinity ? ratio - 1 : Number.NaN;
  const [low, high] = around(estimate, half);
  return { estimate, interval: [Math.max(-1, low), high], n, warnings };
}
