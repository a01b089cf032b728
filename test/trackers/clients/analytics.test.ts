import { describeClient } from './contract.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly event: string;
  readonly userId: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly traits: Readonly<Record<string, unknown>>;
}

const at = (where: string, arrivals: readonly Arrival[]) =>
  arrivals.filter(({ path }) => path === where).map(({ text }) => JSON.parse(text) as Message);

describeClient({
  program: 'analytics',
  hasNoGlobal: true,
  read: (arrivals) =>
    at('/track', arrivals).map(({ event, properties, userId }) => ({
      name: event,
      id: properties['event_id'],
      time: Number(properties['event_time']),
      properties,
      user: userId,
    })),
  userOf: (arrivals) => ({
    id: at('/track', arrivals).at(-1)?.userId,
    plan: at('/identify', arrivals)[0]?.traits['plan'],
  }),
});
