/** A few small tasks over several days. */

export type { Kind, StepData } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { Challenge } from './challenge.tsx';
export type { ChallengeLabels } from './challenge-labels.ts';
export type {
  ChallengeAnswer,
  ChallengeCommitment,
  ChallengeElement,
  ChallengeEvent,
  ChallengeProps,
  ChallengeState,
  ChallengeTask,
} from './challenge-props.ts';
