import type { Lift } from '../insights.ts';

/** Whether a difference stands after the correction. One that was not tested has no `q`. */
export const isSure = ({ q }: { readonly q?: number | undefined }): boolean => q !== undefined && q < 0.05;

/** What stands after the correction: an action goes with the goal more often, less often, or nobody knows. */
export function sureOf(lift: Lift): 'more' | 'less' | 'none' {
  if (!lift.shown || !isSure(lift)) return 'none';
  return lift.estimate < 0 ? 'less' : 'more';
}

/** Whether an action surely goes with fewer goals of everybody: no advice may name it. */
export const goesLess = (lifts: readonly Lift[], action: string): boolean =>
  lifts.some((lift) => lift.action === action && lift.segment === undefined && sureOf(lift) === 'less');
