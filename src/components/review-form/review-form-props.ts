import type { PostingProps } from '../../fields/posting-props.ts';
import type { FieldSpec, TextFieldSpec, ValuesOf } from '../../form/index.ts';
import type { ReviewFormLabels } from './review-form-labels.ts';

/** What is asked beside the review unless you say otherwise: a name, which may be left out. */
export type ReviewName = readonly [TextFieldSpec<'name'>];

/** What the form yields. */
export type ReviewValues<Fields extends readonly FieldSpec[] = ReviewName> = ValuesOf<Fields> & {
  /** 1 to `max`. */
  readonly rating: number;
  /** Empty when it was left out. */
  readonly title: string;
  readonly text: string;
};

/** Props of {@link ReviewForm}. What is not listed goes to the root element. */
export interface ReviewFormProps<Fields extends readonly FieldSpec[] = ReviewName>
  extends PostingProps<'review-form.submit', ReviewValues<Fields>, ReviewFormLabels> {
  /** The best rating, a whole number from 2 to 10. Default 5. */
  max?: number | undefined;
  /** A text for each rating, lowest first, shown and spoken. Default: none. */
  valueLabels?: readonly string[] | undefined;
  /** What is asked beside the review. Default: a name, which may be left out. An empty list asks for nothing else. */
  fields?: Fields | undefined;
  /** Most characters of a review. What is left is counted from four fifths on. Default 5,000. */
  maxLength?: number | undefined;
}

/** A review form with the types of its fields left open. */
export type AnyReviewProps = ReviewFormProps<readonly FieldSpec[]>;
