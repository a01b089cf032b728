import * as client from '@amplitude/analytics-browser';
import { amplitude } from 'smallyes/trackers/amplitude';
import { play } from '../stage.tsx';

play({
  load(origin) {
    client.init('key', { serverUrl: `${origin}/2/httpapi`, autocapture: false, fetchRemoteConfig: false });
    Object.assign(window, { amplitude: client });
    return client;
  },
  tracker: (given, options) => amplitude(given as typeof client | undefined, options),
});
