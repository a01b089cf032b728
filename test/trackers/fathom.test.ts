import * as fathomClient from 'fathom-client';
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type FathomOptions, fathom } from 'smallyes/trackers/fathom';
import { describe, expect, it } from 'vitest';
import { everyCommitment, kinds } from './queue-events.ts';
import { install, methodStub } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { fathomProblems } from './vendor-limits.ts';

const stub = () => methodStub('fathom', 'trackEvent');
const sent = (event: CommitmentEvent, options?: FathomOptions) =>
  sentBy(stub(), fathom(undefined, options), [event]);

describeQueueAdapter({
  make: (options) => fathom(undefined, options),
  stub,
  name: 'fathom',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: fathomProblems,
  hasId: false,
  canIdentify: false,
});

describe('the events of Fathom', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    expect(sent(event)).toEqual([['trackEvent', kind, event.value && { _value: event.value.amount * 100 }]]);
  });

  it.each([
    [19.99, 'EUR', 1_999],
    [0.1 + 0.2, 'USD', 30],
    [1_200, 'JPY', 1_200],
    [5_000, 'KRW', 5_000],
    [1.234, 'KWD', 1_234],
    [0, 'EUR', 0],
  ])('are worth %d %s as %d of its smallest unit', (amount, currency, _value) => {
    const event = commitmentFixture('checkout.purchase', { value: { amount, currency } });
    expect(sent(event)).toEqual([['trackEvent', 'checkout.purchase', { _value }]]);
  });

  it('follow the developer', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': ({ ask }) => `Vote: ${ask.id}` } })).toEqual([
      ['trackEvent', 'Vote: biggest-hurdle', undefined],
    ]);
    expect(sent(vote, { events: { 'poll.vote': false } })).toEqual([]);
    // @ts-expect-error: Fathom takes no properties
    expect(sent(vote, { events: { 'poll.vote': { name: 'Vote', properties: {} } } })).toHaveLength(1);
  });
});

describe('the module fathom-client', () => {
  it('is taken as it is, and keeps what comes before its script', () => {
    const queue = stub();
    const target = globalThis as { window?: unknown; __fathomClientQueue?: { eventName?: string }[] };
    target.window = globalThis;
    const { tracker, report } = connected(fathom(fathomClient));
    tracker.track(commitmentFixture('poll.vote'));
    expect(target.__fathomClientQueue).toEqual([
      { type: 'trackEvent', eventName: 'poll.vote', opts: undefined },
    ]);
    install(queue);
    tracker.track(commitmentFixture('checkout.purchase'));
    expect(queue.calls).toEqual([['trackEvent', 'checkout.purchase', { _value: 4_900 }]]);
    expect(report).not.toHaveBeenCalled();
    delete target.window;
    delete target.__fathomClientQueue;
  });

  it('is told from what is not it', () => {
    // @ts-expect-error: no such method
    expect(fathom({ track: () => undefined }).name).toBe('fathom');
  });
});
