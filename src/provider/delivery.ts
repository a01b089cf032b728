import type { CommitmentEvent, ConsentState, Purpose, Tracker } from '../events/index.ts';
import { isolate } from '../events/isolate.ts';
import { tell } from '../internal/messages.ts';

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
  waiting: Parcel[];
  /** False while the developer has taken the tracker out. */
  isOpen: boolean;
  /** Place in line of the last event that it was due. */
  last: number;
}

/** Carries events to trackers, each on its own route, gated by consent. */
export interface Delivery {
  /** Sets the trackers. One that is known by name stays; one that comes late, or again, first gets what it missed. */
  connect(trackers: readonly Tracker[]): void;
  send(event: CommitmentEvent): void;
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

/** Makes the delivery of one provider. */
export function createDelivery(
  consentFor: (purpose: Purpose) => ConsentState,
  onError: (error: unknown, tracker: string, event?: CommitmentEvent) => void,
): Delivery {
  const routes = new Map<string, Route>();
  const passed: CommitmentEvent[] = [];
  let introduction: Hand | undefined;
  let scheduled = false;

  const wordFor = ({ tracker }: Route) => consentFor(purposeOf(tracker));
  const run = ({ tracker }: Route, act: Hand, event?: CommitmentEvent) =>
    isolate(
      () => act(tracker),
      (error) => onError(error, tracker.name, event),
    );

  const put = (route: Route, hand: Hand, event?: CommitmentEvent) => {
    if (!route.isOpen) return;
    if (event) route.last = event.seq;
    const word = wordFor(route);
    // What happened under a no stays under it, whatever this provider, or the visitor later, says.
    if (word === 'denied' || event?.consent[purposeOf(route.tracker)] === 'denied') return;
    route.waiting.push({ time: Date.now(), hand, event });
    if (route.waiting.length <= capacity) schedule();
    // Too many to wait for the next paint; too many to wait for an answer.
    else if (word === 'granted') drain();
    else keep(route, (_, index) => index > 0);
  };
  const putEvent = (route: Route, event: CommitmentEvent) => put(route, (one) => one.track(event), event);

  const drain = () => {
    scheduled = false;
    for (const route of routes.values()) {
      // First of all: what waited too long is too old, even for the visitor's yes.
      keep(route, ({ time }) => Date.now() - time < patience);
      const word = wordFor(route);
      if (word === 'unknown') continue;
      // Taken off first, so that a tracker that emits or flushes in turn gets nothing twice.
      const parcels = route.waiting;
      route.waiting = [];
      if (word === 'granted') for (const { hand, event } of parcels) run(route, hand, event);
    }
  };

  const flush = (route: Route) => {
    if (route.isOpen && wordFor(route) === 'granted') run(route, (tracker) => tracker.flush?.());
  };

  const schedule = () => {
    if (scheduled || !routes.size) return;
    scheduled = true;
    afterPaint(() => scheduled && drain());
  };

  return {
    connect(trackers) {
      const names = new Set<string>();
      for (const tracker of trackers) {
        // `isGa && ga4()` leaves a false where there is no tracker.
        if (!tracker) continue;
        const { name } = tracker;
        if (process.env.NODE_ENV !== 'production' && names.has(name)) tell(106, name);
        names.add(name);
        const route = routes.get(name) ?? { tracker, waiting: [], isOpen: false, last: 0 };
        routes.set(name, route);
        if (route.isOpen) continue;
        route.isOpen = true;
        if (introduction) put(route, introduction);
        for (const event of passed) if (event.seq > route.last) putEvent(route, event);
      }
      for (const [name, route] of routes)
        if (route.isOpen && !names.has(name)) {
          drain();
          flush(route);
          route.isOpen = false;
          route.waiting = [];
        }
    },
    send(event) {
      passed.push(event);
      if (passed.length > memory) passed.shift();
      for (const route of routes.values()) putEvent(route, event);
    },
    introduce(hand) {
      introduction = hand;
      for (const route of routes.values()) put(route, hand);
    },
    flush() {
      drain();
      routes.forEach(flush);
    },
    schedule,
  };
}

/** A purpose that nobody knows counts as the usual one. */
function purposeOf({ purpose }: Tracker): Purpose {
  return purpose === 'advertising' || purpose === 'functional' ? purpose : 'analytics';
}

/** Gives up what waits too long or is too much, the oldest first. */
function keep(route: Route, isKept: (parcel: Parcel, index: number) => boolean) {
  const kept = route.waiting.filter(isKept);
  const dropped = route.waiting.length - kept.length;
  if (process.env.NODE_ENV !== 'production' && dropped > 0) tell(111, route.tracker.name);
  route.waiting = kept;
}

/** Runs after the next frame is on the screen. A hidden page paints no frames, so there it runs at once. */
function afterPaint(run: () => void) {
  if (document.hidden || typeof requestAnimationFrame !== 'function') setTimeout(run);
  else requestAnimationFrame(() => setTimeout(run));
}
