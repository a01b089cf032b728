import type { Interval } from '../insights.ts';
import { z95 } from './special.ts';

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
