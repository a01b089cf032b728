import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type KlaviyoOptions, klaviyo } from 'smallyes/trackers/klaviyo';
import { describe, expect, it, vi } from 'vitest';
import { agreed, everyCommitment, kinds, toldOf, worthless } from './queue-events.ts';
import { arrayStub, install, klaviyoStub } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { klaviyoProblems } from './vendor-limits.ts';

const sent = (event: CommitmentEvent, options?: KlaviyoOptions) =>
  sentBy(klaviyoStub(), klaviyo(options), [event]);

describeQueueAdapter({
  make: (options) => klaviyo(options),
  stub: klaviyoStub,
  name: 'klaviyo',
  purpose: 'advertising',
  takes: everyCommitment,
  problems: klaviyoProblems,
});

describe('the metrics of Klaviyo', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    expect(sent(event)).toEqual([
      [
        'track',
        kind,
        { ...toldOf(event), $event_id: event.id, ...(event.value && { $value: event.value.amount }) },
      ],
    ]);
  });

  it('are fewer than the 200 of an account, unless the developer asks for all phases', () => {
    const events = kinds.flatMap((kind) => [
      commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent,
      commitmentFixture(kind, { phase: 'confirmed' as 'seen' }) as unknown as CommitmentEvent,
    ]);
    const names = new Set(sentBy(klaviyoStub(), klaviyo(), events).map(([, name]) => name));
    expect(names.size).toBe(74);
  });

  it('go into a plain array as well, before the script is there', () => {
    expect(sentBy(arrayStub('klaviyo'), klaviyo(), [commitmentFixture('poll.vote')])).toMatchObject([
      ['track', 'poll.vote', { choice: 'Trust' }],
    ]);
  });

  it('have no value without worth', () => {
    expect(sent(worthless('checkout.purchase'))[0]?.[2]).not.toHaveProperty('$value');
  });

  it('follow the developer', () => {
    const purchase = commitmentFixture('checkout.purchase');
    expect(sent(purchase, { events: { 'checkout.purchase': 'Placed Order' } })[0]?.[1]).toBe('Placed Order');
    expect(sent(purchase, { events: { 'checkout.purchase': false } })).toEqual([]);
    const mapped = { name: 'Placed Order', properties: { Items: [{ ProductID: 'a' }] } };
    expect(sent(purchase, { events: { 'checkout.purchase': mapped } })[0]?.[2]).toMatchObject(
      mapped.properties,
    );
  });

  it('have the id and the worth that the developer gives, such as the number that the server sends too', () => {
    const properties = { $event_id: 'A-1042', $value: 40 };
    const events = { 'checkout.purchase': { name: 'Placed Order', properties } };
    expect(sent(commitmentFixture('checkout.purchase'), { events })[0]?.[2]).toMatchObject(properties);
  });

  it('have neither from the data of an event', () => {
    const event = commitmentFixture('poll.vote', {
      data: { choice: 'a', $event_id: 'x', $value: 9 } as never,
    });
    const [call] = sent(event);
    expect(call?.[2]).toMatchObject({ $event_id: event.id, data_$event_id: 'x', data_$value: 9 });
    expect(call?.[2]).not.toHaveProperty('$value');
  });

  it('that Klaviyo rejects are reported', async () => {
    vi.stubGlobal('klaviyo', { push: () => Promise.reject(new Error('blocked')) });
    const { tracker, codes } = connected(klaviyo());
    tracker.track(agreed(commitmentFixture('poll.vote')));
    await Promise.resolve();
    await Promise.resolve();
    expect(codes()).toEqual(['Error: blocked']);
  });
});

it('identify hands over the id and all traits', () => {
  const queue = klaviyoStub();
  install(queue);
  connected(klaviyo()).tracker.identify?.({
    userId: 'user-7',
    traits: { email: 'ada@example.com', external_id: 'x' },
  });
  expect(queue.calls).toEqual([['identify', { email: 'ada@example.com', external_id: 'user-7' }]]);
});
