import type { CatalogueKind, CommitmentEvent, TrackerHost } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { amplitude } from 'smallyes/trackers/amplitude';
import { analytics } from 'smallyes/trackers/analytics';
import { customerIo } from 'smallyes/trackers/customer-io';
import { mixpanel } from 'smallyes/trackers/mixpanel';
import { openpanel } from 'smallyes/trackers/openpanel';
import { plausible } from 'smallyes/trackers/plausible';
import { posthog } from 'smallyes/trackers/posthog';
import { rudderstack } from 'smallyes/trackers/rudderstack';
import { segment } from 'smallyes/trackers/segment';
import { sentry } from 'smallyes/trackers/sentry';
import { snowplow } from 'smallyes/trackers/snowplow';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** A client that notes every call. */
const recorder = () => {
  const calls: unknown[][] = [];
  const client = new Proxy({} as Record<string, (...details: unknown[]) => void>, {
    get:
      (_, method: string) =>
      (...details: unknown[]) =>
        method.startsWith('get_') ? undefined : void calls.push([method, ...details]),
  });
  return { calls, client: client as never };
};
const report = vi.fn<(error: unknown, event?: CommitmentEvent) => void>();
const host: TrackerHost = { consent: () => 'granted', report };
const reports = () => report.mock.calls.splice(0).map(([error]) => String(error));

const vote = commitmentFixture('poll.vote', { ask: { id: 'hurdle' }, visitor: undefined });
const when = new Date(vote.time);
const ours = {
  seq: vote.seq,
  kind: 'poll.vote',
  phase: 'committed',
  grade: 1,
  ask_id: 'hurdle',
  choice: 'Trust',
  page_path: '/guides/first-grinder',
  attempt: vote.attempt,
  view_id: vote.page.viewId,
};
const stamped = { ...ours, event_id: vote.id, event_time: vote.time };
const url = 'https://shop.example/guides/first-grinder';
const page = { url, path: '/guides/first-grinder', search: '' };

afterEach(() => vi.unstubAllGlobals());

describe('an event, handed to', () => {
  it.each([
    [
      'mixpanel',
      mixpanel,
      ['track', 'poll.vote', { ...ours, $insert_id: vote.id, time: vote.time / 1000, $current_url: url }],
    ],
    [
      'posthog',
      posthog,
      ['capture', 'poll.vote', { ...ours, $current_url: url }, { uuid: vote.id, timestamp: when }],
    ],
    [
      'segment',
      segment,
      ['track', 'poll.vote', stamped, { messageId: vote.id, timestamp: when, context: { page } }],
    ],
    ['customer-io', customerIo, ['track', 'poll.vote', stamped, { timestamp: when, context: { page } }]],
    [
      'rudderstack',
      rudderstack,
      [
        'track',
        'poll.vote',
        stamped,
        { originalTimestamp: when.toISOString(), context: { page: { ...page, tab_url: url } } },
      ],
    ],
    [
      'amplitude',
      amplitude,
      ['track', { event_type: 'poll.vote', event_properties: ours, insert_id: vote.id, time: vote.time }],
    ],
    [
      'snowplow',
      snowplow,
      [
        'trackStructEvent',
        {
          category: 'poll.vote',
          action: 'committed',
          label: 'hurdle',
          property: vote.id,
          timestamp: { type: 'dtm', value: vote.time },
        },
      ],
    ],
    [
      'plausible',
      plausible,
      [
        'track',
        'poll.vote',
        {
          props: Object.fromEntries(Object.entries(stamped).map(([key, value]) => [key, String(value)])),
          interactive: true,
          url,
        },
      ],
    ],
    ['openpanel', openpanel, ['track', 'poll.vote', { ...stamped, __timestamp: when.toISOString() }]],
    [
      'sentry',
      sentry,
      [
        'addBreadcrumb',
        {
          category: 'commitment',
          type: 'user',
          level: 'info',
          message: 'poll.vote hurdle',
          data: { ...ours, event_id: vote.id },
          timestamp: vote.time / 1000,
        },
      ],
    ],
    ['analytics', analytics, ['track', 'poll.vote', stamped]],
  ] as const)('%s is exactly this call', (_, make, call) => {
    vi.stubGlobal('location', { origin: 'https://shop.example' });
    const { calls, client } = recorder();
    const tracker = make(client);
    tracker.connect?.(host);
    tracker.track(vote);
    expect(calls).toEqual([call]);
    expect(reports()).toEqual([]);
  });
});

describe('a user, made known to', () => {
  const traits = { plan: 'free', email: 'ada@shop.example' };
  it.each([
    ['mixpanel', mixpanel, [['identify', 'u7']], undefined],
    ['posthog', posthog, [['identify', 'u7', traits]], traits],
    ['segment', segment, [['identify', 'u7', traits]], traits],
    ['customer-io', customerIo, [['identify', 'u7', traits]], traits],
    ['rudderstack', rudderstack, [['identify', 'u7', traits]], traits],
    [
      'amplitude',
      amplitude,
      [
        ['setUserId', 'u7'],
        ['track', { event_type: '$identify', user_properties: { $set: traits } }],
      ],
      traits,
    ],
    ['amplitude', amplitude, [['setUserId', 'u7']], undefined],
    ['snowplow', snowplow, [['setUserId', 'u7']], traits],
    [
      'openpanel',
      openpanel,
      [['identify', { profileId: 'u7', email: 'ada@shop.example', properties: { plan: 'free' } }]],
      traits,
    ],
    ['sentry', sentry, [['setUser', { id: 'u7', ...traits }]], traits],
    ['analytics', analytics, [['identify', 'u7', traits]], traits],
  ] as const)('%s is exactly these calls', (_, make, expected, known) => {
    const { calls, client } = recorder();
    make(client).identify?.({ userId: 'u7', ...(known && { traits: known }) });
    expect(calls).toEqual(expected);
  });

  it('mixpanel goes into the profile too', () => {
    const set = vi.fn();
    const identify = vi.fn();
    mixpanel({ track: vi.fn(), identify, people: { set } }).identify?.({ userId: 'u7', traits });
    expect(identify).toHaveBeenCalledWith('u7');
    expect(set).toHaveBeenCalledWith(traits);
  });

  it('plausible is not: it knows no users', () => {
    expect(plausible().identify).toBeUndefined();
  });
});

describe("Segment's specification", () => {
  it.each([
    ['video-player.play', 'Video Playback Started', {}],
    ['video-player.complete', 'Video Playback Completed', {}],
    ['search-box.search', 'Products Searched', {}],
    ['offer-filter.filter', 'Product List Filtered', {}],
    ['review-form.submit', 'Product Reviewed', {}],
    ['account-form.create', 'Signed Up', {}],
    ['product-view.view', 'Product Viewed', { product_id: 'grinder-x1' }],
    ['add-to-cart-button.add', 'Product Added', { product_id: 'grinder-x1', quantity: 1 }],
    ['checkout.step', 'Checkout Step Completed', { step: 'address' }],
    ['checkout.purchase', 'Order Completed', { order_id: 'A-1042', total: 49, revenue: 49, currency: 'EUR' }],
    ['star-rating.rate', 'star-rating.rate', { data_value: 4, max: 5 }],
    ['newsletter-form.subscribe', 'newsletter-form.subscribe', {}],
    ['lead-gate.unlock', 'lead-gate.unlock', {}],
  ] as const)('%s becomes %s, for all three products', (kind, name, properties) => {
    for (const make of [segment, customerIo, rudderstack]) {
      const { calls, client } = recorder();
      make(client).track(commitmentFixture<CatalogueKind>(kind) as CommitmentEvent);
      expect(calls).toEqual([['track', name, expect.objectContaining(properties), expect.anything()]]);
    }
  });

  it("gives way to the developer's words", () => {
    const { calls, client } = recorder();
    const events = {
      'checkout.purchase': ({ data }) => ({
        name: 'Bought',
        properties: { order_no: data.order, seq: undefined },
      }),
    } satisfies Parameters<typeof segment>[1] extends { events?: infer Table } | undefined ? Table : never;
    segment(client, { events }).track(commitmentFixture('checkout.purchase'));
    expect(calls[0]?.[1]).toBe('Bought');
    expect(calls[0]?.[2]).toMatchObject({ order_no: 'A-1042', order: 'A-1042' });
    expect(calls[0]?.[2]).not.toHaveProperty('seq');
    expect(calls[0]?.[2]).not.toHaveProperty('revenue');
  });
});

it.each([
  ['mixpanel', mixpanel],
  ['posthog', posthog],
] as const)('%s gets the address that the developer gives an event', (_, make) => {
  const { calls, client } = recorder();
  const $current_url = 'https://shop.example/shown-as';
  make(client, { events: { 'poll.vote': { name: 'voted', properties: { $current_url } } } }).track(vote);
  expect(calls[0]?.[2]).toMatchObject({ $current_url });
});

describe('limits', () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, { a: n, b: n, c: n }]));
  const send = (
    make: typeof mixpanel | typeof plausible | typeof posthog | typeof amplitude,
    event: CommitmentEvent,
    options = {},
  ) => {
    const { calls, client } = recorder();
    const tracker = make(client, options);
    tracker.connect?.(host);
    tracker.track(event);
    tracker.track(event);
    return calls;
  };
  const voteWith = (data: object) => commitmentFixture('poll.vote', { data: data as never });

  it('of Mixpanel cut texts at 255 bytes, in lists too, and are told once', () => {
    const event = voteWith({ choice: 'é'.repeat(200), choices: ['x'.repeat(300), 'y'] });
    const [[, , properties] = []] = send(mixpanel, event);
    expect(properties).toMatchObject({ choice: 'é'.repeat(127), choices: ['x'.repeat(255), 'y'] });
    expect(reports()).toEqual([
      expect.stringMatching(/SY-1003 .*"mixpanel".*"poll\.vote".*: choice, choices\./),
    ]);
  });

  it('of Plausible keep 30 properties of 2,000 bytes, and are told once', () => {
    const [[, , options] = []] = send(plausible, voteWith(many));
    const { props } = options as { props: Record<string, string> };
    expect(Object.keys(props)).toHaveLength(30);
    expect(Object.keys(props)).toEqual(
      expect.arrayContaining(['event_id', 'event_time', 'seq', 'kind', 'k0_a']),
    );
    expect(reports()).toEqual([expect.stringMatching(/SY-1003 .*"plausible".*k19_c/)]);
    const [[, , long] = []] = send(
      plausible,
      voteWith({ choice: '\u{1F600}'.repeat(500), choices: Array(3).fill('z'.repeat(900)) }),
    );
    const texts = Object.values((long as { props: Record<string, string> }).props);
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
    expect(reports()).toEqual([expect.stringMatching(/SY-1003 .*: choices\./)]);
  });

  it.each([
    ['mixpanel', mixpanel, '$opt_in'],
    ['mixpanel', mixpanel, 'mp_event'],
    ['posthog', posthog, '$pageview'],
    ['amplitude', amplitude, '$identify'],
    ['plausible', plausible, 'pageview'],
    ['plausible', plausible, 'engagement'],
    ['plausible', plausible, 'x'.repeat(121)],
  ] as const)('of %s refuse a name of its own or one too long, and say so', (name, make, word) => {
    expect(send(make, voteWith({ choice: 'a' }), { events: { 'poll.vote': word } })).toEqual([]);
    expect(reports()).toEqual([
      expect.stringMatching(new RegExp(`SY-1004 .*"${name}".*"${word.replace('$', '\\$')}"`)),
    ]);
  });

  it.each([
    ['mixpanel', mixpanel, ['$set', 'distinct_id', 'token', 'time', 'mp_lib']],
    ['posthog', posthog, ['$set', 'distinct_id', 'token']],
    ['segment', segment, ['id', 'event', 'user_id', 'timestamp', 'received_at']],
    ['openpanel', openpanel, ['groups', '__path', '__timestamp']],
  ] as const)('%s gets no data under names that it keeps for itself', (_, make, names) => {
    const { calls, client } = recorder();
    make(client).track(voteWith(Object.fromEntries(names.map((name) => [name, 'hostile']))));
    const properties = calls[0]?.[2] as Record<string, unknown>;
    for (const name of names) {
      expect(properties[name]).not.toBe('hostile');
      expect(properties[`data_${name}`]).toBe('hostile');
    }
  });
});

describe('what came a moment before the visitor left', () => {
  it('goes to mixpanel and posthog once more, at once, under the same id', () => {
    vi.useFakeTimers();
    for (const [make, atOnce] of [
      [mixpanel, { send_immediately: true, transport: 'sendBeacon' }],
      [posthog, { send_instantly: true, transport: 'sendBeacon' }],
    ] as const) {
      const { calls, client } = recorder();
      const tracker = make(client);
      tracker.track(vote);
      vi.advanceTimersByTime(10_000);
      tracker.track({ ...vote, id: 'late' });
      tracker.flush?.();
      expect(calls).toHaveLength(3);
      expect(calls[2]?.slice(0, 3)).toEqual(calls[1]?.slice(0, 3));
      expect(calls[2]?.[3]).toMatchObject(atOnce);
      tracker.flush?.();
      expect(calls).toHaveLength(3);
    }
    vi.useRealTimers();
  });

  it.each([
    ['mixpanel', mixpanel],
    ['posthog', posthog],
  ] as const)('does not go to %s once more after the visitor has refused', (_, make) => {
    const { calls, client } = recorder();
    const tracker = make(client);
    tracker.track(vote);
    tracker.forget?.();
    tracker.flush?.();
    expect(calls).toHaveLength(1);
  });

  it('goes to amplitude by a beacon, and later events by a fetch again', () => {
    const { calls, client } = recorder();
    const tracker = amplitude(client);
    tracker.track(vote);
    tracker.flush?.();
    tracker.track(vote);
    tracker.track(vote);
    expect(
      calls.map(([method, first]) => (method === 'track' ? method : [method, first].join(' ').trim())),
    ).toEqual(['track', 'setTransport beacon', 'flush', 'setTransport fetch', 'track', 'track']);
  });
});

describe('the function that a snippet makes', () => {
  it('of Snowplow takes commands', () => {
    const queue = vi.fn();
    vi.stubGlobal('snowplow', queue);
    snowplow(undefined, { schema: 'iglu:a/b/jsonschema/1-0-0' }).track(vote);
    snowplow().identify?.({ userId: 'u7' });
    expect(queue.mock.calls).toEqual([
      [
        'trackSelfDescribingEvent',
        {
          event: { schema: 'iglu:a/b/jsonschema/1-0-0', data: { name: 'poll.vote', ...stamped } },
          timestamp: { type: 'dtm', value: vote.time },
        },
      ],
      ['setUserId', 'u7'],
    ]);
  });

  it('of Snowplow gets the name of the event, whatever the data calls a name', () => {
    const queue = vi.fn();
    vi.stubGlobal('snowplow', queue);
    const named = commitmentFixture('poll.vote', { data: { choice: 'a', name: 'forged' } as never });
    snowplow(undefined, { schema: 'iglu:a/b/jsonschema/1-0-0' }).track(named);
    expect(queue.mock.calls[0]?.[1]).toMatchObject({
      event: { data: { name: 'poll.vote', data_name: 'forged' } },
    });
  });

  it('of OpenPanel takes methods', () => {
    const op = vi.fn();
    vi.stubGlobal('op', op);
    openpanel().track(vote);
    openpanel().identify?.({ userId: 'u7' });
    expect(op.mock.calls.map(([method, name]) => [method, name])).toEqual([
      ['track', 'poll.vote'],
      ['identify', { profileId: 'u7', properties: {} }],
    ]);
  });

  it('of Plausible is the tracker itself', () => {
    const global = vi.fn();
    vi.stubGlobal('plausible', global);
    plausible().track(commitmentFixture('checkout.purchase'));
    expect(global).toHaveBeenCalledWith(
      'checkout.purchase',
      expect.objectContaining({ revenue: { amount: 49, currency: 'EUR' } }),
    );
  });
});
