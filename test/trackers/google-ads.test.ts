/// <reference types="gtag.js" />
import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import {
  type GoogleAdsConversion,
  type GoogleAdsGtag,
  type GoogleAdsOptions,
  googleAds,
} from 'smallyes/trackers/google-ads';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { everyCommitment, kinds, worthless } from './queue-events.ts';
import { commandStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { googleAdsProblems } from './vendor-limits.ts';

const gtag = () => commandStub('gtag');
const label = 'AW-123456789/AbC-D_efG';
const all = Object.fromEntries(kinds.map((kind) => [kind, label])) as GoogleAdsOptions['conversions'];

describeQueueAdapter({
  make: (options) => googleAds({ conversions: all, ...options }),
  stub: gtag,
  name: 'google-ads',
  purpose: 'advertising',
  takes: everyCommitment,
  problems: googleAdsProblems,
  hasPhases: false,
});

describe('the conversions of Google Ads', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    const { value } = event;
    expect(sentBy(gtag(), googleAds({ conversions: { [kind]: label } }), [event])).toEqual([
      [
        'event',
        'conversion',
        {
          send_to: label,
          transaction_id: kind === 'checkout.purchase' ? 'A-1042' : event.id,
          ...(value && { value: value.amount, currency: value.currency }),
        },
      ],
    ]);
  });

  it('are the named kinds alone', () => {
    expect(sentBy(gtag(), googleAds({ conversions: {} }), everyCommitment)).toEqual([]);
    const forged = { ...commitmentFixture('poll.vote'), kind: 'constructor' } as unknown as CommitmentEvent;
    expect(sentBy(gtag(), googleAds({ conversions: {} }), [forged])).toEqual([]);
  });

  it('tell asks of one kind apart by a function', () => {
    const conversions: GoogleAdsOptions['conversions'] = {
      'lead-gate.unlock': ({ ask, data }) => (ask.id === 'checklist' && !data.key ? label : undefined),
    };
    const guide = commitmentFixture('lead-gate.unlock');
    const other = commitmentFixture('lead-gate.unlock', { ask: { id: 'other' } });
    expect(sentBy(gtag(), googleAds({ conversions }), [guide, other])).toHaveLength(1);
  });

  it('without worth have no value', () => {
    const [call] = sentBy(gtag(), googleAds({ conversions: all }), [worthless('checkout.purchase')]);
    expect(call?.[2]).toEqual({ send_to: label, transaction_id: 'A-1042' });
  });
});

describe('identify', () => {
  const told = (traits: Record<string, unknown>) => {
    const queue = gtag();
    install(queue);
    connected(googleAds({ conversions: {} })).tracker.identify?.({ userId: 'user-7', traits });
    return queue.calls;
  };
  const hash = '0123456789abcdef'.repeat(4);

  it('hands over hashes', () => {
    expect(
      told({ sha256_email_address: hash, sha256_phone_number: hash.toUpperCase(), plan: 'pro' }),
    ).toEqual([['set', 'user_data', { sha256_email_address: hash, sha256_phone_number: hash }]]);
  });

  it('hands over nothing that is no hash', () => {
    for (const address of ['ada@example.com', hash.slice(1), `${hash}0`, 7, undefined])
      expect(told({ sha256_email_address: address, email: 'ada@example.com' })).toEqual([]);
  });
});

it("takes Google's own gtag, and labels of its form alone", () => {
  expectTypeOf<Gtag.Gtag>().toExtend<GoogleAdsGtag>();
  expectTypeOf<'AW-1/a'>().toExtend<GoogleAdsConversion>();
  // @ts-expect-error: an account without a label is no conversion
  expect(googleAds({ conversions: { 'poll.vote': 'AW-123' } }).name).toBe('google-ads');
});
