/** Reactions: a heart, thumbs, emoji. */

export type { Kind, ReactionData } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { thumbs } from './reaction-sets.tsx';
export { Reactions } from './reactions.tsx';
export type { ReactionsLabels } from './reactions-labels.ts';
export type {
  ReactionAnswer,
  ReactionSelection,
  ReactionsElement,
  ReactionsProps,
  ReactionsState,
} from './reactions-props.ts';
export type { ReactionItem } from './reactions-state.ts';
