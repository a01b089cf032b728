import type { ActionCount, Counts } from '../counts.ts';
import { groupBy } from '../group-by.ts';
import type { Lift, WarningCode } from '../insights.ts';
import { benjaminiHochberg, correct } from '../stats/correct.ts';
import { newcombe } from '../stats/rates.ts';
import { fisher, mantelHaenszel, oddsRatio, type Table } from '../stats/tables.ts';
import { isNamed, isOnLadder } from './actions.ts';
import { rateOf } from './rate.ts';

type Untold = Omit<Lift, 'q' | 'comparisons'>;

/**
 * How each action and the goal go together. Those of whom too few did or did not do it are shown greyed and not tested; all
 * that are shown are one family. What the goal itself brings about is in no family: its tiny p would let others pass. Where
 * segments contradict what all of them together say, only the segments are shown.
 */
export function liftsOf(counts: Counts, onLadder?: readonly string[]): Lift[] {
  const whole = counts.actions.filter(({ segment }) => segment === undefined);
  const strata = groupBy(
    counts.actions.filter(({ segment }) => segment !== undefined),
    ({ action }) => action,
  );
  const pooled = whole.map(({ action }) => mantelHaenszel((strata.get(action) ?? []).map(tableOf)));
  const homogeneity = benjaminiHochberg(pooled.map((one) => one?.homogeneity));

  const lifts = whole.flatMap((count, at): Untold[] => {
    const lift = liftOf(count, counts, onLadder);
    const one = pooled[at];
    if (!one) return [lift];
    const breslowDayQ = homogeneity[at] ?? 1;
    const told = { ...lift, pooled: { oddsRatio: one.ratio, interval: one.interval, breslowDayQ } };
    // Around 1 both sides are one.
    const [low, high] = lift.oddsInterval;
    const turned = (low > 1 && one.ratio < 1) || (high < 1 && one.ratio > 1);
    if (!lift.shown || !(breslowDayQ < 0.05 || turned)) return [told];
    const apart = (strata.get(count.action) ?? []).map((stratum) => liftOf(stratum, counts, onLadder));
    return [{ ...told, shown: false, warnings: [...told.warnings, 'SEGMENT_REVERSAL'] }, ...apart];
  });

  return correct(
    lifts,
    ({ shown, p }) => (shown ? p : undefined),
    (lift, correction): Lift => ({ ...lift, ...correction }),
  ).sort((one, two) => Number(two.shown) - Number(one.shown) || two.oddsInterval[0] - one.oddsInterval[0]);
}

const tableOf = ({ exposed, exposedConverted, unexposed, unexposedConverted }: ActionCount): Table => [
  exposedConverted,
  exposed - exposedConverted,
  unexposedConverted,
  unexposed - unexposedConverted,
];

function liftOf(count: ActionCount, { question, rows, ties }: Counts, onLadder?: readonly string[]): Untold {
  const { action, segment, exposed, exposedConverted, unexposed, unexposedConverted, next } = count;
  const table = tableOf(count);
  const [n, smaller] = [exposed + unexposed, Math.min(exposed, unexposed)];
  // Expected counts rather than those that came: who waits for five goals waits for luck, and takes it for an effect.
  const expected = (smaller * Math.min(table[0] + table[2], table[1] + table[3])) / n;
  const few = smaller < Math.max(25, 0.02 * n) || expected < 5;
  const { ratio, interval } = oddsRatio(table);
  const leaks =
    isNamed(action, [question.goal, ...question.derived]) || (ratio > 20 && next * 2 >= exposedConverted);

  const warnings: WarningCode[] = [];
  if (few) warnings.push('TOO_FEW');
  if (smaller < 0.05 * n) warnings.push('SKEWED');
  if (question.exposure !== 'landmark') warnings.push('LENGTH_BIAS');
  if (isOnLadder(action, onLadder)) warnings.push('ON_LADDER');
  if (leaks) warnings.push('LEAKS_OUTCOME');
  if (ties * 100 > rows) warnings.push('TIES');
  const shown = !few && !leaks;
  // Whoever acted has one place less among the first yeses for what goes with the goal more often.
  if (shown && question.exposure === 'landmark' && interval[1] < 1) warnings.push('DISPLACES');
  return {
    action,
    ...(segment !== undefined && { segment }),
    exposed: rateOf(exposedConverted, exposed),
    unexposed: rateOf(unexposedConverted, unexposed),
    estimate: exposedConverted / exposed - unexposedConverted / unexposed,
    interval: newcombe(exposedConverted, exposed, unexposedConverted, unexposed),
    oddsRatio: ratio,
    oddsInterval: interval,
    n,
    p: few ? Number.NaN : fisher(table),
    shown,
    warnings,
  };
}
