import type { Counts, FunnelCount } from '../counts.ts';
import type { Funnel, WarningCode, WeakLink } from '../insights.ts';
import { correct } from '../stats/correct.ts';
import { newcombe } from '../stats/rates.ts';
import { independence } from '../stats/tables.ts';
import { fewest, rateOf } from './rate.ts';
import { rivalsOf } from './segments.ts';

/** The funnel of everybody, then of each segment. */
export function funnelsOf({ funnel, question, units, segments }: Counts): Funnel[] {
  const sizes = new Map(segments.map(({ segment, n }) => [segment, n]));
  return funnel.map(({ segment, levels }) => {
    const all = segment === undefined ? units : (sizes.get(segment) ?? 0);
    const steps = question.steps.map((step, at) => {
      const reached = levels[at] ?? 0;
      const before = at === 0 ? all : (levels[at - 1] ?? 0);
      return {
        step,
        reached,
        lost: Math.max(0, before - reached),
        rate: rateOf(reached, before),
        overall: rateOf(reached, levels[0] ?? 0),
      };
    });
    return segment === undefined ? { steps } : { segment, steps };
  });
}

/**
 * Where a segment loses more than the other segments do at the same step. The step with the lowest rate of all is no weak link by
 * that alone: the last steps are the largest asks. Every step of every segment is one test of the family.
 */
export function weakLinksOf({ funnel, question }: Counts): WeakLink[] {
  const apart = funnel.flatMap(({ segment, levels }) => (segment === undefined ? [] : [{ segment, levels }]));
  const besides = rivalsOf(apart, ({ levels }) => levels);
  const compared = apart.flatMap((one) => {
    const { rivals, warnings } = besides(one);
    return question.steps.flatMap((step, index) => compare(one, rivals, step, index, warnings));
  });
  return correct(
    compared,
    ({ p }) => p,
    (link, correction): WeakLink => ({ ...link, ...correction }),
  )
    .filter(({ q, estimate }) => q !== undefined && q < 0.05 && estimate < 0)
    .sort((one, two) => one.interval[1] - two.interval[1] || one.index - two.index);
}

type Untold = Omit<WeakLink, 'q' | 'comparisons'>;

function compare(
  { segment, levels }: Required<FunnelCount>,
  others: readonly number[],
  step: string,
  index: number,
  warnings: readonly WarningCode[],
): Untold[] {
  // Before the first step nobody was asked, so that none are compared there.
  const [n = 0, k = 0] = levels.slice(index - 1);
  const [m = 0, l = 0] = others.slice(index - 1);
  if (!index || n < fewest || m < fewest) return [];
  const [rate, rest] = [rateOf(k, n), rateOf(l, m)];
  return [
    {
      step,
      index,
      segment,
      rate,
      others: rest,
      estimate: rate.estimate - rest.estimate,
      interval: newcombe(k, n, l, m),
      n: n + m,
      p: independence([k, n - k, l, m - l]),
      warnings,
    },
  ];
}
