import { describeClient } from './contract.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly type: string;
  readonly payload: {
    readonly name?: string;
    readonly profileId?: string;
    readonly properties: Readonly<Record<string, unknown>>;
  };
}

const messages = (arrivals: readonly Arrival[]) =>
  arrivals.filter(({ path }) => path === '/track').map(({ text }) => JSON.parse(text) as Message);

describeClient({
  program: 'openpanel',
  read: (arrivals) =>
    messages(arrivals)
      .filter(({ type }) => type === 'track')
      .map(({ payload: { name = '', profileId, properties } }) => ({
        name,
        id: properties['event_id'],
        time: Date.parse(String(properties['__timestamp'])),
        properties,
        user: profileId,
      })),
  userOf: (arrivals) => {
    const all = messages(arrivals);
    const plan = all.find(({ type }) => type === 'identify')?.payload.properties['plan'];
    return { id: all.findLast(({ type }) => type === 'track')?.payload.profileId, plan };
  },
});
