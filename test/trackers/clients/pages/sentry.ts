import * as client from '@sentry/browser';
import { sentry } from 'smallyes/trackers/sentry';
import { play } from '../stage.tsx';

play({
  load(origin) {
    client.init({ dsn: `${origin.replace('http://', 'http://key@')}/1`, defaultIntegrations: false });
    Object.assign(window, { Sentry: client });
    return client;
  },
  report: (given) => void (given as typeof client).captureException(new Error('A product failed to load.')),
  tracker: (given, options) => sentry(given as typeof client | undefined, options),
});
