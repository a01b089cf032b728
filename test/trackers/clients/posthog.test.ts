import { bodyOf, describeClient } from './contract.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly uuid: string;
  readonly event: string;
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly $set?: Readonly<Record<string, unknown>>;
}

const messages = (arrivals: readonly Arrival[]) =>
  arrivals
    .filter(({ path }) => path === '/e/')
    .flatMap((one) => {
      const body = bodyOf(one) as { batch?: Message[] } | Message[];
      return 'batch' in body ? (body.batch ?? []) : ([body].flat() as Message[]);
    });

describeClient({
  program: 'posthog',
  // Its own `$session_entry_url` holds the whole address; see `mask_personal_data_properties` of posthog-js.
  tellsQuery: true,
  read: (arrivals) =>
    messages(arrivals)
      .filter(({ event }) => !event.startsWith('$'))
      .map(({ event, uuid, timestamp, properties }) => ({
        name: event,
        id: uuid,
        time: Date.parse(timestamp),
        properties: Object.fromEntries(
          Object.entries(properties).filter(([key]) => !key.startsWith('$session')),
        ),
        user: properties['distinct_id'],
      })),
  userOf: (arrivals) => {
    const all = messages(arrivals);
    const plan = all.find(({ event }) => event === '$identify')?.$set?.['plan'];
    return {
      id: all.findLast(({ event }) => event === 'share-button.share')?.properties['distinct_id'],
      plan,
    };
  },
});
