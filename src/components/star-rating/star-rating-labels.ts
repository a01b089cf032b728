import type { LabelText } from '../../provider/labels.ts';

/** Every text of the rating that a visitor reads or hears. */
export interface StarRatingLabels {
  /** One star, spoken. `{count}`. Unused with half stars and symbols of your own: those say `outOf`. */
  item: LabelText;
  /** A value on its scale. `{value}`, `{max}`. */
  outOf: LabelText;
  /** Below the symbols until one is picked. `{min}`, `{max}`. */
  hint: LabelText;
  /** The same when the values have texts. `{min}`, `{max}`, `{low}`, `{high}`. */
  ends: LabelText;
  /** After the yes. `{rating}` is `outOf`, with the value's text if it has one. */
  rated: LabelText;
  /** The button that takes the rating back. */
  clear: LabelText;
  /** After it was taken back. */
  cleared: LabelText;
  /** The button that sends. */
  submit: LabelText;
  /** While the server has not answered. */
  saving: LabelText;
  /** When the server did not take it. */
  failed: LabelText;
  /** The button after a failure. */
  retry: LabelText;
  /** When the server knows this visitor's rating. */
  already: LabelText;
  /** Above the comment that may be left out. */
  comment: LabelText;
  /** Above the comment that must be written. */
  commentRequired: LabelText;
}

/** The English texts. */
export const starRatingLabels: StarRatingLabels = {
  item: { one: '{count} star', other: '{count} stars' },
  outOf: '{value} of {max}',
  hint: 'Choose from {min} to {max}',
  ends: '{min} = {low}, {max} = {high}',
  rated: 'You rated {rating}. Thank you!',
  clear: 'Clear rating',
  cleared: 'Rating cleared.',
  submit: 'Send rating',
  saving: 'Saving your rating …',
  failed: 'Your rating was not saved.',
  retry: 'Try again',
  already: 'You have already rated this.',
  comment: 'Comment (optional)',
  commentRequired: 'Comment',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'star-rating': StarRatingLabels;
  }
}
