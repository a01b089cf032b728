import { commitmentFixture } from 'smallyes/testing';
import { type HttpTrackerOptions, type HttpTrackerStats, httpTracker } from 'smallyes/trackers/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { createEndpoint, createHost, idsOf, set, sumOf, vote, votes } from './http-support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what goes over the wire', () => {
  it('is a batch of version 1 as plain text, which needs no preflight', async () => {
    const { endpoint, outbox } = set();
    const events = votes(3);
    for (const event of events) outbox.track(event);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(endpoint.requests).toHaveLength(1);
    const { url, init, body } = endpoint.requests[0]!;
    expect(url).toBe('/api/commitments');
    expect(init).toMatchObject({
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
    });
    // That is 'same-origin'.
    expect(init.credentials).toBeUndefined();
    expect(body).toEqual({ v: 1, sent: Date.now(), events });
  });

  it('takes credentials and headers, also such that change', async () => {
    let token = 1;
    const { endpoint, outbox } = set({
      credentials: 'include',
      headers: () => ({ 'x-token': `${token++}` }),
    });
    outbox.track(vote());
    await outbox.flush();
    outbox.track(vote());
    await outbox.flush();
    expect(endpoint.requests.map(({ init }) => [init.credentials, init.headers])).toEqual([
      ['include', { 'content-type': 'text/plain;charset=UTF-8', 'x-token': '1' }],
      ['include', { 'content-type': 'text/plain;charset=UTF-8', 'x-token': '2' }],
    ]);
  });

  it('treats headers that throw like a request that failed', async () => {
    let isBroken = true;
    const headers = () => {
      if (isBroken) throw new Error('no token');
      return {};
    };
    const { endpoint, outbox } = set({ headers });
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    isBroken = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(endpoint.stored.size).toBe(1);
  });

  it('never tells who the visitor is', () => {
    expect('identify' in set().outbox).toBe(false);
  });
});

describe('batches', () => {
  it('wait for 2 s from the first event, and not from each', async () => {
    const { endpoint, outbox } = set();
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(1_500);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(499);
    expect(endpoint.requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(endpoint.requests.map(({ ids }) => ids.length)).toEqual([2]);
  });

  it('go at once when they are full, in order, one request at a time', async () => {
    const slow = () =>
      new Promise<Response>((resolve) => {
        setTimeout(() => resolve(new Response(null, { status: 204 })), 300);
      });
    const { endpoint, outbox } = set({ batch: { size: 4 } }, slow, slow, slow);
    const events = votes(10);
    for (const event of events) outbox.track(event);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(endpoint.requests.map(({ ids }) => ids.length)).toEqual([4, 4, 2]);
    expect(endpoint.requests.flatMap(({ ids }) => ids)).toEqual(idsOf(events));
    expect(endpoint.mostInFlight).toBe(1);
    expect(outbox.stats()).toMatchObject({ accepted: 10, queued: 0, requests: 3, retries: 0 });
  });

  it('go at once when 50 events wait, unless told otherwise', async () => {
    const { endpoint, outbox } = set();
    for (const event of votes(49)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(0);
    expect(endpoint.requests).toHaveLength(0);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(0);
    expect(endpoint.stored.size).toBe(50);
  });

  it('do not overtake a slow one that is under way', async () => {
    const slow = () =>
      new Promise<Response>((resolve) => {
        setTimeout(() => resolve(new Response(null, { status: 204 })), 3_000);
      });
    const { endpoint, outbox } = set({ batch: { size: 2 } }, slow);
    for (const event of votes(2)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(100);
    for (const event of votes(4)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(2_800);
    expect(endpoint.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(endpoint.requests.map(({ ids }) => ids.length)).toEqual([2, 2, 2]);
    expect(endpoint.mostInFlight).toBe(1);
  });

  it('have at most 16 KB, so that they fit into what a page may leave behind', async () => {
    const { endpoint, outbox } = set();
    const events = votes(12, 3_000);
    for (const event of events) outbox.track(event);
    await vi.advanceTimersByTimeAsync(2_000);
    const sizes = endpoint.requests.map(({ init }) => new TextEncoder().encode(String(init.body)).length);
    expect(sizes.length).toBeGreaterThan(2);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(16_000);
    expect(endpoint.requests.flatMap(({ ids }) => ids)).toEqual(idsOf(events));
  });

  it('count bytes, not characters', async () => {
    const { endpoint, outbox } = set();
    for (let i = 0; i < 12; i++)
      outbox.track(
        commitmentFixture('poll.vote', { ...vote(), data: { choice: '😀'.repeat(500) } } as never),
      );
    await vi.advanceTimersByTimeAsync(2_000);
    for (const { init } of endpoint.requests)
      expect(new TextEncoder().encode(String(init.body)).length).toBeLessThanOrEqual(16_000);
  });

  it('leave out phases that were not asked for; all are by default', async () => {
    const seen = commitmentFixture('poll.vote', { phase: 'seen' });
    const { endpoint, outbox } = set();
    outbox.track(seen);
    await outbox.flush();
    expect(endpoint.stored.size).toBe(1);
    const few = set({ phases: ['committed'] });
    few.outbox.track(seen);
    few.outbox.track(vote());
    await few.outbox.flush();
    expect(few.endpoint.requests.map(({ body }) => body.events.map(({ phase }) => phase))).toEqual([
      ['committed'],
    ]);
  });

  it('have an event once that two providers hand over', async () => {
    const { endpoint, outbox } = set();
    const event = vote();
    outbox.track(event);
    outbox.track(event);
    await outbox.flush();
    expect(endpoint.requests.map(({ ids }) => ids)).toEqual([[event.id]]);
    expect(outbox.stats().tracked).toBe(1);
  });

  it('name what is missing where a test has no whole browser, instead of blaming the event', () => {
    const { outbox, host } = set();
    vi.stubGlobal('TextEncoder', undefined);
    outbox.track(vote());
    vi.unstubAllGlobals();
    expect(String(host.reports[0]?.error)).toContain('TextEncoder');
  });

  it('lose an event of which no JSON can be made, and no other', async () => {
    const { endpoint, outbox, host } = set();
    const circular = { ...vote(), data: {} as Record<string, unknown> };
    circular.data['self'] = circular;
    const [before, after] = [vote(), vote()];
    for (const event of [before, circular as never, after]) outbox.track(event);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([...endpoint.stored.keys()]).toEqual(idsOf([before, after]));
    expect(outbox.stats().dropped.unusable).toBe(1);
    expect(host.codes()).toEqual([1037]);
    expect(host.reports[0]?.event).toBe(circular);
    expect(String(host.reports[0]?.error)).toMatch(/cannot be sent: TypeError: .*circular/i);
  });
});

describe('the memory', () => {
  it('is bounded: the oldest events go, counted and said once', async () => {
    const { endpoint, outbox, host } = set({ capacity: 100 });
    endpoint.usually = 503;
    const events = votes(250);
    for (const event of events) outbox.track(event);
    expect(outbox.stats()).toMatchObject({ queued: 100, dropped: { capacity: 150 } });
    expect(host.codes()).toEqual([1031]);
    endpoint.usually = 200;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([...endpoint.stored.keys()]).toEqual(idsOf(events.slice(150)));
    expect(sumOf(outbox.stats())).toBe(250);
  });

  it('holds 1,000 events unless told otherwise', () => {
    const { outbox } = set();
    for (let i = 0; i < 1_001; i++) outbox.track(vote());
    expect(outbox.stats()).toMatchObject({ tracked: 1_001, queued: 1_000, dropped: { capacity: 1 } });
  });
});

describe('consent', () => {
  it('is asked before each request: what waits goes when it comes', async () => {
    const { endpoint, outbox, host } = set();
    host.analytics = 'unknown';
    outbox.track(vote());
    await outbox.flush();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(endpoint.requests).toHaveLength(0);
    host.analytics = 'granted';
    await vi.advanceTimersByTimeAsync(62_000);
    expect(endpoint.stored.size).toBe(1);
  });

  it('that is withdrawn in a pause ends the tries', async () => {
    const { endpoint, outbox, host } = set({}, 503);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    expect(endpoint.requests).toHaveLength(1);
    host.analytics = 'denied';
    await outbox.forget();
    host.analytics = 'granted';
    await vi.advanceTimersByTimeAsync(600_000);
    expect(endpoint.requests).toHaveLength(1);
    expect(outbox.stats()).toMatchObject({ queued: 0, dropped: { forgotten: 1 } });
    // A new yes is for new events.
    const later = vote();
    outbox.track(later);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([...endpoint.stored.keys()]).toEqual([later.id]);
  });

  it('that is withdrawn without a word ends the tries too', async () => {
    const { endpoint, outbox, host } = set({}, 503);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    host.analytics = 'denied';
    await vi.advanceTimersByTimeAsync(600_000);
    await outbox.flush();
    expect(endpoint.requests).toHaveLength(1);
  });

  it('that is withdrawn during a request stops it, and nothing of it comes back', async () => {
    const { endpoint, outbox } = set({}, 'hang');
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    await outbox.forget();
    expect(endpoint.requests[0]?.init.signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(endpoint.requests).toHaveLength(1);
    expect(outbox.stats()).toMatchObject({ queued: 0, dropped: { forgotten: 1 } });
  });

  it("is that of the tracker's own purpose", async () => {
    const { endpoint, outbox, host } = set({ purpose: 'advertising' });
    host.advertising = 'denied';
    outbox.track(vote());
    await outbox.flush();
    expect(outbox.purpose).toBe('advertising');
    expect(endpoint.requests).toHaveLength(0);
  });
});

describe('figures', () => {
  it('come to onStats after each request, and a handler that throws breaks nothing', async () => {
    const heard: HttpTrackerStats[] = [];
    const { outbox, host, endpoint } = set({
      onStats(stats) {
        heard.push(stats);
        throw new Error('mine');
      },
    });
    for (const event of votes(2)) outbox.track(event);
    await outbox.flush();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toEqual(outbox.stats());
    expect(heard[0]).toMatchObject({ tracked: 2, sent: 2, accepted: 2, requests: 1, queued: 0 });
    expect(String(host.reports[0]?.error)).toBe('Error: mine');
    expect(endpoint.stored.size).toBe(2);
  });

  it('are copies', () => {
    const { outbox } = set();
    Object.assign(outbox.stats().dropped, { capacity: 7 });
    expect(outbox.stats().dropped.capacity).toBe(0);
  });
});

describe('making one', () => {
  beforeEach(forgetMessages);
  it('touches nothing: no timer, no request, no global', () => {
    const touched: string[] = [];
    for (const name of ['fetch', 'indexedDB', 'navigator', 'document', 'window', 'addEventListener'])
      vi.stubGlobal(
        name,
        new Proxy(() => {}, {
          get: (_, key) => void touched.push(`${name}.${String(key)}`),
          apply: () => void touched.push(name),
        }),
      );
    httpTracker({ url: '/api/commitments', persist: true }).stats();
    expect(touched).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('works without a provider, and reports to the platform', async () => {
    const heard: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => heard.push(error));
    const endpoint = createEndpoint(404);
    const outbox = httpTracker({ url: '/api/commitments', fetch: endpoint.fetch });
    outbox.track(vote());
    await outbox.flush();
    expect(String(heard)).toContain('SY-1032');
  });

  it('uses the fetch that is there when it sends', async () => {
    const outbox = httpTracker({ url: '/api/commitments' });
    const endpoint = createEndpoint();
    vi.stubGlobal('fetch', endpoint.fetch);
    outbox.track(vote());
    await outbox.flush();
    expect(endpoint.stored.size).toBe(1);
  });

  it.each([
    [
      'a url with a password',
      { url: 'https://ada:secret@shop.example/events' },
      'url has a user name or a password, with which browsers send nothing',
    ],
    ['a url of another scheme', { url: 'javascript:alert(1)' }, 'url is "javascript:alert(1)"'],
    ['a batch of none', { batch: { size: 0 } }, 'batch.size is 0'],
    ["a batch over the wire's bound", { batch: { size: 500 } }, 'batch.size is 500'],
    ['a delay before now', { batch: { delay: -1 } }, 'batch.delay is -1'],
    ['no capacity', { capacity: Number.NaN }, 'capacity is NaN'],
    ['a timeout that never comes', { timeout: Number.POSITIVE_INFINITY }, 'timeout is Infinity'],
    ['a batch that is a number', { batch: 50 }, 'batch is 50, not { size } or { delay }'],
    ['a batch that is null', { batch: null }, 'batch is null'],
    ['a phase that does not exist', { phases: ['commited', 'committed'] }, 'phases has "commited"'],
    ['a phase for a list', { phases: 'committed' }, 'phases is "committed"'],
    ['headers that wait', { headers: async () => ({ a: 'b' }) }, 'headers gives a promise'],
    ['a promise of headers', { headers: Promise.resolve({ a: 'b' }) }, 'headers gives a promise'],
    ['a Headers object', { headers: new Headers({ a: 'b' }) }, 'headers is no plain object'],
    ['headers in pairs', { headers: () => [['a', 'b']] }, 'headers is no plain object'],
    [
      'an option misspelt',
      { persists: true },
      'there is no option "persists". If "persist" is meant, write it so',
    ],
    ['an option that does not exist', { endpoint: '/x' }, 'there is no option "endpoint"'],
    [
      'a part of batch misspelt',
      { batch: { sise: 5 } },
      'there is no option "batch.sise". If "batch.size" is meant',
    ],
    ['null for no', { persist: null }, 'persist is null, not true or false'],
    ['a text for a number', { capacity: '500' }, 'capacity is "500", not a number from 1 to 100000'],
    [
      'a text for a part of batch',
      { batch: { size: '50' } },
      'batch.size is "50", not a number from 1 to 100',
    ],
    ['a list for batch', { batch: [50] }, 'batch is [50], not { size } or { delay }'],
    ['a name that is none', { name: 7 }, 'name is 7, not a text'],
    ['credentials that are none', { credentials: true }, 'credentials is true, not "omit"'],
    ['an object for a listener', { onStats: {} }, 'onStats is {}, not a function'],
  ])('with %s says so and goes on', async (_, options, text) => {
    expectConsole('warn', `SY-1039 An outbox was given an option that cannot be meant: ${text}`);
    const { endpoint, outbox } = set(options as Partial<HttpTrackerOptions>);
    for (const event of votes(120)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(endpoint.stored.size).toBe(120);
    for (const { ids } of endpoint.requests) expect(ids.length).toBeLessThanOrEqual(100);
  });

  it.each([
    ['a text for yes', { persist: 'yes' }, 'persist is "yes", not true or false'],
    ['an object for fetch', { fetch: {} }, 'fetch is {}, not a function'],
    ['a purpose that does not exist', { purpose: 'statistics' }, 'purpose is "statistics", not "analytics"'],
  ])('with %s says so', (_, options, text) => {
    expectConsole('warn', `SY-1039 An outbox was given an option that cannot be meant: ${text}`);
    httpTracker({ url: '/x', ...options } as never);
  });

  it('with every option as the type has it says nothing', () => {
    httpTracker({
      url: 'https://events.example.com/in',
      name: 'own',
      purpose: 'functional',
      phases: ['committed'],
      persist: false,
      batch: { size: 100, delay: 0 },
      capacity: 1,
      timeout: 300_000,
      credentials: 'include',
      headers: () => ({}),
      fetch,
      onStats: () => {},
    });
    httpTracker({
      url: '/x',
      name: undefined,
      purpose: undefined,
      phases: undefined,
      persist: undefined,
      batch: undefined,
      capacity: undefined,
      timeout: undefined,
      credentials: undefined,
      headers: undefined,
      fetch: undefined,
      onStats: undefined,
    });
    expect(consoleOutput()).toEqual([]);
  });

  it('names each option that cannot be meant', () => {
    expectConsole('warn', 'batch is 50');
    expectConsole('warn', 'phases has "a"');
    expectConsole('warn', 'phases has "b"');
    httpTracker({ url: '/x', batch: 50, phases: ['a', 'b'] } as never);
  });

  it.each([
    ['nothing', undefined, 'it got undefined'],
    ['null', null, 'it got null'],
    ['a text', '/api/commitments', 'it got "/api/commitments" instead of { url }'],
    ['no url', { fetch: 0 }, 'url is "undefined"'],
    ['an empty url', { fetch: 0, url: '', persist: true }, 'url is ""'],
  ])('with %s says so, breaks nothing and sends nothing', async (_, options, text) => {
    expectConsole('warn', `SY-1039 An outbox was given an option that cannot be meant: ${text}`);
    const endpoint = createEndpoint();
    vi.stubGlobal('fetch', endpoint.fetch);
    if (options && typeof options === 'object') Object.assign(options, { fetch: undefined });
    const outbox = httpTracker(options as never);
    const { codes } = createHost(outbox);
    outbox.track(vote());
    await outbox.flush();
    await vi.advanceTimersByTimeAsync(120_000);
    await outbox.flush();
    expect(endpoint.requests).toHaveLength(0);
    expect(codes()).toEqual([]);
    await outbox.forget();
  });
});
