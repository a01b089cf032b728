import type { Counts } from '../counts.ts';
import type { SegmentRate, WarningCode } from '../insights.ts';
import { correct } from '../stats/correct.ts';
import { newcombe } from '../stats/rates.ts';
import { independence } from '../stats/tables.ts';
import { fewest, rateOf } from './rate.ts';

/**
 * What a segment is compared with: the other named ones, as the sum of their numbers. Those of no segment, `''`, have said nothing of
 * themselves, which whoever leaves early never does, so they are compared with nobody. Only where there is a single named one it stands
 * beside them, with LENGTH_BIAS. Added up once, because there may be as many segments as visitors.
 */
export function rivalsOf<One extends { readonly segment: string }>(
  all: readonly One[],
  numbersOf: (one: One) => readonly number[],
): (one: One) => { readonly rivals: readonly number[]; readonly warnings: readonly WarningCode[] } {
  const named = all.filter(({ segment }) => segment);
  const sumOf = (some: readonly One[]) =>
    some.reduce<number[]>((sums, one) => numbersOf(one).map((n, at) => n + (sums[at] ?? 0)), []);
  const [sum, unnamed] = [sumOf(named), sumOf(all.filter(({ segment }) => !segment))];
  return (one) => {
    const isAmong = one.segment && (named.length > 1 || !unnamed.length);
    const others = one.segment ? unnamed : [];
    return {
      rivals: isAmong ? numbersOf(one).map((n, at) => (sum[at] ?? 0) - n) : others,
      warnings: isAmong ? [] : ['LENGTH_BIAS'],
    };
  };
}

/** How large each segment is and how many of it reach the goal, beside the other segments; the largest first. */
export function segmentsOf({ segments }: Counts): SegmentRate[] {
  const all = segments.reduce((sum, { n }) => sum + n, 0);
  const besides = rivalsOf(segments, ({ n, converted }) => [n, converted]);
  const compared = segments.map((one) => {
    const { segment, n, converted } = one;
    const { rivals, warnings } = besides(one);
    const [m = 0, k = 0] = rivals;
    const few = n < fewest || m < fewest;
    const difference = {
      estimate: converted / n - k / m,
      interval: newcombe(converted, n, k, m),
      n: n + m,
      p: few ? Number.NaN : independence([converted, n - converted, k, m - k]),
      warnings: few && segment !== '' ? [...warnings, 'TOO_FEW' as const] : warnings,
    };
    return { segment, share: rateOf(n, all), rate: rateOf(converted, n), difference };
  });
  return correct(
    compared,
    ({ difference }) => difference.p,
    (one, correction): SegmentRate => ({ ...one, difference: { ...one.difference, ...correction } }),
  ).sort((one, two) => two.share.k - one.share.k || (one.segment < two.segment ? -1 : 1));
}
