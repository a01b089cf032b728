import { describeClient } from './contract.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly event_type: string;
  readonly event_properties: Readonly<Record<string, unknown>>;
  readonly user_properties?: { readonly $set?: Readonly<Record<string, unknown>> };
  readonly insert_id: string;
  readonly time: number;
  readonly user_id?: string;
}

const messages = (arrivals: readonly Arrival[]) =>
  arrivals
    .filter(({ path }) => path === '/2/httpapi')
    .flatMap(({ text }) => (JSON.parse(text) as { events: Message[] }).events);

describeClient({
  program: 'amplitude',
  read: (arrivals) =>
    messages(arrivals)
      .filter(({ event_type }) => !event_type.startsWith('$'))
      .map(({ event_type, insert_id, time, event_properties, user_id }) => ({
        name: event_type,
        id: insert_id,
        time,
        properties: event_properties,
        user: user_id,
      })),
  userOf: (arrivals) => {
    const all = messages(arrivals);
    const plan = all.find(({ event_type }) => event_type === '$identify')?.user_properties?.$set?.['plan'];
    return { id: all.findLast(({ event_type }) => event_type === 'share-button.share')?.user_id, plan };
  },
});
