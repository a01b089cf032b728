import { type CommitmentEvent, createEvent, uuid } from 'smallyes/events';
import {
  type CollectorOptions,
  createCollector,
  type Erasure,
  type EventStore,
  eventIdOf,
} from 'smallyes/server';
import { commitmentFixture } from 'smallyes/testing';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { batchOf, makeCollector, memoryStore, noon, post, read, votes } from './collector.support.ts';
import '../events/own-kind.ts';

const vote = commitmentFixture('poll.vote');
const send = async (
  collector: { handle: (request: Request) => Promise<Response> },
  events: readonly unknown[],
) => read(await collector.handle(post(batchOf(events))));

afterEach(() => {
  vi.useRealTimers();
});

describe('a batch', () => {
  it('is kept, and answered in JSON that nobody stores', async () => {
    const { collector, rows } = makeCollector();
    const { status, headers, body } = await send(collector, votes(3));
    expect([status, body]).toEqual([200, { v: 1, accepted: 3, duplicates: 0, rejected: [] }]);
    expect([...rows.keys()]).toEqual(votes(3).map(({ id }) => id));
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      vary: 'origin',
      'x-content-type-options': 'nosniff',
    });
  });

  it('may come again, whole or in part, and counts once', async () => {
    const { collector, rows } = makeCollector();
    await send(collector, votes(3));
    expect((await send(collector, votes(3))).body).toMatchObject({ accepted: 0, duplicates: 3 });
    expect((await send(collector, votes(3, 3))).body).toMatchObject({ accepted: 2, duplicates: 1 });
    expect(rows.size).toBe(5);
  });

  it('may hold an event twice, also in capital letters, and it counts once', async () => {
    const { collector, calls } = makeCollector();
    const { body } = await send(collector, [vote, vote, { ...vote, id: vote.id.toUpperCase() }]);
    expect(body).toMatchObject({ accepted: 1, duplicates: 2, rejected: [] });
    expect(calls[0]?.map(({ id }) => id)).toEqual([vote.id]);
  });

  it('keeps the first of two events that claim one id', async () => {
    const { collector, rows } = makeCollector();
    await send(collector, [vote, { ...vote, ask: { id: 'another' } }]);
    await send(collector, [{ ...vote, ask: { id: 'a-third' } }]);
    expect(rows.get(vote.id)?.askId).toBe(vote.ask.id);
  });

  it('leaves no timer behind', async () => {
    vi.useFakeTimers();
    const { collector } = makeCollector({ rateLimit: () => ({ ok: true }) });
    expect((await send(collector, votes(2))).status).toBe(200);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is taken in part, with the reason for each that is not', async () => {
    const { collector, rows } = makeCollector({ kinds: ['poll.vote', 'checkout.purchase'] });
    const [good] = votes(1);
    const week = 7 * 86_400_000;
    const { body } = await send(collector, [
      { ...vote, grade: 7 },
      'no event',
      { ...vote, kind: 'checkout.step', data: { step: 'pay' } },
      good,
      { ...vote, consent: { ...vote.consent, analytics: 'denied' } },
      { ...vote, time: noon - week - 86_400_001 },
      { ...vote, time: noon + 300_001 },
      { ...vote, data: { choices: Array(5).fill('x'.repeat(900)) } },
    ]);
    expect(body).toEqual({
      v: 1,
      accepted: 1,
      duplicates: 0,
      rejected: [
        { id: vote.id, index: 0, reason: 'schema', detail: 'grade: one of 1, 2, 3' },
        { id: null, index: 1, reason: 'schema', detail: 'an object' },
        { id: vote.id, index: 2, reason: 'kind', detail: 'kind: not one that is taken here' },
        {
          id: vote.id,
          index: 4,
          reason: 'consent',
          detail: 'consent.analytics is denied; this collector takes granted or unknown',
        },
        { id: vote.id, index: 5, reason: 'too-old', detail: 'time: at most 691200 s ago' },
        { id: vote.id, index: 6, reason: 'from-the-future', detail: 'time: at most 300 s after it was sent' },
        { id: vote.id, index: 7, reason: 'too-large', detail: 'data: at most 20 keys and 4 KB of JSON' },
      ],
    });
    expect([...rows.keys()]).toEqual([good?.id]);
  });

  it('without one good event does not trouble the store', async () => {
    const { collector, calls } = makeCollector();
    expect((await send(collector, [])).body).toEqual({ v: 1, accepted: 0, duplicates: 0, rejected: [] });
    expect((await send(collector, [null])).body).toMatchObject({ accepted: 0, rejected: [{ id: null }] });
    expect(calls).toEqual([]);
  });

  it('holds an event no larger than the option says', async () => {
    const experiments = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`e${i}`, 'x'.repeat(100)]));
    const large = { ...vote, experiments };
    expect((await send(makeCollector().collector, [large])).body).toMatchObject({ accepted: 1 });
    const { body } = await send(makeCollector({ maxEventBytes: 5_000 }).collector, [large]);
    expect(body.rejected).toEqual([
      { id: vote.id, index: 0, reason: 'too-large', detail: 'at most 5000 bytes of JSON' },
    ]);
  });

  it('is kept even when the visitor leaves while it is being stored', async () => {
    const page = new AbortController();
    const memory = memoryStore();
    const store: EventStore = {
      async insert(rows, options) {
        page.abort();
        await Promise.resolve();
        expect(options.signal.aborted).toBe(false);
        return memory.store.insert(rows, options);
      },
    };
    const { collector } = makeCollector({ store });
    await collector.handle(post(batchOf([vote]), {}, { signal: page.signal }));
    expect(memory.rows.size).toBe(1);
  });
});

describe('a row', () => {
  it('has the columns that reports ask for, and the whole event', async () => {
    const { collector, rows } = makeCollector();
    const event = commitmentFixture('checkout.purchase', {
      ask: { id: 'checkout', placement: 'side', moment: 'buy' },
      experiments: { headline: 'b' },
    });
    await send(collector, [event]);
    const row = rows.get(event.id);
    expect(row).toEqual({
      id: event.id,
      kind: 'checkout.purchase',
      phase: 'committed',
      grade: 3,
      askId: 'checkout',
      placement: 'side',
      moment: 'buy',
      attempt: event.attempt,
      sessionId: event.session.id,
      visitorId: event.visitor?.id,
      segments: ['hurdle:trust'],
      experiments: { headline: 'b' },
      pagePath: '/guides/first-grinder',
      viewId: event.page.viewId,
      seq: event.seq,
      amount: event.value?.amount,
      currency: 'EUR',
      time: event.time,
      occurredAt: event.time,
      receivedAt: noon,
      event,
      json: expect.stringContaining(`{"v":1,"id":"${event.id}",`),
    });
    expect(JSON.parse(row?.json ?? '')).toEqual(event);
  });

  it('of a visitor without consent has no visitor', async () => {
    const { collector, rows } = makeCollector();
    const event = commitmentFixture('poll.vote', { visitor: undefined });
    await send(collector, [event]);
    expect(rows.get(event.id)).toMatchObject({
      visitorId: null,
      segments: [],
      amount: null,
      placement: 'article',
    });
  });

  it('has ids in small letters', async () => {
    const { collector, rows } = makeCollector();
    const upper = JSON.parse(JSON.stringify(vote), (key, value) =>
      /^(id|attempt|viewId)$/.test(key) && /^[\da-f-]{36}$/.test(value) ? value.toUpperCase() : value,
    ) as unknown;
    await send(collector, [upper]);
    const { id, attempt, session, page, visitor } = vote;
    expect(rows.get(id)).toMatchObject({
      id,
      attempt,
      sessionId: session.id,
      viewId: page.viewId,
      visitorId: visitor?.id,
    });
  });

  it('holds nothing that a database cannot: no U+0000 and no half characters', async () => {
    const { collector, rows } = makeCollector();
    const text = batchOf([{ ...vote, data: { choice: '!' }, experiments: { e: '!' } }])
      .replace('"choice":"!"', String.raw`"choice":"a\u0000b\ud800c\udc00d\ud83d\ude00\\u0000"`)
      .replace('"e":"!"', String.raw`"e\u0000":"x\udfff"`);
    expect((await read(await collector.handle(post(text)))).body).toMatchObject({ accepted: 1 });
    const row = rows.get(vote.id);
    expect(row?.json).not.toMatch(/[^\\]\\u(0000|d[89a-f])/i);
    expect(row?.event.data).toEqual({ choice: 'ab\ufffdc\ufffdd\u{1f600}\\u0000' });
    expect(row?.experiments).toEqual({ e: 'x\ufffd' });
  });
});

describe('time', () => {
  const hour = 3_600_000;
  /** When an event happened, by what the row says, for one that its browser sent right away. */
  async function occurred(time: number, sent: number, options: Partial<CollectorOptions> = {}) {
    const { collector, rows } = makeCollector(options);
    const { body } = await read(await collector.handle(post(batchOf([{ ...vote, time }], sent))));
    return rows.get(vote.id)?.occurredAt ?? body.rejected?.[0]?.reason;
  }

  it.each([
    ['is left alone when clocks agree', noon - 5_000, noon, noon - 5_000],
    ['is left alone while a slow line could be the reason', noon - 65_000, noon - 60_000, noon - 65_000],
    ['is put right when the clock is behind', noon - hour - 5_000, noon - hour, noon - 5_000],
    ['is put right when it is a year ahead', noon + 8_766 * hour - 5_000, noon + 8_766 * hour, noon - 5_000],
    ['is put right when it stands at 1970', 1_000, 6_000, noon - 5_000],
    ['is never later than the receipt', noon + 30_000, noon + 30_000, noon],
    ['stays that of an event that waited for days', noon - 150 * hour, noon, noon - 150 * hour],
    ['of a clock that was turned back in between is refused', noon + hour, noon, 'from-the-future'],
    ['that a stranger made up with the batch is refused', 2 ** 53 - 1, 0, 'from-the-future'],
    ['of nine days ago is refused', noon - 216 * hour, noon, 'too-old'],
  ])('%s', async (_name, time, sent, expected) => {
    expect(await occurred(time, sent)).toBe(expected);
  });

  it('keeps what the visitor said beside what is right', async () => {
    const { collector, rows } = makeCollector();
    await collector.handle(post(batchOf([{ ...vote, time: 1_000 }], 6_000)));
    expect(rows.get(vote.id)).toMatchObject({ time: 1_000, occurredAt: noon - 5_000, receivedAt: noon });
  });

  it('obeys maxAge and leeway', async () => {
    expect(await occurred(noon - 61_000, noon, { maxAge: 60 })).toBe('too-old');
    expect(await occurred(noon + 1, noon, { leeway: 0 })).toBe('from-the-future');
  });
});

describe('consent', () => {
  it.each([
    [undefined, ['granted', 'unknown']],
    ['granted', ['granted']],
    ['any', ['granted', 'unknown', 'denied']],
  ] as const)('with the option %s takes %j', async (option, taken) => {
    for (const analytics of ['granted', 'unknown', 'denied'] as const) {
      const { collector } = makeCollector({ consent: option });
      const { body } = await send(collector, [{ ...vote, consent: { ...vote.consent, analytics } }]);
      expect(body.accepted, analytics).toBe((taken as readonly string[]).includes(analytics) ? 1 : 0);
    }
  });
});

describe('the detail of a refusal by consent', () => {
  it.each([
    [undefined, 'denied', 'consent.analytics is denied; this collector takes granted or unknown'],
    ['granted', 'denied', 'consent.analytics is denied; this collector takes granted only'],
    ['granted', 'unknown', 'consent.analytics is unknown; this collector takes granted only'],
  ] as const)('with the option %s says of %s: %s', async (option, analytics, detail) => {
    const { collector } = makeCollector({ consent: option });
    const { body } = await send(collector, [{ ...vote, consent: { ...vote.consent, analytics } }]);
    expect(body.rejected).toEqual([{ id: vote.id, index: 0, reason: 'consent', detail }]);
  });
});

describe('kinds', () => {
  const loan = { ...vote, kind: 'loan-slider.choose', grade: 2, data: { months: 12 } };

  it('of the site need no announcement', async () => {
    expect((await send(makeCollector().collector, [loan])).body.accepted).toBe(1);
  });

  it.each([
    ['takes', { months: 12 }, 'committed', undefined],
    ['refuses', { months: 'twelve' }, 'committed', /^data\.months: ./],
    ['asks nothing of a step:', {}, 'seen', undefined],
  ])('a schema of the site %s %j of %s', async (_word, data, phase, detail) => {
    const schemas = { 'loan-slider.choose': z.object({ months: z.int() }) };
    const { body } = await send(makeCollector({ schemas }).collector, [{ ...loan, data, phase }]);
    expect(body.rejected?.[0]?.detail).toEqual(detail ? expect.stringMatching(detail) : undefined);
    expect(body.accepted).toBe(detail ? 0 : 1);
  });

  it('may be judged by a schema that takes its time', async () => {
    const slow = z.object({ months: z.int() }).check(z.refine(async (data) => data.months > 20));
    const { body } = await send(makeCollector({ schemas: { 'loan-slider.choose': slow } }).collector, [loan]);
    expect(body.rejected).toMatchObject([{ reason: 'schema', detail: 'data: Invalid input' }]);
  });

  it('whose schema throws come again', async () => {
    const broken = z.object({}).check(
      z.refine(() => {
        throw new Error('broken');
      }),
    );
    const { collector, errors } = makeCollector({ schemas: { 'loan-slider.choose': broken } });
    expect((await send(collector, [loan])).status).toBe(503);
    expect(errors).toEqual([[new Error('broken'), 'schemas']]);
  });
});

describe('a store', () => {
  it('that fails is answered with 503, so that the browser keeps the events', async () => {
    const memory = memoryStore();
    let isDown = true;
    const store: EventStore = {
      insert(rows, options) {
        if (isDown) throw new Error('password=hunter2');
        return memory.store.insert(rows, options);
      },
    };
    const { collector, errors } = makeCollector({ store });
    const answer = await send(collector, votes(2));
    expect([answer.status, answer.body]).toEqual([503, { v: 1, error: 'unavailable' }]);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(errors).toEqual([[new Error('password=hunter2'), 'store']]);
    isDown = false;
    expect((await send(collector, votes(2))).body).toMatchObject({ accepted: 2 });
  });

  it('that hangs is told to stop after its time, and what it says later does no harm', async () => {
    vi.useFakeTimers();
    let signal: AbortSignal | undefined;
    let fail: (error: Error) => void = () => {};
    const store: EventStore = {
      insert: (_rows, options) => {
        signal = options.signal;
        return new Promise((_, reject) => {
          fail = reject;
        });
      },
    };
    const { collector, errors } = makeCollector({ store, timeout: 3, retryAfter: 20 });
    const answer = send(collector, [vote]);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(signal?.aborted).toBe(true);
    const { status, headers } = await answer;
    expect([status, headers.get('retry-after')]).toEqual([503, '20']);
    expect(errors).toEqual([[new Error('No answer within 3 s.'), 'store']]);
    fail(new Error('late'));
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that cannot tell what is new counts all as accepted', async () => {
    const { collector } = makeCollector({ store: { insert: async () => {} } });
    await send(collector, votes(2));
    expect((await send(collector, votes(2))).body).toMatchObject({ accepted: 2, duplicates: 0 });
  });

  it('fails on the console when nobody listens', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const error = new Error('disk full');
    const { collector } = makeCollector({
      store: { insert: () => Promise.reject(error) },
      onError: undefined,
    });
    await send(collector, [vote]);
    expect(told.mock.calls).toEqual([[expect.stringMatching(/^\[smallyes\] SY-607 .*store failed/), error]]);
  });

  it('fails quietly when the listener throws too', async () => {
    const { collector } = makeCollector({
      store: { insert: () => Promise.reject(new Error('disk full')) },
      onError: () => {
        throw new Error('mine');
      },
    });
    expect((await send(collector, [vote])).status).toBe(503);
  });
});

describe('rateLimit', () => {
  it('sees the request and the size of the batch', async () => {
    const rateLimit = vi.fn(async (_request: Request, _batch: { events: number }) => ({ ok: true }) as const);
    const { collector } = makeCollector({ rateLimit });
    const request = post(batchOf(votes(3)), { 'x-forwarded-for': '192.0.2.1' });
    expect((await collector.handle(request)).status).toBe(200);
    expect(rateLimit.mock.calls).toEqual([[request, { events: 3 }]]);
  });

  it.each([
    [30, '30'],
    [0.2, '1'],
    [-5, '1'],
    [Number.NaN, '60'],
    [1e9, '86400'],
  ])('that says wait %s s is answered with 429 and Retry-After %s', async (retryAfter, header) => {
    const { collector, calls } = makeCollector({ rateLimit: () => ({ ok: false, retryAfter }) });
    const { status, headers, body } = await send(collector, [vote]);
    expect([status, headers.get('retry-after'), body]).toEqual([429, header, { v: 1, error: 'rate' }]);
    expect(calls).toEqual([]);
  });

  it('that throws makes the browser keep the events', async () => {
    const { collector, errors, calls } = makeCollector({
      rateLimit: () => {
        throw new Error('redis');
      },
    });
    expect((await send(collector, [vote])).status).toBe(503);
    expect(errors).toEqual([[new Error('redis'), 'rateLimit']]);
    expect(calls).toEqual([]);
  });
});

describe('record', () => {
  it('keeps what the server saw through the same checks', async () => {
    const { collector, rows } = makeCollector();
    const answer = await collector.record([
      commitmentFixture('checkout.purchase'),
      commitmentFixture('poll.vote', {
        consent: { analytics: 'denied', advertising: 'denied', functional: 'denied' },
      }),
    ]);
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 1, reason: 'consent' }] });
    expect(rows.size).toBe(1);
  });

  it('names all it did not keep, by the options of the collector', async () => {
    const { collector, rows } = makeCollector({ kinds: ['poll.vote'], maxAge: 3_600, leeway: 60 });
    const { rejected } = await collector.record([
      { ...vote, time: noon - 3_600_001 },
      { ...vote, time: noon + 60_001 },
      { ...vote, time: Math.floor(noon / 1_000) },
      commitmentFixture('checkout.purchase'),
    ]);
    const reasons = ['too-old', 'from-the-future', 'too-old', 'kind'];
    expect(rejected.map(({ reason }) => reason)).toEqual(reasons);
    expect(rows.size).toBe(0);
  });

  it('keeps what somebody did who had refused only when it is told to, and no longer than that call', async () => {
    const { collector, rows } = makeCollector();
    const denied = { ...vote, consent: { ...vote.consent, analytics: 'denied' as const } };
    const unasked = { ...vote, consent: { ...vote.consent, analytics: 'unknown' as const } };
    expect(await collector.record([unasked], { consent: 'granted' })).toMatchObject({ accepted: 0 });
    expect(await collector.record([denied], { consent: 'any' })).toMatchObject({ accepted: 1, rejected: [] });
    expect(await collector.record([denied])).toMatchObject({ rejected: [{ reason: 'consent' }] });
    expect((await send(collector, [denied])).body).toMatchObject({ rejected: [{ reason: 'consent' }] });
    expect(rows.size).toBe(1);
  });

  it.each([{ consent: 'all' }, { consents: 'any' }, { consent: null }])(
    'refuses the option %j',
    async (options) => {
      const { collector, calls } = makeCollector();
      await expect(collector.record([vote], options as never)).rejects.toThrow('SY-608');
      expect(calls).toEqual([]);
    },
  );

  it('takes any number, and names the ones it refused by their place', async () => {
    const { collector, calls } = makeCollector({ maxEvents: 10 });
    const events = votes(25).map((event, index) => (index === 17 ? { ...event, grade: 9 as never } : event));
    expect(await collector.record(events)).toEqual({
      v: 1,
      accepted: 24,
      duplicates: 0,
      rejected: [{ id: events[17]?.id, index: 17, reason: 'schema', detail: 'grade: one of 1, 2, 3' }],
    });
    expect(calls.map(({ length }) => length)).toEqual([10, 9, 5]);
  });

  it('rejects with what the store threw', async () => {
    const { collector } = makeCollector({ store: { insert: () => Promise.reject(new Error('disk full')) } });
    await expect(collector.record([vote])).rejects.toThrow('disk full');
  });

  it('refuses what is no list', async () => {
    await expect(makeCollector().collector.record(vote as never)).rejects.toThrow('SY-608');
  });

  it('keeps a purchase that is reported twice once, as a part of the attempt', async () => {
    const { collector, rows, clock } = makeCollector();
    const { event: step } = createEvent(
      {
        kind: 'checkout.step',
        phase: 'committed',
        grade: 2,
        ask: { id: 'checkout' },
        attempt: uuid(),
        data: { step: 'pay' },
      },
      { session: vote.session, page: vote.page, consent: vote.consent },
    );
    clock.ms = step.time + 60_000;
    const paid = step.time + 30_000;
    const purchase: CommitmentEvent<'checkout.purchase'> = {
      ...step,
      id: await eventIdOf('purchase A-1042', paid),
      kind: 'checkout.purchase',
      grade: 3,
      data: { order: 'A-1042' },
      time: paid,
      seq: step.seq + 1,
    };
    await collector.record([step]);
    expect(await collector.record([purchase])).toMatchObject({ accepted: 1 });
    expect(await collector.record([{ ...purchase }])).toMatchObject({ accepted: 0, duplicates: 1 });
    expect([...rows.values()].map(({ attempt }) => attempt)).toEqual([step.attempt, step.attempt]);
  });
});

describe('eventIdOf', () => {
  it('gives the same UUID of version 7 for the same key and time, and another for others', async () => {
    const id = await eventIdOf('purchase A-1042', noon);
    const form = /^019bb19c-c540-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(noon).toBe(0x019bb19cc540);
    expect(id).toMatch(form);
    expect(await eventIdOf('purchase A-1042', noon)).toBe(id);
    const others = await Promise.all(
      Array.from({ length: 500 }, (_, index) => eventIdOf(`purchase ${index}`, noon)),
    );
    expect(new Set(others).size).toBe(500);
    for (const other of others) expect(other).toMatch(form);
    expect(await eventIdOf('purchase A-1042', noon + 1)).not.toBe(id);
  });

  // Services report again for days, and a shop may take a new version of the kit in between.
  it.each([
    ['purchase A-1042', noon, '019bb19c-c540-774c-93aa-e219e921644e'],
    ['purchase 0', Date.UTC(2000, 0), '00dc6acf-ac00-7123-8889-be0e9f12b05e'],
    ['é', noon, '019bb19c-c540-74a9-97e4-033c3539de2e'],
    ['x'.repeat(500), 2 ** 48 - 1, 'ffffffff-ffff-7c38-bf30-55c516a98ac5'],
  ])('is the same in every version of the kit (%#)', async (key, time, id) => {
    expect(await eventIdOf(key, time)).toBe(id);
  });

  it.each([
    ['', noon],
    ['x', 0],
    ['x', 1.5],
    ['x', 2 ** 48],
    ['x', Number.NaN],
    ['x', Math.floor(noon / 1_000)],
    ['x', Date.UTC(2000, 0) - 1],
  ])('refuses the key "%s" at %s', async (key, time) => {
    await expect(eventIdOf(key, time)).rejects.toThrow('SY-608');
  });

  it('says that it wants milliseconds', async () => {
    const seconds = Math.floor(noon / 1_000);
    await expect(eventIdOf('x', seconds)).rejects.toThrow(`the time ${seconds}, not milliseconds since 1970`);
    await expect(eventIdOf('x', Date.UTC(2000, 0))).resolves.toMatch(/^00dc6acf-ac00-7/);
  });
});

describe('erase', () => {
  it('removes all of a visitor, or of a session', async () => {
    const { collector, rows } = makeCollector();
    await send(collector, [...votes(3), { ...votes(1, 9)[0], visitor: undefined }]);
    expect(await collector.erase({ visitorId: vote.visitor?.id.toUpperCase() ?? '' })).toBe(3);
    expect(rows.size).toBe(1);
    expect(await collector.erase({ sessionId: vote.session.id })).toBe(1);
  });

  it.each([
    [undefined],
    [null],
    [vote.session.id],
    [[vote.session.id]],
    [{}],
    [{ visitorId: undefined }],
    [{ visitorId: '' }],
    [{ visitorId: "' OR 1=1" }],
    [{ visitor: vote.session.id }],
    [{ visitorId: vote.session.id, sessionId: vote.session.id }],
  ])('never guesses whose: %j', async (who) => {
    const erase = vi.fn(async () => 0);
    const { collector } = makeCollector({ store: { insert: async () => {}, erase } });
    await expect(collector.erase(who as never)).rejects.toThrow('SY-608');
    expect(erase).not.toHaveBeenCalled();
  });

  it('takes one of the two by its type too', () => {
    const { erase } = makeCollector().collector;
    type Who = Parameters<typeof erase>[0];
    expectTypeOf<{ visitorId: string }>().toExtend<Who>();
    expectTypeOf<Erasure>().toExtend<Who>();
    expectTypeOf<{ visitorId: string; sessionId: string }>().not.toExtend<Who>();
    // @ts-expect-error both
    void (() => erase({ visitorId: 'a', sessionId: 'b' }));
    // @ts-expect-error neither
    void (() => erase({}));
  });

  it('says when the store cannot', async () => {
    const { collector } = makeCollector({ store: { insert: async () => {} } });
    await expect(collector.erase({ sessionId: vote.session.id })).rejects.toThrow('SY-608');
  });
});

describe('close', () => {
  it('closes a store that can be closed', async () => {
    const close = vi.fn(async () => {});
    await makeCollector({ store: { insert: async () => {}, close } }).collector.close();
    expect(close).toHaveBeenCalledOnce();
    await makeCollector({ store: { insert: async () => {} } }).collector.close();
  });
});

describe('createCollector', () => {
  const { store } = memoryStore();

  it.each([
    [{ store: {} as never }, 'store has no function insert'],
    [{ store, origins: ['https://shop.example/'] }, 'origins has "https://shop.example/"'],
    [{ store, origins: ['shop.example'] }, 'origins has "shop.example"'],
    [{ store, origins: ['https://Shop.example'] }, 'origins has "https://Shop.example"'],
    [{ store, origins: ['*'] }, 'origins has "*"'],
    [{ store, origins: ['https://shop.example:443'] }, 'origins has'],
    [{ store, consent: 'yes' as never }, 'consent is "yes"'],
    [{ store, maxBody: 0 }, 'maxBody is 0'],
    [{ store, maxEvents: 1.5 }, 'maxEvents is 1.5'],
    [{ store, timeout: 5_000 }, 'timeout is 5000'],
    [{ store, bodyTimeout: Number.NaN }, 'bodyTimeout is NaN'],
    [{ store, maxAge: '8' as never }, 'maxAge is 8,'],
    [{ store: { ...store, remembers: 86_400 } }, 'the store knows its ids for 86400 s only'],
    [{ store, schemas: { 'poll.vote': (() => true) as never } }, 'no Standard Schema for "poll.vote"'],
    [{ store, schemas: 5 as never }, 'schemas is no object'],
    [undefined as never, 'createCollector was given no options'],
    [null as never, 'createCollector was given something else than an object'],
    [{ store, origins: 'https://shop.example/' }, 'origins has "https://shop.example/"'],
    [{ store, origins: 5 as never }, 'origins is no text, list or function'],
    [{ store, kinds: 'poll.vote' as never }, "kinds is no list, such as ['poll.vote']"],
    [{ store, kinds: ['Poll'] as never }, 'kinds has "Poll", not component.act'],
    [{ store, rateLimit: 5 as never }, 'rateLimit is number, not a function'],
    [{ store, onError: 'log' as never }, 'onError is string, not a function'],
    [{ store, now: 5 as never }, 'now is number, not a function'],
    [{ store, origin: 'x' } as never, 'createCollector has no option "origin"; did you mean origins?'],
    [{ store, maxage: 5 } as never, 'no option "maxage"; did you mean maxAge?'],
    [{ store, onerorr: 5 } as never, 'no option "onerorr"; did you mean onError?'],
    [{ store, url: 'x' } as never, 'no option "url"; it has store, origins, rateLimit,'],
    [{ store, toString: 5 } as never, 'no option "toString"; it has store,'],
  ])('refuses at once what cannot work: %#', (options, problem) => {
    expect(() => createCollector(options)).toThrow(`SY-606`);
    expect(() => createCollector(options)).toThrow(problem);
  });

  it('minds no option that is undefined, known or not', () => {
    expect(() => createCollector({ store, origins: undefined, ...{ origin: undefined } })).not.toThrow();
  });

  it('takes a store of five lines', async () => {
    const lines: string[] = [];
    const collector = createCollector({
      store: {
        async insert(rows) {
          for (const { json } of rows) lines.push(json);
        },
      },
      now: () => noon,
    });
    await collector.handle(post(batchOf([vote])));
    expect(lines).toHaveLength(1);
  });

  it('gives functions that may be passed on alone', async () => {
    const { handle, record, erase, close } = makeCollector().collector;
    expect((await handle(post(batchOf([vote])))).status).toBe(200);
    expect((await record([vote])).duplicates).toBe(1);
    expect(await erase({ sessionId: vote.session.id })).toBe(1);
    await close();
  });

  it('types the kinds by their declaration', () => {
    expectTypeOf<NonNullable<CollectorOptions['kinds']>[number]>().toExtend<string>();
    // @ts-expect-error nobody declared it
    createCollector({ store, kinds: ['poll.veto'] });
  });
});
