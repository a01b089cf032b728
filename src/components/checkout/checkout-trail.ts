import { type Attempt, join, stands } from '../../events/attempt.ts';
import type {
  Commitment,
  CommitmentEvent,
  Money,
  OrderData,
  OrderKind,
  StepData,
  SubscriptionData,
} from '../../events/index.ts';
import { isReload } from '../../internal/is-reload.ts';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import type { Ask } from '../../provider/ask.ts';
import { handOver, takeOver } from '../../provider/hand-over.ts';
import type { Hub } from '../../provider/hub.ts';
import {
  type CheckoutNote,
  isSameWorth,
  type OpenOrder,
  readCheckoutNote,
  writeCheckoutNote,
} from './checkout-note.ts';
import type { UseCheckoutOptions } from './checkout-types.ts';

const stepKind = 'checkout.step';

/** What records a checkout that goes over several pages. Every method returns the event, or undefined when it would double one. */
export interface CheckoutHandle<Step extends string = string> {
  /** Put it on the element that stands for the checkout on this page: `seen` goes out when it was on the screen for a second. */
  readonly ref: (element: Element | null) => (() => void) | undefined;
  /**
   * The visitor has finished a step. Again after the cart is worth another amount, it counts anew: what it was is withdrawn. After
   * an order it begins a new attempt.
   */
  finish(this: void, step: Step): Commitment<'checkout.step', StepData<Step>> | undefined;
  /** The order is placed: call it once your server says so. With `isPending` the payment is still to come, and `confirm` follows. */
  place(
    this: void,
    order: SubscriptionData,
    options?: { readonly isPending?: boolean | undefined },
  ): CommitmentEvent<OrderKind> | undefined;
  /** A payment that was pending has come in. */
  confirm(this: void, order?: OrderData): CommitmentEvent<OrderKind> | undefined;
  /** The order was cancelled. */
  withdraw(this: void, order?: OrderData): CommitmentEvent<OrderKind> | undefined;
  /** The payment failed; `reason` in a word of yours. */
  fail(this: void, reason?: string, order?: OrderData): CommitmentEvent<OrderKind> | undefined;
  /** Takes the visitor to a payment service: trackers have what happened before, and it counts as no abandoning. */
  leaveFor(this: void, url: string): void;
  /** Writes down where this attempt stands, in at most 500 characters, for `recordOrder` on your server. No personal data. */
  handOver(this: void): string;
  /** Goes on with an attempt that another page has handed over. False when the text is none, or of another ask. */
  takeOver(this: void, text: string | null | undefined): boolean;
  /** Ends this attempt, and forgets how far it came; the next event begins a new one. */
  reset(this: void): void;
}

/** What the component sees besides. */
export interface CheckoutTrail extends CheckoutHandle {
  /** What is known of the attempt now, of other tabs too. */
  note(): CheckoutNote | undefined;
  /** Remembers the step on the screen. */
  stay(step: string): void;
  /** With `isAgreed` worth what the cart was at the last step: by now the shop may have emptied it. */
  place(
    ...args: [...Parameters<CheckoutHandle['place']>, isAgreed?: boolean]
  ): CommitmentEvent<OrderKind> | undefined;
  /** With `isLoaded` the page says so, which may be loaded again: it counts once without an order as well. */
  fail(
    ...args: [...Parameters<CheckoutHandle['fail']>, isLoaded?: boolean]
  ): CommitmentEvent<OrderKind> | undefined;
  /** What an event is worth at this moment. */
  worth(): Money | undefined;
  /** What `abandoned` says; false when the visitor only goes to pay. */
  leaving(): unknown;
  /** The page is about to go, with the order. */
  leave(): void;
  /** The attempt under way. */
  attempt(): Attempt;
  /** The order that was sent from this page or another one, and has no answer yet. */
  open(): OpenOrder | undefined;
  /** Keeps it, so that a page that is loaded meanwhile sends it under the same key; without one: its answer has come. */
  keepOpen(order?: OpenOrder): void;
  /** The visitor is here: also after a way back from the payment service. */
  arrive(): void;
}

export function createCheckoutTrail(
  hub: Hub,
  ask: () => Ask,
  read: () => UseCheckoutOptions<string>,
): CheckoutTrail {
  const { memory } = hub.site;
  let note: CheckoutNote | undefined;
  let isAway = false;
  let was: Money | null | undefined;

  const kind = (): OrderKind => (read().goal === 'subscribe' ? 'checkout.subscribe' : 'checkout.purchase');
  const isKept = () => read().remember !== false && !!read().id;
  const key = () => `checkout:${read().id}`;
  const attempt = () => ask().attempt();
  /** What is known is of the attempt under way. */
  const isOurs = () => note?.attempt === attempt().id;
  const isPlaced = () => isOurs() && note?.order !== undefined;

  /** Takes in what another page or tab has recorded. */
  const load = () => {
    // What is stored is newer than what this page holds, if another tab has written it.
    const kept = isKept() && readCheckoutNote(memory.stored(key()) ?? memory.get(key()), Date.now());
    if (!kept) return;
    if (kept.attempt !== attempt().id) {
      // What has begun here goes on as it is.
      if (attempt().passed.has('started')) return;
      ask().reset();
    }
    join(attempt(), kept.attempt, kept.passed);
    note = kept;
  };
  const save = (more: Partial<CheckoutNote> = {}, soon: readonly string[] = []) => {
    // Whoever does anything is here: the page may have stayed.
    isAway = false;
    const { id, passed } = attempt();
    const { attempt: before, worth = {}, ...rest } = note ?? {};
    note = {
      ...(before === id && rest),
      worth: before === id ? worth : {},
      ...more,
      attempt: id,
      t: Date.now(),
      passed: [...passed, ...soon],
    };
    if (isKept()) memory.set(key(), writeCheckoutNote(note));
  };
  const begin = () => {
    ask().reset();
    note = undefined;
  };
  const dataOf = (order: SubscriptionData) => {
    if (process.env.NODE_ENV !== 'production' && !order.order) tell(1545, read().id);
    const { plan, ...rest } = order;
    return kind() === 'checkout.subscribe' ? order : rest;
  };
  const record = (phase: 'confirmed' | 'withdrawn', order: OrderData | undefined) => {
    load();
    const known = { order: note?.order, ...order };
    const event = ask().record(phase, known.order === undefined ? {} : { order: known.order }, kind());
    if (process.env.NODE_ENV !== 'production' && !event && !isPlaced()) tell(1546, read().id);
    if (event) save({ isPending: false });
    return event as CommitmentEvent<OrderKind> | undefined;
  };

  // Of their own, not methods: what uses another of them must not need its `this`, for the handle may be taken apart.
  const leave = () => {
    save();
    isAway = true;
    hub.flush();
  };
  const goOn = (text: string | null | undefined): boolean => {
    const given = takeOver(ask(), read().id, text);
    if (!given) return false;
    load();
    // What was said yes to on another device can be confirmed or withdrawn on this one.
    if (!isPlaced()) ask().stand(kind(), {});
    return true;
  };

  return {
    ref: (element) => ask().ref(element),
    attempt,
    open() {
      load();
      return note?.open;
    },
    keepOpen: (open) => save({ open }),
    note() {
      load();
      return note;
    },
    stay(step) {
      if (attempt().passed.has('started') && !isPlaced()) save({ at: step });
    },
    worth: () => (was === undefined ? read().value : (was ?? undefined)),
    leaving() {
      if (isAway) return false;
      // A later page must not tell it again.
      save({}, ['abandoned']);
      return note?.last;
    },
    arrive() {
      isAway = false;
      const { handOver } = read();
      if (handOver) goOn(handOver);
      else load();
    },
    finish(step) {
      load();
      if (isPlaced()) begin();
      const { id, steps, value = null } = read();
      const position = steps.indexOf(step) + 1;
      if (process.env.NODE_ENV !== 'production' && !position) tell(1544, id, String(step));
      const data = { step, ...(position && { position, of: steps.length }) };
      const before = note?.worth[step];
      if (stands(attempt(), stepKind, step)) {
        if (isSameWorth(before, value)) return undefined;
        was = before ?? null;
        ask().record('withdrawn', data, stepKind, undefined, step);
        was = undefined;
      }
      const event = ask().record('committed', data, stepKind, undefined, step);
      save({ worth: { ...note?.worth, [step]: value }, last: data });
      return event as Commitment<'checkout.step'> | undefined;
    },
    place(order, { isPending = false } = {}, isAgreed) {
      load();
      const { order: number = '' } = order;
      if (isPlaced() && note?.order !== number) begin();
      if (isAgreed && isOurs()) was = note?.worth[read().steps.at(-1) ?? ''] ?? undefined;
      let event: unknown;
      if (!isPlaced()) {
        event = ask().record('committed', dataOf(order), kind());
        if (event) save({ order: number, isPending, at: undefined });
      } else if (note?.isPending && !isPending) event = record('confirmed', order);
      was = undefined;
      return event as CommitmentEvent<OrderKind> | undefined;
    },
    confirm: (order) => record('confirmed', order),
    withdraw: (order) => record('withdrawn', order),
    fail(reason, order, isLoaded) {
      load();
      const failed = `${order?.order}|${reason}`;
      // The page to which a payment service returns may be loaded again, whether or not another try is under way.
      const isNews = note?.isSent && !isReload();
      if ((isLoaded || order?.order) && note?.failed === failed && !isNews && isOurs()) return undefined;
      const data = { ...order, ...(reason && { reason }) };
      const event = ask().record('failed', data, kind());
      save({ failed, isSent: undefined });
      return event as CommitmentEvent<OrderKind> | undefined;
    },
    leave,
    leaveFor(url) {
      if (!isSafeUrl(url)) {
        if (process.env.NODE_ENV !== 'production') tell(110, `Checkout "${read().id}"`, url);
        return;
      }
      save({ isSent: true });
      leave();
      location.assign(url);
    },
    handOver() {
      load();
      save();
      return handOver(hub, ask(), read());
    },
    takeOver: goOn,
    reset() {
      begin();
      if (isKept()) memory.set(key(), '');
    },
  };
}
