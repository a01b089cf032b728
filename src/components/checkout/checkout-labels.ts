import type { LabelText } from '../../provider/labels.ts';

/** Every text of a checkout that a visitor reads or hears. */
export interface CheckoutLabels {
  /** Names the list of steps. */
  steps: LabelText;
  /** Where the visitor is: `{position}`, `{count}` steps. */
  progress: LabelText;
  /** A step of that list that is finished. `{title}`. */
  done: LabelText;
  /** The button that goes on. */
  next: LabelText;
  /** The button that goes back. */
  back: LabelText;
  /** The last button: `{total}`. */
  pay: LabelText;
  /** The same without a total, or for a subscription. */
  order: LabelText;
  /** While the server is asked. */
  sending: LabelText;
  /** While the visitor is taken to the payment service. */
  leaving: LabelText;
  /** Above the lines of the order. */
  summary: LabelText;
  /** The last line. */
  total: LabelText;
  /** How many pieces, spoken: `{count}`. */
  pieces: LabelText;
  /** In place of the lines when there are none. */
  empty: LabelText;
  /** When the cart has changed since the visitor saw it: `{before}`, `{total}`. */
  changed: LabelText;
  /** The same where the total has stayed: `{total}`. */
  changedLines: LabelText;
  /** Beside it: back to the cart. */
  look: LabelText;
  /** Beside it: it is fine as it is. */
  accept: LabelText;
  /** When the step could not be checked. */
  checkFailed: LabelText;
  /** When the payment failed and the server said no more. */
  failed: LabelText;
  /** When no answer came: the order may have been placed, and the visitor must not be told otherwise. */
  lost: LabelText;
  /** Heading after the order: paid, and waiting for the payment. */
  placed: LabelText;
  pending: LabelText;
  /** Below it: what happens next. */
  placedMore: LabelText;
  pendingMore: LabelText;
  /** The number of the order: `{order}`. */
  number: LabelText;
}

/** The English texts. */
export const checkoutLabels: CheckoutLabels = {
  steps: 'Steps to your order',
  progress: 'Step {position} of {count}',
  done: '{title}, done',
  next: 'Continue',
  back: 'Back',
  pay: 'Pay {total}',
  order: 'Place the order',
  sending: 'One moment …',
  leaving: 'We take you to the payment …',
  summary: 'Your order',
  total: 'Total',
  pieces: { one: '{count} piece', other: '{count} pieces' },
  empty: 'Your cart is empty.',
  changed: 'Your cart has changed, perhaps in another tab. The total was {before} and is now {total}.',
  changedLines: 'Your cart has changed, perhaps in another tab. The total is still {total}.',
  look: 'Look at the cart',
  accept: 'That is right',
  checkFailed: 'That could not be saved just now. What you typed is still here: please try again.',
  failed:
    'The payment did not work, and nothing was charged. What you typed is still here: please try again.',
  lost: 'No answer came, so we cannot say whether your order was placed. Look for our confirmation before you try again. What you typed is still here.',
  placed: 'Thank you for your order!',
  pending: 'Your order is placed. The payment is on its way.',
  placedMore: 'It is paid, and we get it ready.',
  pendingMore: 'We begin as soon as the money is here, and write to you then. There is nothing more to do.',
  number: 'Order {order}',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    checkout: CheckoutLabels;
  }
}
