// @vitest-environment jsdom
import clarityModule from '@microsoft/clarity';
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type ClarityOptions, clarity } from 'smallyes/trackers/clarity';
import { describe, expect, it } from 'vitest';
import { everyCommitment, kinds } from './queue-events.ts';
import { commandStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { clarityProblems } from './vendor-limits.ts';

const stub = () => commandStub('clarity');
const sent = (events: readonly CommitmentEvent[], options?: ClarityOptions) =>
  sentBy(stub(), clarity(undefined, options), events);

describeQueueAdapter({
  make: (options) =>
    clarity(undefined, { tags: ['ask_id', 'ask_placement', 'long', 'segments'], ...options }),
  stub,
  name: 'clarity',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: clarityProblems,
  hasId: false,
});

describe('the events of Clarity', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    expect(sent([event])).toEqual([
      ['set', 'ask_id', event.ask.id],
      ['set', 'ask_placement', 'article'],
      ['set', 'grade', String(event.grade)],
      ['event', kind],
    ]);
  });

  it('tag a page view once with each value', () => {
    const vote = commitmentFixture('poll.vote');
    const again = { ...vote, page: { ...vote.page, viewId: 'next' } };
    const tags = ['choice'];
    expect(sent([vote, vote, again], { tags })).toEqual([
      ['set', 'choice', 'Trust'],
      ['event', 'poll.vote'],
      ['event', 'poll.vote'],
      ['set', 'choice', 'Trust'],
      ['event', 'poll.vote'],
    ]);
  });

  it('stop tagging where Clarity stops, go on, and say so', () => {
    const queue = stub();
    install(queue);
    const { tracker, codes } = connected(clarity(undefined, { tags: ['event_id'] }));
    for (let seq = 1; seq <= 140; seq++) tracker.track(commitmentFixture('poll.vote', { seq }));
    expect(queue.calls.filter(([command]) => command === 'set')).toHaveLength(128);
    expect(queue.calls.filter(([command]) => command === 'event')).toHaveLength(140);
    expect(codes()).toEqual(['SY-1003']);
  });

  it('follow the developer', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent([vote], { events: { 'poll.vote': 'Vote' }, tags: [] })).toEqual([['event', 'Vote']]);
    expect(sent([vote], { events: { 'poll.vote': false } })).toEqual([]);
    const mapped = { name: 'Vote', properties: { topics: ['a', 'b'], isNew: true } };
    expect(sent([vote], { events: { 'poll.vote': () => mapped }, tags: [] })).toEqual([
      ['set', 'topics', 'a,b'],
      ['set', 'isNew', 'true'],
      ['event', 'Vote'],
    ]);
  });

  it('of a name that is too long are not sent, and reported', () => {
    const queue = stub();
    install(queue);
    const { tracker, codes } = connected(clarity(undefined, { events: { 'poll.vote': 'v'.repeat(256) } }));
    tracker.track(commitmentFixture('poll.vote'));
    expect(queue.calls).toEqual([]);
    expect(codes()).toEqual(['SY-1004']);
  });
});

it('identify hands over the user id alone', () => {
  const queue = stub();
  install(queue);
  connected(clarity()).tracker.identify?.({ userId: 'user-7', traits: { email: 'ada@example.com' } });
  expect(queue.calls).toEqual([['identify', 'user-7']]);
});

describe('the module @microsoft/clarity', () => {
  it('does the same as the global', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sentBy(stub(), clarity(clarityModule), [vote])).toEqual(sent([vote]));
  });

  it('is told from what is not it', () => {
    // @ts-expect-error: no such methods
    expect(clarity({ track: () => undefined }).name).toBe('clarity');
  });
});
