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

const mostTries = 8;
/** Most bytes of a request that need not outlive the page: the wire allows 64 KiB. */
const plainSize = 60_000;
/** Nobody tells a tracker that consent came, so what waits for it looks again after this time, in ms. */
const patience = 60_000;

/** What the outbox holds; shared with the store, which adds to it and takes from it. */
export interface Held {
  /** All that waits or is on its way, by id: an event that two providers hand over goes once. */
  readonly items: Map<string, Item>;
  /** What waits, in order. */
  queue: Item[];
  /** Rises when all is forgotten, so that what was begun before comes to nothing. */
  era: number;
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

  const report = (error: unknown, event?: CommitmentEvent) =>
    host ? host.report(error, event) : reportToPlatform(error);
  const tally = createTally(name, options, report, () => held.items.size);
  const isAllowed = () => options.url && !isPrerendered() && (!host || host.consent() === 'granted');

  const held: Held = {
    items: new Map(),
    queue: [],
    era: 0,
    putBack(items) {
      held.queue = [...items, ...held.queue].sort(
        (a, b) => a.place - b.place || (a.event.id < b.event.id ? -1 : 1),
      );
      trim();
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
    code: 1031 | 1032 | 1033 | 1037,
    detail: string | number,
  ) => {
    tally.tell(code, detail, items[0]);
    tally.drop(cause, items.length);
    finish(items);
  };
  const trim = () => {
    const excess = held.queue.splice(0, held.queue.length - capacity);
    if (!excess.length) return;
    drop('capacity', excess, 1031, capacity);
    tally.publish();
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
    if (answer) {
      pauses.calm();
      limit = Math.min(size, limit + 1);
      tally.take(answer, part);
      finish(part);
    } else if (status < 0) {
      tally.add('unconfirmed', part.length);
      finish(part, true);
    } else if (status === 413 && part.length > 1) {
      limit = part.length >> 1;
      held.putBack(part);
      pauses.schedule(0);
    } else if (status === 413) {
      drop('size', part, 1037, status);
      pauses.wait(0);
    } else if (isOk || isPassing(status)) {
      if (isOk) tally.tell(1034, status, part[0]);
      const rest: Item[] = [];
      const lost: Item[] = [];
      const stored: Item[] = [];
      // Without a network the server was not even asked.
      for (const item of part)
        if ((!status && isOffline()) || ++item.tries < mostTries) rest.push(item);
        else (item.kept && held.isStorable() ? stored : lost).push(item);
      if (stored[0]) tally.tell(1033, 'kept', stored[0]);
      tally.add('postponed', stored.length);
      finish(stored, true);
      if (lost[0]) drop('tries', lost, 1033, 'lost');
      held.putBack(rest);
      pauses.wait(retryAfter);
    } else {
      drop('refused', part, 1032, status);
    }
  };

  const send = async (items: Item[], most: number, isKeepalive: boolean, isLeaving: boolean) => {
    // What need not outlive the page may be more, unless the endpoint has refused as much.
    const count = isLeaving && !isKeepalive && limit === size ? 100 : limit;
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
    for (let next = held.queue[0]; next && !pauses.now() && isAllowed(); next = held.queue[0]) {
      // A try may have failed for want of keepalive: other libraries use it too.
      const isKeepalive = !(next.tries % 2) && next.bytes + frame < keepaliveRoom();
      await send(held.queue, partSize, isKeepalive, false);
    }
  };
  const work = async () => {
    try {
      const isStorable = load();
      await isStorable;
      await (isStorable && store ? store.turn(drain) : drain());
    } finally {
      isBusy = false;
      const isWaiting = held.queue[0];
      if (isWaiting || (persist && !loading)) pauses.schedule(isWaiting && isAllowed() ? delay : patience);
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
          held.queue.push(item);
          trim();
          // What comes before the store is stored as soon as it comes.
          if (load()) store?.keep([item]);
        },
        () => {
          tally.tell(1037, 'JSON', { event });
          tally.drop('unusable', 1);
        },
      );
      pauses.schedule(held.queue.length >= size || isHidden() ? 0 : delay);
    },
    async flush() {
      const isStorable = held.isStorable();
      if (!isAllowed()) return;
      const pause = pauses.now();
      // A pause is broken once for each event, for this may be the last chance. What is safe in the store waits if the server
      // asked for it; what an earlier page had stored is never sent without a turn.
      const isGoing = (item: Item) =>
        item.place > 0 && !(pause && item.pause === pause) && !(pauses.isAsked() && item.kept && isStorable);
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
      held.era++;
      tally.drop('forgotten', held.items.size);
      for (const flight of flights.keys()) flight.stop();
      // Before any of their replies is looked at.
      flights.clear();
      held.items.clear();
      held.queue = [];
      pauses.stop();
      pauses.calm();
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

function isHidden(): boolean | undefined {
  return globalThis.document?.hidden;
}

/** Nobody has seen the page yet, and perhaps nobody will. */
function isPrerendered(): boolean | undefined {
  return (globalThis.document as { prerendering?: boolean } | undefined)?.prerendering;
}
