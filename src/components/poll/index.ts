/** A poll: one question, one vote, everyone's results; also scales, Net Promoter Score and a guessing round. */

// What the props name, so that nobody needs a second import to write them down.
export type {
  Commitment,
  CommitmentStep,
  Exchange,
  Grade,
  Kind,
  Moment,
  Money,
  NpsBucket,
  PollPredictData,
} from '../../events/index.ts';
export type { NextProp, Outcome } from '../../internal/next-slot.tsx';
export type { RenderProp } from '../../internal/render-element.tsx';
export type { SubmitContext, SubmitHandler, SubmitResult } from '../../internal/use-submission.ts';
export type { AskProps } from '../../provider/ask.ts';
export type { LabelText, PluralLabel } from '../../provider/labels.ts';

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
