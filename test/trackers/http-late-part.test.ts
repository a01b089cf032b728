// @vitest-environment jsdom
import { httpTracker } from 'smallyes/trackers/http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEndpoint, createHost, idsOf, votes } from './http-support.ts';

const made = vi.hoisted(() => ({ tries: 0, fails: 0, kept: new Set<string>() }));

vi.mock('../../src/trackers/outbox/stash.ts', () => ({
  get createStash() {
    if (++made.tries <= made.fails) throw new Error('Failed to fetch dynamically imported module');
    return () => ({
      keep(items: { event: { id: string } }[]) {
        for (const { event } of items) made.kept.add(event.id);
      },
      finish: () => {},
      turn: (run: () => Promise<void>) => run(),
    });
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(made, { tries: 0, fails: 0 });
  made.kept.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function set(fails: number, word: 'granted' | 'denied' | 'unknown' = 'granted') {
  made.fails = fails;
  const endpoint = createEndpoint();
  const tracker = httpTracker({ url: '/x', persist: true, fetch: endpoint.fetch });
  return { endpoint, tracker, host: createHost(tracker, word) };
}
const moment = () => vi.advanceTimersByTimeAsync(0);

it('asks for the part that stores events when it is connected, not at the first event', async () => {
  const { host } = set(0);
  await moment();
  expect(made.tries).toBe(1);
  expect(host.codes()).toEqual([]);
});

it.each(['denied', 'unknown'] as const)('does not ask for it while the word is %s', async (word) => {
  set(0, word);
  await moment();
  expect(made.tries).toBe(0);
});

it('asks again at each event, and stores those too that came while it was missing', async () => {
  const { endpoint, tracker, host } = set(2);
  await moment();
  const events = votes(3);
  tracker.track(events[0]!);
  await moment();
  expect(host.codes()).toEqual([1036]);
  expect(String(host.reports[0]?.error)).toContain('Failed to fetch dynamically imported module');
  expect(made.kept.size).toBe(0);
  tracker.track(events[1]!);
  await moment();
  expect([...made.kept]).toEqual(idsOf(events.slice(0, 2)));
  tracker.track(events[2]!);
  await moment();
  expect([...made.kept]).toEqual(idsOf(events));
  expect(made.tries).toBe(3);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(endpoint.stored.size).toBe(3);
});

it.each([true, false])(
  'asks again when the network is back, and stores what waits; told, online: %s',
  async (onLine) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
    const { tracker, host } = set(2);
    await moment();
    // Whoever is offline has no broken page.
    expect(host.codes()).toEqual(onLine ? [1036] : []);
    const [event] = votes(1);
    tracker.track(event!);
    await moment();
    expect(made.tries).toBe(2);
    dispatchEvent(new Event('online'));
    await moment();
    expect([...made.kept]).toEqual([event!.id]);
    dispatchEvent(new Event('online'));
    await moment();
    expect(made.tries).toBe(3);
  },
);
