/** A request for a call: a number, and the times that suit. */

export type { FormSentData, Kind } from '../../events/index.ts';
export type { ConsentRecord, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type * from '../../provider/ask-vocabulary.ts';
export type { CallHours, CallSlot, OpenSpan } from './call-windows.ts';
export { CallbackRequest } from './callback-request.tsx';
export type { CallbackRequestLabels } from './callback-request-labels.ts';
export type {
  CallbackRequestElement,
  CallbackRequestProps,
  CallbackRequestState,
  CallbackResult,
  CallbackValues,
} from './callback-request-props.ts';
