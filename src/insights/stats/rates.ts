import type { Interval } from '../insights.ts';
import { logChoose, z95 } from './special.ts';

/**
 * The score interval of a share of k in n (Wilson, "Probable inference, the law of succession, and statistical inference",
 * 1927), 95 %. Nothing known, or what is no share, is 0 to 1.
 */
export function wilson(k: number, n: number): Interval {
  if (!(n > 0 && k >= 0 && k <= n)) return [0, 1];
  const share = k / n;
  const square = z95 * z95;
  const middle = share + square / (2 * n);
  const half = z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const whole = 1 + square / n;
  // The ends are known; rounding would leave 1e-17 there.
  return [
    k === 0 ? 0 : Math.max(0, (middle - half) / whole),
    k === n ? 1 : Math.min(1, (middle + half) / whole),
  ];
}

/**
 * The interval of a difference of two shares, the first less the second, from the score intervals of both (Newcombe,
 * "Interval estimation for the difference between independent proportions", 1998, method 10), 95 %.
 */
export function newcombe(k1: number, n1: number, k2: number, n2: number): Interval {
  if (!(n1 > 0 && n2 > 0)) return [-1, 1];
  const [first, second] = [k1 / n1, k2 / n2];
  const [low1, high1] = wilson(k1, n1);
  const [low2, high2] = wilson(k2, n2);
  const difference = first - second;
  return [
    difference - Math.hypot(first - low1, high2 - second),
    difference + Math.hypot(high1 - first, second - low2),
  ];
}

/**
 * The exact lower bound of a share of k in n: of smaller shares k or more come less often than `tail` (Clopper and Pearson, "The
 * use of confidence or fiducial limits illustrated in the case of the binomial", 1934). The score interval's own end is too high
 * for small shares, the more so the smaller the tail.
 */
export function lowerBound(k: number, n: number, tail: number): number {
  if (!(n > 0 && k > 0 && k <= n)) return 0;
  const ways = logChoose(n, k);
  let [low, high] = [0, k / n];
  for (let turn = 0; turn < 50; turn++) {
    const share = (low + high) / 2;
    let term = Math.exp(ways + k * Math.log(share) + (n - k) * Math.log1p(-share));
    let sum = 0;
    // What is nothing beside the tail ends it: the least number that there is would become no less over millions of turns.
    for (let x = k; sum < tail && term > tail * 1e-17; x++) {
      sum += term;
      term *= ((n - x) / (x + 1)) * (share / (1 - share));
    }
    if (sum < tail) low = share;
    else high = share;
  }
  return low;
}
