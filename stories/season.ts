import type { CommitmentEvent, Phase } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';

/**
 * A season of a small coffee shop, made up, always the same one. What is true of it is known, so that a report can be held
 * against it:
 *
 * - Who says that the price holds them back takes the letter half as often: there the path breaks.
 * - The quiz helps: who has taken it puts coffee into the cart nearly twice as often.
 * - Sharing does nothing. Visitors who stay long do it more, and buy more, which most tools take for a cause.
 * - Longer words above the letter bring more letters, and no more orders.
 */
export const season = {
  visitors: 4_000,
  weeks: 12,
  /** Monday, 5 January 2026, UTC. */
  begin: Date.UTC(2026, 0, 5),
  end: Date.UTC(2026, 0, 5) + 12 * 604_800_000,
} as const;

export const seasonNames = {
  'product-view.view': 'Looked at a coffee',
  'poll.vote': 'Said what holds them back',
  'quiz.complete': 'Took the taste quiz',
  'share-button.share': 'Shared a coffee',
  'newsletter-form.subscribe': 'Takes the letter',
  'add-to-cart-button.add': 'Filled the cart',
  'checkout.purchase': 'Ordered',
  'return-visit.return': 'Came back',
  price: 'The price',
  taste: 'Not sure of the taste',
  time: 'No time to brew',
  'letter-words': 'Words above the letter',
  control: 'Short words',
  story: 'The story of a farm',
};

export const seasonQuestion = {
  goal: 'checkout.purchase',
  steps: ['product-view.view', 'newsletter-form.subscribe', 'add-to-cart-button.add', 'checkout.purchase'],
  micro: 'newsletter-form.subscribe',
  by: 'kind',
  now: season.end,
} as const;

type Act = Parameters<typeof commitmentFixture>[0];

/** The events of the season, in order of time. */
export function makeSeason(visitors: number = season.visitors): CommitmentEvent[] {
  const random = randomOf(42);
  const events: CommitmentEvent[] = [];
  for (let number = 0; number < visitors; number++) visit(number, random, events);
  return events.sort((one, two) => one.time - two.time);
}

function visit(number: number, random: () => number, events: CommitmentEvent[]): void {
  const happens = (chance: number) => random() < chance;
  // A shop that grows: later weeks bring more visitors.
  const day = Math.floor(Math.sqrt(random()) * season.weeks * 7);
  const person = { id: idOf(1, number), isNew: true, segments: [] as string[] };
  const variant = happens(0.5) ? 'story' : 'control';
  let time = season.begin + day * 86_400_000 + Math.floor((8 + random() * 13) * 3_600_000);
  let view = idOf(2, events.length);
  let experiments: Record<string, string> | undefined;
  let n = 1;
  const add = (kind: Act, ask: string, at: number, more: object) => {
    const seq = events.length + 1;
    const own = {
      id: idOf(3, seq),
      ask: { id: ask },
      attempt: idOf(4, seq),
      time: at,
      seq,
      session: { id: idOf(5, number * 10 + n), n },
      visitor: { ...person, segments: [...person.segments] },
      page: { path: '/coffee', viewId: view },
      ...(experiments && { experiments }),
    };
    // The kind is one of many here, so that its data cannot be known; those of the examples are.
    events.push(commitmentFixture(kind as 'poll.vote', { ...own, ...more }) as CommitmentEvent);
  };
  const did = (kind: Act, ask: string, more: object = {}) => {
    time += Math.floor(20_000 + random() * 70_000);
    add(kind, ask, time, more);
  };
  /** Right after what was done last. What only some do here leaves what chance deals as it is. */
  const came = (kind: Act, ask: string, ...phases: readonly Phase[]) => {
    for (const phase of phases) add(kind, ask, time + 5_000, { phase, data: {} });
  };

  // How long somebody stays has nothing to do with what they are shown.
  const patience = random();
  did('product-view.view', 'coffee');
  came('poll.vote', 'hurdle', 'seen');
  if (happens(0.6)) {
    const hurdle = ['price', 'taste', 'time'][Math.floor(random() * 2.6)] ?? 'time';
    person.segments.push(hurdle);
    did('poll.vote', 'hurdle', { data: { choice: hurdle } });
  }
  const quiz = happens(0.35);
  came('quiz.complete', 'taste-quiz', 'seen');
  if (quiz || number % 5 === 0) came('quiz.complete', 'taste-quiz', 'started');
  if (quiz) did('quiz.complete', 'taste-quiz');
  for (let more = patience; happens(more * 0.7); more -= 0.2) did('product-view.view', 'coffee');
  came('share-button.share', 'share-coffee', 'seen');
  if (happens(patience * 0.3)) did('share-button.share', 'share-coffee');

  experiments = { 'letter-words': variant };
  did('experiment.expose', 'letter-words', {
    phase: 'seen',
    data: { experiment: 'letter-words', variant },
  });
  const asked = person.segments.includes('price') ? 0.17 : 0.34;
  const letter = happens(asked + (variant === 'story' ? 0.09 : 0));
  came('newsletter-form.subscribe', 'letter', 'seen');
  if (!letter && number % 9 === 0) came('newsletter-form.subscribe', 'letter', 'started', 'abandoned');
  if (letter) did('newsletter-form.subscribe', 'letter');
  else if (happens(0.1)) did('newsletter-form.subscribe', 'letter', { phase: 'dismissed', data: {} });

  if (happens(0.3) && day < season.weeks * 7 - 10) {
    time += Math.floor((1 + random() * 20) * 86_400_000);
    view = idOf(2, events.length);
    n = 2;
    person.isNew = false;
    did('return-visit.return', 'welcome-back');
  }
  const basket = 0.13 + 0.12 * patience + (quiz ? 0.24 : 0) + (letter ? 0.08 : 0);
  came('add-to-cart-button.add', 'basket', 'seen');
  if (happens(basket)) {
    did('add-to-cart-button.add', 'basket');
    came('checkout.purchase', 'order', 'seen', 'started');
    if (number % 20 === 0) came('checkout.purchase', 'order', 'failed');
    const amount = 9 + Math.floor(random() * 40);
    if (happens(0.5)) did('checkout.purchase', 'order', { value: { amount, currency: 'EUR' } });
  }
}

/** A generator of numbers in [0, 1) that gives the same row for the same seed (Marsaglia's xorshift of 32 bits). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** An id of a series and a number; the last digits vary from visitor to visitor, as those of real ones do. */
const idOf = (series: number, number: number) =>
  `0198f0${series}0-0000-7000-8000-${String(number).padStart(12, '0')}`;
