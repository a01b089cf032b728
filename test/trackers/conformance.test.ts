import { globSync } from 'node:fs';
import path from 'node:path';
import type { CommitmentEvent, Tracker } from 'smallyes/events';
import { commitmentFixture, type TrackerTrial, trackerCases } from 'smallyes/testing';
import { amplitude } from 'smallyes/trackers/amplitude';
import { analytics } from 'smallyes/trackers/analytics';
import { clarity } from 'smallyes/trackers/clarity';
import { customerIo } from 'smallyes/trackers/customer-io';
import { fathom } from 'smallyes/trackers/fathom';
import { ga4 } from 'smallyes/trackers/ga4';
import { googleAds } from 'smallyes/trackers/google-ads';
import { googleTagManager } from 'smallyes/trackers/google-tag-manager';
import { hotjar } from 'smallyes/trackers/hotjar';
import { hubspot } from 'smallyes/trackers/hubspot';
import { klaviyo } from 'smallyes/trackers/klaviyo';
import { linkedin } from 'smallyes/trackers/linkedin';
import { matomo } from 'smallyes/trackers/matomo';
import { metaPixel } from 'smallyes/trackers/meta-pixel';
import { microsoftUet } from 'smallyes/trackers/microsoft-uet';
import { mixpanel } from 'smallyes/trackers/mixpanel';
import { openpanel } from 'smallyes/trackers/openpanel';
import { plausible } from 'smallyes/trackers/plausible';
import { posthog } from 'smallyes/trackers/posthog';
import { rudderstack } from 'smallyes/trackers/rudderstack';
import { segment } from 'smallyes/trackers/segment';
import { sentry } from 'smallyes/trackers/sentry';
import { snowplow } from 'smallyes/trackers/snowplow';
import { tiktok } from 'smallyes/trackers/tiktok';
import { umami } from 'smallyes/trackers/umami';
import { vercel } from 'smallyes/trackers/vercel';
import { afterEach, describe, expect, it } from 'vitest';

interface Row {
  /** Name of the global that the product's snippet leaves; none where the client is always passed in. */
  readonly global?: string;
  readonly make: (client: never) => Tracker;
  /** A call that carries an event, among all calls. */
  readonly isEvent?: RegExp;
  /** The product takes no id. */
  readonly isNameless?: boolean;
  /** It sends what is fresh once more when the page goes; the product counts it once. */
  readonly isIdempotent?: boolean;
  readonly event?: () => CommitmentEvent;
}

const unlock = () => commitmentFixture('lead-gate.unlock');

/** File of the adapter → how it is tried. */
const rows: Readonly<Record<string, Row>> = {
  amplitude: { global: 'amplitude', make: () => amplitude(), isEvent: /^\["track"/ },
  analytics: { make: (client) => analytics(client) },
  clarity: { global: 'clarity', make: () => clarity(), isEvent: /^\["event"/, isNameless: true },
  'customer-io': { global: 'cioanalytics', make: () => customerIo() },
  fathom: { global: 'fathom', make: () => fathom(), isNameless: true },
  ga4: { global: 'gtag', make: () => ga4() },
  'google-ads': {
    global: 'gtag',
    make: () => googleAds({ conversions: { 'lead-gate.unlock': 'AW-1/abc' } }),
    event: unlock,
  },
  'google-tag-manager': { global: 'dataLayer', make: () => googleTagManager(), isEvent: /"event":"/ },
  hotjar: { global: 'hj', make: () => hotjar(), isNameless: true },
  hubspot: { global: '_hsq', make: () => hubspot() },
  klaviyo: { global: 'klaviyo', make: () => klaviyo() },
  linkedin: {
    global: 'lintrk',
    make: () => linkedin({ conversions: { 'lead-gate.unlock': 123_456 } }),
    event: unlock,
  },
  matomo: { global: '_paq', make: () => matomo(), isNameless: true },
  'meta-pixel': { global: 'fbq', make: () => metaPixel(), event: unlock },
  'microsoft-uet': { global: 'uetq', make: () => microsoftUet(), event: unlock },
  mixpanel: { global: 'mixpanel', make: () => mixpanel(), isEvent: /^\["track"/, isIdempotent: true },
  openpanel: { global: 'op', make: () => openpanel() },
  plausible: { global: 'plausible', make: () => plausible() },
  posthog: { global: 'posthog', make: () => posthog(), isEvent: /^\["capture"/, isIdempotent: true },
  rudderstack: { global: 'rudderanalytics', make: () => rudderstack() },
  segment: { global: 'analytics', make: () => segment() },
  sentry: { global: 'Sentry', make: () => sentry() },
  snowplow: { global: 'snowplow', make: () => snowplow() },
  tiktok: { global: 'ttq', make: () => tiktok(), event: unlock },
  umami: { global: 'umami', make: () => umami() },
  vercel: { global: 'va', make: () => vercel(), isNameless: true },
};

/** Stands in for any client: a function that has every method. All calls are written down as JSON. */
function standIn() {
  const calls: string[] = [];
  let fails = false;
  const act = (...call: unknown[]) => {
    if (fails) {
      fails = false;
      throw new Error('client');
    }
    calls.push(JSON.stringify(call));
  };
  const client: unknown = new Proxy(act, {
    get: (_, name) => (name === 'then' ? undefined : (...call: unknown[]) => act(name, ...call)),
  });
  return {
    client,
    calls,
    failOnce: () => {
      fails = true;
    },
  };
}

const globals = globalThis as unknown as Record<string, unknown>;
const touched = new Set<string>();
afterEach(() => {
  for (const name of touched) delete globals[name];
  touched.clear();
});

function trial({ global, make, isEvent = /./, isNameless = false, isIdempotent }: Row): TrackerTrial {
  const { client, calls, failOnce } = standIn();
  const setClient = (isThere: boolean) => {
    if (!global) return;
    touched.add(global);
    if (isThere) globals[global] = client;
    else delete globals[global];
  };
  setClient(true);
  return {
    tracker: make(client as never),
    received: () => calls.filter((call) => isEvent.test(call) && !/^\["(flush|setTransport)"/.test(call)),
    ...(!isNameless && { idOf: (call) => /0199a000-0000-7000-8000-\d{12}/.exec(String(call))?.[0] }),
    isIdempotent,
    ...(global && { setClient }),
    failOnce,
  };
}

it('is asked of every adapter', () => {
  const files = globSync('src/trackers/to-*.ts').map((file) => path.basename(file, '.ts').slice(3));
  const others = ['console', 'http'];
  expect(Object.keys(rows).sort()).toEqual(files.filter((file) => !others.includes(file)).sort());
});

describe.each(Object.entries(rows))('%s', (_, row) => {
  for (const { name, run } of trackerCases({ create: () => trial(row), event: row.event })) it(name, run);
});
