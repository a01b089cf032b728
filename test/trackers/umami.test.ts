/// <reference types="umami-browser" />
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type UmamiClient, type UmamiOptions, umami } from 'smallyes/trackers/umami';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { everyCommitment, kinds, toldOf } from './queue-events.ts';
import { install, methodStub } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { umamiProblems } from './vendor-limits.ts';

const stub = () => methodStub('umami', 'track', 'identify');
const sent = (event: CommitmentEvent, options?: UmamiOptions) => sentBy(stub(), umami(options), [event]);

describeQueueAdapter({
  make: (options) => umami(options),
  stub,
  name: 'umami',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: umamiProblems,
});

describe('the events of Umami', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    expect(sent(event)).toEqual([['track', kind, toldOf(event, true)]]);
  });

  it('follow the developer', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': 'Vote' } })[0]?.[1]).toBe('Vote');
    expect(sent(vote, { events: { 'poll.vote': false } })).toEqual([]);
    const mapped = { name: 'Vote', properties: { topic: 'shop', choice: undefined } };
    const [call] = sent(vote, { events: { 'poll.vote': () => mapped } });
    expect(call?.[2]).toMatchObject({ topic: 'shop' });
    expect(call?.[2]).not.toHaveProperty('choice');
  });

  it('of a name that Umami would cut are not sent, and reported', () => {
    const queue = stub();
    install(queue);
    const { tracker, codes } = connected(umami({ events: { 'poll.vote': 'v'.repeat(51) } }));
    tracker.track(commitmentFixture('poll.vote'));
    expect(queue.calls).toEqual([]);
    expect(codes()).toEqual(['SY-1004']);
  });

  it('that Umami rejects are reported', async () => {
    vi.stubGlobal('umami', { track: () => Promise.reject(new Error('offline')) });
    const { tracker, codes } = connected(umami());
    tracker.track(commitmentFixture('poll.vote'));
    await Promise.resolve();
    await Promise.resolve();
    expect(codes()).toEqual(['Error: offline']);
  });
});

it('identify hands over the user id alone', () => {
  const queue = stub();
  install(queue);
  connected(umami()).tracker.identify?.({ userId: 'user-7', traits: { email: 'ada@example.com' } });
  expect(queue.calls).toEqual([['identify', 'user-7']]);
});

it("takes Umami's own object", () => {
  expectTypeOf<umami.umami>().toExtend<UmamiClient>();
  expectTypeOf<{ track(count: number): void }>().not.toExtend<UmamiClient>();
});
