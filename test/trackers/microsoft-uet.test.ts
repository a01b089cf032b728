import type { CatalogueKind, CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type MicrosoftUetOptions, microsoftUet } from 'smallyes/trackers/microsoft-uet';
import { describe, expect, it } from 'vitest';
import { everyCommitment, kinds, worthless } from './queue-events.ts';
import { install, uetStub } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { uetProblems } from './vendor-limits.ts';

const sent = (event: CommitmentEvent, options?: MicrosoftUetOptions) =>
  sentBy(uetStub(), microsoftUet(options), [event]);
const worth = { revenue_value: 49, currency: 'EUR' };
const expected: { readonly [K in CatalogueKind]?: readonly [name: string, params?: object] } = {
  'newsletter-form.subscribe': ['sign_up'],
  'account-form.create': ['sign_up'],
  'lead-gate.unlock': ['generate_lead'],
  'contact-dialog.submit': ['generate_lead'],
  'step-form.submit': ['generate_lead'],
  'callback-request.request': ['generate_lead'],
  'add-to-cart-button.add': ['add_to_cart', worth],
  'checkout.step': ['begin_checkout'],
  'checkout.subscribe': ['subscribe', { revenue_value: 468, currency: 'EUR', transaction_id: 'S-7' }],
  'checkout.purchase': ['purchase', { ...worth, transaction_id: 'A-1042' }],
};

describeQueueAdapter({
  make: (options) => microsoftUet(options as object),
  stub: uetStub,
  name: 'microsoft-uet',
  purpose: 'advertising',
  takes: everyCommitment.filter(({ kind }) => expected[kind as CatalogueKind]),
  problems: uetProblems,
  hasPhases: false,
});

describe("the events of Microsoft's tag", () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    const rule = expected[kind];
    const about = { event_category: kind, event_label: event.ask.id, event_id: event.id };
    expect(sent(event)).toEqual(rule ? [['event', rule[0], { ...about, ...rule[1] }]] : []);
  });

  it('follow the developer, who may name any kind', () => {
    const vote = commitmentFixture('poll.vote');
    const events = { 'poll.vote': { name: 'vote', properties: { event_value: 3 } } };
    expect(sent(vote, { events })).toMatchObject([['event', 'vote', { event_value: 3, event_id: vote.id }]]);
    const unlock = commitmentFixture('lead-gate.unlock');
    expect(sent(unlock, { events: { 'lead-gate.unlock': false } })).toEqual([]);
    expect(sent(commitmentFixture('lead-gate.unlock', { data: { key: 'poll.vote' } }))).toEqual([]);
  });

  it('without worth have no revenue', () => {
    expect(sent(worthless('checkout.purchase'))[0]?.[2]).not.toHaveProperty('revenue_value');
  });

  it("have the worth and the id that the developer gives, under the tag's own names too", () => {
    const properties = { revenue_value: 20, currency: 'EUR', event_id: 'A-1042' };
    const events = { 'lead-gate.unlock': { name: 'generate_lead', properties } };
    expect(sent(worthless('lead-gate.unlock'), { events })[0]?.[2]).toMatchObject(properties);
    const bought = { 'checkout.purchase': { name: 'purchase', properties } };
    expect(sent(commitmentFixture('checkout.purchase'), { events: bought })[0]?.[2]).toMatchObject(
      properties,
    );
  });

  it('go to a queue of another name', () => {
    expect(
      sentBy(uetStub('bingQueue'), microsoftUet({ queue: 'bingQueue' }), [
        commitmentFixture('lead-gate.unlock'),
      ]),
    ).toHaveLength(1);
  });
});

it('identify hands over hashes alone', () => {
  const queue = uetStub();
  install(queue);
  const hash = 'd'.repeat(64);
  const { tracker } = connected(microsoftUet());
  tracker.identify?.({ userId: 'user-7', traits: { email: 'ada@example.com' } });
  expect(queue.calls).toEqual([]);
  tracker.identify?.({ userId: 'user-7', traits: { sha256_email_address: hash } });
  expect(queue.calls).toEqual([['set', { pid: { em: hash } }]]);
});
