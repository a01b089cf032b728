/** A rating in stars, its form field, its summary. */

export type { Kind, StarRatingData } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';

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
export { StarRatingSummary, type StarRatingSummaryProps } from './star-rating-summary.tsx';
export type { StarRatingSummaryLabels } from './star-rating-summary-labels.ts';
