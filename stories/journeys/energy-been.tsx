import { useEffect } from 'react';
import type { CommitmentData, Kind } from 'smallyes/events';
import { CommitmentProvider, useCommit } from 'smallyes/provider';
import { energyLadder } from './energy-ladder.ts';

/** What a visitor says who takes every step. Any other data is of no weight on this ladder. */
const usual: Partial<CommitmentData> = {
  'reactions.react': { reaction: 'try' },
  'poll.vote': { choice: 'oil' },
};

/** Props of {@link Been}. */
interface BeenProps {
  /** The last ask that was answered. */
  upTo: (typeof energyLadder.rungs)[number]['ask'];
  /** What was answered otherwise than usual, by kind. */
  says?: Partial<CommitmentData> | undefined;
}

/** Somebody who has been here and has come as far as an ask: for stories and tests that begin in the middle. */
export function Been({ upTo, says }: BeenProps) {
  const end = energyLadder.rungs.findIndex(({ ask }) => ask === upTo) + 1;
  return (
    <CommitmentProvider ladder={energyLadder}>
      {energyLadder.rungs.slice(0, end).map(({ ask, kind }) => (
        <Yes key={ask} ask={ask} kind={kind} answers={{ ...usual, ...says }} />
      ))}
    </CommitmentProvider>
  );
}

/** One yes that was said on an earlier page. */
export function Yes({ ask, kind, answers }: { ask: string; kind: Kind; answers: Partial<CommitmentData> }) {
  // Whichever kind it is: its data is looked up by the kind itself.
  const { commit } = useCommit(kind as 'poll.vote', { id: ask });
  const data = (answers[kind] ?? {}) as CommitmentData['poll.vote'];
  // Once: a second one would double the first.
  useEffect(() => void commit(data));
  return null;
}
