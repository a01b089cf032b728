import { type Counts, type NextCount, START } from '../counts.ts';
import { groupBy } from '../group-by.ts';
import type { NextBestAsk, WarningCode } from '../insights.ts';
import { isNamed, isOnLadder } from './actions.ts';
import { fewest, rateOf } from './rate.ts';

/**
 * What is best asked next of somebody who last gave this yes: of the larger asks that enough visitors took there, the one with
 * the largest lower bound of the goal's rate, so that a lucky handful never wins. A state in which no ask has enough visitors
 * has no entry: there the ladder as it was written stands.
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
    const weighed = rows
      .filter(isAllowed)
      .map(({ action, n, converted }) => {
        const warnings: WarningCode[] = isOnLadder(action, onLadder) ? ['ON_LADDER'] : [];
        return { action, rate: rateOf(converted, n, ...warnings) };
      })
      .sort((one, two) => two.rate.interval[0] - one.rate.interval[0] || (one.action < two.action ? -1 : 1));
    const best = weighed[0];
    return best ? [{ state, ...best, lower: best.rate.interval[0], weighed }] : [];
  });
}
