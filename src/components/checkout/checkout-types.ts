import type { Commitment, CommitmentStep, Money, StepData } from '../../events/index.ts';
import type { AskProps } from '../../provider/ask.ts';

/** A commitment of a checkout: a finished step, or the order. */
export type CheckoutCommitment<Step extends string = string> =
  | Commitment<'checkout.step', StepData<Step>>
  | OrderCommitment;

type OrderCommitment = Commitment<'checkout.purchase'> | Commitment<'checkout.subscribe'>;

/** An event of a checkout, of any phase. */
export type CheckoutEvent<Step extends string = string> =
  | CheckoutCommitment<Step>
  | CommitmentStep<'checkout.step', StepData<Step>>
  | OrderStep;

type OrderStep = CommitmentStep<'checkout.purchase'> | CommitmentStep<'checkout.subscribe'>;

/** Options of {@link useCheckout}. */
export interface UseCheckoutOptions<Step extends string = string>
  extends Omit<AskProps<'checkout.step'>, 'onCommit' | 'onEvent' | 'worth' | 'grade'> {
  /** All steps, in the order in which visitors come by, such as `['home', 'product', 'cart', 'account', 'payment']`. */
  steps: readonly Step[];
  /** `'subscribe'` where what is bought is paid for again and again. Default `'purchase'`. */
  goal?: 'purchase' | 'subscribe' | undefined;
  /** What the cart is worth now; carried in events. Default none. */
  value?: Money | undefined;
  /**
   * The text of `handOver()`, which your server has kept with the order: for a page that a payment service returns to, an hour later or
   * on another device. Default: what this browser remembers, where the visitor allows storage.
   */
  handOver?: string | null | undefined;
  /** Remembers the attempt on this device, where the visitor allows storage, so that it goes on over pages and tabs. Default true. */
  remember?: boolean | undefined;
  /** Hears the finished steps and the order, synchronously. */
  onCommit?: ((event: CheckoutCommitment<NoInfer<Step>>) => void) | undefined;
  /** Hears events of every phase, synchronously. */
  onEvent?: ((event: CheckoutEvent<NoInfer<Step>>) => void) | undefined;
}
