import client from 'mixpanel-browser';
import { mixpanel } from 'smallyes/trackers/mixpanel';
import { play } from '../stage.tsx';

play({
  load(origin) {
    client.init('token', {
      api_host: origin,
      ignore_dnt: true,
      // As a page has it, but where a test waits for what goes to profiles, which no adapter can hurry.
      ...(location.hash && { batch_flush_interval_ms: 100 }),
    });
    Object.assign(window, { mixpanel: client });
    return client;
  },
  tracker: (given, options) => mixpanel(given as typeof client | undefined, options),
});
