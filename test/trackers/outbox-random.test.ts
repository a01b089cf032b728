// @vitest-environment jsdom
import { httpTracker } from 'smallyes/trackers/http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRandom } from '../events/random.ts';
import { type Behaviour, createEndpoint, createHost, sumOf, vote } from './http-support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const behaviours: readonly Behaviour[] = [
  200,
  200,
  503,
  429,
  413,
  404,
  'hang',
  'reset',
  'half',
  'lost',
  () => new Response('<html>'),
  () => new Response(null, { status: 503, headers: { 'retry-after': '20' } }),
];

it.each(Array.from({ length: 150 }, (_, seed) => seed))(
  'every event arrives, or is counted as lost, whatever happens (seed %i)',
  async (seed) => {
    const random = createRandom(seed);
    vi.spyOn(Math, 'random').mockImplementation(random.next);
    const endpoint = createEndpoint();
    const { fetch } = endpoint;
    let isOnline = true;
    const limit = random.pick([0, 3_000]);
    const outbox = httpTracker({
      url: '/api/commitments',
      capacity: random.pick([30, 1_000]),
      batch: { size: random.pick([1, 5, 50]), delay: random.pick([0, 2_000]) },
      timeout: 4_000,
      fetch: ((url: string, init: RequestInit) =>
        !isOnline || (init.keepalive && limit && String(init.body).length > limit)
          ? Promise.reject(new TypeError('Failed to fetch'))
          : fetch(url, init)) as typeof globalThis.fetch,
    });
    const host = createHost(outbox);
    const tracked: string[] = [];
    for (let step = 0; step < 60; step++) {
      endpoint.usually = random.pick(behaviours);
      const does = random.below(10);
      if (does < 5)
        for (let count = random.below(4); count >= 0; count--) {
          const event = vote(random.pick([0, 0, 3_000]));
          tracked.push(event.id);
          outbox.track(event);
        }
      else if (does === 5) void outbox.flush();
      else if (does === 6) {
        isOnline = !isOnline;
        vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
        if (isOnline) dispatchEvent(new Event('online'));
      } else await vi.advanceTimersByTimeAsync(random.pick([0, 10, 1_000, 30_000]));
      expect(sumOf(outbox.stats())).toBe(tracked.length);
    }
    isOnline = true;
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    endpoint.usually = 200;
    await vi.advanceTimersByTimeAsync(400_000);

    const stats = outbox.stats();
    const lost = [...Object.values(stats.dropped), ...Object.values(stats.rejected)] as number[];
    const missing = tracked.filter((id) => !endpoint.stored.has(id)).length;
    expect(stats.queued).toBe(0);
    expect(sumOf(stats)).toBe(tracked.length);
    expect(missing).toBeLessThanOrEqual(lost.reduce((sum, one) => sum + one));
    expect(stats.accepted + stats.duplicates).toBe(tracked.length - lost.reduce((sum, one) => sum + one));
    // Nobody gets events that were not tracked, and every cause of a loss was said.
    expect([...endpoint.stored.keys()].every((id) => tracked.includes(id))).toBe(true);
    if (missing > 0) expect(host.reports.length).toBeGreaterThan(0);
    // Nothing is left ticking.
    expect(vi.getTimerCount()).toBe(0);
    expect(
      (globalThis as unknown as Record<symbol, object>)[Symbol.for('smallyes.keepalive')] ?? {
        bytes: 0,
        count: 0,
      },
    ).toEqual({ bytes: 0, count: 0 });
  },
);
