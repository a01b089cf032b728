import type { JSX } from 'react';
import type { Comparison, ExperimentReadout } from '../insights.ts';
import { isSure } from './sure.ts';
import type { Writer } from './write.ts';

/** So many rows can be read; a shop may have an action for each of its products, a segment for each town. */
const most = 30;

/**
 * Those that are shown, in their order: of what matters most, `first`, as many as fill half of the place, then the others as they
 * come. All of them stand in the figures, as data.
 */
export function fewRows<One>(all: readonly One[], first: readonly One[] = [], room = most): readonly One[] {
  if (all.length <= room) return all;
  const kept = new Set([...new Set([...first.slice(0, room / 2), ...all])].slice(0, room));
  return all.filter((one) => kept.has(one));
}

type MoreText = 'moreAsks' | 'moreRows' | 'moreExperiments';

/** How many of them are not, in a sentence; in none where all are. */
export function tellMore(
  writer: Writer,
  all: readonly unknown[],
  shown: readonly unknown[],
  text: MoreText = 'moreRows',
): string[] {
  const count = all.length - shown.length;
  return count > 0 ? [writer.say(text, { count: writer.count(count) })] : [];
}

/** The same below a table. */
export function renderMore(...more: Parameters<typeof tellMore>): JSX.Element | false {
  const [words] = tellMore(...more);
  return words !== undefined && <p className="sy-insights-note">{words}</p>;
}

/** One comparison is some sentences and three rows, one experiment a whole part. */
const mostTests = 10;

const hasResult = ({ goal, micro }: Comparison) => isSure(goal) || isSure(micro);

/** First what came to something, then what can be read: of an arm that is too small there is no `q`. */
export const fewComparisons = (all: readonly Comparison[]): readonly Comparison[] =>
  fewRows(all, [...all.filter(hasResult), ...all.filter(({ goal }) => goal.q)], mostTests);

/** Those that came to something, or that cannot be read at all, among them. */
export const fewExperiments = (all: readonly ExperimentReadout[]): readonly ExperimentReadout[] =>
  fewRows(
    all,
    all.filter(({ comparisons, srmP }) => srmP < 0.001 || comparisons.some(hasResult)),
    mostTests,
  );
