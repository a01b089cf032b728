import type { PostingLabels } from '../../fields/posting-props.ts';
import type { LabelText } from '../../provider/labels.ts';

/** Every text of the review form that a visitor reads or hears; those of its fields stand under `form` and `star-rating`. */
export interface ReviewFormLabels extends PostingLabels {
  /** The question above the stars. */
  rating: LabelText;
  /** The field for a title. */
  title: LabelText;
  /** The field for the review. */
  text: LabelText;
  /** The field for a name. */
  name: LabelText;
}

/** The English texts. None of them asks for praise. */
export const reviewFormLabels: ReviewFormLabels = {
  heading: 'Write a review',
  rating: 'Your rating',
  title: 'Title',
  text: 'Your review',
  name: 'Name',
  submit: 'Send review',
  moderated: 'Thank you! Your review waits for approval.',
  published: 'Thank you! Your review is published.',
  received: 'Thank you! Your review has arrived.',
  already: 'You have reviewed this already.',
  noScript: 'To send a review, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'review-form': ReviewFormLabels;
  }
}
