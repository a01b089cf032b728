/** A button that opens a form, and its triggers elsewhere. */

// What the props name, so that nobody needs a second import to write them down.
export type {
  AnyCommitment,
  Commitment,
  CommitmentEvent,
  CommitmentStep,
  Exchange,
  FormSentData,
  Grade,
  Kind,
  Moment,
  Money,
} from '../../events/index.ts';
export type {
  ConsentRecord,
  FormAction,
  FormSubmitContext,
  SpamSignals,
} from '../../fields/form-config.ts';
export type { FieldComponents, OwnFieldProps } from '../../fields/form-field.tsx';
export type { FieldSpec, FormLabels, FormSchema, FormValues } from '../../form/index.ts';
export type { NextProp, Outcome } from '../../internal/next-slot.tsx';
export type { RenderProp } from '../../internal/render-element.tsx';
export type { SubmitContext, SubmitResult } from '../../internal/submission.ts';
export type { AskProps } from '../../provider/ask.ts';
export type { LabelText, PluralLabel } from '../../provider/labels.ts';

export { ContactDialog } from './contact-dialog.tsx';
export { type ContactDialogId, contactDialogId } from './contact-dialog-id.ts';
export type { ContactDialogLabels } from './contact-dialog-labels.ts';
export type {
  ContactDialogAbout,
  ContactDialogAnswer,
  ContactDialogChange,
  ContactDialogContext,
  ContactDialogDraft,
  ContactDialogElement,
  ContactDialogKind,
  ContactDialogProps,
  ContactDialogReason,
  ContactDialogState,
} from './contact-dialog-props.ts';
export { ContactDialogTrigger, type ContactDialogTriggerProps } from './contact-dialog-trigger.tsx';
export type { ContactDialogTriggerState } from './trigger-button.tsx';
