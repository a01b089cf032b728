import type { CatalogueKind, CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type TiktokOptions, tiktok } from 'smallyes/trackers/tiktok';
import { describe, expect, it } from 'vitest';
import { agreed, everyCommitment, kinds, worthless } from './queue-events.ts';
import { install, ttqStub } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { tiktokProblems } from './vendor-limits.ts';

const sent = (event: CommitmentEvent, options?: TiktokOptions) => sentBy(ttqStub(), tiktok(options), [event]);
const product = {
  content_type: 'product',
  contents: [{ content_id: 'grinder-x1', content_type: 'product', quantity: 1 }],
};
const worth = { value: 49, currency: 'EUR' };
const expected: { readonly [K in CatalogueKind]?: readonly [name: string, params?: object] } = {
  'reading-progress.read': ['ViewContent'],
  'video-player.complete': ['ViewContent'],
  'audio-player.complete': ['ViewContent'],
  'calculator.result': ['CustomizeProduct'],
  'search-box.search': ['Search'],
  'offer-filter.filter': ['Search'],
  'download-link.download': ['Download'],
  'product-view.view': ['ViewContent', product],
  'newsletter-form.subscribe': ['Subscribe'],
  'account-form.create': ['CompleteRegistration'],
  'lead-gate.unlock': ['Lead'],
  'contact-dialog.submit': ['Contact'],
  'step-form.submit': ['Lead'],
  'callback-request.request': ['Schedule'],
  'add-to-cart-button.add': ['AddToCart', { ...product, ...worth }],
  'checkout.step': ['InitiateCheckout'],
  'checkout.subscribe': ['Subscribe', { value: 468, currency: 'EUR' }],
  'checkout.purchase': ['Purchase', worth],
};

describeQueueAdapter({
  make: (options) => tiktok(options as object),
  stub: ttqStub,
  name: 'tiktok',
  purpose: 'advertising',
  takes: everyCommitment.filter(({ kind }) => expected[kind as CatalogueKind]),
  problems: tiktokProblems,
  hasPhases: false,
});

describe("the events of TikTok's pixel", () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    const rule = expected[kind];
    expect(sent(event)).toEqual(
      rule ? [['track', rule[0], { description: event.ask.id, ...rule[1] }, { event_id: event.id }]] : [],
    );
  });

  it('go to one pixel of several', () => {
    expect(sent(commitmentFixture('lead-gate.unlock'), { pixelId: 'C4' })[0]?.slice(0, 4)).toEqual([
      'instance',
      'C4',
      'track',
      'Lead',
    ]);
  });

  it('follow the developer, who may name any kind', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': 'Vote' } })[0]?.[1]).toBe('Vote');
    expect(sent(commitmentFixture('lead-gate.unlock'), { events: { 'lead-gate.unlock': false } })).toEqual(
      [],
    );
  });

  it('count a gate that a vote opened as a download, not as a lead', () => {
    expect(sent(commitmentFixture('lead-gate.unlock', { data: { key: 'poll.vote' } }))[0]?.[1]).toBe(
      'Download',
    );
  });

  it('have a value only with its currency', () => {
    expect(sent(worthless('checkout.purchase'))[0]?.[2]).toEqual({ description: 'checkout' });
    const queue = ttqStub();
    install(queue);
    const events = { 'lead-gate.unlock': { name: 'Lead', properties: { value: 5, currency: 'Euro' } } };
    const { tracker, codes } = connected(tiktok({ events }));
    tracker.track(agreed(commitmentFixture('lead-gate.unlock')));
    expect(tiktokProblems(queue.calls)).toEqual([]);
    expect(codes()).toEqual(['SY-1003']);
  });
});

it('identify hands over the id and hashes alone', () => {
  const queue = ttqStub();
  install(queue);
  const hash = 'c'.repeat(64);
  const traits = { sha256_phone_number: hash, sha256_email_address: 'ada@example.com', plan: 'pro' };
  connected(tiktok()).tracker.identify?.({ userId: 'user-7', traits });
  expect(queue.calls).toEqual([['identify', { external_id: 'user-7', phone_number: hash }]]);
});
