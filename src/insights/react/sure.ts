import type { Lift } from '../insights.ts';

/** What stands after the correction: an action goes with the goal more often, less often, or nobody knows. */
export function sureOf({ shown, q, estimate }: Lift): 'more' | 'less' | 'none' {
  if (!shown || q === undefined || !(q < 0.05)) return 'none';
  return estimate < 0 ? 'less' : 'more';
}

/** Whether an action surely goes with fewer goals of everybody: no advice may name it. */
export const goesLess = (lifts: readonly Lift[], action: string): boolean =>
  lifts.some((lift) => lift.action === action && lift.segment === undefined && sureOf(lift) === 'less');
