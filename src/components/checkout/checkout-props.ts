import type { ComponentProps, ReactNode, Ref } from 'react';
import type { Money, OrderData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitContext } from '../../internal/submission.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { CheckoutLabels } from './checkout-labels.ts';
import type { UseCheckoutOptions } from './checkout-types.ts';

/** What a step that brings its own form is given. */
export interface CheckoutWay {
  /** The step is finished: goes on, or with the last step places the order. */
  goOn(): void;
  /** One step back. */
  goBack(): void;
  /** It is the step on the screen. */
  readonly isCurrent: boolean;
}

/** One step on the way to the order. */
export interface CheckoutStep<Id extends string = string> {
  /** What events and your code call it: `'cart'`, `'address'`. `'delivery'` and `'payment'` mean the same to trackers. */
  readonly id: Id;
  /** Its heading, which the focus goes to. */
  readonly title: string;
  /** A sentence below it. */
  readonly description?: ReactNode;
  /**
   * Plain content, such as fields or the frame of a payment service: it stands in a form with a button that goes on. A function brings
   * a form of its own, such as an `AccountForm`, and calls `goOn` once that has succeeded.
   */
  readonly body?: ReactNode | ((way: CheckoutWay) => ReactNode);
  /** What its button says. Default: the label `next`, at the last step `pay`. */
  readonly goOn?: string | undefined;
}

/** A line of the order. */
export interface CheckoutLine {
  /** Your own id of the product or variant. */
  readonly id: string;
  readonly name: ReactNode;
  /** Pieces. Default 1. */
  readonly quantity?: number | undefined;
  /** Price of the whole line, in the currency of the total. Default: none is shown. */
  readonly amount?: number | undefined;
  /** A size, a delivery date. */
  readonly note?: ReactNode;
}

/** The order as your store has it now. */
export interface CheckoutOrder {
  /** What is in the cart. Empty: there is nothing to pay. */
  readonly lines: readonly CheckoutLine[];
  /** Between the lines and the total: delivery, tax, a coupon with a negative amount. Default none. */
  readonly sums?: readonly { readonly label: string; readonly amount: number }[] | undefined;
  /** What the visitor pays. */
  readonly total: Money;
}

/**
 * How an order ended. `ok`: it is placed and paid. `pending`: it is placed, the payment comes later (bank transfer, direct debit,
 * invoice). `already`: it was known. `redirect`: the payment service asks at `url`, and the visitor comes back later. `failed`: the
 * payment did not work, `reason` in a word of yours for events. `invalid`: the cart or a step does not hold; `errors` by step.
 */
export type CheckoutResult =
  | void
  | {
      readonly status: 'ok' | 'pending' | 'already';
      /** Your number of the order. */
      readonly order?: string | undefined;
      /** Your name of the plan, for a subscription. */
      readonly plan?: string | undefined;
      readonly message?: string | undefined;
    }
  | { readonly status: 'redirect'; readonly url: string }
  | {
      readonly status: 'failed' | 'invalid';
      readonly order?: string | undefined;
      readonly reason?: string | undefined;
      readonly message?: string | undefined;
      readonly errors?: Readonly<Record<string, string>> | undefined;
    };

/** What goes to `onSubmit`. */
export interface CheckoutSubmission {
  /** The total that the visitor saw and agreed to: refuse it if your own is another. */
  readonly value: Money | undefined;
  /** To be kept with the order, and given to `recordOrder`: at most 500 characters, no personal data. */
  readonly handOver: string;
}

/** What a step was left with. */
export interface CheckoutStepAnswer {
  /** What its form holds. */
  readonly formData: FormData;
  /** Aborted when the visitor goes elsewhere, and after 30 seconds. */
  readonly signal: AbortSignal;
}

/** State of the root element, for `render`. */
export interface CheckoutState<Step extends string = string> {
  /** Id of the step on the screen. */
  readonly step: Step;
  readonly stage: 'open' | 'pending' | 'placed';
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface CheckoutElement extends HTMLDivElement {
  /** Begins a new attempt at the first step. */
  reset(): void;
}

/** Props of {@link Checkout}. What is not listed goes to the root element. */
export interface CheckoutProps<Step extends string = string>
  extends Omit<UseCheckoutOptions<Step>, 'steps' | 'value'>,
    AskLook<CheckoutState<NoInfer<Step>>, CheckoutLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref'> {
  /** The steps, in order; the last one pays. */
  steps: readonly CheckoutStep<Step>[];
  /** What is bought, from your own store, whichever tab changed it. Default: no summary. */
  order?: CheckoutOrder | undefined;
  /**
   * Asked when the visitor leaves a step with plain content: true or nothing goes on, a text says why not. Who gives no answer
   * within 30 seconds has said no. Default: the browser's own checks of the fields alone.
   */
  onLeaveStep?:
    | ((
        step: NoInfer<Step>,
        answer: CheckoutStepAnswer,
      ) => boolean | string | void | Promise<boolean | string | void>)
    | undefined;
  /**
   * Takes the order to your server. Store it under `idempotencyKey`: where no answer has come, the same cart goes out under the same key,
   * also after a reload and from another tab, where the visitor allows storage. Where the visitor comes back from a `redirect` without
   * an answer and pays again, that is the same order: lead them to the same payment, or to a new one for it.
   */
  onSubmit?:
    | ((order: CheckoutSubmission, context: SubmitContext) => CheckoutResult | Promise<CheckoutResult>)
    | undefined;
  /** Where the forms of plain steps go without JavaScript. Fields: `sy-ask`, `step`, and those of the step. Default: nowhere. */
  action?: string | undefined;
  /**
   * What your server knows of the order on the page that a payment service returns to: `{ status: 'ok', order: 'A-1042' }`. A page that
   * is loaded twice counts once. Default: nothing yet.
   */
  result?: Exclude<CheckoutResult, void | { readonly status: 'redirect' }> | undefined;
  /** Id of the step on the screen, if you keep it. */
  step?: NoInfer<Step> | undefined;
  /** Id of the step that is shown first. Default: where the visitor was, else the first. */
  defaultStep?: NoInfer<Step> | undefined;
  /** Hears where the visitor went. */
  onStepChange?: ((step: NoInfer<Step>) => void) | undefined;
  /** Makes the browser's Back and Forward go from step to step. Default true. */
  history?: boolean | undefined;
  /**
   * Keeps what is typed into steps with plain content on the visitor's device, with functional consent, until the order is placed or for
   * a week: a reload, and a way to the payment service and back, lose nothing. Passwords, card numbers, boxes to tick and files are never
   * kept. Default true.
   */
  draft?: boolean | undefined;
  /** Above everything. Default none. */
  heading?: ReactNode;
  /** Level of the heading, 2 to 5; the steps are one lower. Without a `heading` the steps have it. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | undefined;
  /** The next ask, once the order is placed. */
  next?: NextProp<OrderData> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<CheckoutElement> | undefined;
}
