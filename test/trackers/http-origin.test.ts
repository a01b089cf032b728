// @vitest-environment jsdom
import { httpTracker } from 'smallyes/trackers/http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectConsole } from '../support/console.ts';
import { type Behaviour, createEndpoint, createHost, vote } from './http-support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function tryOnce(url: string, does: Behaviour) {
  const endpoint = createEndpoint(does);
  const outbox = httpTracker({ url, fetch: endpoint.fetch, timeout: 1_000 });
  createHost(outbox);
  outbox.track(vote());
  await vi.advanceTimersByTimeAsync(2_100);
  expect(endpoint.requests.length).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(5_000);
  await outbox.forget();
}

it('names CORS and origins at the first failure at another origin, and not after a minute', async () => {
  expectConsole('warn', 'SY-1040 A request to https://events.example failed without an answer');
  await tryOnce('https://events.example/in', 'reset');
});

it.each([
  ['the own origin', '/in', 'reset'],
  ['an answer', 'https://events.example/in', 503],
  ['a request that takes too long', 'https://events.example/in', 'hang'],
] as const)('does not at %s', async (_, url, does) => {
  await tryOnce(url, does);
});

it('does not without a network', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await tryOnce('https://events.example/in', 'reset');
});
