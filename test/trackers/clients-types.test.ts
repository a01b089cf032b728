import type * as amplitudeModule from '@amplitude/analytics-browser';
import type { AnalyticsBrowser as CustomerIoBrowser } from '@customerio/cdp-analytics-browser';
import type { OpenPanel } from '@openpanel/web';
import type * as plausibleModule from '@plausible-analytics/tracker';
import type { RudderAnalytics } from '@rudderstack/analytics-js';
import type {
  AnalyticsBrowser,
  AnalyticsSnippet,
  Analytics as SegmentAnalytics,
} from '@segment/analytics-next';
import type * as sentryModule from '@sentry/browser';
import type * as snowplowModule from '@snowplow/browser-tracker';
import type { AnalyticsInstance } from 'analytics';
import type mixpanelClient from 'mixpanel-browser';
import type { Mixpanel } from 'mixpanel-browser';
import type posthogClient from 'posthog-js';
import type { amplitude } from 'smallyes/trackers/amplitude';
import { analytics } from 'smallyes/trackers/analytics';
import type { customerIo } from 'smallyes/trackers/customer-io';
import { mixpanel } from 'smallyes/trackers/mixpanel';
import type { openpanel } from 'smallyes/trackers/openpanel';
import type { plausible } from 'smallyes/trackers/plausible';
import { posthog } from 'smallyes/trackers/posthog';
import type { rudderstack } from 'smallyes/trackers/rudderstack';
import { segment } from 'smallyes/trackers/segment';
import type { sentry } from 'smallyes/trackers/sentry';
import type { snowplow } from 'smallyes/trackers/snowplow';
import { describe, expectTypeOf, it } from 'vitest';

type ClientOf<Make extends (...given: never[]) => unknown> = NonNullable<Parameters<Make>[0]>;

// Checked by the compiler: a client that does not fit makes this file red in `npm run types`.
describe('an adapter takes the client of its own product without a cast', () => {
  it('and no other', () => {
    expectTypeOf<typeof mixpanelClient>().toExtend<ClientOf<typeof mixpanel>>();
    expectTypeOf<Mixpanel>().toExtend<ClientOf<typeof mixpanel>>();
    expectTypeOf<typeof posthogClient>().toExtend<ClientOf<typeof posthog>>();
    expectTypeOf<AnalyticsBrowser>().toExtend<ClientOf<typeof segment>>();
    expectTypeOf<SegmentAnalytics>().toExtend<ClientOf<typeof segment>>();
    expectTypeOf<AnalyticsSnippet>().toExtend<ClientOf<typeof segment>>();
    expectTypeOf<CustomerIoBrowser>().toExtend<ClientOf<typeof customerIo>>();
    expectTypeOf<RudderAnalytics>().toExtend<ClientOf<typeof rudderstack>>();
    expectTypeOf<typeof amplitudeModule>().toExtend<ClientOf<typeof amplitude>>();
    expectTypeOf<ReturnType<typeof amplitudeModule.createInstance>>().toExtend<ClientOf<typeof amplitude>>();
    expectTypeOf<typeof snowplowModule>().toExtend<ClientOf<typeof snowplow>>();
    expectTypeOf<typeof plausibleModule>().toExtend<ClientOf<typeof plausible>>();
    expectTypeOf<typeof plausibleModule.track>().toExtend<ClientOf<typeof plausible>>();
    expectTypeOf<OpenPanel>().toExtend<ClientOf<typeof openpanel>>();
    expectTypeOf<typeof sentryModule>().toExtend<ClientOf<typeof sentry>>();
    expectTypeOf<AnalyticsInstance>().toExtend<ClientOf<typeof analytics>>();

    expectTypeOf<typeof posthogClient>().not.toExtend<ClientOf<typeof mixpanel>>();
    expectTypeOf<typeof mixpanelClient>().not.toExtend<ClientOf<typeof posthog>>();
    expectTypeOf<typeof amplitudeModule>().not.toExtend<ClientOf<typeof snowplow>>();
    expectTypeOf<typeof mixpanelClient>().not.toExtend<ClientOf<typeof amplitude>>();
    expectTypeOf<typeof snowplowModule>().not.toExtend<ClientOf<typeof segment>>();
    expectTypeOf<typeof sentryModule>().not.toExtend<ClientOf<typeof openpanel>>();
    expectTypeOf<typeof posthogClient>().not.toExtend<ClientOf<typeof sentry>>();
    expectTypeOf<typeof sentryModule>().not.toExtend<ClientOf<typeof plausible>>();
  });

  it('nor what is no client at all', () => {
    // @ts-expect-error an API key is no client
    void (() => mixpanel('token'));
    // @ts-expect-error the client must be there
    void (() => analytics());
    // @ts-expect-error a kind that does not exist
    void (() => posthog(undefined, { events: { 'poll.votes': 'Voted' } }));
    // @ts-expect-error a data field that does not exist
    void (() => segment(undefined, { events: { 'poll.vote': ({ data }) => data.nothing } }));
  });
});
