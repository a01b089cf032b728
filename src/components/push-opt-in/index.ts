/** Leave to send push messages: asked in your words first, then by the browser. */

export type { Kind } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { PushOptIn } from './push-opt-in.tsx';
export type { PushOptInLabels } from './push-opt-in-labels.ts';
export type { PushAnswer, PushOptInElement, PushOptInProps, PushOptInState } from './push-opt-in-props.ts';
