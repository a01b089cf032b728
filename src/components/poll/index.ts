/** A poll: one question, one vote, everyone's results; also scales, Net Promoter Score and a guessing round. */
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
export type { PollData, PollElement, PollProps, PollSelection, PollStage, PollVote } from './poll-props.ts';
export { PollResults, type PollResultsProps } from './poll-results.tsx';
export type {
  PollChoice,
  PollCounts,
  PollItem,
  PollOther,
  PollScale,
  PollValue,
} from './poll-state.ts';
export type { PollResultsSource } from './use-poll-results.ts';
