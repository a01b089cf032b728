import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';
import { rudderstack } from 'smallyes/trackers/rudderstack';
import { play } from '../stage.tsx';

play({
  load(origin) {
    const client = new RudderAnalytics();
    client.load('key', origin, {
      configUrl: origin,
      lockIntegrationsVersion: true,
      lockPluginsVersion: true,
      useBeacon: true,
      beaconQueueOptions: { flushQueueInterval: 100 },
    });
    Object.assign(window, { rudderanalytics: client });
    return client;
  },
  tracker: (given, options) => rudderstack(given as RudderAnalytics | undefined, options),
});
