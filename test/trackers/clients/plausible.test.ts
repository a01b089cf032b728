import { commitmentFixture } from 'smallyes/testing';
import { expect, it } from 'vitest';
import { describeClient } from './contract.ts';
import { arrived } from './lab.ts';
import type { Arrival } from './loopback.ts';

interface Message {
  readonly n: string;
  readonly u: string;
  readonly i?: boolean;
  readonly $?: string;
  readonly p: Readonly<Record<string, string>>;
}

const messages = (arrivals: readonly Arrival[]) =>
  arrivals.filter(({ path }) => path === '/api/event').map(({ text }) => JSON.parse(text) as Message);

const lab = describeClient({
  program: 'plausible',
  isText: true,
  read: (arrivals) =>
    messages(arrivals).map(({ n, p }) => ({
      name: n,
      id: p['event_id'],
      time: Number(p['event_time']),
      properties: p,
    })),
});

it('counts money as revenue, and a look at an ask as no sign that the visitor stays', async () => {
  const page = await lab.open();
  await page.evaluate(
    (events) => {
      window.stage.start({ tracker: { phases: 'all' } });
      window.stage.track(events);
    },
    [commitmentFixture('checkout.purchase'), commitmentFixture('poll.vote', { phase: 'seen' })],
  );
  const [purchase, seen] = await arrived(lab.server, messages, 2);
  expect(purchase?.$).toEqual({ amount: 49, currency: 'EUR' });
  expect(purchase?.i).toBeUndefined();
  expect(purchase?.u).toBe(`${lab.server.origin}/guides/first-grinder`);
  expect(seen).toMatchObject({ n: 'poll.vote seen', i: false });
});
