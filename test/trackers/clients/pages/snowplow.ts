import * as client from '@snowplow/browser-tracker';
import { snowplow } from 'smallyes/trackers/snowplow';
import { play } from '../stage.tsx';

play({
  load(origin) {
    client.newTracker('sp', origin, { appId: 'shop', contexts: { webPage: false }, keepalive: true });
    // The function of the snippet takes the name of a command.
    const queue = (command: keyof typeof client, details: never) =>
      // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the snippet does so too.
      (client[command] as (details: never) => unknown)(details);
    Object.assign(window, { snowplow: queue });
    return client;
  },
  tracker: (given, options) => snowplow(given as typeof client | undefined, options),
});
