import { createEvent, type EventContext, type EventDraft, safeData } from 'smallyes/events';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';

const { ask, attempt, session, page, consent, visitor } = commitmentFixture('poll.vote');
const context: EventContext = { session, page, consent };
const draft: EventDraft<'poll.vote'> = {
  kind: 'poll.vote',
  phase: 'committed',
  grade: 1,
  ask,
  attempt,
  data: { choice: 'Trust' },
};
const make = (change: Partial<EventDraft<'poll.vote'>> = {}, more: Partial<EventContext> = {}) =>
  createEvent({ ...draft, ...change }, { ...context, ...more }).event;

describe('createEvent', () => {
  it('makes a valid event with id, time and place', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 5, 1) });
    try {
      const event = make();
      expect(commitmentEventSchema.parse(event)).toEqual(event);
      expect(event.time).toBe(Date.UTC(2026, 5, 1));
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives strictly rising places and ids, across two copies of the kit', async () => {
    vi.resetModules();
    const other: typeof import('smallyes/events') = await import('smallyes/events');
    expect(other.createEvent).not.toBe(createEvent);
    const events = [
      make(),
      other.createEvent(draft, context).event,
      make(),
      other.createEvent(draft, context).event,
    ];
    const first = events[0]!.seq;
    expect(events.map(({ seq }) => seq)).toEqual([first, first + 1, first + 2, first + 3]);
    const ids = events.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('is frozen, and shares nothing with what was handed in', () => {
    const data = { choice: 'a', nested: { list: ['x'] } };
    const exchange = { give: ['email'], get: ['guide'] };
    const value = { amount: 3, currency: 'EUR' };
    const own = { id: 'mine' };
    const event = make({ data, exchange, value, ask: own });
    data.choice = 'b';
    data.nested.list.push('y');
    exchange.give.push('phone');
    value.amount = 4;
    own.id = 'theirs';
    expect(event).toMatchObject({
      data: { choice: 'a' },
      exchange: { give: ['email'] },
      value: { amount: 3 },
      ask: { id: 'mine' },
    });
    const thaw = (part: unknown): unknown[] =>
      typeof part !== 'object' || part === null
        ? []
        : [...(Object.isFrozen(part) ? [] : [part]), ...Object.values(part).flatMap(thaw)];
    expect(thaw(event)).toEqual([]);
  });

  it.each([
    { amount: Number.NaN, currency: 'EUR' },
    { amount: Number.POSITIVE_INFINITY, currency: 'EUR' },
    { amount: 3, currency: 'eur' },
    { amount: 3, currency: '€' },
    { amount: 3, currency: '' },
  ])('leaves out the value $amount $currency', (value) => {
    expect(make({ value })).not.toHaveProperty('value');
  });

  it('keeps a value of nothing', () => {
    expect(make({ value: { amount: 0, currency: 'JPY' } }).value).toEqual({ amount: 0, currency: 'JPY' });
  });

  it('bounds the exchange', () => {
    const { exchange } = make({ exchange: { give: Array(200).fill('x'), get: ['y'.repeat(2_000)] } });
    expect(exchange).toEqual({ give: Array(100).fill('x'), get: ['y'.repeat(1_000)] });
  });

  it('carries the visitor, ladder and experiments only when there are some', () => {
    const bare = make();
    for (const field of ['visitor', 'ladder', 'experiments', 'exchange', 'value'])
      expect(bare).not.toHaveProperty(field);
    const ladder = { id: 'l', rung: 1, of: 2 };
    const event = make({}, { visitor, ladder, experiments: { headline: 'b' } });
    expect(event).toMatchObject({ visitor, ladder, experiments: { headline: 'b' } });
  });

  it('says what the payload lost', () => {
    const { event, lost } = createEvent({ ...draft, data: { choice: 'a', act: () => {} } }, context);
    expect(event.data).toEqual({ choice: 'a' });
    expect(lost).toEqual(['act']);
    expect(lost).toEqual(safeData({ choice: 'a', act: () => {} }).lost);
  });

  it('takes no data for empty data', () => {
    expect(make({ data: undefined }).data).toEqual({});
  });
});
