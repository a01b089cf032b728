/** A rating in stars, its form field, its summary. */

// What the props name, so that nobody needs a second import to write them down.
export type {
  Commitment,
  CommitmentStep,
  Exchange,
  Grade,
  Kind,
  Moment,
  Money,
  StarRatingData,
} from '../../events/index.ts';
export type { NextProp, Outcome } from '../../internal/next-slot.tsx';
export type { RenderProp } from '../../internal/render-element.tsx';
export type { SubmitContext, SubmitHandler, SubmitResult } from '../../internal/use-submission.ts';
export type { AskProps } from '../../provider/ask.ts';
export type { LabelText, PluralLabel } from '../../provider/labels.ts';

export { StarRating } from './star-rating.tsx';
export { StarRatingField, type StarRatingFieldProps } from './star-rating-field.tsx';
export {
  StarRatingItem,
  type StarRatingItemProps,
  type StarRatingItemState,
  type StarRatingSymbol,
} from './star-rating-item.tsx';
export type { StarRatingLabels } from './star-rating-labels.ts';
export type {
  StarRatingAnswer,
  StarRatingElement,
  StarRatingProps,
  StarRatingState,
} from './star-rating-props.ts';
export type { StarRatingMax, StarRatingStep, StarRatingValue } from './star-rating-state.ts';
export {
  StarRatingSummary,
  type StarRatingSummaryLabels,
  type StarRatingSummaryProps,
} from './star-rating-summary.tsx';
