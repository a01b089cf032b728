/** A form of several steps: as a wizard, as a conversation, and as one plain form. */

export type { Campaign, FormSentData, StepData } from '../../events/index.ts';
export type { DraftOptions } from '../../fields/draft-in-memory.ts';
export type { ConsentRecord, FormAction, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type { FieldComponents, OwnFieldProps } from '../../fields/form-field.tsx';
export type { FieldSpec, FormErrors, FormLabels, FormSchema } from '../../form/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export {
  defineStepForm,
  type FormStep,
  readStepForm,
  type StepBranch,
  type StepEnding,
  type StepFormDefinition,
  type StepFormPost,
  type StepFormValues,
  type StepReply,
  type StepTarget,
  type StepTexts,
  type StepWhen,
} from './define-step-form.ts';
export { StepForm } from './step-form.tsx';
export type { StepFormLabels } from './step-form-labels.ts';
export type {
  StepFormCommitment,
  StepFormElement,
  StepFormEvent,
  StepFormProps,
  StepFormRenderState,
  StepFormStepData,
  StepFormSubmitContext,
  StepFormSubmitData,
  StepGateAnswer,
  StepGateRequest,
} from './step-form-props.ts';
