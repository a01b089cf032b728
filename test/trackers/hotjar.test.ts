// @vitest-environment jsdom
import hotjarModule from '@hotjar/browser';
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type HotjarOptions, hotjar } from 'smallyes/trackers/hotjar';
import { describe, expect, it } from 'vitest';
import { everyCommitment, kinds } from './queue-events.ts';
import { commandStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { hotjarProblems } from './vendor-limits.ts';

const hj = () => commandStub('hj');
const sent = (event: CommitmentEvent, options?: HotjarOptions) =>
  sentBy(hj(), hotjar(undefined, options), [event]);

describeQueueAdapter({
  make: (options) => hotjar(undefined, options),
  stub: hj,
  name: 'hotjar',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: hotjarProblems,
  hasId: false,
});

describe('the events of Hotjar', () => {
  it.each(kinds)('%s', (kind) => {
    expect(sent(commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent)).toEqual([
      ['event', kind.replace('.', '_')],
    ]);
  });

  it('follow the developer', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': ({ ask }) => `vote-${ask.id}` } })).toEqual([
      ['event', 'vote-biggest-hurdle'],
    ]);
    expect(sent(vote, { events: { 'poll.vote': false } })).toEqual([]);
    // @ts-expect-error: Hotjar takes no properties
    expect(sent(vote, { events: { 'poll.vote': { name: 'vote', properties: {} } } })).toHaveLength(1);
  });

  it.each(['Vote cast!', 'v'.repeat(251), ''])('of the name "%s" are not sent, and reported', (name) => {
    const queue = hj();
    install(queue);
    const { tracker, codes } = connected(hotjar(undefined, { events: { 'poll.vote': name } }));
    tracker.track(commitmentFixture('poll.vote'));
    expect(queue.calls).toEqual([]);
    expect(codes()).toEqual(['SY-1004']);
  });
});

it('identify hands over the id and plain traits', () => {
  const queue = hj();
  install(queue);
  const traits = {
    plan: 'pro',
    seats: 3,
    isNew: false,
    nested: { a: 1 },
    none: null,
    missing: undefined,
    call: () => 1,
  };
  connected(hotjar()).tracker.identify?.({ userId: 'user-7', traits });
  expect(queue.calls).toEqual([['identify', 'user-7', { plan: 'pro', seats: 3, isNew: false }]]);
});

describe('the module @hotjar/browser', () => {
  it('does the same as the global', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sentBy(hj(), hotjar(hotjarModule), [vote])).toEqual(sent(vote));
  });

  it('is told from what is not it', () => {
    // @ts-expect-error: no such methods
    expect(hotjar({ track: () => undefined }).name).toBe('hotjar');
  });
});
