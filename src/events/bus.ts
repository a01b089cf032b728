import type { CommitmentEvent } from './event.ts';
import { isolate, reportToPlatform } from './isolate.ts';

/** Hears every event of every phase. */
export type CommitmentListener = (event: CommitmentEvent) => void;

/** Where events pass. Make one outside React and hand it to a provider to listen from anywhere. */
export interface CommitmentBus {
  /** Listens until the returned function is called. `replay` first hands over the latest events, oldest first. */
  subscribe(
    this: void,
    listener: CommitmentListener,
    options?: { readonly replay?: boolean | undefined },
  ): () => void;
  /** Hands an event to every listener. One that throws or rejects stops no other: it is told to `onError`. */
  publish(this: void, event: CommitmentEvent): void;
  /** The latest events, oldest first. */
  recent(this: void): readonly CommitmentEvent[];
}

/** Options of {@link createCommitmentBus}. */
export interface CommitmentBusOptions {
  /** How many events a late listener can still get. Default 50. */
  readonly replay?: number | undefined;
  /** Hears what a listener threw. Default: the error is reported to the platform like any uncaught one. */
  readonly onError?: ((error: unknown, event: CommitmentEvent) => void) | undefined;
}

/** Makes a bus. A listener that was added while an event passes hears the next one. */
export function createCommitmentBus(options: CommitmentBusOptions = {}): CommitmentBus {
  const { replay = 50, onError = reportToPlatform } = options;
  const listeners = new Set<CommitmentListener>();
  const latest: CommitmentEvent[] = [];
  return {
    subscribe(listener, options) {
      // A wrapper of its own lets the same function listen twice and stop once.
      const own: CommitmentListener = (event) =>
        isolate(
          () => listener(event),
          (error) => isolate(() => onError(error, event), reportToPlatform),
        );
      if (options?.replay) for (const event of [...latest]) own(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    publish(event) {
      latest.push(event);
      if (latest.length > replay) latest.shift();
      // One that another has just stopped hears no more.
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(event);
    },
    recent: () => [...latest],
  };
}
