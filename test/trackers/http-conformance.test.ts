import { trackerCases } from 'smallyes/testing';
import { httpTracker } from 'smallyes/trackers/http';
import { describe, it } from 'vitest';
import { createEndpoint } from './http-support.ts';

describe('what every tracker must withstand', () => {
  const cases = trackerCases({
    create() {
      const endpoint = createEndpoint();
      let isThere = true;
      return {
        tracker: httpTracker({
          url: '/api/commitments',
          // For an outbox the client is the network.
          fetch: (...request) =>
            isThere ? endpoint.fetch(...request) : Promise.reject(new TypeError('no network')),
        }),
        received: () => endpoint.requests.flatMap(({ body }) => body.events),
        idOf: (event) => (event as { id: string }).id,
        setClient(next) {
          isThere = next;
        },
      };
    },
  });
  for (const { name, run } of cases) it(name, run);
});
