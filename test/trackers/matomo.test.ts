import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type MatomoOptions, matomo } from 'smallyes/trackers/matomo';
import { describe, expect, it } from 'vitest';
import { everyCommitment, kinds, worthless } from './queue-events.ts';
import { arrayStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { matomoProblems } from './vendor-limits.ts';

const paq = () => arrayStub('_paq');
const sent = (event: CommitmentEvent, options?: MatomoOptions) => sentBy(paq(), matomo(options), [event]);

describeQueueAdapter({
  make: (options) =>
    matomo({ dimensions: { event_id: 1, long: 2, ask_placement: 3, page_path: 4 }, ...options }),
  stub: paq,
  name: 'matomo',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: matomoProblems,
});

describe('the events of Matomo', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    const [component, act] = kind.split('.');
    expect(sent(event)).toEqual([['trackEvent', component, act, event.ask.id, event.value?.amount, {}]]);
  });

  it('of other phases carry the phase in the action', () => {
    const event = commitmentFixture('lead-gate.unlock', { phase: 'failed' });
    expect(sent(event, { phases: 'all' })[0]?.slice(0, 4)).toEqual([
      'trackEvent',
      'lead-gate',
      'unlock failed',
      'checklist',
    ]);
  });

  it('fill the dimensions that the site has, and no others', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { dimensions: { choice: 1, event_id: 2, seq: 3, missing: 4 } })[0]?.[5]).toEqual({
      dimension1: 'Trust',
      dimension2: vote.id,
      dimension3: vote.seq,
    });
  });

  it('reach goals too, with their worth', () => {
    const goals: MatomoOptions['goals'] = {
      'checkout.purchase': 3,
      'poll.vote': ({ data }) => (data.choice === 'Price' ? 4 : undefined),
    };
    expect(sent(commitmentFixture('checkout.purchase'), { goals })).toMatchObject([
      ['trackEvent', 'checkout', 'purchase', 'checkout', 49, {}],
      ['trackGoal', 3, 49, {}],
    ]);
    expect(sent(worthless('checkout.purchase'), { goals })[1]).toEqual(['trackGoal', 3, undefined, {}]);
    expect(sent(commitmentFixture('poll.vote'), { goals })).toHaveLength(1);
    expect(sent(commitmentFixture('poll.vote', { data: { choice: 'Price' } }), { goals })[1]?.[1]).toBe(4);
    const confirmed = commitmentFixture('checkout.purchase', { phase: 'confirmed' });
    expect(sent(confirmed, { goals })).toHaveLength(1);
  });

  it('leave out worth in another currency than the site has', () => {
    const purchase = commitmentFixture('checkout.purchase');
    expect(sent(purchase, { currency: 'USD' })[0]?.[4]).toBeUndefined();
    expect(sent(purchase, { currency: 'EUR' })[0]?.[4]).toBe(49);
  });

  it('follow the developer', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': 'Voted' } })[0]?.[2]).toBe('Voted');
    expect(sent(vote, { events: { 'poll.vote': false }, goals: { 'poll.vote': 1 } })).toEqual([]);
    const mapped = { name: 'Voted', properties: { choice: 'hidden' } };
    expect(sent(vote, { events: { 'poll.vote': () => mapped }, dimensions: { choice: 1 } })[0]?.[5]).toEqual({
      dimension1: 'hidden',
    });
  });

  it('cut what Matomo would cut, and say so', () => {
    const queue = paq();
    install(queue);
    const { tracker, codes } = connected(matomo({ dimensions: { choice: 1 } }));
    tracker.track(commitmentFixture('poll.vote', { data: { choice: '😀'.repeat(200) } }));
    expect(matomoProblems(queue.calls)).toEqual([]);
    expect(JSON.stringify(queue.calls)).not.toMatch(/\\ud83d(?!\\ude00)/);
    expect(codes()).toEqual(['SY-1003']);
  });
});

it('identify sets the user id', () => {
  const queue = paq();
  install(queue);
  connected(matomo()).tracker.identify?.({ userId: 'user-7', traits: { email: 'ada@example.com' } });
  expect(queue.calls).toEqual([['setUserId', 'user-7']]);
});
