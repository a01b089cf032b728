'use client';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { tell } from '../../internal/messages.ts';
import type { AnyPollProps } from './poll-props.ts';
import { type PollChoice, type PollCounts, percentages, readCounts, sum } from './poll-state.ts';

/** Where everyone's votes come from: the counts, or a function that fetches them. */
export type PollResultsSource = PollCounts | (() => PollCounts | Promise<PollCounts>);

/** What a source said; neither while it is silent. */
interface LoadedResults {
  readonly results?: unknown;
  /** Why there are none, for the developer. */
  readonly problem?: string;
}

/** Everyone's votes, made ready to draw. */
export interface PollFigures {
  readonly counts: readonly number[];
  readonly percents: readonly number[];
  readonly total: number;
}

/** What this visitor did since results that are plain data were counted. */
export interface OwnVote {
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  /** Those results at the time of the vote. Once they differ, they hold it. */
  readonly before?: string;
}

const nothing: LoadedResults = {};
const patience = 10_000;

/**
 * Asks the source once per `turn`, after the vote was counted, so that its answer holds that vote. One that is silent for
 * 10 seconds counts as failed, and is not heard any more. A source that is plain data has spoken already.
 */
function useResults(source: PollResultsSource | undefined, turn: string | undefined): LoadedResults {
  const latest = useRef(source);
  useLayoutEffect(() => {
    latest.current = source;
  });
  const [loaded, setLoaded] = useState<LoadedResults & { turn?: string }>(nothing);
  const isFetched = typeof source === 'function';

  useEffect(() => {
    if (!isFetched || turn === undefined) return undefined;
    let settle = (end: LoadedResults) => {
      settle = () => {};
      setLoaded({ ...end, turn });
    };
    const timer = setTimeout(
      () => settle({ problem: `no answer within ${patience / 1000} seconds` }),
      patience,
    );
    // An async function, so that a source that throws rejects.
    (async () => (latest.current as () => unknown)())().then(
      (results) => settle({ results: results ?? null }),
      (error: unknown) => settle({ problem: String(error) }),
    );
    return () => {
      clearTimeout(timer);
      settle = () => {};
    };
  }, [isFetched, turn]);

  if (!isFetched) return { results: source };
  return loaded.turn === turn ? loaded : nothing;
}

/**
 * Everyone's votes once the visitor may see them: not before `turn` is known (a vote was counted, or the poll is closed),
 * not below the minimum, and never when the source lies.
 */
export function usePollFigures(
  { id, results, minimumResults = 20 }: AnyPollProps,
  choices: readonly PollChoice[],
  turn: string | undefined,
  own: OwnVote | undefined,
): { figures?: PollFigures; waitingFor?: 'results' | 'votes' } {
  const loaded = useResults(results, turn);
  if (turn === undefined || results === undefined) return {};
  const counts = loaded.results === undefined ? loaded.problem : readCounts(loaded.results, choices);
  if (!Array.isArray(counts)) {
    if (process.env.NODE_ENV !== 'production' && counts) tell(203, id, counts);
    return counts ? {} : { waitingFor: 'results' };
  }
  const isOld = typeof results !== 'function' && own?.before === String(counts);
  const all = choices.map(({ key }, index) => {
    const one = (keys: readonly string[] | undefined) => (isOld && keys?.includes(key) ? 1 : 0);
    return Math.max(0, (counts[index] ?? 0) + one(own?.added) - one(own?.removed));
  });
  const total = sum(all);
  if (total < Math.max(1, minimumResults)) return { waitingFor: 'votes' };
  return { figures: { counts: all, percents: percentages(all), total } };
}
