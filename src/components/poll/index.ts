/** A poll: one question, one vote, everyone's results; also scales, Net Promoter Score and a guessing round. */

export type { Kind, NpsBucket, PollPredictData } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';

export { Poll } from './poll.tsx';
export { PollActions, type PollActionsProps, PollSubmit, type PollSubmitProps } from './poll-actions.tsx';
export type { PollLabels } from './poll-labels.ts';
export {
  PollOption,
  type PollOptionProps,
  PollOptions,
  type PollOptionsProps,
  PollQuestion,
  type PollQuestionProps,
} from './poll-options.tsx';
export type {
  PollAnswer,
  PollData,
  PollElement,
  PollProps,
  PollResultsSource,
  PollSelection,
  PollStage,
  PollState,
  PollVote,
} from './poll-props.ts';
export { PollResults, type PollResultsProps } from './poll-results.tsx';
export type {
  PollChoice,
  PollCounts,
  PollItem,
  PollOther,
  PollScale,
  PollValue,
} from './poll-state.ts';
