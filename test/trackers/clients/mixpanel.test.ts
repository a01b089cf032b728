import { expect } from 'vitest';
import { bodyOf, describeClient } from './contract.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly event: string;
  readonly properties: Readonly<Record<string, unknown>> & { readonly time: number };
}

interface Profile {
  readonly $distinct_id: string;
  readonly $set?: Readonly<Record<string, unknown>>;
}

const messages = (arrivals: readonly Arrival[]) =>
  arrivals.filter(({ path }) => path === '/track/').flatMap((one) => [bodyOf(one)].flat() as Message[]);

describeClient({
  program: 'mixpanel',
  read: (arrivals) =>
    messages(arrivals)
      .filter(({ event }) => !event.startsWith('$'))
      .map(({ event, properties }) => ({
        name: event,
        id: properties['$insert_id'],
        time: Math.round(properties.time * 1000),
        properties,
        user: properties['distinct_id'],
      })),
  userOf: (arrivals) => {
    const profiles = arrivals
      .filter(({ path }) => path === '/engage/')
      .flatMap((one) => [bodyOf(one)].flat() as Profile[]);
    const profile = profiles.find(({ $set }) => $set?.['plan']);
    const shared = messages(arrivals).findLast(({ event }) => event === 'share-button.share');
    expect(profile?.$distinct_id).toBe(shared?.properties['distinct_id']);
    return { id: profile?.$distinct_id, plan: profile?.$set?.['plan'] };
  },
});
