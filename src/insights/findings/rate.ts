import type { Rate, WarningCode } from '../insights.ts';
import { wilson } from '../stats/rates.ts';

/** Below this many units a share is not to be read. */
export const fewest = 30;

/** A share of k in n, with TOO_FEW below {@link fewest}; NaN, 0 to 1, where k in n is no share. */
export function rateOf(k: number, n: number, ...warnings: WarningCode[]): Rate {
  const isShare = n > 0 && k >= 0 && k <= n;
  const few: WarningCode[] = isShare && n >= fewest ? [] : ['TOO_FEW'];
  return {
    k,
    n,
    estimate: isShare ? k / n : Number.NaN,
    interval: wilson(k, n),
    warnings: [...few, ...warnings],
  };
}
