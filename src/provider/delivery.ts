import type { CommitmentEvent, Consent, ConsentState, Purpose, Tracker } from '../events/index.ts';
import { isolate } from '../events/isolate.ts';
import { tell } from '../internal/messages.ts';

/** A tracker, or what a condition leaves in its place: `isLive && ga4()`. */
export type MaybeTracker = Tracker | false | null | undefined | '';

/** What is done with a tracker when its turn comes. */
type Hand = (tracker: Tracker) => unknown;

/** Something that waits for a tracker. */
interface Parcel {
  readonly time: number;
  readonly hand: Hand;
  readonly event?: CommitmentEvent | undefined;
}

interface Route {
  readonly tracker: Tracker;
  readonly purpose: Purpose;
  waiting: Parcel[];
  /** False while the developer has taken the tracker out. */
  isOpen: boolean;
  /** The visitor's word that the tracker knows of. */
  consent?: ConsentState;
  /** Place in line of the last event that it was due. */
  last: number;
}

/** Carries events to trackers, each on its own route, gated by consent. */
export interface Delivery {
  /** Sets the trackers. One that is known by name stays; one that comes late, or again, first gets what it missed. */
  connect(trackers: readonly MaybeTracker[]): void;
  /** Hands over what may be shown of an event. When, and whether, is decided by the event itself. */
  send(event: CommitmentEvent, shown: CommitmentEvent): void;
  /** Tells trackers who the visitor is, those too that come later. */
  introduce(hand: Hand): void;
  /** Hands over everything that consent allows, now. */
  flush(): void;
  /** Looks at what waits again, after the next paint. */
  schedule(): void;
}

const capacity = 100;
const memory = 50;
const patience = 30 * 60_000;

/**
 * Makes the delivery of one provider. `isOff` stops what is sent, and leaves what a tracker has stored for later; `renew` brings an
 * event that has waited up to date.
 */
export function createDelivery(
  consent: () => Consent,
  isOff: () => boolean,
  renew: (shown: CommitmentEvent, event: CommitmentEvent) => CommitmentEvent,
  onError: (error: unknown, tracker: string, event?: CommitmentEvent) => void,
): Delivery {
  const routes = new Map<string, Route>();
  const passed: (readonly [event: CommitmentEvent, shown: CommitmentEvent])[] = [];
  /** Place in line of the latest event that a no has undone, by purpose. */
  const undone: Record<string, number | undefined> = {};
  let introduction: Hand | undefined;
  /** The visitor's word at the introduction, and any no since, by purpose. */
  let heard: Record<string, ConsentState> = {};
  let scheduled = false;

  const ask = (purpose: Purpose) => (isOff() ? 'denied' : consent()[purpose]);
  const run = ({ tracker }: Route, act: Hand, event?: CommitmentEvent) =>
    isolate(
      () => act(tracker),
      (error) => onError(error, tracker.name, event),
    );

  const put = (route: Route, hand: Hand, event?: CommitmentEvent) => {
    if (!route.isOpen) return;
    if (event) route.last = event.seq;
    const word = ask(route.purpose);
    // What happened under a no stays under it, whatever this provider, or the visitor later, says.
    if (word === 'denied' || event?.consent[route.purpose] === 'denied') return;
    const count = route.waiting.push({ time: performance.now(), hand, event });
    if (count < capacity || word !== 'granted') schedule();
    // Too many to wait for the next paint.
    else drain();
  };
  const putEvent = (route: Route, [event, shown]: (typeof passed)[number]) =>
    put(route, (one) => one.track(renew(shown, event)), event);

  const drain = () => {
    scheduled = false;
    for (const route of routes.values()) {
      const { length } = route.waiting;
      // First of all: what waited too long is too old, even for the visitor's yes, and only the latest wait for it. Who the
      // visitor is stays true.
      route.waiting = route.waiting.filter(
        ({ time, hand }, index) =>
          hand === introduction || (index >= length - capacity && performance.now() - time < patience),
      );
      if (process.env.NODE_ENV !== 'production' && route.waiting.length < length)
        tell(111, route.tracker.name);
      const word = ask(route.purpose);
      const { consent: before } = route;
      // Noted first, so that a tracker that flushes in turn is told once. Being off is no word of the visitor's.
      if (!isOff()) route.consent = word;
      if (route.consent === 'denied' && before !== 'denied') run(route, (tracker) => tracker.forget?.());
      if (word === 'unknown') continue;
      // Taken off first, so that a tracker that emits or flushes in turn gets nothing twice.
      for (const { hand, event } of route.waiting.splice(0)) if (word === 'granted') run(route, hand, event);
    }
  };

  const flush = (route: Route) => {
    if (route.isOpen && ask(route.purpose) === 'granted') run(route, (tracker) => tracker.flush?.());
  };

  const schedule = () => {
    if (scheduled || !routes.size) return;
    scheduled = true;
    afterPaint(() => scheduled && drain());
  };

  const open = (tracker: Tracker) => {
    // A purpose that nobody knows counts as the usual one.
    const { name, purpose: own } = tracker;
    const purpose = own === 'advertising' || own === 'functional' ? own : 'analytics';
    const route: Route = { tracker, purpose, waiting: [], isOpen: false, last: 0 };
    routes.set(name, route);
    // Where the visitor has refused from the start, what an earlier page stored must go.
    schedule();
    run(route, (one) =>
      one.connect?.({
        consent: (other = purpose) => ask(other),
        report: (error, event) => onError(error, name, event),
      }),
    );
    return route;
  };

  return {
    connect(trackers) {
      const names = new Set<string>();
      for (const tracker of trackers as readonly (Tracker | undefined)[]) {
        // `isGa && ga4()` leaves a false where there is no tracker, and `ga4` alone is none.
        if (!tracker?.track) continue;
        const { name } = tracker;
        if (process.env.NODE_ENV !== 'production' && names.has(name)) tell(106, name);
        names.add(name);
        const route = routes.get(name) ?? open(tracker);
        if (route.isOpen) continue;
        route.isOpen = true;
        if (introduction && heard[route.purpose] !== 'denied') put(route, introduction);
        for (const one of passed)
          if (one[0].seq > Math.max(route.last, undone[route.purpose] ?? 0)) putEvent(route, one);
      }
      for (const [name, route] of routes)
        if (route.isOpen && !names.has(name)) {
          drain();
          flush(route);
          route.isOpen = false;
          route.waiting = [];
        }
    },
    send(...both) {
      passed.push(both);
      if (passed.length > memory) passed.shift();
      for (const route of routes.values()) putEvent(route, both);
    },
    introduce(hand) {
      heard = { ...consent() };
      introduction = hand;
      for (const route of routes.values()) put(route, hand);
    },
    flush() {
      drain();
      routes.forEach(flush);
    },
    schedule() {
      // A no undoes what came before it, for a tracker too that is put in later, at the next yes.
      const words = consent();
      for (const purpose in words)
        if (words[purpose as Purpose] === 'denied') {
          undone[purpose] = passed.at(-1)?.[0].seq;
          heard[purpose] = 'denied';
        }
      schedule();
    },
  };
}

/**
 * Runs after the next frame is on the screen. A hidden page paints no frames, so there it runs at once. Nor does a page inside
 * one of another site while it is out of sight, and that one is not hidden: it is waited for no longer than a second.
 */
function afterPaint(run: () => void) {
  const isPainted = !document.hidden && typeof requestAnimationFrame === 'function';
  const timer = setTimeout(run, isPainted ? 1_000 : 0);
  if (isPainted)
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(run);
    });
}
