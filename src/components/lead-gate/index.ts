/** A gate: something in return for something, the protected part only for a grant. */

// What the props name, so that nobody needs a second import to write them down.
export type {
  AnyCommitment,
  Commitment,
  CommitmentStep,
  Exchange,
  FormSentData,
  Grade,
  Kind,
  LeadGateData,
  Moment,
  Money,
} from '../../events/index.ts';
export type { ConsentRecord, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type {
  ConsentFieldSpec,
  EmailFieldSpec,
  FieldSpec,
  FormSchema,
  FormValues,
  ValuesOf,
} from '../../form/index.ts';
export type { NextProp, Outcome } from '../../internal/next-slot.tsx';
export type { RenderProp } from '../../internal/render-element.tsx';
export type { SubmitContext, SubmitResult } from '../../internal/submission.ts';
export type { AskProps } from '../../provider/ask.ts';
export type { LabelText, PluralLabel } from '../../provider/labels.ts';

export { LeadGate } from './lead-gate.tsx';
export type { LeadGateLabels } from './lead-gate-labels.ts';
export type {
  LeadGateElement,
  LeadGateEmail,
  LeadGateKey,
  LeadGateProps,
  LeadGateResult,
  LeadGateState,
  LeadGateValues,
} from './lead-gate-props.ts';
