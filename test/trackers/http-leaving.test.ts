// @vitest-environment jsdom
import { type HttpTracker, type HttpTrackerOptions, httpTracker } from 'smallyes/trackers/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Behaviour, createHost, idsOf, set as setOne, vote, votes } from './http-support.ts';

const made: HttpTracker[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  // What a test leaves in flight counts for the next one: it is the page's budget.
  await Promise.all(made.splice(0).map((outbox) => outbox.forget()));
  vi.useRealTimers();
});

function set(options: Partial<HttpTrackerOptions> = {}, ...script: Behaviour[]) {
  const all = setOne(options, ...script);
  made.push(all.outbox);
  return all;
}
const sizeOf = (init: RequestInit) => new TextEncoder().encode(String(init.body)).length;

describe('flush', () => {
  it('sends all that waits in the same tick, as much as may outlive the page with keepalive', () => {
    const { endpoint, outbox } = set({ timeout: 1_000 });
    endpoint.usually = 'hang';
    const events = votes(30, 3_000);
    for (const event of events) outbox.track(event);
    void outbox.flush();
    const alive = endpoint.requests.filter(({ init }) => init.keepalive);
    const plain = endpoint.requests.filter(({ init }) => !init.keepalive);
    const bytes = alive.reduce((sum, { init }) => sum + sizeOf(init), 0);
    expect(bytes).toBeGreaterThan(40_000);
    expect(bytes).toBeLessThanOrEqual(56_000);
    for (const { init } of alive) expect(sizeOf(init)).toBeLessThanOrEqual(16_000);
    for (const { init } of plain) expect(sizeOf(init)).toBeLessThanOrEqual(64_000);
    expect(endpoint.requests.flatMap(({ ids }) => ids)).toEqual(idsOf(events));
  });

  it('shares the budget of the page with every other outbox on it, and gives back what is done', async () => {
    const one = set({ timeout: 1_000 });
    const two = set({ name: 'other' });
    one.endpoint.usually = 'hang';
    for (const event of votes(40, 3_000)) one.outbox.track(event);
    void one.outbox.flush();
    two.outbox.track(vote(15_000));
    await two.outbox.flush();
    expect(two.endpoint.requests[0]?.init.keepalive).toBe(false);
    await one.outbox.forget();
    two.outbox.track(vote(15_000));
    await two.outbox.flush();
    expect(two.endpoint.requests[1]?.init.keepalive).toBe(true);
  });

  it('has at most eight requests with keepalive in flight', () => {
    const { endpoint, outbox } = set({ batch: { size: 1, delay: 60_000 }, timeout: 1_000 });
    endpoint.usually = 'hang';
    for (const event of votes(12)) outbox.track(event);
    void outbox.flush();
    expect(endpoint.requests.filter(({ init }) => init.keepalive)).toHaveLength(8);
    expect(endpoint.requests.flatMap(({ ids }) => ids)).toHaveLength(12);
  });

  it('leaves alone what is already on its way, and sends nothing twice when pagehide follows hidden', async () => {
    let answer = () => {};
    const slow = () =>
      new Promise<Response>((resolve) => {
        answer = () => resolve(new Response(null, { status: 204 }));
      });
    const { endpoint, outbox } = set({}, slow);
    const events = votes(3);
    outbox.track(events[0]!);
    await vi.advanceTimersByTimeAsync(2_000);
    for (const event of events.slice(1)) outbox.track(event);
    const both = Promise.all([outbox.flush(), outbox.flush()]);
    answer();
    await both;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(endpoint.requests.map(({ ids }) => ids)).toEqual([[events[0]!.id], idsOf(events.slice(1))]);
    expect(outbox.stats().accepted).toBe(3);
  });

  it('falls back to a plain request at once when the browser refuses keepalive', async () => {
    const { endpoint, outbox } = set();
    const real = endpoint.fetch;
    const refusing = ((url: string, init: RequestInit) =>
      init.keepalive ? Promise.reject(new TypeError('quota')) : real(url, init)) as typeof fetch;
    const other = httpTracker({ url: '/x', fetch: refusing });
    createHost(other);
    for (const event of votes(3)) other.track(event);
    void outbox;
    await other.flush();
    expect(endpoint.stored.size).toBe(3);
    expect(other.stats()).toMatchObject({ sent: 3, accepted: 3, requests: 1, retries: 0 });
  });

  it('counts what the network, and not the browser, refused as a request, and the plain one as another', async () => {
    const late = () =>
      new Promise<never>((_, reject) => {
        setTimeout(() => reject(new TypeError('reset')), 20);
      });
    const { outbox } = set({}, late);
    outbox.track(vote());
    const done = outbox.flush();
    await vi.advanceTimersByTimeAsync(10);
    expect(outbox.stats()).toMatchObject({ sent: 1, requests: 1, retries: 0 });
    await vi.advanceTimersByTimeAsync(50);
    await done;
    expect(outbox.stats()).toMatchObject({ sent: 2, requests: 2, retries: 1, accepted: 1 });
  });

  it('tries without keepalive next time when a batch failed under way', async () => {
    const { endpoint, outbox } = set({}, 'reset', 'reset');
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(endpoint.requests.map(({ init }) => init.keepalive)).toEqual([true, false, true]);
  });

  it('puts back in order what fails, when the page stays after all', async () => {
    const { endpoint, outbox } = set({ batch: { size: 2, delay: 5_000 } });
    endpoint.usually = 'reset';
    const events = votes(7);
    for (const event of events) outbox.track(event);
    await outbox.flush();
    expect(endpoint.requests).toHaveLength(8);
    endpoint.usually = 200;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...endpoint.stored.keys()]).toEqual(idsOf(events));
    expect(outbox.stats()).toMatchObject({ accepted: 7, retries: 7, queued: 0 });
  });

  it('in a pause sends what nothing else keeps, once', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const quiet = () => new Response(null, { status: 429, headers: { 'retry-after': '120' } });
    const { endpoint, outbox } = set({}, quiet, quiet);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    await outbox.flush();
    await outbox.flush();
    await outbox.flush();
    expect(endpoint.requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(125_000);
    expect(endpoint.requests).toHaveLength(3);
    expect(endpoint.stored.size).toBe(1);
  });

  it('in a pause gives its chance to each event, also to one that came later', async () => {
    const { endpoint, outbox } = set({}, 503, 503);
    vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const [first, second] = votes(2);
    outbox.track(first!);
    await vi.advanceTimersByTimeAsync(2_000);
    await outbox.flush();
    outbox.track(second!);
    await outbox.flush();
    expect(endpoint.requests.map(({ ids }) => ids)).toEqual([[first!.id], [first!.id], [second!.id]]);
  });

  it('settles, and never rejects, when nothing can be sent', async () => {
    const { endpoint, outbox } = set();
    endpoint.usually = 'reset';
    outbox.track(vote());
    await expect(outbox.flush()).resolves.toBeUndefined();
    await expect(outbox.flush()).resolves.toBeUndefined();
  });
});

describe('a page that comes back', () => {
  it('from the back-forward cache gives a request its time anew: nothing is sent twice', async () => {
    let answer = (_: Response) => {};
    const { endpoint, outbox } = set(
      { timeout: 8_000 },
      () => new Promise((resolve) => void (answer = resolve)),
    );
    outbox.track(vote());
    void outbox.flush();
    // Frozen for an hour: each timer that ran out meanwhile fires once, before the answer that came is read.
    const frozen = vi.getTimerCount();
    for (let count = 0; count < frozen; count++) await vi.advanceTimersToNextTimerAsync();
    answer(new Response(null, { status: 204 }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(endpoint.requests).toHaveLength(1);
    expect(outbox.stats().accepted).toBe(1);
  });

  it('from a hidden tab sends events of that time without waiting', async () => {
    const { endpoint, outbox } = set();
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(0);
    expect(endpoint.stored.size).toBe(1);
  });
});

describe('without a network', () => {
  it('tries do not count, and the online event ends the pause', async () => {
    const { endpoint, outbox } = set();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    endpoint.usually = 'reset';
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(1_800_000);
    expect(outbox.stats()).toMatchObject({ queued: 1 });
    expect(endpoint.requests.length).toBeLessThan(100);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    endpoint.usually = 200;
    const before = endpoint.requests.length;
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(endpoint.requests).toHaveLength(before + 1);
    expect(outbox.stats().accepted).toBe(1);
  });

  it('the online event does not shorten what the server asked for', async () => {
    const { endpoint, outbox } = set(
      {},
      () => new Response(null, { status: 503, headers: { 'retry-after': '60' } }),
    );
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(50_000);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('listens to the page only while it waits', async () => {
    const added = vi.spyOn(globalThis, 'addEventListener');
    const removed = vi.spyOn(globalThis, 'removeEventListener');
    const { outbox, endpoint } = set({}, 'reset');
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    expect(added).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(endpoint.stored.size).toBe(1);
    expect(removed.mock.calls.at(-1)?.[1]).toBe(added.mock.calls[0]?.[1]);
  });
});

describe('a browser without keepalive', () => {
  const withBeacon = (sendBeacon: unknown) => {
    vi.stubGlobal('Request', class {});
    Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
  };
  afterEach(() => void Reflect.deleteProperty(navigator, 'sendBeacon'));

  it('takes a beacon when it leaves, counted as unconfirmed', async () => {
    const bodies: string[] = [];
    withBeacon((_: string, body: string) => bodies.push(body) > 0);
    const { endpoint, outbox } = set();
    const events = votes(2);
    for (const event of events) outbox.track(event);
    await outbox.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(endpoint.requests).toHaveLength(0);
    expect(bodies.map((body) => JSON.parse(body).events)).toEqual([events]);
    expect(outbox.stats()).toMatchObject({ unconfirmed: 2, accepted: 0, requests: 1, queued: 0 });
  });

  it.each([
    ['says false', () => false],
    [
      'throws',
      () => {
        throw new TypeError('blocked');
      },
    ],
    ['is missing', undefined],
  ])('sends a plain request when the beacon %s', async (_, sendBeacon) => {
    withBeacon(sendBeacon);
    const { endpoint, outbox } = set();
    outbox.track(vote());
    await outbox.flush();
    expect(endpoint.stored.size).toBe(1);
    expect(outbox.stats()).toMatchObject({ unconfirmed: 0, accepted: 1 });
  });

  it.each([
    ['headers', { headers: { 'x-token': '1' } }],
    ['no cookies', { credentials: 'omit' }],
    ['no cookies for another site', { url: 'https://collector.example/' }],
  ] as const)('takes none where it would do what was not asked for: %s', async (_, options) => {
    const beacon = vi.fn(() => true);
    withBeacon(beacon);
    const { endpoint, outbox } = set(options);
    outbox.track(vote());
    await outbox.flush();
    expect(beacon).not.toHaveBeenCalled();
    expect(endpoint.stored.size).toBe(1);
  });

  it('takes none while the visitor stays, because nobody sees its answer', async () => {
    const beacon = vi.fn(() => true);
    withBeacon(beacon);
    const { endpoint, outbox } = set();
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    expect(beacon).not.toHaveBeenCalled();
    expect(endpoint.stored.size).toBe(1);
  });
});

describe('a prerendered page', () => {
  it('sends nothing before it is shown', async () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const { endpoint, outbox } = set();
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(10_000);
    await outbox.flush();
    expect(endpoint.requests).toHaveLength(0);
    Object.defineProperty(document, 'prerendering', { value: false, configurable: true });
    document.dispatchEvent(new Event('prerenderingchange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(endpoint.stored.size).toBe(1);
    Reflect.deleteProperty(document, 'prerendering');
  });
});
