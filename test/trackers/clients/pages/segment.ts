import { AnalyticsBrowser } from '@segment/analytics-next';
import { segment } from 'smallyes/trackers/segment';
import { play } from '../stage.tsx';

play({
  load(origin) {
    const host = origin.replace('http://', '');
    const settings = { apiKey: 'key', apiHost: `${host}/v1`, protocol: 'http' as const };
    const client = AnalyticsBrowser.load({
      writeKey: 'key',
      cdnSettings: {
        integrations: { 'Segment.io': { ...settings, deliveryStrategy: { config: { keepalive: true } } } },
      },
    });
    Object.assign(window, { analytics: client });
    return client;
  },
  tracker: (given, options) => segment(given as AnalyticsBrowser | undefined, options),
});
