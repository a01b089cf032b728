/** A button that opens a form, and its triggers elsewhere. */

export type { AnyCommitment, CommitmentEvent, FormSentData, Kind } from '../../events/index.ts';
export type { DraftOptions } from '../../fields/draft-in-memory.ts';
export type { ConsentRecord, FormAction, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type { FieldComponents, OwnFieldProps } from '../../fields/form-field.tsx';
export type { FieldSpec, FormLabels, FormSchema, FormValues } from '../../form/index.ts';
export type * from '../../provider/ask-vocabulary.ts';

export { ContactDialog } from './contact-dialog.tsx';
export { type ContactDialogId, contactDialogId } from './contact-dialog-id.ts';
export type { ContactDialogLabels } from './contact-dialog-labels.ts';
export type {
  ContactDialogAbout,
  ContactDialogAnswer,
  ContactDialogChange,
  ContactDialogContext,
  ContactDialogElement,
  ContactDialogKind,
  ContactDialogProps,
  ContactDialogReason,
  ContactDialogState,
} from './contact-dialog-props.ts';
export { ContactDialogTrigger, type ContactDialogTriggerProps } from './contact-dialog-trigger.tsx';
export type { ContactDialogTriggerState } from './trigger-button.tsx';
