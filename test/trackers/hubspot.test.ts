import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type HubspotOptions, hubspot } from 'smallyes/trackers/hubspot';
import { describe, expect, it } from 'vitest';
import { agreed, everyCommitment, everyMaximum, kinds, toldOf } from './queue-events.ts';
import { arrayStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { hubspotProblems } from './vendor-limits.ts';

const hsq = () => arrayStub('_hsq');
const sent = (event: CommitmentEvent, options?: HubspotOptions) => sentBy(hsq(), hubspot(options), [event]);

describeQueueAdapter({
  make: (options) => hubspot(options),
  stub: hsq,
  name: 'hubspot',
  purpose: 'advertising',
  takes: everyCommitment,
  problems: hubspotProblems,
});

describe('the events of HubSpot', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    expect(sent(event)).toEqual([
      ['trackCustomBehavioralEvent', { name: kind.replace(/[.-]/g, '_'), properties: toldOf(event, true) }],
    ]);
  });

  it('have the internal names of an account', () => {
    expect(sent(commitmentFixture('poll.vote'), { hubId: 123 })[0]?.[1]).toMatchObject({
      name: 'pe123_poll_vote',
    });
    const events = { 'poll.vote': 'pe123_my_vote' };
    expect(sent(commitmentFixture('poll.vote'), { hubId: 123, events })[0]?.[1]).toMatchObject({
      name: 'pe123_my_vote',
    });
  });

  it('follow the developer', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': false } })).toEqual([]);
    const mapped = { name: 'voted', properties: { stage: 'mid', seq: undefined } };
    const [call] = sent(vote, { events: { 'poll.vote': () => mapped } });
    expect(call?.[1]).toMatchObject({ name: 'voted', properties: { stage: 'mid', choice: 'Trust' } });
    expect((call as [string, { properties: object }])[1].properties).not.toHaveProperty('seq');
  });

  it('say what of an event HubSpot would refuse', () => {
    const queue = hsq();
    install(queue);
    const { tracker, texts } = connected(hubspot());
    tracker.track(agreed(everyMaximum[0]!));
    expect(hubspotProblems(queue.calls)).toEqual([]);
    expect(texts()).toEqual([expect.stringMatching(/SY-1003 .*answers_größe/)]);
  });

  it('have names of properties with what HubSpot takes: experiments and fields usually have hyphens', () => {
    const event = commitmentFixture('step-form.submit', {
      experiments: { 'form-length': 'short' },
      data: { answers: { 'team-size': '11 to 50' } },
    });
    expect(sent(event)[0]?.[1]).toMatchObject({
      properties: { experiment_form_length: 'short', answers_team_size: '11 to 50' },
    });
  });
});

it('identify hands over the id and all traits', () => {
  const queue = hsq();
  install(queue);
  connected(hubspot()).tracker.identify?.({
    userId: 'user-7',
    traits: { email: 'ada@example.com', id: 'forged' },
  });
  expect(queue.calls).toEqual([['identify', { email: 'ada@example.com', id: 'user-7' }]]);
});
