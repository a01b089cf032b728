import type { Counts } from '../counts.ts';
import type { RetentionCell } from '../insights.ts';
import { rateOf } from './rate.ts';

const week = 604_800_000;
/** Two years: a clock that stood at 1970 is no reason for three thousand cells. */
const oldest = 104;

/** The first moment of a week, epoch ms. 1 January 1970 was a Thursday, so that week 0 begins on the Monday after it. */
const startOfWeek = (number: number, weekStart: number) => number * week + (weekStart + 3) * 86_400_000;

/**
 * Every cell of the triangle up to the last week that the events reach, ages of 104 weeks at most. A week that nobody came back
 * in is a cell with 0. The last week is marked: it is under way, or the events end within it.
 */
export function retentionOf({ retention, question, to }: Counts): RetentionCell[] {
  const { weekStart, now } = question;
  const back = new Map(retention.map(({ cohort, age, n }) => [`${cohort} ${age}`, n]));
  const last = Math.floor((Math.min(now, to) - startOfWeek(0, weekStart)) / week);
  const cohorts = retention.filter(({ age }) => age === 0).sort((one, two) => one.cohort - two.cohort);
  return cohorts.flatMap(({ cohort, n }) =>
    Array.from({ length: Math.max(0, Math.min(oldest, last - cohort) + 1) }, (_, age) => ({
      ...rateOf(
        back.get(`${cohort} ${age}`) ?? 0,
        n,
        ...(cohort + age === last ? ['INCOMPLETE_PERIOD' as const] : []),
      ),
      cohort,
      start: startOfWeek(cohort, weekStart),
      age,
    })),
  );
}
