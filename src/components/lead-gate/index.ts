/** A gate: something in return for something, the protected part only for a grant. */

export type { AnyCommitment, FormSentData, Kind, LeadGateData } from '../../events/index.ts';
export type { ConsentRecord, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type {
  ConsentFieldSpec,
  EmailFieldSpec,
  FieldSpec,
  FormSchema,
  FormValues,
  ValuesOf,
} from '../../form/index.ts';
export type * from '../../provider/ask-vocabulary.ts';

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
