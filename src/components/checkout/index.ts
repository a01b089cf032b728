/** Checkout: the way from the cart to the payment, on one page or over pages of your own. */

export type { Kind, Money, OrderData, OrderKind, StepData, SubscriptionData } from '../../events/index.ts';
export type { SubmitContext } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { Checkout } from './checkout.tsx';
export type { CheckoutLabels } from './checkout-labels.ts';
export type {
  CheckoutElement,
  CheckoutLine,
  CheckoutOrder,
  CheckoutProps,
  CheckoutResult,
  CheckoutState,
  CheckoutStep,
  CheckoutStepAnswer,
  CheckoutSubmission,
  CheckoutWay,
} from './checkout-props.ts';
export type { CheckoutHandle } from './checkout-trail.ts';
export type { CheckoutCommitment, CheckoutEvent, UseCheckoutOptions } from './checkout-types.ts';
export { useCheckout } from './use-checkout.ts';
