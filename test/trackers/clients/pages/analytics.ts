import { Analytics, type AnalyticsInstance } from 'analytics';
import { analytics } from 'smallyes/trackers/analytics';
import { play } from '../stage.tsx';

/** What the package hands to a plugin. */
interface Call {
  readonly payload: unknown;
}

play({
  load(origin) {
    const post =
      (path: string) =>
      ({ payload }: Call) =>
        navigator.sendBeacon(`${origin}/${path}`, JSON.stringify(payload));
    return Analytics({
      app: 'shop',
      plugins: [{ name: 'loopback', track: post('track'), identify: post('identify') }],
    });
  },
  tracker: (given, options) => analytics(given as AnalyticsInstance, options),
});
