/** A form for a review: stars and words that others read. */

export type { CommitmentData, Kind } from '../../events/index.ts';
export type { DraftOptions } from '../../fields/draft-in-memory.ts';
export type { ConsentRecord, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type {
  PostingElement,
  PostingLabels,
  PostingProps,
  PostingState,
} from '../../fields/posting-props.ts';
export type { FieldSpec, TextFieldSpec, ValuesOf } from '../../form/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { ReviewForm } from './review-form.tsx';
export type { ReviewFormLabels } from './review-form-labels.ts';
export type { ReviewFormProps, ReviewName, ReviewValues } from './review-form-props.ts';
