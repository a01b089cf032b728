import client from 'posthog-js/dist/module.no-external';
import { posthog } from 'smallyes/trackers/posthog';
import { play } from '../stage.tsx';

play({
  load(origin) {
    client.init('token', {
      api_host: origin,
      disable_external_dependency_loading: true,
      advanced_disable_flags: true,
      autocapture: false,
      capture_pageview: false,
      capture_pageleave: false,
      opt_out_useragent_filter: true,
      disable_surveys: true,
      persistence: 'memory',
    });
    Object.assign(window, { posthog: client });
    return client;
  },
  tracker: (given, options) => posthog(given as typeof client | undefined, options),
});
