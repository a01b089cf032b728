import { isolate, reportToPlatform } from '../../events/isolate.ts';

/** How long a client may hold an event back before it sends it, in ms: more than any of them does. */
const patience = 10_000;
/** More than these would not fit into the 64 KiB that a page may send while it goes. */
const capacity = 30;

/** What a client took a moment ago and may still hold. */
export interface Fresh {
  /** Remembers how to send one event once more, at once. */
  keep(again: () => unknown): void;
  /** Sends what is still fresh once more. Only for products that know an event again by its id. */
  sendAgain(): void;
  /** Lets go of all that is kept. */
  forget(): void;
}

/**
 * Clients that send in batches lose what is in them when the page goes, or what comes after their own farewell. What was
 * handed over in the last 10 seconds therefore goes once more, by a beacon, and the product counts it once.
 */
export function createFresh(): Fresh {
  const kept: { readonly time: number; readonly again: () => unknown }[] = [];
  return {
    keep(again) {
      if (kept.push({ time: performance.now(), again }) > capacity) kept.shift();
    },
    sendAgain() {
      for (const { time, again } of kept.splice(0))
        if (performance.now() - time < patience) isolate(again, reportToPlatform);
    },
    forget() {
      kept.length = 0;
    },
  };
}
