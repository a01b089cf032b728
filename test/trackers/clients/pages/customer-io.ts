import { AnalyticsBrowser } from '@customerio/cdp-analytics-browser';
import { customerIo } from 'smallyes/trackers/customer-io';
import { play } from '../stage.tsx';

play({
  load(origin) {
    const host = origin.replace('http://', '');
    const settings = { apiKey: 'key', apiHost: `${host}/v1`, protocol: 'http' as const };
    const client = AnalyticsBrowser.load({
      writeKey: 'key',
      cdnSettings: {
        integrations: {
          'Customer.io Data Pipelines': { ...settings, deliveryStrategy: { config: { keepalive: true } } },
        },
      },
    });
    Object.assign(window, { cioanalytics: client });
    return client;
  },
  tracker: (given, options) => customerIo(given as AnalyticsBrowser | undefined, options),
});
