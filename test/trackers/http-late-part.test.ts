import { httpTracker } from 'smallyes/trackers/http';
import { afterEach, expect, it, vi } from 'vitest';
import { createEndpoint, createHost, vote } from './http-support.ts';

const made = vi.hoisted(() => ({ tries: 0, kept: [] as unknown[] }));

vi.mock('../../src/trackers/outbox/stash.ts', () => ({
  get createStash() {
    made.tries++;
    if (made.tries === 1) throw new Error('Failed to fetch dynamically imported module');
    return () => ({
      keep: (items: unknown[]) => made.kept.push(...items),
      finish: () => {},
      turn: (run: () => Promise<void>) => run(),
    });
  },
}));

afterEach(() => vi.useRealTimers());

it('asks again for the part that stores events, when a visitor without a network could not have it', async () => {
  vi.useFakeTimers();
  const endpoint = createEndpoint();
  const tracker = httpTracker({ url: '/x', persist: true, fetch: endpoint.fetch });
  const { codes } = createHost(tracker);
  tracker.track(vote());
  await vi.advanceTimersByTimeAsync(0);
  expect(codes()).toEqual([1036]);
  expect(made.kept).toHaveLength(0);
  tracker.track(vote());
  await vi.advanceTimersByTimeAsync(0);
  expect(made.kept).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(endpoint.stored.size).toBe(2);
});
