import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type createEndpoint, idsOf, set, sumOf, vote, votes } from './http-support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const passing = (status: number) =>
  [408, 429].includes(status) || (status >= 500 && ![501, 505, 511].includes(status));
const statuses = Array.from({ length: 312 }, (_, index) => 200 + index);
const final = statuses.filter((status) => status >= 300 && status !== 413 && !passing(status));

describe('the status matrix', () => {
  it.each(statuses.filter((status) => status < 300))(
    '%i without a body means that all was taken',
    async (status) => {
      const { endpoint, outbox, host } = set({}, () => new Response(null, { status }));
      for (const event of votes(2)) outbox.track(event);
      await vi.advanceTimersByTimeAsync(600_000);
      expect(endpoint.requests).toHaveLength(1);
      expect(outbox.stats()).toMatchObject({ accepted: 2, queued: 0 });
      expect(host.reports).toEqual([]);
    },
  );

  it.each(final)('%i is final: counted, said with the event, and not tried again', async (status) => {
    const { endpoint, outbox, host } = set({}, status);
    const events = votes(2);
    for (const event of events) outbox.track(event);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(endpoint.requests).toHaveLength(1);
    expect(outbox.stats()).toMatchObject({ dropped: { refused: 2 }, queued: 0, retries: 0 });
    expect(host.codes()).toEqual([1032]);
    expect(String(host.reports[0]?.error)).toContain(`answered ${status}.`);
    expect(host.reports[0]?.event).toBe(events[0]);
  });

  it.each(statuses.filter(passing))('%i passes: the same events come again', async (status) => {
    const { endpoint, outbox, host } = set({}, status, status);
    for (const event of votes(2)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(endpoint.requests).toHaveLength(3);
    expect(new Set(endpoint.requests.map(({ ids }) => ids.join()))).toHaveProperty('size', 1);
    expect(outbox.stats()).toMatchObject({ accepted: 2, sent: 6, requests: 3, retries: 2, queued: 0 });
    expect(host.reports).toEqual([]);
  });

  it.each(['reset', 'half', 'lost', 'hang'] as const)('no answer (%s) passes', async (does) => {
    const { endpoint, outbox } = set({ timeout: 4_000 }, does);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(endpoint.requests).toHaveLength(2);
    expect(endpoint.stored.size).toBe(1);
    const isRepeat = does === 'half' || does === 'lost';
    expect(outbox.stats()).toMatchObject({ accepted: isRepeat ? 0 : 1, duplicates: isRepeat ? 1 : 0 });
  });

  it('an answer that never ends counts as none after the timeout, and later events go on', async () => {
    const endless = () =>
      new Response(new ReadableStream({ start: (control) => control.enqueue(new Uint8Array(1)) }));
    const { endpoint, outbox } = set({}, endless);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000 + 9_999);
    expect(endpoint.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(endpoint.stored.size).toBe(1);
  });

  it('a fetch that ignores its signal is given up all the same', async () => {
    const { endpoint, outbox } = set({ timeout: 1_000 }, () => new Promise<never>(() => {}));
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(5_000);
    expect(endpoint.stored.size).toBe(1);
  });

  it('a 503 whose body breaks off is still a 503 with its Retry-After', async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (control) => control.error(new Error('reset')) }), {
        status: 503,
        headers: { 'retry-after': '30' },
      });
    const { endpoint, outbox } = set({}, broken);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(31_000);
    expect(endpoint.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('the body is read to its end, because Chromium counts a request until then', async () => {
    const responses: Response[] = [];
    const { outbox } = set({}, () => {
      responses.push(new Response('no', { status: 404 }));
      return responses[0]!;
    });
    outbox.track(vote());
    await outbox.flush();
    expect(responses[0]?.bodyUsed).toBe(true);
  });
});

describe('413', () => {
  const smallerThan = (most: number, endpoint: ReturnType<typeof createEndpoint>) => {
    endpoint.usually = () => {
      const last = endpoint.requests.at(-1)!;
      if (last.ids.length > most) return new Response(null, { status: 413 });
      for (const event of last.body.events) endpoint.stored.set(event.id, event);
      return new Response(null, { status: 204 });
    };
  };

  it('halves the batch until it fits, keeps the order and loses nothing', async () => {
    const { endpoint, outbox, host } = set({ batch: { size: 16 } });
    smallerThan(3, endpoint);
    const events = votes(24);
    for (const event of events) outbox.track(event);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(endpoint.requests.slice(0, 4).map(({ ids }) => ids.length)).toEqual([16, 8, 4, 2]);
    expect([...endpoint.stored.keys()]).toEqual(idsOf(events));
    expect(endpoint.requests.length).toBeLessThan(24);
    expect(host.reports).toEqual([]);
    expect(sumOf(outbox.stats())).toBe(24);
  });

  it('drops a single event that is too large, counts it, and goes on with the others', async () => {
    const { endpoint, outbox, host } = set();
    const events = votes(5);
    const poison = events[2]!;
    endpoint.usually = () => {
      const last = endpoint.requests.at(-1)!;
      if (last.ids.includes(poison.id)) return new Response(null, { status: 413 });
      for (const event of last.body.events) endpoint.stored.set(event.id, event);
      return new Response(null, { status: 204 });
    };
    for (const event of events) outbox.track(event);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...endpoint.stored.keys()]).toEqual(idsOf(events.filter((event) => event !== poison)));
    expect(outbox.stats()).toMatchObject({ accepted: 4, dropped: { size: 1 } });
    expect(host.codes()).toEqual([1037]);
    expect(host.reports[0]?.event).toBe(poison);
  });

  it('to everything costs a bounded number of requests', async () => {
    const { endpoint, outbox } = set();
    endpoint.usually = 413;
    for (const event of votes(100)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(endpoint.requests.length).toBeLessThan(20);
  });
});

describe('pauses', () => {
  const gaps = (at: readonly { at: number }[]) => at.slice(1).map((one, index) => one.at - at[index]!.at);

  it.each([
    ['the longest', 0.999_999, [1, 2, 4, 8, 16, 32, 60, 60]],
    ['the middle', 0.5, [0.75, 1.5, 3, 6, 12, 24, 45, 45]],
    ['the shortest', 0, [0.5, 1, 2, 4, 8, 16, 30, 30]],
  ])('are random from 0.5 to 1 s, doubling to 30 to 60 s, without an end: %s', async (_, luck, seconds) => {
    vi.spyOn(Math, 'random').mockReturnValue(luck);
    const { endpoint, outbox, host } = set();
    endpoint.usually = 503;
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(600_000);
    const found = gaps(endpoint.requests).map((ms) => ms / 1_000);
    for (const [index, gap] of found.entries()) expect(gap).toBeCloseTo(seconds[Math.min(index, 7)]!, 1);
    expect(found.length).toBeGreaterThan(10);
    expect(outbox.stats()).toMatchObject({ queued: 1, requests: found.length + 1, retries: found.length });
    expect(host.codes()).toEqual([1033]);
  });

  it('begin anew after a success', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const { endpoint, outbox } = set({}, 503, 503, 503, 200, 503, 200);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(20_000);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(gaps(endpoint.requests).at(-1)).toBeCloseTo(1_000, -1);
    expect(endpoint.stored.size).toBe(2);
  });

  it('hold back events that come meanwhile', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const { endpoint, outbox } = set({ batch: { size: 2, delay: 0 } });
    endpoint.usually = 503;
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(3_500);
    const before = endpoint.requests.length;
    for (const event of votes(20)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(endpoint.requests.length).toBe(before);
  });

  it.each([
    ['seconds', '30', 30],
    ['no wait at all', '0', 0],
    ['a date', new Date(Date.UTC(2026, 10, 22, 12, 0, 45)).toUTCString(), 45],
    ['too long a wait', '86400', 300],
    ['a date far away', 'Fri, 01 Jan 2100 00:00:00 GMT', 300],
    ['a date that is past', 'Sun, 01 Nov 2026 00:00:00 GMT', 0],
    ['a negative number', '-30', 0],
    ['a fraction', '2.5', 0],
    ['a year', 'in 2099', 0],
    ['nothing', '', 0],
    ['noise', 'soon; please', 0],
  ])('honour Retry-After: %s (%s)', async (_, header, seconds) => {
    vi.setSystemTime(Date.UTC(2026, 10, 22, 12, 0, 0) - 2_000);
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { endpoint, outbox } = set(
      {},
      () => new Response(null, { status: 429, headers: { 'retry-after': header } }),
    );
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    expect(endpoint.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(seconds * 1_000 + 749);
    expect(endpoint.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('measure a date by the clock that wrote it, when that can be read', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const date = 'Sat, 01 Jan 2000 00:00:00 GMT';
    const headers = { date, 'retry-after': 'Sat, 01 Jan 2000 00:00:20 GMT' };
    const { endpoint, outbox } = set({}, () => new Response(null, { status: 503, headers }));
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(22_499);
    expect(endpoint.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(endpoint.requests).toHaveLength(2);
  });

  it.each([-86_400_000, 86_400_000])('do not care about a clock that jumps by %i ms', async (jump) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const { endpoint, outbox } = set({}, 503, 503);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(2_000);
    vi.setSystemTime(Date.now() + jump);
    outbox.track(vote());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(endpoint.requests).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(endpoint.stored.size).toBe(2);
  });
});

describe('figures', () => {
  it.each([
    ['a failure', 503],
    ['no answer', 'reset'],
    ['413', 413],
  ] as const)('count a retry when its request is made, not when %s announces it', async (_, does) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
    const { outbox, endpoint } = set({ batch: { delay: 0 } }, does);
    // The second request is on its way when the figures are looked at.
    endpoint.usually = 'hang';
    for (const event of votes(2)) outbox.track(event);
    const heard: number[] = [];
    while (endpoint.requests.length < 2) {
      heard.push(outbox.stats().retries);
      await vi.advanceTimersByTimeAsync(does === 413 ? 0 : 100);
    }
    expect(new Set(heard)).toEqual(new Set([0]));
    expect(outbox.stats()).toMatchObject({ requests: 2, retries: 1 });
    await outbox.forget();
  });

  it.each([
    [503, 'at last with 503.'],
    ['reset', 'at last without an answer.'],
  ] as const)('are told after seven failures in a row (%s), and why it may be', async (does, words) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { outbox, endpoint, host } = set();
    endpoint.usually = does;
    const events = votes(2);
    for (const event of events) outbox.track(event);
    while (endpoint.requests.length < 6) await vi.advanceTimersByTimeAsync(500);
    expect(host.reports).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(host.codes()).toEqual([1033]);
    expect(String(host.reports[0]?.error)).toContain(words);
    expect(String(host.reports[0]?.error)).toMatch(/origins.*CORS/);
    expect(host.reports[0]?.event).toBe(events[0]);
  });
});

describe('a storm of 503', () => {
  it('of an hour meets few requests, whatever happens on the page', async () => {
    const { endpoint, outbox } = set();
    endpoint.usually = 503;
    for (let minute = 0; minute < 60; minute++) {
      for (const event of votes(10)) outbox.track(event);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    // 60 s at the longest, 30 s on average, and a few at the start.
    expect(endpoint.requests.length).toBeLessThan(200);
    expect(endpoint.mostInFlight).toBe(1);
    expect(sumOf(outbox.stats())).toBe(600);
    endpoint.usually = 200;
    // The longest pause, and a second for each of the requests, which grow from one event to fifty.
    await vi.advanceTimersByTimeAsync(90_000);
    expect(outbox.stats().queued).toBe(0);
  });

  it('of half a minute costs five events at most seven requests', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { endpoint, outbox } = set();
    endpoint.usually = 503;
    for (const event of votes(5)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(endpoint.requests.length).toBeLessThanOrEqual(7);
  });
});

describe('answers', () => {
  const json = (value: unknown) => () =>
    new Response(typeof value === 'string' ? value : JSON.stringify(value));

  it('with duplicates and rejections are final, counted by reason, and said once for each', async () => {
    const rejected = [
      { id: null, index: 0, reason: 'schema', detail: 'ask.id is missing' },
      { id: null, index: 1, reason: 'schema', detail: 'time is missing' },
      { id: null, index: 2, reason: 'too-old' },
      { id: null, index: 3, reason: 'moon phase' },
      { id: null, index: 4, reason: '__proto__' },
      { id: null, index: 5, reason: { toString: 1 }, detail: { valueOf: 1 } },
      null,
    ];
    const { endpoint, outbox, host } = set({}, json({ v: 1, accepted: 2, duplicates: 1, rejected }));
    const events = votes(10);
    for (const event of events) outbox.track(event);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(endpoint.requests).toHaveLength(1);
    expect(outbox.stats()).toMatchObject({
      accepted: 2,
      duplicates: 1,
      rejected: { schema: 2, 'too-old': 1, other: 4 },
      queued: 0,
    });
    expect(host.codes()).toEqual([1035, 1035, 1035]);
    expect(String(host.reports[0]?.error)).toContain('schema ask.id is missing');
    expect(host.reports[0]?.event).toBe(events[0]);
    expect(({} as { other?: unknown }).other).toBeUndefined();
  });

  it.each([
    ['a page of HTML', '<!doctype html><title>Welcome</title>'],
    ['half of it', '{"v":1,"accepted":'],
    ['null', 'null'],
    ['a list', []],
    ['other JSON', { ok: true }],
    ['too few', { accepted: 1, duplicates: 0, rejected: [] }],
    ['too many', { accepted: 3, duplicates: 0, rejected: [] }],
    ['a negative count', { accepted: 3, duplicates: -1, rejected: [] }],
    ['texts for numbers', { accepted: '2', duplicates: '', rejected: [] }],
    ['a length without a list', { accepted: 0, duplicates: 0, rejected: { length: 2 } }],
    ['a text for a list', { accepted: 0, duplicates: 0, rejected: 'no' }],
    ['a blank', ' '],
  ])('that cannot be relied on are said once, and the events come again: %s', async (_, body) => {
    const { endpoint, outbox, host } = set({}, json(body), json(body));
    for (const event of votes(2)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(endpoint.requests).toHaveLength(3);
    expect(endpoint.stored.size).toBe(2);
    expect(outbox.stats()).toMatchObject({ accepted: 2, queued: 0 });
    expect(host.codes()).toEqual([1034]);
  });

  it('that always lie are told, and cost no event and few requests', async () => {
    const { endpoint, outbox, host } = set();
    endpoint.usually = json('<html>');
    for (const event of votes(2)) outbox.track(event);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(endpoint.requests.length).toBeLessThan(30);
    expect(outbox.stats().queued).toBe(2);
    expect(host.codes()).toEqual([1034, 1033]);
  });
});
