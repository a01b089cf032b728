import type { PostingProps } from '../../fields/posting-props.ts';
import type { FieldSpec, ValuesOf } from '../../form/index.ts';
import type { CommentFormLabels } from './comment-form-labels.ts';

/** What the form yields. */
export type CommentValues<Fields extends readonly FieldSpec[] = readonly []> = ValuesOf<Fields> & {
  readonly comment: string;
};

/** Props of {@link CommentForm}. What is not listed goes to the root element. */
export interface CommentFormProps<Fields extends readonly FieldSpec[] = readonly []>
  extends PostingProps<'comment-form.post', CommentValues<Fields>, CommentFormLabels> {
  /** What is asked beside the comment, such as a name. Default: nothing, since each one more costs comments. */
  fields?: Fields | undefined;
  /** Most characters of a comment. What is left is counted from four fifths on. Default 2,000. */
  maxLength?: number | undefined;
}

/** A comment form with the types of its fields left open. */
export type AnyCommentProps = CommentFormProps<readonly FieldSpec[]>;
