import type { CommitmentEvent, ConsentState, Purpose, Tracker } from '../events/index.ts';
import { isolate } from '../events/isolate.ts';
import { tell } from '../internal/messages.ts';

/** Something that waits for a tracker. */
interface Parcel {
  readonly time: number;
  readonly hand: (tracker: Tracker) => unknown;
  readonly event?: CommitmentEvent | undefined;
}

interface Route {
  readonly tracker: Tracker;
  waiting: Parcel[];
}

/** Carries events to trackers, each on its own route, gated by consent. */
export interface Delivery {
  /** Sets the trackers. One that is already known by name stays; a new one first gets `recent`. */
  connect(trackers: readonly Tracker[], recent: () => readonly CommitmentEvent[]): void;
  send(hand: Parcel['hand'], event?: CommitmentEvent): void;
  /** Hands over everything that consent allows, now. */
  flush(): void;
  /** Looks at what waits again, after the next paint. */
  schedule(): void;
}

const capacity = 100;
const patience = 30 * 60_000;

/** Makes the delivery of one provider. */
export function createDelivery(
  consentFor: (purpose: Purpose) => ConsentState,
  onError: (error: unknown, tracker: string, event?: CommitmentEvent) => void,
): Delivery {
  const routes = new Map<string, Route>();
  let scheduled = false;

  const wordFor = ({ tracker }: Route) => consentFor(purposeOf(tracker));
  const run = ({ tracker }: Route, act: Parcel['hand'], event?: CommitmentEvent) =>
    isolate(
      () => act(tracker),
      (error) => onError(error, tracker.name, event),
    );

  const put = (route: Route, hand: Parcel['hand'], event?: CommitmentEvent) => {
    const word = wordFor(route);
    if (word === 'denied') return;
    route.waiting.push({ time: Date.now(), hand, event });
    if (route.waiting.length <= capacity) schedule();
    // Too many to wait for the next paint; too many to wait for an answer.
    else if (word === 'granted') drain();
    else keep(route, (_, index) => index > 0);
  };

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

  const schedule = () => {
    if (scheduled || !routes.size) return;
    scheduled = true;
    afterPaint(() => scheduled && drain());
  };

  return {
    connect(trackers, recent) {
      const names = new Set<string>();
      for (const tracker of trackers) {
        const { name } = tracker;
        if (process.env.NODE_ENV !== 'production' && names.has(name)) tell(106, name);
        names.add(name);
        if (routes.has(name)) continue;
        const route = { tracker, waiting: [] };
        routes.set(name, route);
        // What happened under a no stays under it, whatever the visitor says later.
        for (const event of recent())
          if (event.consent[purposeOf(tracker)] !== 'denied') put(route, (one) => one.track(event), event);
      }
      for (const name of routes.keys())
        if (!names.has(name)) {
          drain();
          routes.delete(name);
        }
    },
    send(hand, event) {
      for (const route of routes.values()) put(route, hand, event);
    },
    flush() {
      drain();
      for (const route of routes.values())
        if (wordFor(route) === 'granted') run(route, (tracker) => tracker.flush?.());
    },
    schedule,
  };
}

function purposeOf({ purpose = 'analytics' }: Tracker): Purpose {
  return purpose;
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
