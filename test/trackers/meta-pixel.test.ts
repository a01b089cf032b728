/// <reference types="facebook-pixel" />
import type { CatalogueKind, CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type MetaPixelOptions, metaPixel } from 'smallyes/trackers/meta-pixel';
import { describe, expect, it } from 'vitest';
import { agreed, everyCommitment, kinds, worthless } from './queue-events.ts';
import { fbqStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { metaProblems } from './vendor-limits.ts';

const sent = (event: CommitmentEvent, options?: MetaPixelOptions) =>
  sentBy(fbqStub(), metaPixel(options), [event]);
const product = {
  content_type: 'product',
  content_ids: ['grinder-x1'],
  contents: [{ id: 'grinder-x1', quantity: 1 }],
};
const worth = { value: 49, currency: 'EUR' };
const expected: { readonly [K in CatalogueKind]?: readonly [name: string, params?: object] } = {
  'reading-progress.read': ['ViewContent'],
  'video-player.complete': ['ViewContent'],
  'audio-player.complete': ['ViewContent'],
  'calculator.result': ['CustomizeProduct'],
  'search-box.search': ['Search'],
  'offer-filter.filter': ['Search'],
  'product-view.view': ['ViewContent', product],
  'newsletter-form.subscribe': ['CompleteRegistration'],
  'account-form.create': ['CompleteRegistration'],
  'lead-gate.unlock': ['Lead'],
  'contact-dialog.submit': ['Contact'],
  'step-form.submit': ['Lead'],
  'callback-request.request': ['Schedule'],
  'add-to-cart-button.add': ['AddToCart', { ...product, ...worth }],
  'checkout.step': ['InitiateCheckout'],
  'checkout.subscribe': ['Subscribe', { value: 468, currency: 'EUR' }],
  'checkout.purchase': ['Purchase', { order_id: 'A-1042', ...worth }],
};

describeQueueAdapter({
  make: (options) => metaPixel({ pixelId: '42', ...options }),
  stub: fbqStub,
  name: 'meta-pixel',
  purpose: 'advertising',
  takes: everyCommitment.filter(({ kind }) => expected[kind as CatalogueKind]),
  problems: metaProblems,
  hasPhases: false,
});

describe("the events of Meta's pixel", () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    const rule = expected[kind];
    expect(sent(event)).toEqual(
      rule ? [['track', rule[0], { content_name: event.ask.id, ...rule[1] }, { eventID: event.id }]] : [],
    );
  });

  it('go to one pixel of several', () => {
    const unlock = commitmentFixture('lead-gate.unlock');
    const lead = [{ content_name: 'checklist' }, { eventID: unlock.id }];
    expect(sent(unlock, { pixelId: '42' })).toEqual([['trackSingle', '42', 'Lead', ...lead]]);
    const events = { 'lead-gate.unlock': 'Guide opened' };
    expect(sent(unlock, { pixelId: '42', events })).toEqual([
      ['trackSingleCustom', '42', 'Guide opened', ...lead],
    ]);
  });

  it('follow the developer, who may name any kind', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': 'Vote' } })).toEqual([
      ['trackCustom', 'Vote', { content_name: 'biggest-hurdle' }, { eventID: vote.id }],
    ]);
    const unlock = commitmentFixture('lead-gate.unlock');
    expect(sent(unlock, { events: { 'lead-gate.unlock': false } })).toEqual([]);
    const mapped = { name: 'SubmitApplication', properties: { content_name: undefined, status: 'new' } };
    expect(sent(unlock, { events: { 'lead-gate.unlock': () => mapped } })).toEqual([
      ['track', 'SubmitApplication', { status: 'new' }, { eventID: unlock.id }],
    ]);
  });

  it('are none for a gate that a vote opened, and none for the middle of a checkout', () => {
    expect(sent(commitmentFixture('lead-gate.unlock', { data: { key: 'poll.vote' } }))).toEqual([]);
    expect(sent(commitmentFixture('checkout.step', { data: { step: 'shipping', position: 2 } }))).toEqual([]);
    expect(sent(commitmentFixture('checkout.step', { data: { step: 'payment' } }))[0]?.[1]).toBe(
      'AddPaymentInfo',
    );
  });

  it('have a value only with its currency', () => {
    expect(sent(worthless('checkout.purchase'))[0]?.[2]).toEqual({
      content_name: 'checkout',
      order_id: 'A-1042',
    });
    const queue = fbqStub();
    install(queue);
    const events = { 'lead-gate.unlock': { name: 'Lead', properties: { value: 5 } } };
    const { tracker, texts } = connected(metaPixel({ events }));
    tracker.track(agreed(commitmentFixture('lead-gate.unlock')));
    expect(queue.calls[0]?.[2]).toEqual({ content_name: 'checklist' });
    expect(texts()).toEqual([expect.stringMatching(/SY-1003 .*"Lead".*value/)]);
  });

  it('of a name that Meta would drop are not sent, and reported', () => {
    const queue = fbqStub();
    install(queue);
    const { tracker, codes } = connected(metaPixel({ events: { 'poll.vote': 'v'.repeat(51) } }));
    tracker.track(agreed(commitmentFixture('poll.vote')));
    expect(queue.calls).toEqual([]);
    expect(codes()).toEqual(['SY-1004']);
  });
});

describe('identify', () => {
  it('hands over the id and hashes to the pixel, and nothing in plain text', () => {
    const queue = fbqStub();
    install(queue);
    const hash = 'b'.repeat(64);
    const traits = {
      sha256_email_address: hash,
      sha256_phone_number: '+49 30 1234',
      email: 'ada@example.com',
    };
    connected(metaPixel({ pixelId: '42' })).tracker.identify?.({ userId: 'user-7', traits });
    expect(queue.calls).toEqual([['init', '42', { external_id: 'user-7', em: hash }]]);
  });

  it('needs the pixel', () => {
    expect(metaPixel().identify).toBeUndefined();
  });
});

it("makes calls that Meta's own types take", () => {
  const calls = (fbq: facebook.Pixel.Event) => {
    fbq('track', 'Lead', { content_name: 'checklist' }, { eventID: 'id' });
    fbq('trackSingle', '42', 'Lead', { content_name: 'checklist' }, { eventID: 'id' });
    // @ts-expect-error: our id has that name and no other
    fbq('track', 'Lead', { content_name: 'checklist' }, { event_id: 'id' });
  };
  expect(calls).toBeTypeOf('function');
  // @ts-expect-error: our option has no such name
  expect(metaPixel({ pixel: '42' }).name).toBe('meta-pixel');
});
