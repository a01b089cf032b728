/// <reference types="gtag.js" />
import type { CatalogueKind, CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { type Ga4Gtag, ga4 } from 'smallyes/trackers/ga4';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { everyCommitment, kinds, toldOf, worthless } from './queue-events.ts';
import { commandStub, install } from './queue-stubs.ts';
import { connected, describeQueueAdapter, sentBy } from './queue-suite.ts';
import { ga4Problems } from './vendor-limits.ts';

const gtag = () => commandStub('gtag');
const sent = (event: CommitmentEvent, ...options: Parameters<typeof ga4>) =>
  sentBy(gtag(), ga4(...options), [event]);

describeQueueAdapter({
  make: (options) => ga4(options),
  stub: gtag,
  name: 'ga4',
  purpose: 'analytics',
  takes: everyCommitment,
  problems: ga4Problems,
});

const item = { items: [{ item_id: 'grinder-x1', quantity: 1 }] };
const expected: Record<CatalogueKind, readonly [name: string, params?: Record<string, unknown>]> = {
  'poll.vote': ['poll_vote'],
  'poll.predict': ['poll_predict'],
  'star-rating.rate': ['star_rating_rate'],
  'reactions.react': ['reactions_react'],
  'share-button.share': ['share', { content_type: 'page', item_id: 'share-article-42' }],
  'follow-link.follow': ['follow_link_follow'],
  'comment-form.post': ['comment_form_post'],
  'reading-progress.read': ['reading_progress_read'],
  'video-player.play': ['video_player_play'],
  'video-player.complete': ['video_player_complete'],
  'audio-player.play': ['audio_player_play'],
  'audio-player.complete': ['audio_player_complete'],
  'quiz.complete': ['quiz_complete'],
  'calculator.result': ['calculator_result'],
  'search-box.search': ['search', { search_term: '(redacted)' }],
  'offer-filter.filter': ['search', { search_term: 'price' }],
  'product-view.view': ['view_item', item],
  'download-link.download': ['download_link_download'],
  'story-path.finish': ['story_path_finish'],
  'challenge.task': ['challenge_task'],
  'contact-dialog.open': ['contact_dialog_open'],
  'step-form.step': ['step_form_step'],
  'experiment.expose': ['experiment_expose'],
  'return-visit.return': ['return_visit_return'],
  'newsletter-form.subscribe': ['sign_up', { method: 'newsletter' }],
  'lead-gate.unlock': ['generate_lead', { lead_source: 'checklist' }],
  'push-opt-in.allow': ['push_opt_in_allow'],
  'account-form.create': ['sign_up', { method: 'account' }],
  'add-to-cart-button.add': ['add_to_cart', item],
  'checkout.step': ['begin_checkout'],
  'contact-dialog.submit': ['generate_lead', { lead_source: 'talk' }],
  'challenge.complete': ['challenge_complete'],
  'step-form.submit': ['generate_lead', { lead_source: 'quote' }],
  'callback-request.request': ['generate_lead', { lead_source: 'call-me' }],
  'review-form.submit': ['review_form_submit'],
  'checkout.subscribe': ['checkout_subscribe'],
  'checkout.purchase': ['purchase', { transaction_id: 'A-1042' }],
};

describe('the events of GA4', () => {
  it.each(kinds)('%s', (kind) => {
    const event = commitmentFixture(kind, { phase: 'committed' }) as CommitmentEvent;
    const [name, params] = expected[kind];
    expect(sent(event)).toEqual([['event', name, { ...toldOf(event, true), ...params }]]);
  });

  it('of other phases carry the phase in their name', () => {
    const seen = commitmentFixture('lead-gate.unlock', { phase: 'seen' }) as CommitmentEvent;
    expect(sent(seen, { phases: 'all' })[0]?.[1]).toBe('lead_gate_unlock_seen');
  });

  it('are fewer names than the 500 an app may have, in all phases together', () => {
    const queue = gtag();
    const phases = [
      'seen',
      'started',
      'progressed',
      'committed',
      'confirmed',
      'withdrawn',
      'dismissed',
      'abandoned',
      'failed',
    ];
    const events = phases.flatMap((phase) =>
      kinds.map((kind) => commitmentFixture(kind, { phase: phase as 'seen' }) as unknown as CommitmentEvent),
    );
    const names = new Set(sentBy(queue, ga4({ phases: 'all' }), events).map(([, name]) => name));
    expect(names.size).toBeGreaterThan(300);
    expect(names.size).toBeLessThanOrEqual(500);
  });

  it('leave a newsletter and a vote to the developer', () => {
    const letter = commitmentFixture('newsletter-form.subscribe') as CommitmentEvent;
    const lead = sent(letter, { newsletter: 'generate_lead' });
    expect(lead).toMatchObject([['event', 'generate_lead', { lead_source: 'letter' }]]);
    expect(lead[0]?.[2]).not.toHaveProperty('method');
    const vote = commitmentFixture('poll.vote') as CommitmentEvent;
    expect(sent(vote, { vote: 'select_content' })).toMatchObject([
      ['event', 'select_content', { content_type: 'poll', content_id: 'biggest-hurdle', choice: 'Trust' }],
    ]);
  });

  it.each([
    [{ step: 'shipping', position: 2 }, 'add_shipping_info'],
    [{ step: 'delivery', position: 2 }, 'add_shipping_info'],
    [{ step: 'payment', position: 1 }, 'add_payment_info'],
    [{ step: 'basket', position: 1 }, 'begin_checkout'],
    [{ step: 'review', position: 4 }, 'checkout_step'],
    [{ step: 'review' }, 'checkout_step'],
  ])('of a checkout at %j are %s', (data, name) => {
    expect(sent(commitmentFixture('checkout.step', { data }))[0]?.[1]).toBe(name);
  });

  it('call a gate that a vote opened no lead', () => {
    const event = commitmentFixture('lead-gate.unlock', { data: { key: 'poll.vote' } });
    expect(sent(event)[0]?.[1]).toBe('lead_gate_unlock');
  });

  it('of a purchase without an order number use our id', () => {
    const event = commitmentFixture('checkout.purchase', { data: {} });
    expect(sent(event)).toMatchObject([['event', 'purchase', { transaction_id: event.id }]]);
  });

  it('follow the developer: another name, none, added parameters, a function', () => {
    const vote = commitmentFixture('poll.vote');
    expect(sent(vote, { events: { 'poll.vote': 'vote' } })[0]?.[1]).toBe('vote');
    expect(sent(vote, { events: { 'poll.vote': false } })).toEqual([]);
    const purchase = commitmentFixture('checkout.purchase');
    const items = [{ item_id: 'grinder-x1', price: 49, quantity: 1 }];
    const mapped = sent(purchase, {
      events: { 'checkout.purchase': { name: 'purchase', properties: { items, seq: undefined } } },
    });
    expect(mapped).toMatchObject([['event', 'purchase', { items, value: 49, currency: 'EUR' }]]);
    expect(mapped[0]?.[2]).not.toHaveProperty('seq');
    const byAsk = {
      'poll.vote': (event: { ask: { id: string } }) => `vote_${event.ask.id.replace(/\W/g, '_')}`,
    };
    expect(sent(vote, { events: byAsk })[0]?.[1]).toBe('vote_biggest_hurdle');
  });

  it('go where they are sent to', () => {
    expect(sent(commitmentFixture('poll.vote'), { sendTo: ['G-1', 'G-2'] })[0]?.[2]).toMatchObject({
      send_to: ['G-1', 'G-2'],
    });
    expect(sent(commitmentFixture('poll.vote'))[0]?.[2]).not.toHaveProperty('send_to');
  });
});

describe('the limits of GA4', () => {
  it.each([
    'click',
    'page_view',
    'error',
    'ga_lead',
    'google_lead',
    'firebase_lead',
    'Lead form',
    '1st',
    'l'.repeat(41),
    '',
  ])('refuse the name "%s" and say so', (name) => {
    const queue = gtag();
    install(queue);
    const { tracker, codes } = connected(ga4({ events: { 'poll.vote': name } }));
    tracker.track(commitmentFixture('poll.vote'));
    expect(queue.calls).toEqual([]);
    expect(codes()).toEqual(['SY-1004']);
  });

  it('keep what is mapped and what matters of more than 25 parameters, and say what went', () => {
    const queue = gtag();
    install(queue);
    const properties = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`own_${i}`, i]));
    const { tracker, texts } = connected(
      ga4({ events: { 'video-player.complete': { name: 'watched', properties } } }),
    );
    tracker.track(
      commitmentFixture('video-player.complete', {
        ladder: { id: 'b2b', rung: 2, of: 5 },
        experiments: { headline: 'b', price: 'a' },
        value: { amount: 3, currency: 'EUR' },
      }),
    );
    const keys = Object.keys(queue.calls[0]?.[2] as object);
    expect(keys).toEqual([
      ...Object.keys(properties),
      ...['event_id', 'event_time', 'seq', 'kind', 'phase', 'grade', 'ask_id', 'value', 'currency'],
      ...['duration', 'unique_seconds', 'percent', 'ask_placement', 'page_path', 'ladder'],
    ]);
    expect(texts()).toEqual([
      expect.stringMatching(/SY-1003 .*"watched".*: rung, experiment_headline, .*view_id\./),
    ]);
  });

  it('cut texts at 100 characters, but at 300, 420 and 1,000 where Google allows more', () => {
    const queue = gtag();
    install(queue);
    const long = 'x'.repeat(2_000);
    const properties = { page_title: long, page_referrer: long, page_location: long, own: long };
    const { tracker, codes } = connected(ga4({ events: { 'poll.vote': { name: 'vote', properties } } }));
    tracker.track(commitmentFixture('poll.vote'));
    const params = queue.calls[0]?.[2] as Record<string, string>;
    expect(
      [params['page_title'], params['page_referrer'], params['page_location'], params['own']].map(
        (text) => text?.length,
      ),
    ).toEqual([300, 420, 1000, 100]);
    expect(codes()).toEqual(['SY-1003']);
  });

  it('leave out names of parameters that Google does not take', () => {
    const queue = gtag();
    install(queue);
    const properties = {
      google_x: 1,
      ga_x: 1,
      firebase_x: 1,
      _x: 1,
      'a-b': 1,
      '1a': 1,
      ['k'.repeat(41)]: 1,
      nested: { a: 1 },
      none: null,
    };
    const { tracker, texts } = connected(ga4({ events: { 'poll.vote': { name: 'vote', properties } } }));
    tracker.track(commitmentFixture('poll.vote'));
    expect(queue.calls).toEqual([
      ['event', 'vote', toldOf(commitmentFixture('poll.vote') as CommitmentEvent, true)],
    ]);
    for (const key of Object.keys(properties)) expect(texts()[0]).toContain(key);
  });

  it('write names of ours with what Google takes: experiments and fields usually have hyphens', () => {
    const event = commitmentFixture('step-form.submit', {
      experiments: { 'form-length': 'short', 'checkout/button.words': 'warm' },
      data: { answers: { 'team-size': '11 to 50' }, 'event-id': 'forged' } as never,
    });
    const params = sent(event)[0]?.[2] as Record<string, unknown>;
    expect(params).toMatchObject({
      experiment_form_length: 'short',
      experiment_checkout_button_words: 'warm',
      answers_team_size: '11 to 50',
      event_id: event.id,
      data_event_id: 'forged',
    });
    expect(ga4Problems(sent(event))).toEqual([]);
  });

  it('let no key of the data order gtag about', () => {
    const data = {
      send_to: 'G-OTHER',
      userId: 'forged',
      eventCallback: 'x',
      transportUrl: 'https://evil.example',
      items: 'x',
    };
    const event = commitmentFixture('poll.vote', { data: { choice: 'a', ...data } as never });
    expect(sent(event)[0]?.[2]).toMatchObject({
      data_send_to: 'G-OTHER',
      data_user_id: 'forged',
      data_event_callback: 'x',
      data_transport_url: 'https://evil.example',
      data_items: 'x',
    });
    expect(ga4Problems(sent(event))).toEqual([]);
  });

  it("let no key of the data pass for the visit's campaign, language or settings", () => {
    // https://developers.google.com/analytics/devguides/collection/ga4/reference/config
    const data = {
      campaign: 'spring',
      campaignSource: 'letter',
      language: 'de',
      screenResolution: '1x1',
      ignoreReferrer: true,
      allowGoogleSignals: false,
      sendPageView: true,
    };
    const event = commitmentFixture('poll.vote', { data: { choice: 'a', ...data } as never });
    const params = sent(event)[0]?.[2] as Record<string, unknown>;
    expect(params).toMatchObject({ choice: 'a', data_campaign: 'spring', data_language: 'de' });
    for (const key of Object.keys(data))
      expect(params).not.toHaveProperty(key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  });

  it('leave out a worth without a currency, and say so', () => {
    const queue = gtag();
    install(queue);
    const { tracker, texts } = connected(
      ga4({ events: { 'poll.vote': { name: 'vote', properties: { value: 5 } } } }),
    );
    tracker.track(worthless('poll.vote'));
    expect(queue.calls[0]?.[2]).not.toHaveProperty('value');
    expect(texts()).toEqual([expect.stringMatching(/SY-1003 .*value/)]);
  });
});

describe('identify', () => {
  it('sets the user id and no trait', () => {
    const queue = gtag();
    install(queue);
    const { tracker } = connected(ga4());
    tracker.identify?.({ userId: 'user-7', traits: { email: 'ada@example.com', plan: 'pro' } });
    expect(queue.calls).toEqual([['set', { user_id: 'user-7' }]]);
  });
});

it("takes Google's own gtag", () => {
  expectTypeOf<Gtag.Gtag>().toExtend<Ga4Gtag>();
  expectTypeOf<(command: number) => void>().not.toExtend<Ga4Gtag>();
});
