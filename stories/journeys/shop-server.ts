import type { CheckoutOrder, CheckoutProps, CheckoutSubmission } from 'smallyes/checkout';
import type { NewsletterResult } from 'smallyes/newsletter-form';
import type { Tracker } from 'smallyes/provider';
import { createCollector, type EventRow, recordOrder } from 'smallyes/server';
import { type Cart, orderOf } from './shop-cart.ts';
import { findPieces, type Piece, type ShopCurrency } from './shop-pieces.ts';

/*
 * The shop's server and the payment service's, here in the page, because a story has none. Orders, prices and coupons are its
 * business: what the browser says of them is checked, and refused where it differs.
 */

/** How an order ended, as a checkout takes it. */
type OrderResult = NonNullable<CheckoutProps['result']>;

/** What the shop knows of an order that is paid at the bank. */
interface BankOrder {
  readonly number: string;
  readonly order: CheckoutOrder;
  readonly handOver: string;
  state: 'open' | 'paid' | 'cancelled';
}

/** What a payment service returns to, and what the shop knows by then. */
export interface ReturnedOrder {
  readonly order: CheckoutOrder;
  readonly handOver: string;
  readonly result: OrderResult | undefined;
}

/** Answers of a server take a moment. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 150));

const coupon = {
  code: 'KILN10',
  description: 'Ten percent off this order, for letter readers',
  expires: '2027-12-31',
};

/** Makes a server that has no orders yet. A test may replace what it wants to fail. */
export function createShopServer(currency: ShopCurrency = 'EUR') {
  const rows = new Map<string, EventRow>();
  const banking = new Map<string, BankOrder>();
  const placed = new Map<string, string>();
  let count = 1041;
  let email: string | undefined;

  const collector = createCollector({
    // Asked each time: a test sets the clock.
    now: () => Date.now(),
    store: {
      async insert(batch) {
        const fresh = batch.filter(({ id }) => !rows.has(id));
        for (const row of fresh) rows.set(row.id, row);
        return { inserted: fresh.map(({ id }) => id) };
      },
    },
  });

  return {
    currency,
    /** What the collector has kept, by id. */
    rows,
    collector,
    /** Takes the page's events to the collector, as `smallyes/trackers/http` does over the network. */
    tracker: {
      name: 'shop-collector',
      track: (event) => collector.record([event]),
    } satisfies Tracker as Tracker,

    async find(words: string): Promise<Piece[]> {
      await moment();
      return findPieces(words);
    },
    /** Keeps a wish, for the potter to read. */
    async wish(): Promise<{ status: 'pending' }> {
      await moment();
      return { status: 'pending' };
    },
    /** Keeps an address, and gives the code. */
    async subscribe(): Promise<NewsletterResult> {
      await moment();
      return { status: 'ok', coupon };
    },
    /** Whether a code is one of ours. */
    async redeem(code: string): Promise<boolean> {
      await moment();
      return code.trim().toUpperCase() === coupon.code;
    },
    /** Makes an account, and signs the visitor in. */
    async createAccount(address: string): Promise<{ status: 'ok' }> {
      await moment();
      email = address;
      return { status: 'ok' };
    },
    /** Address of the account that this browser is signed in to. */
    account: () => email,

    /** Takes an order. With `token` the card is charged at once; without one the bank asks on a page of its own. */
    async place(
      bought: Cart,
      { value, handOver }: CheckoutSubmission,
      { key, token }: { readonly key: string; readonly token: string | undefined },
    ) {
      await moment();
      const order = orderOf(bought, currency);
      // Nobody pays what they have not seen.
      if (order.total.amount !== value?.amount || value.currency !== currency)
        return {
          status: 'invalid',
          errors: { cart: 'A price has changed meanwhile. Please look at your cart once more.' },
        } as const;
      if (token === 'declined')
        return {
          status: 'failed',
          reason: 'card-declined',
          message:
            'Your bank declined the card, and nothing was charged. Another card or your bank may work.',
        } as const;
      // The same attempt to pay, come twice.
      const before = placed.get(`${key} ${token ?? 'bank'}`);
      const number = before ?? `B-${++count}`;
      placed.set(`${key} ${token ?? 'bank'}`, number);
      if (token) {
        if (!before) await recordOrder(collector, { order: number, value, time: Date.now(), handOver });
        return { status: 'ok', order: number } as const;
      }
      const reference = `R${number.slice(2)}`;
      banking.set(reference, { number, order, handOver, state: 'open' });
      return { status: 'redirect', url: `#/bank/${reference}` } as const;
    },
    /** What the bank's own page shows. */
    owed: (reference: string) => banking.get(reference)?.order.total,
    /** The bank's report to the shop, from server to server; banks send it again when they are not sure that it arrived. */
    async hearFromBank(reference: string, state: 'paid' | 'cancelled'): Promise<void> {
      const known = banking.get(reference);
      if (!known) return;
      known.state = state;
      if (state !== 'paid') return;
      const { status } = await recordOrder(collector, {
        order: known.number,
        value: known.order.total,
        time: Date.now(),
        handOver: known.handOver,
      });
      if (status === 'refused') throw new Error(`The collector refuses the order ${known.number}.`);
    },
    /** What the shop knows of an order, on the page that the bank leads back to. */
    async lookUp(reference: string): Promise<ReturnedOrder | undefined> {
      await moment();
      const known = banking.get(reference);
      if (!known) return undefined;
      const { number, order, handOver, state } = known;
      return {
        order,
        handOver,
        result:
          state === 'paid'
            ? { status: 'ok', order: number }
            : state === 'cancelled'
              ? {
                  status: 'failed',
                  order: number,
                  reason: 'cancelled',
                  message: 'You came back without paying, and nothing was charged. Your cart is as it was.',
                }
              : { status: 'pending', order: number },
      };
    },
  };
}

export type ShopServer = ReturnType<typeof createShopServer>;
