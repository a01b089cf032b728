import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEvent, uuid } from 'smallyes/events';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createCollector, eventIdOf, type OrderReport, orderEventOf, recordOrder } from 'smallyes/server';
import { ndjsonWriter } from 'smallyes/server/ndjson';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHandOver, writeHandOver } from '../../src/events/hand-over.ts';
import { orderIdOf } from '../../src/events/order-id.ts';
import { makeCollector as make, post } from './collector.support.ts';

// Events of pages carry the time of this machine.
const noon = Date.now();
const makeCollector = () => make({ now: () => noon });

const granted = { analytics: 'granted', advertising: 'denied', functional: 'granted' } as const;
const at = (ms: number) => uuid(noon - 3_600_000 + ms);

/** A visitor before a payment. */
function visit(consent: object = granted) {
  return {
    attempt: at(0),
    ask: { id: 'checkout', placement: 'page', moment: 'buy' as const },
    session: { id: at(1), n: 2, campaign: { last: { utm_source: 'letter' } } },
    page: { path: '/checkout/payment', viewId: at(2) },
    consent: consent as typeof granted,
    seq: 41,
    visitor: { id: at(3), isNew: false, segments: ['hurdle:trust'] },
    experiments: { 'form-length': 'short' },
  };
}

const order = { order: 'A-1042', value: { amount: 49, currency: 'EUR' }, time: noon };

/** The copy of the page, as `useCommit` and `Checkout` record it. */
function pageCopy(
  { seq: _seq, ...from }: ReturnType<typeof visit>,
  data: object = { order: 'A-1042' },
  phase = 'committed',
) {
  const { ask, attempt, ...context } = from;
  const kind = 'checkout.purchase';
  const id = orderIdOf(attempt, phase as 'committed', kind, (data as { order?: string }).order);
  return createEvent(
    {
      kind,
      phase: phase as 'committed',
      grade: 3,
      ask,
      attempt,
      data,
      value: order.value,
      ...(id && { id }),
    },
    context,
  ).event;
}

const send = (event: unknown) => post(JSON.stringify({ v: 1, sent: noon, events: [event] }));

describe('an order counts once', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'orders-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const open = () => {
    return createCollector({ store: ndjsonWriter({ directory, sync: 'never' }) });
  };
  const lines = async () => {
    const files = (await readdir(directory)).filter((name) => name.endsWith('.ndjson'));
    const texts = await Promise.all(files.map((name) => readFile(path.join(directory, name), 'utf8')));
    return texts
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };

  type Act = (c: ReturnType<typeof open>, from: ReturnType<typeof visit>) => Promise<unknown>;
  const page: Act = async (c, from) => {
    const answer = await (await c.handle(send(pageCopy(from)))).json();
    expect(answer).toMatchObject({ rejected: [] });
  };
  const server: Act = (c, from) => recordOrder(c, { ...order, handOver: writeHandOver(from) });

  it.each<[string, Act[]]>([
    ['the page alone', [page]],
    ['the server alone, since the tab was closed', [server]],
    ['the page first', [page, server]],
    ['the server first', [server, page]],
    ['a payment service that reports three times', [server, server, server]],
    ['all of it, and a page that tries again', [page, server, page, server, server]],
  ])('%s', async (_name, acts) => {
    const from = visit();
    const collector = open();
    for (const act of acts) await act(collector, from);
    await collector.close();
    const kept = await lines();
    expect(kept).toHaveLength(1);
    expect(kept[0].event ?? kept[0]).toMatchObject({
      kind: 'checkout.purchase',
      phase: 'committed',
      attempt: from.attempt,
      session: { id: from.session.id },
      visitor: { id: from.visitor.id },
      value: order.value,
      data: { order: 'A-1042' },
    });
  });

  it('at the same moment, and again after a restart', async () => {
    const from = visit();
    const first = open();
    await Promise.all([page(first, from), server(first, from), server(first, from), page(first, from)]);
    await first.close();
    const second = open();
    expect(await server(second, from)).toMatchObject({ status: 'known', isAttached: true });
    await page(second, from);
    await second.close();
    expect(await lines()).toHaveLength(1);
  });

  it('although each report gives another time, and with no hand-over at all', async () => {
    const { collector, rows } = makeCollector();
    for (const time of [noon, noon - 60_000, noon - 1])
      await recordOrder(collector, { ...order, time, handOver: undefined });
    expect(rows.size).toBe(1);
  });
});

describe('two orders are two', () => {
  it.each([
    ['of one attempt', { order: 'A-1043' }, {}],
    ['of one number, bought and subscribed to', { kind: 'checkout.subscribe' as const }, {}],
    ['of another visitor', {}, { attempt: at(99) }],
  ])('%s', async (_name, other, elsewhere) => {
    const { collector, rows } = makeCollector();
    const from = visit();
    await recordOrder(collector, { ...order, handOver: writeHandOver(from) });
    await recordOrder(collector, { ...order, ...other, handOver: writeHandOver({ ...from, ...elsewhere }) });
    expect(rows.size).toBe(2);
  });

  it('of ten thousand in one attempt none takes the place of another', () => {
    const attempt = at(0);
    const ids = Array.from({ length: 10_000 }, (_, n) =>
      orderIdOf(attempt, 'committed', 'checkout.purchase', `A-${n}`),
    );
    expect(new Set([attempt, ...ids]).size).toBe(10_001);
  });
});

describe('what happens to an order', () => {
  it('is placed, confirmed and withdrawn under one attempt, each once', async () => {
    const { collector, rows } = makeCollector();
    const from = visit();
    const handOver = writeHandOver(from);
    for (const phase of ['committed', 'committed', 'confirmed', 'confirmed', 'withdrawn'] as const)
      await recordOrder(collector, { ...order, phase, handOver });
    expect([...rows.values()].map(({ phase, attempt }) => [phase, attempt])).toEqual([
      ['committed', from.attempt],
      ['confirmed', from.attempt],
      ['withdrawn', from.attempt],
    ]);
  });

  it('has the plan of a subscription, and is a valid event', async () => {
    const { event } = await orderEventOf({
      ...order,
      kind: 'checkout.subscribe',
      plan: 'team-yearly',
      handOver: writeHandOver(visit()),
    });
    expect(event).toMatchObject({ grade: 3, data: { plan: 'team-yearly', order: 'A-1042' } });
    expect(commitmentEventSchema.parse(event)).toEqual(event);
  });

  it('is told when the store fails, so that the payment service reports again', async () => {
    const { collector, store } = makeCollector();
    store.insert = () => Promise.reject(new Error('disk full'));
    await expect(recordOrder(collector, order)).rejects.toThrow('disk full');
  });
});

describe('consent goes along', () => {
  const denied = { analytics: 'denied', advertising: 'denied', functional: 'denied' };

  it('a refusal keeps the order out, until you say otherwise for this call', async () => {
    const { collector, rows } = makeCollector();
    const handOver = writeHandOver(visit(denied));
    expect(await recordOrder(collector, { ...order, handOver })).toMatchObject({
      status: 'refused',
      reason: 'consent',
    });
    expect(rows.size).toBe(0);
    const kept = await recordOrder(collector, { ...order, handOver }, { consent: 'any' });
    expect(kept.status).toBe('recorded');
  });

  it('an order without a hand-over claims none', async () => {
    const { event, isAttached } = await orderEventOf(order);
    expect(isAttached).toBe(false);
    expect(event.consent).toEqual({ analytics: 'unknown', advertising: 'unknown', functional: 'unknown' });
    expect(event).not.toHaveProperty('visitor');
    expect(commitmentEventSchema.parse(event)).toEqual(event);
  });
});

describe('a hand-over', () => {
  it('is small, and comes back as it was', () => {
    const text = writeHandOver(visit());
    expect(text.length).toBeLessThanOrEqual(500);
    expect(readHandOver(text)).toMatchObject({ attempt: expect.any(String), seq: 41, consent: granted });
  });

  it('keeps to 500 characters whatever is in it, and leaves out the least telling first', async () => {
    const long = visit();
    const text = writeHandOver({
      ...long,
      ask: { id: '"é'.repeat(64), placement: 'p'.repeat(128), moment: 'buy' },
      page: { path: `/${'x'.repeat(499)}`, viewId: at(2) },
      visitor: { ...long.visitor, segments: Array.from({ length: 20 }, () => 's'.repeat(60)) },
      session: { ...long.session, campaign: { first: { utm_source: 'c'.repeat(100) }, last: {} } },
      experiments: { e: 'v'.repeat(120) },
    });
    expect(text.length).toBeLessThanOrEqual(500);
    const { event, isAttached } = await orderEventOf({ ...order, handOver: text });
    expect(isAttached).toBe(true);
    expect(event.ask.id).toBe('"é'.repeat(64));
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['empty', ''],
    ['no JSON', '{"v":1'],
    ['a list', '[1,2]'],
    ['null as JSON', 'null'],
    ['another version', JSON.stringify({ ...visit(), v: 2 })],
    ['too long', JSON.stringify({ v: 1, ...visit(), more: 'x'.repeat(500) })],
    ['an attempt that is none', writeHandOver({ ...visit(), attempt: 'me' })],
    ['a session that is none', writeHandOver({ ...visit(), session: { id: 'me', n: 1 } })],
    ['a place of 0', writeHandOver({ ...visit(), seq: 0 })],
    ['a consent made up', writeHandOver(visit({ analytics: 'yes' }))],
    ['a number', 7],
  ])('that is %s costs no order its place', async (_name, handOver) => {
    const { collector, rows } = makeCollector();
    const outcome = await recordOrder(collector, { ...order, handOver: handOver as string });
    expect(outcome).toMatchObject({ status: 'recorded', isAttached: false });
    expect(rows.size).toBe(1);
  });

  it('can neither name the order nor its worth', async () => {
    const text = JSON.stringify({
      ...JSON.parse(writeHandOver(visit())),
      value: { amount: 1e6, currency: 'EUR' },
      data: { order: 'mine' },
      kind: 'poll.vote',
      id: at(5),
    }).slice(0, 499);
    const { event } = await orderEventOf({ ...order, handOver: text });
    expect(event).toMatchObject({ kind: 'checkout.purchase', value: order.value, data: { order: 'A-1042' } });
  });

  it('tells nobody who has not got it what the id will be', async () => {
    const { event } = await orderEventOf({ ...order, handOver: writeHandOver(visit()) });
    const alone = await orderEventOf(order);
    expect(event.id).not.toBe(alone.event.id);
    expect(event.id).not.toBe(await eventIdOf('A-1042', noon));
  });
});

it.each<[string, Partial<OrderReport>]>([
  ['no order', { order: '' }],
  ['an endless order', { order: 'x'.repeat(201) }],
  ['a number for an order', { order: 1042 as never }],
  ['a time in seconds', { time: Math.floor(noon / 1_000) }],
  ['no time', { time: Number.NaN }],
  ['cents as text', { value: { amount: '4900' as never, currency: 'EUR' } }],
  ['a currency that is none', { value: { amount: 49, currency: 'euro' } }],
  ['another kind', { kind: 'poll.vote' as never }],
  ['a phase that orders have not', { phase: 'failed' as never }],
  ['an ask without a name', { ask: '' }],
])('refuses %s by SY-617', async (_name, wrong) => {
  await expect(orderEventOf({ ...order, ...wrong })).rejects.toThrow('SY-617');
});
