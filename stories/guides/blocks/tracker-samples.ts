import type { Tracker } from 'smallyes/events';
import { amplitude } from 'smallyes/trackers/amplitude';
import { analytics } from 'smallyes/trackers/analytics';
import { clarity } from 'smallyes/trackers/clarity';
import { consoleTracker } from 'smallyes/trackers/console';
import { customerIo } from 'smallyes/trackers/customer-io';
import { fathom } from 'smallyes/trackers/fathom';
import { ga4 } from 'smallyes/trackers/ga4';
import { googleAds } from 'smallyes/trackers/google-ads';
import { googleTagManager } from 'smallyes/trackers/google-tag-manager';
import { hotjar } from 'smallyes/trackers/hotjar';
import { httpTracker } from 'smallyes/trackers/http';
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
import { createRecorder, JsonText, type RecordedCall } from './tracker-recorder.ts';

/** How the guide tries one tracker. */
export interface TrackerSample {
  /** The product, as its title in the guide says it. */
  readonly product: string;
  /** What the product's script puts on the page; the tracker finds a recorder there. Missing: it has no such thing. */
  readonly global?: string;
  /** Makes the tracker with the options that its page shows. */
  readonly make: (calls: RecordedCall[]) => Tracker;
  /** The same with no option that changes what is sent. Default: `make`. */
  readonly plain?: (calls: RecordedCall[]) => Tracker;
  /** The product's name for an event, if a call hands one over. */
  readonly eventOf: (...args: never[]) => string | undefined;
}

type Named = { readonly name?: string; readonly event?: string; readonly event_type?: string };

const first = (name: string) => name;
const second = (_: string, name: string) => name;
const ofCommand =
  (command: string) =>
  (given: string, name: string): string | undefined =>
    given === command ? name : undefined;

/** Every tracker of the kit, by its file. */
export const trackerSamples = {
  amplitude: {
    product: 'Amplitude',
    global: 'amplitude',
    make: () => amplitude(),
    eventOf: ({ event_type }: Named) => event_type,
  },
  analytics: {
    product: 'analytics (getanalytics.io)',
    make: (calls) => analytics(createRecorder('analytics', calls)),
    eventOf: first,
  },
  clarity: {
    product: 'Microsoft Clarity',
    global: 'clarity',
    make: () => clarity(),
    eventOf: ofCommand('event'),
  },
  console: {
    product: 'Console',
    make: (calls) => consoleTracker({ log: (text) => createRecorder<typeof first>('log', calls)(text) }),
    eventOf: (text: string) => text.split(' ')[0],
  },
  'customer-io': {
    product: 'Customer.io',
    global: 'cioanalytics',
    make: () => customerIo(),
    eventOf: first,
  },
  fathom: { product: 'Fathom', global: 'fathom', make: () => fathom(), eventOf: first },
  ga4: { product: 'Google Analytics 4', global: 'gtag', make: () => ga4(), eventOf: ofCommand('event') },
  'google-ads': {
    product: 'Google Ads',
    global: 'gtag',
    make: () =>
      googleAds({
        conversions: {
          'lead-gate.unlock': 'AW-123456789/AbC-D_efG',
          'checkout.purchase': 'AW-123456789/XyZ-1_234',
        },
      }),
    plain: () => googleAds({ conversions: {} }),
    eventOf: ofCommand('event'),
  },
  'google-tag-manager': {
    product: 'Google Tag Manager',
    global: 'dataLayer',
    make: () => googleTagManager(),
    eventOf: ({ event }: Named) => event,
  },
  hotjar: { product: 'Hotjar', global: 'hj', make: () => hotjar(), eventOf: ofCommand('event') },
  http: {
    product: 'Your own endpoint',
    make: (calls) =>
      httpTracker({
        url: '/api/commitments',
        fetch: (url, init) => {
          const { body, signal: _, ...rest } = init ?? {};
          calls.push({ path: 'fetch', args: [url, { ...rest, body: new JsonText(String(body)) }] });
          return Promise.resolve(new Response(null, { status: 204 }));
        },
      }),
    eventOf: () => undefined,
  },
  hubspot: {
    product: 'HubSpot',
    global: '_hsq',
    make: () => hubspot(),
    eventOf: ([, { name }]: [string, Named]) => name,
  },
  klaviyo: {
    product: 'Klaviyo',
    global: 'klaviyo',
    make: () => klaviyo(),
    eventOf: ([, name]: [string, string]) => name,
  },
  linkedin: {
    product: 'LinkedIn',
    global: 'lintrk',
    make: () => linkedin({ conversions: { 'lead-gate.unlock': 1234567, 'checkout.purchase': 1234568 } }),
    plain: () => linkedin({ conversions: {} }),
    eventOf: first,
  },
  matomo: {
    product: 'Matomo',
    global: '_paq',
    make: () => matomo({ goals: { 'lead-gate.unlock': 3 }, dimensions: { choice: 1, event_id: 2 } }),
    eventOf: ([command, category, action]: [string, string, string]) =>
      command === 'trackEvent' ? `${category} ${action}` : undefined,
  },
  'meta-pixel': {
    product: 'Meta Pixel',
    global: 'fbq',
    make: () => metaPixel({ pixelId: '1234567890' }),
    plain: () => metaPixel(),
    eventOf: second,
  },
  'microsoft-uet': {
    product: 'Microsoft Advertising (UET)',
    global: 'uetq',
    make: () => microsoftUet(),
    eventOf: ofCommand('event'),
  },
  mixpanel: { product: 'Mixpanel', global: 'mixpanel', make: () => mixpanel(), eventOf: first },
  openpanel: { product: 'OpenPanel', global: 'op', make: () => openpanel(), eventOf: ofCommand('track') },
  plausible: { product: 'Plausible', global: 'plausible', make: () => plausible(), eventOf: first },
  posthog: { product: 'PostHog', global: 'posthog', make: () => posthog(), eventOf: first },
  rudderstack: {
    product: 'RudderStack',
    global: 'rudderanalytics',
    make: () => rudderstack(),
    eventOf: first,
  },
  segment: { product: 'Segment', global: 'analytics', make: () => segment(), eventOf: first },
  sentry: {
    product: 'Sentry',
    global: 'Sentry',
    make: () => sentry(),
    eventOf: ({ message }: { message: string }) => message.split(' ')[0],
  },
  snowplow: {
    product: 'Snowplow',
    global: 'snowplow',
    make: () => snowplow(),
    eventOf: (_: string, { category }: { category: string }) => category,
  },
  tiktok: { product: 'TikTok', global: 'ttq', make: () => tiktok(), eventOf: first },
  umami: { product: 'Umami', global: 'umami', make: () => umami(), eventOf: first },
  vercel: {
    product: 'Vercel Web Analytics',
    global: 'va',
    make: () => vercel(),
    eventOf: (_: string, { name }: Named) => name,
  },
} satisfies Readonly<Record<string, TrackerSample>>;

/** The file of a tracker. */
export type TrackerFile = keyof typeof trackerSamples;
