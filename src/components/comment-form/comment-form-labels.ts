import type { PostingLabels } from '../../fields/posting-props.ts';
import type { LabelText } from '../../provider/labels.ts';

/** Every text of the comment form that a visitor reads or hears; those of its fields stand under `form`. */
export interface CommentFormLabels extends PostingLabels {
  /** The field for the comment. */
  comment: LabelText;
  /** Begins another one. */
  again: LabelText;
}

/** The English texts. */
export const commentFormLabels: CommentFormLabels = {
  heading: 'Join the conversation',
  comment: 'Your comment',
  submit: 'Post comment',
  moderated: 'Thank you! Your comment waits for approval.',
  published: 'Thank you! Your comment is published.',
  received: 'Thank you! Your comment has arrived.',
  already: 'You have posted this already.',
  again: 'Write another comment',
  noScript: 'To post a comment, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'comment-form': CommentFormLabels;
  }
}
