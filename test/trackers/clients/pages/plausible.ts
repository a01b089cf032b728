import * as client from '@plausible-analytics/tracker';
import { plausible } from 'smallyes/trackers/plausible';
import { play } from '../stage.tsx';

play({
  load(origin) {
    // Without it the client takes a driven browser for a robot.
    Object.assign(window, { __plausible: true });
    client.init({
      domain: 'shop.example',
      endpoint: `${origin}/api/event`,
      captureOnLocalhost: true,
      autoCapturePageviews: false,
      logging: false,
    });
    Object.assign(window, { plausible: client.track });
    return client;
  },
  tracker: (given, options) => plausible(given as typeof client | undefined, options),
});
