import type { Money, StepData } from '../../events/index.ts';

/** An order that was sent: the key of the request, and what it said. */
export type OpenOrder = readonly [key: string, said: string];

/** What a browser remembers of a checkout, so that another page or tab can go on with it: nothing that was typed. */
export interface CheckoutNote {
  readonly attempt: string;
  /** When it was written, in milliseconds. */
  readonly t: number;
  /** What the attempt has passed, as it keeps it. */
  readonly passed: readonly string[];
  /** What the cart was worth at each step that is done; null where nobody said. */
  readonly worth: Readonly<Record<string, Money | null>>;
  /** The last step that was done. */
  readonly last?: StepData | undefined;
  /** The step on the screen. */
  readonly at?: string | undefined;
  /** The order that was placed. */
  readonly order?: string | undefined;
  /** It was placed, but the payment is still to come. */
  readonly isPending?: boolean | undefined;
  /** The failure that was told last: a reload of the page that says so is no second one. */
  readonly failed?: string | undefined;
  /** The visitor has gone to the payment service since: the same failure once more is another one. */
  readonly isSent?: boolean | undefined;
  /** The order that was sent, and has no answer yet. */
  readonly open?: OpenOrder | undefined;
}

const day = 86_400_000;

/** Storage may hold anything: an old note, another version's, or somebody else's. */
export function readCheckoutNote(text: string | null, now: number): CheckoutNote | undefined {
  try {
    const { v, ...note } = JSON.parse(text || '{}') as CheckoutNote & { readonly v: unknown };
    const { attempt, t, passed, worth, open = [] } = note;
    const isWhole =
      v === 1 &&
      /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(attempt) &&
      Array.isArray(passed) &&
      Array.isArray(open) &&
      [...passed, ...open].every((one) => typeof one === 'string') &&
      typeof worth === 'object' &&
      !!worth;
    // A cart that was left waits a week; a bank transfer may take longer to come in.
    return isWhole && Math.abs(now - t) < (note.order === undefined ? 7 : 60) * day ? note : undefined;
  } catch {
    return undefined;
  }
}

export function writeCheckoutNote(note: CheckoutNote): string {
  return JSON.stringify({ v: 1, ...note });
}

/** Whether two carts are worth the same, as far as anybody said. */
export function isSameWorth(one: Money | null | undefined, other: Money | null | undefined): boolean {
  return one?.amount === other?.amount && one?.currency === other?.currency;
}
