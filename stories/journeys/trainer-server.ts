import type { CallbackResult, CallbackValues } from 'smallyes/callback-request';
import type { NewsletterResult } from 'smallyes/newsletter-form';
import { createGate } from 'smallyes/server';
import { type Trainer, type TrainerId, trainerOf } from './trainer-people.ts';

/*
 * The studio's server, here in the page, because a story has none. On a site this file runs on the server, keys come from its
 * environment, and what is booked stands in its database.
 */

type Plan = readonly (readonly [day: string, what: string])[];

const plans: Readonly<Record<Exclude<Trainer['sport'], 'water'>, Plan>> = {
  strength: [
    ['Days 1 to 3', 'Sit down on a chair and get up again, ten times, slowly. Morning and evening.'],
    ['Days 4 to 7', 'The same with a full rucksack. Note how much was in it.'],
    ['Days 8 to 11', 'Hang from a bar for as long as you can, three times. Write down the seconds.'],
    ['Days 12 to 14', 'Rest, and bring the notes. They are where we begin.'],
  ],
  running: [
    ['Days 1 to 3', 'Walk for twenty minutes, so fast that talking is just possible.'],
    ['Days 4 to 7', 'One minute of running, two of walking, eight times. Every second day.'],
    ['Days 8 to 11', 'Two minutes of running, one of walking. Stop before it hurts, not after.'],
    ['Days 12 to 14', 'Rest, and bring the shoes in which you did it, however old.'],
  ],
  mobility: [
    ['Days 1 to 3', 'Get down to the floor and up again, five times, each time in another way.'],
    ['Days 4 to 7', 'The same, and count how many hands you need.'],
    ['Days 8 to 11', 'Two minutes in a deep squat, holding on to a door.'],
    ['Days 12 to 14', 'Rest, and note what still pulls. That is our first hour.'],
  ],
  climbing: [
    ['Days 1 to 3', 'Stand on one leg while you brush your teeth. Change at half time.'],
    ['Days 4 to 7', 'The same with closed eyes.'],
    ['Days 8 to 11', 'Hang from a bar, feet still on the floor, three times for half a minute.'],
    ['Days 12 to 14', 'Rest your fingers, and cut the nails. Everything else we have here.'],
  ],
};

const gate = createGate({
  keys: [{ id: 'story', secret: 'a story has no secrets, a site keeps its own in its environment' }],
  magnets: Object.fromEntries(
    Object.entries(plans).map(([sport, plan]) => [
      sport,
      { stream: () => JSON.stringify(plan), fileName: `${sport}.json`, type: 'application/json' },
    ]),
  ),
});

/** Answers of a server take a moment. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 150));

/** A server of its own for each page. `taken`: the starts of calls that somebody else has booked, in any offset. */
export function createTrainerServer({ taken = [] }: { taken?: readonly string[] } = {}) {
  const booked = new Set(taken.map((start) => Date.parse(start)));
  const answered = new Map<string, CallbackResult>();
  const isFree = ({ start }: { start: string }) => !booked.has(Date.parse(start));
  const book = ({ windows }: CallbackValues): CallbackResult => {
    const free = windows.find(isFree);
    if (free) booked.add(Date.parse(free.start));
    else if (windows.length > 0) return { status: 'invalid', taken: windows.map(({ start }) => start) };
    return free ? { status: 'ok', at: free.start } : { status: 'ok' };
  };
  return {
    /** Books the first of the times that is still free. A request that comes twice is booked once. */
    async call(
      _trainer: TrainerId,
      values: CallbackValues,
      { idempotencyKey }: { readonly idempotencyKey: string },
    ): Promise<CallbackResult> {
      await moment();
      const answer = answered.get(idempotencyKey) ?? book(values);
      answered.set(idempotencyKey, answer);
      return answer;
    },
    /** Keeps an address, and grants the plan of a trainer. */
    async grantPlan(trainer: TrainerId): Promise<{ status: 'ok'; grant: string }> {
      await moment();
      return { status: 'ok', grant: await gate.grant(trainerOf(trainer)?.sport ?? 'strength') };
    },
    /** Brings the plan for a grant. Rejects with the refusal, as `fetch` with a check of `response.ok` would. */
    async fetchPlan(trainer: TrainerId, grant: string | undefined): Promise<Plan> {
      await moment();
      const href = gate.href(trainerOf(trainer)?.sport ?? 'strength', grant);
      const response = await gate.handle(new Request(new URL(href, 'https://example.com')));
      if (!response.ok) throw response;
      return response.json() as Promise<Plan>;
    },
    /** Keeps an address, and sends a mail that asks for confirmation. */
    async freeHour(): Promise<NewsletterResult> {
      await moment();
      return { status: 'pending' };
    },
  };
}

export type TrainerServer = ReturnType<typeof createTrainerServer>;
