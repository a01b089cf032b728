import { isolate, reportToPlatform } from '../../events/isolate.ts';

/** How long a client may hold an event back before it sends it, in ms: more than any of them does. */
const patience = 10_000;

/** What a client took a moment ago and may still hold. */
export interface Fresh {
  /** Remembers how to send one event once more, at once. */
  keep(again: () => unknown): void;
  /** Sends what is still fresh once more. Only for products that know an event again by its id. */
  sendAgain(): void;
}

/**
 * Clients that send in batches lose what is in them when the page goes, or what comes after their own farewell. What was
 * handed over in the last 10 seconds therefore goes once more, by a beacon, and the product counts it once.
 */
export function createFresh(): Fresh {
  let kept: { readonly time: number; readonly again: () => unknown }[] = [];
  const isFresh = ({ time }: { readonly time: number }) => Date.now() - time < patience;
  return {
    keep(again) {
      kept = kept.filter(isFresh);
      kept.push({ time: Date.now(), again });
    },
    sendAgain() {
      const parcels = kept.filter(isFresh);
      kept = [];
      for (const { again } of parcels) isolate(again, reportToPlatform);
    },
  };
}
