import { type Counts, type NextCount, START } from '../counts.ts';
import { groupBy } from '../group-by.ts';
import type { NextBestAsk, WarningCode } from '../insights.ts';
import { lowerBound } from '../stats/rates.ts';
import { isNamed, isOnLadder } from './actions.ts';
import { fewest, rateOf } from './rate.ts';

/**
 * What is best asked next of somebody who last gave this yes: of the larger asks that enough visitors took there, the one with
 * the largest lower bound of the goal's rate, so that a lucky handful never wins. The best of many has been lucky as well, so the
 * bounds hold for all that are weighed in a state at once (Bonferroni). A state in which no ask has enough visitors has no entry:
 * there the ladder as it was written stands.
 */
export function nextBestAsksOf({ next, question }: Counts, onLadder?: readonly string[]): NextBestAsk[] {
  const grades = new Map([[START, 1]]);
  for (const { action, grade } of next) grades.set(action, Math.max(grade, grades.get(action) ?? 0));
  return [...groupBy(next, ({ state }) => state).entries()].flatMap(([state, rows]) => {
    const from = grades.get(state) ?? Infinity;
    // Slightly larger only, by the rules of a ladder: never a fall, never a jump over a grade. The goal would always win.
    const isAllowed = ({ action, n }: NextCount) => {
      const grade = grades.get(action) ?? 0;
      return (
        n >= fewest &&
        grade >= from &&
        grade <= from + 1 &&
        action !== state &&
        !isNamed(action, [question.goal])
      );
    };
    const allowed = rows.filter(isAllowed);
    const weighed = allowed
      .map(({ action, n, converted }) => {
        const warnings: WarningCode[] = isOnLadder(action, onLadder) ? ['ON_LADDER'] : [];
        const lower = lowerBound(converted, n, 0.025 / allowed.length);
        return { lower, told: { action, rate: rateOf(converted, n, ...warnings) } };
      })
      .sort((one, two) => two.lower - one.lower || (one.told.action < two.told.action ? -1 : 1));
    const best = weighed[0];
    return best ? [{ state, ...best.told, lower: best.lower, weighed: weighed.map(({ told }) => told) }] : [];
  });
}
