import type { CommitmentEvent, Identity, Purpose, Tracker } from 'smallyes/events';
import { vi } from 'vitest';

/** A tracker that writes down what it gets. */
export function createSpy(name = 'spy', purpose?: Purpose) {
  const events: CommitmentEvent[] = [];
  const identities: Identity[] = [];
  const flush = vi.fn();
  const tracker: Tracker = {
    name,
    ...(purpose && { purpose }),
    track: (event) => void events.push(event),
    identify: (identity) => void identities.push(identity),
    flush,
  };
  return { tracker, events, identities, flush, phases: () => events.map(({ phase }) => phase) };
}
