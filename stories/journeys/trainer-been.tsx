import type { CommitmentData } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import type { QuizAnswers } from 'smallyes/quiz';
import { Yes } from './energy-been.tsx';
import { trainerLadder } from './trainer-ladder.ts';
import type { TrainerId } from './trainer-people.ts';

/** Answers that name Meret: the first trainer, on land. */
export const forMeret = {
  goal: 'strong',
  tone: 'calm',
  teaches: 'explains',
  company: 'alone',
} satisfies QuizAnswers;

/** Props of {@link TrainerBeen}. */
interface TrainerBeenProps {
  /** What was answered, in order. */
  asks: readonly (typeof trainerLadder.rungs)[number]['ask'][];
  /** Whom the questions have named. Default `'meret'`. */
  matched?: TrainerId | undefined;
}

/** Somebody who has been here: for stories and tests that begin in the middle. */
export function TrainerBeen({ asks, matched = 'meret' }: TrainerBeenProps) {
  const answers: Partial<CommitmentData> = {
    'offer-filter.filter': { facet: 'days', results: 5 },
    'quiz.complete': { outcome: matched, score: 100 },
  };
  return (
    <CommitmentProvider ladder={trainerLadder}>
      {trainerLadder.rungs
        .filter(({ ask }) => asks.includes(ask))
        .map(({ ask, kind }) => (
          <Yes key={ask} ask={ask} kind={kind} answers={answers} />
        ))}
    </CommitmentProvider>
  );
}
