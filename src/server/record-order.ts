import { catalogue } from '../events/catalogue.ts';
import type { CommitmentEvent, Money } from '../events/event.ts';
import { type HandOver, readHandOver } from '../events/hand-over.ts';
import { isMoney } from '../events/money.ts';
import { isOrderKind, type OrderKind, orderIdOf } from '../events/order-id.ts';
import { failure } from '../internal/messages.ts';
import type { Collector } from './collector.ts';
import type { RejectionReason } from './collector-answer.ts';
import { checkEvent } from './collector-check.ts';
import type { RecordOptions } from './collector-options.ts';
import { eventIdOf } from './event-id.ts';

/** What your shop knows of an order. */
export interface OrderReport {
  /** Your number of the order, or of the subscription: 1 to 200 characters, and never used twice. */
  readonly order: string;
  /** `'checkout.subscribe'` for what is paid for again and again. Default `'checkout.purchase'`. */
  readonly kind?: OrderKind | undefined;
  /**
   * What happened: `'committed'`, the order was placed, paid or not; `'confirmed'`, a payment that was pending has come in, such
   * as a bank transfer; `'withdrawn'`, it was cancelled, charged back or given back. Each counts once for an order. Default
   * `'committed'`.
   */
  readonly phase?: 'committed' | 'confirmed' | 'withdrawn' | undefined;
  /** When it happened, in milliseconds since 1970: that of the payment, not of the report. */
  readonly time: number;
  /** The total, in whole units of its currency. Default: none. */
  readonly value?: Money | undefined;
  /** Your name of the plan, for a subscription. Default: none. */
  readonly plan?: string | undefined;
  /**
   * The text that the page handed over with the order (`handOver()` of `useCommit` and `useCheckout`). Without one, or with one
   * that was cut or changed on its way, the order counts all the same, in an attempt and a visit of its own, with a consent that
   * is unknown.
   */
  readonly handOver?: string | null | undefined;
  /** Id of the ask, for an order without a hand-over. Default `'checkout'`. */
  readonly ask?: string | undefined;
}

/** What came of {@link recordOrder}. */
export type OrderOutcome = {
  readonly event: CommitmentEvent<OrderKind>;
  /** Whether it stands in the visitor's own attempt; false when the order came without a hand-over that could be used. */
  readonly isAttached: boolean;
} & (
  | {
      /** `'known'`: a copy came before, from the page or from an earlier report. */
      readonly status: 'recorded' | 'known';
    }
  | {
      /** It was not kept, and another try would change nothing. */
      readonly status: 'refused';
      readonly reason: RejectionReason;
      /** Where, and what was expected; never a value of the event. */
      readonly detail: string | undefined;
    }
);

/**
 * Records what happened to an order, as your server has learned it, in the attempt of the visitor who placed it: so a purchase
 * counts although the tab was closed, or something blocked the page's own events. The page records the same, and payment services
 * report one payment several times: all copies have one id, and the collector keeps the first.
 *
 * Rejects when the store fails: answer the payment service with an error, and it reports again. Rejects with SY-617 when the order
 * itself cannot be meant.
 *
 * ```ts
 * const { status } = await recordOrder(collector, {
 *   order: 'A-1042',
 *   value: { amount: 49, currency: 'EUR' },
 *   time: paidAt.getTime(),
 *   handOver: order.handOver,
 * });
 * ```
 */
export async function recordOrder(
  collector: Pick<Collector, 'record'>,
  report: OrderReport,
  options?: RecordOptions,
): Promise<OrderOutcome> {
  const { event, isAttached } = await orderEventOf(report);
  const { accepted, rejected } = await collector.record([event], options);
  const [refusal] = rejected;
  return refusal
    ? { event, isAttached, status: 'refused', reason: refusal.reason, detail: refusal.detail }
    : { event, isAttached, status: accepted ? 'recorded' : 'known' };
}

/**
 * The event of an order, for an `insert` or a queue of your own: complete, and the same each time the same order is reported. Rejects
 * with SY-617 when the order cannot be meant.
 */
export async function orderEventOf(report: OrderReport): Promise<Pick<OrderOutcome, 'event' | 'isAttached'>> {
  const {
    order,
    kind = 'checkout.purchase',
    phase = 'committed',
    time,
    value,
    plan,
    ask = 'checkout',
  } = report;
  const problem = problemOf({ ...report, kind, phase });
  if (problem) throw failure(617, problem);
  const build = (from: HandOver, id: string) =>
    ({
      v: 1,
      id,
      kind,
      phase,
      grade: catalogue[kind],
      ...from,
      ...(value && { value: { amount: value.amount, currency: value.currency } }),
      data: kind === 'checkout.subscribe' ? { ...(plan && { plan }), order } : { order },
      time,
    }) as CommitmentEvent<OrderKind>;
  const given = readHandOver(report.handOver);
  if (given) {
    const event = build(given, orderIdOf(given.attempt, phase, kind, order) as string);
    // What a visitor may have changed on its way must not cost the order its place.
    if (!checkEvent(event)) return { event, isAttached: true };
  }
  const alone = await detached(order, ask);
  const event = build(alone, await idOf(`${phase} ${kind} ${order}`));
  const flaw = checkEvent(event);
  if (flaw) throw failure(617, flaw.detail);
  return { event, isAttached: false };
}

/** An attempt, a visit and a page view of an order's own, the same each time. */
async function detached(order: string, ask: string): Promise<HandOver> {
  const [attempt, session, viewId] = await Promise.all(
    ['attempt', 'session', 'view'].map((part) => idOf(`${part} of ${order}`)),
  );
  return {
    attempt: attempt as string,
    ask: { id: ask },
    session: { id: session as string, n: 1 },
    page: { path: '', viewId: viewId as string },
    consent: { analytics: 'unknown', advertising: 'unknown', functional: 'unknown' },
    seq: 1,
  };
}

/** By the order alone: reports of one order tell different times. The first moment that `eventIdOf` takes stands for none. */
const idOf = (key: string) => eventIdOf(`order ${key}`, Date.UTC(2000, 0, 2));

function problemOf({ order, kind, phase, time, value }: OrderReport): string | undefined {
  if (typeof order !== 'string' || order.length < 1 || order.length > 200)
    return 'order is no text of 1 to 200 characters';
  if (!isOrderKind(kind)) return `kind is "${String(kind)}"`;
  if (phase !== 'committed' && phase !== 'confirmed' && phase !== 'withdrawn')
    return `phase is "${String(phase)}"`;
  if (!Number.isSafeInteger(time) || time < Date.UTC(2000, 0, 2))
    return `time is ${String(time)}, not milliseconds since 1970, such as Date.now()`;
  if (value && !isMoney(value))
    return "value is no number with a currency of three capital letters, such as { amount: 49, currency: 'EUR' }";
  return undefined;
}
