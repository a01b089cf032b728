import type { CommitmentEvent, TrackerHost } from '../../events/index.ts';
import { isolate, reportToPlatform } from '../../events/isolate.ts';
import { readAnswer } from './answer.ts';
import type { DroppedEvents, HttpTracker, HttpTrackerOptions, Item } from './options.ts';
import { isPassing } from './pace.ts';
import { createPauses } from './pauses.ts';
import { type Flight, keepaliveRoom, partSize, post, type Reply } from './post.ts';
import { createItem, frame, takePart } from './queue.ts';
import type { Stash } from './stash.ts';
import { createTally } from './tally.ts';

/** After so many failures in a row requests have one event alone, and it may be the event's fault. */
const mostFailures = 6;
/** Most bytes of a request that need not outlive the page: the wire allows 64 KiB. */
const plainSize = 60_000;
/**
 * Nobody tells a tracker that consent came, so what waits for it looks again after this time, in ms. Nor is an event that was
 * set aside tried sooner after the last one.
 */
const patience = 60_000;

/** What the outbox holds; shared with the store, which adds to it and takes from it. */
export interface Held {
  /**
   * All that waits or is on its way, by id: an event that two providers hand over goes once. Another map when all is
   * forgotten, so that what was begun before comes to nothing.
   */
  items: Map<string, Item>;
  /** What waits, in order. */
  queue: Item[];
  /** Puts items into the queue, in their place. */
  putBack(items: readonly Item[]): void;
  /** Whether events may be stored at this moment. */
  isStorable(): boolean;
}

/** Makes the outbox: what waits, when it is sent, and what becomes of it. Touches nothing before it is connected or used. */
export function createOutbox(options: HttpTrackerOptions): HttpTracker {
  const { name = 'http', purpose = 'analytics', phases = 'all', batch, persist } = options;
  const delay = batch?.delay ?? 2_000;
  const size = Math.min(100, orElse(batch?.size, 50));
  const capacity = orElse(options.capacity, 1_000);
  const database = `smallyes-outbox:${name}`;

  let host: TrackerHost | undefined;
  const flights = new Map<Flight, readonly Item[]>();
  let loading: Promise<void> | undefined;
  let store: Stash | undefined;
  let isClean = false;
  let place = 0;
  let limit = size;
  let isBusy = false;
  /** When an event that was set aside may be tried again. */
  let nextAside = 0;

  const report = (error: unknown, event?: CommitmentEvent) =>
    host ? host.report(error, event) : reportToPlatform(error);
  const tally = createTally(name, options, report, () => held.items.size);
  const isAllowed = () => options.url && !isPrerendered() && (!host || host.consent() === 'granted');

  const held: Held = {
    items: new Map(),
    queue: [],
    putBack(items) {
      held.queue = [...items, ...held.queue].sort(
        (a, b) => a.due - b.due || a.place - b.place || (a.event.id < b.event.id ? -1 : 1),
      );
      const excess = held.queue.splice(0, held.queue.length - capacity);
      if (!excess[0]) return;
      drop('capacity', excess, 1031, capacity);
      tally.publish();
    },
    isStorable() {
      if (!persist || !isAllowed()) return false;
      const word = host?.consent('functional') ?? 'granted';
      if (word === 'denied' && !isClean) wipe();
      isClean = word === 'denied';
      return word === 'granted';
    },
  };
  const finish = (items: readonly Item[], isLeftInStore?: boolean) => {
    for (const { event } of items) held.items.delete(event.id);
    store?.finish(items, isLeftInStore);
  };
  const drop = (
    cause: keyof DroppedEvents,
    items: readonly Item[],
    code: 1031 | 1032 | 1037,
    detail: string | number,
  ) => {
    tally.tell(code, detail, items[0]);
    tally.drop(cause, items.length);
    finish(items);
  };
  /** Brings the store, while events may be in it. */
  const load = () =>
    held.isStorable()
      ? (loading ??= import('./stash.ts')
          .then(({ createStash }) => {
            store = createStash(database, purpose, held, tally);
            store.keep([...held.items.values()]);
          })
          .catch((error) => {
            // A visitor who is offline may be back soon: the next event asks again, and so does the next turn.
            loading = undefined;
            globalThis.addEventListener?.('online', load, { once: true });
            if (!isOffline()) tally.tell(1036, error);
          }))
      : undefined;
  /** Without the store's own code, which a visitor who refuses has perhaps never loaded. */
  const wipe = () =>
    isolate(
      () => void indexedDB.deleteDatabase(database),
      () => {},
    );

  const settle = (part: readonly Item[], { status, text, retryAfter }: Reply) => {
    const isOk = status >= 200 && status < 300;
    const answer = isOk && readAnswer(text, part.length);
    const first = part[0] as Item;
    const failures = pauses.failures;
    if (status < 0) {
      tally.add('unconfirmed', part.length);
      finish(part, true);
    } else if (status === 413) {
      if (part.length > 1) {
        limit = part.length >> 1;
        held.putBack(part);
        pauses.schedule(0);
      } else {
        drop('size', part, 1037, status);
        pauses.wait(0);
      }
    } else if (!answer && isPassing(status)) {
      if (isOk) tally.tell(1034, status, first);
      pauses.wait(retryAfter);
      // A network that is gone, or an endpoint that wants quiet, says nothing of one event.
      if (first.due > 0 || (first.due && (isOk || status > 499))) {
        // That the endpoint fails on this one says nothing of the others.
        pauses.failures = failures;
        first.due = performance.now();
        nextAside = first.due + patience;
        tally.tell(1041, status, first);
      } else if (failures >= mostFailures && !isOffline()) tally.tell(1033, status, first);
      held.putBack(part);
    } else {
      const next = held.queue[0];
      pauses.failures = 0;
      // One that was set aside has a pace of its own, and slows down no other.
      if (failures && next && next.due <= 0) {
        // The endpoint is there: this one may be why it failed.
        next.due ||= failures > mostFailures ? -1 : 0;
        // What has piled up goes without a burst.
        pauses.wait(0);
      }
      if (answer) {
        limit = Math.min(size, limit + 1);
        tally.take(answer, part);
        finish(part);
      } else drop('refused', part, 1032, status);
    }
  };

  const send = async (items: Item[], most: number, isKeepalive: boolean, isLeaving: boolean) => {
    // What need not outlive the page may be more, unless the endpoint has refused as much.
    const count = !isLeaving ? limit / 2 ** pauses.failures : !isKeepalive && limit === size ? 100 : limit;
    const { part, body, bytes } = takePart(items, most, count);
    const flight = post(options, body, bytes, isKeepalive, isLeaving, () => {
      tally.add('requests');
      tally.add('sent', part.length);
      if (part.filter((item) => item.requests++)[0]) tally.add('retries');
    });
    flights.set(flight, part);
    const reply = await flight.reply;
    // Else forgotten meanwhile.
    if (flights.delete(flight)) {
      settle(part, reply);
      tally.publish();
    }
  };
  const drain = async () => {
    while (!pauses.now && isAllowed()) {
      const failures = pauses.failures;
      const isOdd = failures % 2;
      // Only another event can tell an endpoint that is down from one that fails on the first: at every other try one of
      // them, by turns, but none that was set aside: they stand last. Where there is no other, `at` is 0.
      const others = held.queue.filter(({ due }, place) => place && due <= 0).length;
      const at = isOdd && others && failures > mostFailures ? 1 + ((failures >> 1) % others) : 0;
      const next = held.queue[at];
      if (!next) break;
      const rest = nextAside - performance.now();
      // What came in between must not put off the next try of what was set aside.
      if (next.due > 0 && rest > 0) return pauses.schedule(rest);
      // A try may have failed for want of keepalive: other libraries use it too.
      await send(
        at ? held.queue.splice(at, 1) : held.queue,
        partSize,
        !isOdd && next.bytes + frame < keepaliveRoom(),
        false,
      );
    }
  };
  const work = async () => {
    try {
      const isStorable = load();
      await isStorable;
      await (isStorable && store ? store.turn(drain) : drain());
    } finally {
      isBusy = false;
      const next = held.queue[0];
      if (next || (persist && !loading)) pauses.schedule(next?.due === 0 && isAllowed() ? delay : patience);
    }
  };
  const pauses = createPauses(() => {
    if (isBusy) return;
    isBusy = true;
    isolate(work, report);
  });

  return {
    name,
    purpose,
    connect(next) {
      host = next;
      if (isPrerendered()) document.addEventListener('prerenderingchange', pauses.wake, { once: true });
      // The store's code may be out of reach when the first event comes.
      void load();
      // What an earlier page has left behind.
      if (persist) pauses.schedule(delay);
    },
    track(event) {
      if ((phases !== 'all' && !phases.includes(event.phase)) || held.items.has(event.id)) return;
      tally.add('tracked');
      isolate(
        () => {
          const item = createItem(event, ++place);
          held.items.set(event.id, item);
          held.putBack([item]);
          // What comes before the store is stored as soon as it comes.
          if (load()) store?.keep([item]);
        },
        (error) => {
          tally.tell(1037, `${error}`, { event });
          tally.drop('unusable', 1);
        },
      );
      pauses.schedule(held.queue.length >= size || globalThis.document?.hidden ? 0 : delay);
    },
    async flush() {
      const isStorable = held.isStorable();
      if (!isAllowed()) return;
      const pause = pauses.now;
      // A pause is broken once for each event, for this may be the last chance. What is safe in the store waits if the server
      // asked for it; what an earlier page had stored is never sent without a turn.
      const isGoing = (item: Item) =>
        item.place > 0 && !(pause && (item.pause === pause || (pause.isAsked && item.kept && isStorable)));
      const going = held.queue.filter(isGoing);
      held.queue = held.queue.filter((item) => !isGoing(item));
      for (const item of going) item.pause = pause;
      const sent: Promise<void>[] = [];
      for (let next = going[0]; next; next = going[0]) {
        const room = keepaliveRoom();
        const isKeepalive = next.bytes + frame < room;
        sent.push(send(going, isKeepalive ? room : plainSize, isKeepalive, true));
      }
      await Promise.all(sent);
    },
    async forget() {
      tally.drop('forgotten', held.items.size);
      for (const flight of flights.keys()) flight.stop();
      // Before any of their replies is looked at.
      flights.clear();
      held.items = new Map();
      held.queue = [];
      pauses.stop();
      pauses.failures = 0;
      if (persist) wipe();
      tally.publish();
    },
    stats: tally.stats,
  };
}

function orElse(value: number | undefined, usual: number): number {
  return (value as number) >= 1 ? (value as number) : usual;
}

/** A visitor offline is no failure of the page. */
function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/** Nobody has seen the page yet, and perhaps nobody will. */
function isPrerendered(): boolean | undefined {
  return (globalThis.document as { prerendering?: boolean } | undefined)?.prerendering;
}
