import type { CatalogueKind, CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { googleTagManager } from 'smallyes/trackers/google-tag-manager';
import { describe, expect, it } from 'vitest';
import { everyCommitment, kinds, toldOf } from './queue-events.ts';
import { arrayStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { gtmProblems } from './vendor-limits.ts';

const layer = () => arrayStub('dataLayer');
const reset = { ecommerce: null, smallyes: null };
const sent = (event: CommitmentEvent, ...options: Parameters<typeof googleTagManager>) =>
  sentBy(layer(), googleTagManager(...options), [event]) as unknown as Record<string, unknown>[];

describeQueueAdapter({
  make: (options) => googleTagManager(options),
  stub: layer,
  name: 'google-tag-manager',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: gtmProblems,
});

const items = [{ item_id: 'grinder-x1', quantity: 1 }];
const worth = { value: 49, currency: 'EUR' };
const special: {
  readonly [K in CatalogueKind]?: readonly [name: string, more?: object, ecommerce?: object];
} = {
  'share-button.share': ['share', { content_type: 'page', item_id: 'share-article-42' }],
  'search-box.search': ['search', { search_term: '(redacted)' }],
  'offer-filter.filter': ['search', { search_term: 'price' }],
  'product-view.view': ['view_item', {}, { items }],
  'newsletter-form.subscribe': ['sign_up', { method: 'newsletter' }],
  'lead-gate.unlock': ['generate_lead', { lead_source: 'checklist' }],
  'account-form.create': ['sign_up', { method: 'account' }],
  'add-to-cart-button.add': ['add_to_cart', {}, { items, ...worth }],
  'checkout.step': ['begin_checkout'],
  'contact-dialog.submit': ['generate_lead', { lead_source: 'talk' }],
  'step-form.submit': ['generate_lead', { lead_source: 'quote' }],
  'callback-request.request': ['generate_lead', { lead_source: 'call-me' }],
  'checkout.purchase': ['purchase', {}, { transaction_id: 'A-1042', ...worth }],
};

describe('the messages to the container', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    const [name, more, ecommerce] = special[kind] ?? [kind.replace(/\W/g, '_')];
    expect(sent(event)).toEqual([
      reset,
      { event: name, smallyes: { ...toldOf(event), ...more }, ...(ecommerce && { ecommerce }) },
    ]);
  });

  it('leave nothing behind in a model that merges what it gets', () => {
    const model: Record<string, unknown> = { page_type: 'article' };
    const calls = sentBy(layer(), googleTagManager(), [
      commitmentFixture('checkout.purchase'),
      commitmentFixture('poll.vote'),
    ]) as unknown as Record<string, unknown>[];
    for (const message of calls)
      for (const [key, value] of Object.entries(message)) {
        const before = model[key];
        model[key] = value && before && typeof value === 'object' ? { ...before, ...value } : value;
      }
    expect(model['ecommerce']).toBeNull();
    expect(model['smallyes']).toEqual(toldOf(commitmentFixture('poll.vote') as CommitmentEvent));
    expect(model['page_type']).toBe('article');
  });

  it('go to a container of another name', () => {
    const own = arrayStub('gtmLayer');
    expect(
      sentBy(own, googleTagManager({ dataLayer: 'gtmLayer' }), [commitmentFixture('poll.vote')]),
    ).toHaveLength(2);
  });

  it('follow the developer', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': false } })).toEqual([]);
    const events = {
      'poll.vote': { name: 'Any name.', properties: { items: [{ item_id: 'a' }], seq: undefined } },
    };
    const [, message] = sent(vote, { events });
    expect(message).toMatchObject({ event: 'Any name.', ecommerce: { items: [{ item_id: 'a' }] } });
    expect(message?.['smallyes']).not.toHaveProperty('seq');
    expect(sent(vote, { vote: 'select_content' })[1]?.['event']).toBe('select_content');
  });

  it("never pass for the container's own", () => {
    const queue = layer();
    install(queue);
    const { tracker, codes } = connected(googleTagManager({ events: { 'poll.vote': 'gtm.js' } }));
    tracker.track(commitmentFixture('poll.vote'));
    expect(queue.calls).toEqual([]);
    expect(codes()).toEqual(['SY-1004']);
  });
});

it('identify pushes the user id alone', () => {
  const queue = layer();
  install(queue);
  connected(googleTagManager()).tracker.identify?.({
    userId: 'user-7',
    traits: { email: 'ada@example.com' },
  });
  expect(queue.calls).toEqual([{ user_id: 'user-7' }]);
});
