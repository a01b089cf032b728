import type { TrackerFile } from './tracker-samples.ts';

/** What becomes of events at one product, beyond what running its tracker shows. */
export interface TrackerFacts {
  /** The visitor leaves right after the yes. */
  readonly leaving: string;
  /** The visitor is offline, and the page goes. */
  readonly offline: string;
  /** One event arrives twice. */
  readonly twice: string;
}

const queue = {
  leaving: 'Handed over in time; then up to its script (not measured).',
  offline: 'Up to its script (not measured).',
};
const lost = 'Lost (measured).';
const kept = 'Kept by the client for the next visit (measured).';
const counted = 'Counted twice.';

/** Measured means: with the real client in Chromium. All else is the product's documentation. */
export const trackerFacts: Readonly<Record<TrackerFile, TrackerFacts>> = {
  amplitude: {
    leaving: 'Arrives: the tracker sends what the client holds by a beacon (measured).',
    offline: kept,
    twice: 'Counted once, by `insert_id`.',
  },
  analytics: {
    leaving: 'Up to its plugins.',
    offline: 'Up to its plugins.',
    twice: 'Up to its plugins; `event_id` tells it.',
  },
  clarity: { ...queue, twice: counted },
  console: { leaving: 'Printed.', offline: 'Printed.', twice: 'Printed twice.' },
  'customer-io': {
    leaving:
      'Arrives with the setting `keepalive`, unless it happened in the very task in which the visitor leaves (measured).',
    offline: 'Not measured.',
    twice: 'Counted twice: the client makes ids of its own. `event_id` tells it.',
  },
  fathom: { ...queue, twice: counted },
  ga4: {
    ...queue,
    twice: 'A purchase is known by `transaction_id`; other events count twice. `event_id` tells it.',
  },
  'google-ads': { ...queue, twice: 'Counted once, by `transaction_id`.' },
  'google-tag-manager': { ...queue, twice: 'Up to the tags in the container; `event_id` tells it.' },
  hotjar: { ...queue, twice: counted },
  http: {
    leaving: 'Sent at once, in parts that outlive the page: 56 KB and 8 requests at most.',
    offline: 'Kept with `persist`, 200 events for 7 days; else lost with the page.',
    twice: 'Kept once by an endpoint that keeps each id once, such as our collector.',
  },
  hubspot: { ...queue, twice: 'Counted twice; `event_id` tells it.' },
  klaviyo: { ...queue, twice: 'Dropped by `$event_id`, for the same profile and metric.' },
  linkedin: { ...queue, twice: 'Known by `event_id` when your server sends it too.' },
  matomo: { ...queue, twice: 'Counted twice; a dimension for `event_id` tells it.' },
  'meta-pixel': {
    ...queue,
    twice: 'Known by name and `eventID` for 48 hours when your server sends it too.',
  },
  'microsoft-uet': { ...queue, twice: 'Known by `event_id` when your server sends it too.' },
  mixpanel: {
    leaving:
      'Arrives: what was handed over in the last 10 seconds, 30 events at most, goes once more by a beacon (measured). Without that, 2 of 3 events were lost.',
    offline: kept,
    twice: 'Counted once, by name, time, person and `$insert_id` together.',
  },
  openpanel: {
    leaving: 'Arrives (measured).',
    offline: lost,
    twice: 'Counted twice; `event_id` tells it.',
  },
  plausible: {
    leaving: 'Arrives (measured).',
    offline: lost,
    twice: 'Counted twice; `event_id` tells it.',
  },
  posthog: {
    leaving:
      'Arrives: what was handed over in the last 10 seconds, 30 events at most, goes once more by a beacon (measured).',
    offline: lost,
    twice: 'Counted once, by `uuid` and `timestamp`.',
  },
  rudderstack: {
    leaving: 'Arrives with the setting `useBeacon` (measured).',
    offline: kept,
    twice: 'Counted twice: the client makes ids of its own. `event_id` tells it.',
  },
  segment: {
    leaving:
      'Arrives with the setting `keepalive`, unless it happened in the very task in which the visitor leaves (measured).',
    offline: kept,
    twice: 'Left out by `messageId`, for about 24 hours.',
  },
  sentry: {
    leaving: 'Goes with the page: only an error sends breadcrumbs.',
    offline: lost,
    twice: 'Two breadcrumbs; `event_id` tells it.',
  },
  snowplow: {
    leaving: 'Arrives with the setting `keepalive` (measured).',
    offline: kept,
    twice: 'Two rows; our id tells it.',
  },
  tiktok: { ...queue, twice: 'Known by `event_id` for 48 hours.' },
  umami: { ...queue, twice: 'Counted twice; `event_id` tells it.' },
  vercel: { ...queue, twice: counted },
};
