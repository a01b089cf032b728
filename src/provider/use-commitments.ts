'use client';
import { useState, useSyncExternalStore } from 'react';
import type { CommitmentBus } from '../events/index.ts';
import { useHub } from './context.ts';

/** What the nearest provider offers to code that is no ask. */
export interface Commitments extends Pick<CommitmentBus, 'subscribe' | 'recent'> {
  /** Joins the anonymous visitor to a known one, in every tracker that can. `userId` is your own id, no e-mail. */
  identify(this: void, userId: string, traits?: Readonly<Record<string, unknown>>): void;
  /** Hands everything that waits to the trackers now. Call it before you leave the page by script. */
  flush(this: void): void;
}

/** The nearest provider's events, identity and delivery. Stable; causes no re-render. */
export function useCommitments(): Commitments {
  const hub = useHub();
  const [commitments] = useState(() => ({
    subscribe: hub.bus.subscribe,
    recent: hub.bus.recent,
    identify: hub.identify,
    flush: hub.flush,
  }));
  return commitments;
}

const none: readonly string[] = Object.freeze([]);

/** What earlier answers said of this visitor, oldest first. Empty on the server and in the first paint. */
export function useSegments(): readonly string[] {
  const { visit } = useHub().site;
  return useSyncExternalStore(visit.subscribe, visit.segments, () => none);
}
