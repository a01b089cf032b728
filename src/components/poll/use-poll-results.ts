'use client';
import { useEffect, useState } from 'react';
import { tell } from '../../internal/messages.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { PollLabels } from './poll-labels.ts';
import type { AnyPollProps } from './poll-props.ts';
import {
  type PollChoice,
  type PollCounts,
  type PollShare,
  type PollValue,
  readCounts,
  sharesOf,
  sum,
} from './poll-state.ts';

/** Where everyone's votes come from: the counts, or a function that fetches them. */
export type PollResultsSource = PollCounts | (() => PollCounts | Promise<PollCounts>);

/** Everyone's votes, made ready to draw. */
export interface PollFigures {
  /** In the order of the options. */
  readonly shares: readonly PollShare[];
  /** What most picked; several after a tie. */
  readonly leaders: readonly PollValue[];
}

/** What this visitor changed in results that are plain data: they hold it as soon as they differ from `before`. */
export interface OwnVote {
  readonly before?: string;
  readonly after?: readonly number[];
}

/**
 * What the source says; undefined while it is silent. A function is asked once per `turn`, after the vote was counted, so
 * that its answer holds that vote. When it fails, or is silent for 10 seconds, it has said why, and is not heard any more.
 */
function useResults(source: PollResultsSource | undefined, turn: string | undefined): unknown {
  const [heard, setHeard] = useState<{ readonly turn?: string; readonly results?: unknown }>({});
  const isFetched = typeof source === 'function';

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function asks nothing new, a new turn does
  useEffect(() => {
    if (!isFetched || turn === undefined) return undefined;
    let hear = (results: unknown) => {
      hear = () => {};
      setHeard({ turn, results });
    };
    const timer = setTimeout(() => hear('nothing for 10 seconds'), 10_000);
    // An async function, so that a source that throws rejects.
    (async () => source())().then(
      (results: unknown) => hear(results ?? null),
      (error: unknown) => hear(String(error)),
    );
    return () => {
      clearTimeout(timer);
      hear = () => {};
    };
  }, [isFetched, turn]);

  return isFetched ? (heard.turn === turn ? heard.results : undefined) : source;
}

/** Counts of a source, with the visitor's own vote for as long as plain data lacks it; or what is wrong with them. */
function readTally(results: unknown, choices: readonly PollChoice[], own: OwnVote | undefined) {
  const counts = readCounts(results, choices);
  return own?.after && own.before === String(counts) ? own.after : counts;
}

/** Puts a vote `to` these options, and no longer `from` those, into results that are plain data. */
export function countVote(
  results: unknown,
  choices: readonly PollChoice[],
  own: OwnVote | undefined,
  from: readonly PollValue[],
  to: readonly PollValue[],
): OwnVote {
  const tally = readTally(results, choices, own);
  if (typeof tally === 'string') return {};
  return {
    before: String(readCounts(results, choices)),
    after: choices.map(({ value }, index) =>
      Math.max(0, (tally[index] ?? 0) + +to.includes(value) - +from.includes(value)),
    ),
  };
}

/**
 * Everyone's votes once the visitor may see them: not before `turn` is known (a vote was counted, or the poll is closed),
 * not below the minimum, and never when the source lies. `words` say how many they are, or what is missing.
 */
export function usePollFigures(
  { id, results, minimumResults = 20 }: AnyPollProps,
  choices: readonly PollChoice[],
  turn: string | undefined,
  own: OwnVote | undefined,
  say: Speaker<PollLabels>,
): { figures?: PollFigures; words?: string } {
  const heard = useResults(results, turn);
  if (turn === undefined || results === undefined) return {};
  if (heard === undefined) return { words: say('loading') };
  const tally = readTally(heard, choices, own);
  if (typeof tally === 'string') {
    if (process.env.NODE_ENV !== 'production')
      tell(203, id, typeof heard === 'object' && heard ? `no option has such a count: ${tally}` : tally);
    return {};
  }
  const total = sum(tally);
  const needed = minimumResults > 1 ? minimumResults : 1;
  if (total < needed) return { words: say('few', { count: needed }) };
  const most = Math.max(...tally);
  return {
    figures: {
      shares: sharesOf(tally),
      leaders: choices.filter((_, index) => tally[index] === most).map(({ value }) => value),
    },
    words: say('votes', { count: total }),
  };
}
