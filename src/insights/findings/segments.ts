import type { Counts } from '../counts.ts';
import type { SegmentRate, WarningCode } from '../insights.ts';
import { correct } from '../stats/correct.ts';
import { newcombe } from '../stats/rates.ts';
import { independence } from '../stats/tables.ts';
import { fewest, rateOf } from './rate.ts';

/**
 * What a segment is compared with: the other named ones. Those of no segment, `''`, have said nothing of themselves, which
 * whoever leaves early never does, so they are compared with nobody. Only where there is a single named one it stands beside
 * them, with LENGTH_BIAS.
 */
export function rivalsOf<One extends { readonly segment: string }>(
  { segment }: One,
  all: readonly One[],
): { readonly rivals: readonly One[]; readonly warnings: readonly WarningCode[] } {
  if (segment === '') return { rivals: [], warnings: ['LENGTH_BIAS'] };
  const named = all.filter((one) => one.segment !== '' && one.segment !== segment);
  if (named.length > 0) return { rivals: named, warnings: [] };
  const unnamed = all.filter((one) => one.segment === '');
  return { rivals: unnamed, warnings: unnamed.length > 0 ? ['LENGTH_BIAS'] : [] };
}

/** How large each segment is and how many of it reach the goal, beside the other segments; the largest first. */
export function segmentsOf({ segments }: Counts): SegmentRate[] {
  const all = segments.reduce((sum, { n }) => sum + n, 0);
  const compared = segments.map((one) => {
    const { segment, n, converted } = one;
    const { rivals, warnings } = rivalsOf(one, segments);
    const [m, k] = [sumOf(rivals, 'n'), sumOf(rivals, 'converted')];
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

const sumOf = (segments: Counts['segments'], key: 'n' | 'converted') =>
  segments.reduce((sum, one) => sum + one[key], 0);
