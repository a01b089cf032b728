/** A form for a comment that others read. */

export type { FormSentData, Kind } from '../../events/index.ts';
export type { DraftOptions } from '../../fields/draft-in-memory.ts';
export type { ConsentRecord, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type {
  PostingElement,
  PostingLabels,
  PostingProps,
  PostingState,
} from '../../fields/posting-props.ts';
export type { FieldSpec, ValuesOf } from '../../form/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { CommentForm } from './comment-form.tsx';
export type { CommentFormLabels } from './comment-form-labels.ts';
export type { CommentFormProps, CommentValues } from './comment-form-props.ts';
