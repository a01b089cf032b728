import { uuid } from 'smallyes/events';
import { expect, it } from 'vitest';
import { count, type InsightsOptions, type RowLike } from '../../src/insights/index.ts';
import { randomOf } from '../../src/insights/stats/random.ts';
import { countPlainly } from './count-oracle.ts';

const actions = ['poll.vote', 'poll.vote:p1', 'poll.vote:p2', 'quiz.complete', 'checkout.purchase'] as const;
const now = Date.UTC(2026, 5, 1);

interface Random {
  (): number;
  below(n: number): number;
  of<T>(all: readonly T[]): T;
}

function seeded(seed: number): Random {
  const next = randomOf(seed);
  const below = (n: number) => Math.floor(next() * n);
  return Object.assign(next, { below, of: <T>(all: readonly T[]) => all[below(all.length)] as T });
}

/** A log in which all that is rare elsewhere happens often: ties, doubled ids, taken back, mixed variants, out of order. */
function logOf(random: Random): RowLike[] {
  const step = random.of([1, 1_000, 86_400_000]);
  const size = random.below(24);
  const rows: RowLike[] = [];
  for (let at = 0; at < size; at++) {
    const double = rows[random.below(12)];
    if (double && random() < 0.1) {
      rows.push(double);
      continue;
    }
    // Two kinds of one component are one ask.
    const kind = random.of(['poll.vote', 'poll.vote', 'poll.predict', 'quiz.complete', 'checkout.purchase']);
    const person = random.below(3);
    rows.push({
      id: `row ${at}`,
      kind,
      phase: random.of([
        'committed',
        'committed',
        'committed',
        'seen',
        'withdrawn',
        'confirmed',
        'started',
        'progressed',
        'dismissed',
        'abandoned',
        'failed',
      ]),
      grade: random.of([1, 2, 3]),
      askId: random.of(['p1', 'p2']),
      attempt: `attempt ${random.below(6)}`,
      sessionId: `session ${person}${random.below(2)}`,
      // Some sessions are of two, and of some visitors nothing is known until late.
      visitorId: random() < 0.4 ? `visitor ${random() < 0.9 ? person : 7}` : random.of([null, undefined]),
      segments: random.of([undefined, [], ['s1'], ['s2', 's1']]),
      experiments: random.of([undefined, undefined, {}, { x: 'a' }, { x: 'b' }, { y: 'a', x: 'a' }]),
      viewId: random.of(['view 1', 'view 2']),
      seq: size - at,
      amount: random.of([null, undefined, 0, 5, 20.5]),
      occurredAt: random() < 0.05 ? now + 300_000 + random.below(2) : now - random.below(30) * step,
    });
  }
  return rows;
}

function questionOf(random: Random): InsightsOptions {
  const goal = random.of(actions);
  const others = actions.filter((action) => action !== goal && random() < 0.4);
  return {
    goal,
    steps: random() < 0.5 ? others : [...others.reverse(), goal],
    window: random.of([1, 5_000, '3d', '30d']),
    unit: random.of(['visitor', 'session'] as const),
    by: random.of(['ask', 'kind'] as const),
    exposure: random.of(['landmark', 'landmark', 'before', 'anywhere'] as const),
    landmark: random.of([1, 2, 3]),
    micro: random.of([undefined, ...actions]),
    horizon: random.of([1, '4s', '2d']),
    paths: random.of([1, 2, 20]),
    pathLength: random.of([1, 2, 5]),
    weekStart: random.of([1, 2, 3, 4, 5, 6, 7] as const),
    now,
  };
}

// 3,000 logs.
it.each([1, 2, 3, 4, 5, 6])('counts as the rules say, on logs made at random (%i)', async (part) => {
  for (let seed = part * 500; seed < part * 500 + 500; seed++) {
    const random = seeded(seed);
    const log = logOf(random);
    const options = questionOf(random);
    const counts = await count(log, options);
    expect({ seed, ...counts }).toEqual({ seed, ...countPlainly(log, counts.question) });
  }
});

it('counts a log that outgrows every table it is first kept in', async () => {
  const random = seeded(7);
  const ids = Array.from({ length: 2_600 }, () => uuid());
  const log = Array.from({ length: 3_000 }, (_, at): RowLike => {
    const person = random.below(400);
    return {
      // Some hundred come twice.
      id: ids[at % ids.length] as string,
      kind: random.of(['poll.vote', 'quiz.complete', 'share-button.share', 'checkout.purchase']),
      phase: random() < 0.02 ? 'withdrawn' : 'committed',
      grade: 1,
      askId: `ask ${random.below(12)}`,
      attempt: `attempt ${person}`,
      sessionId: `session ${person}`,
      viewId: 'view',
      seq: 3_000 - at,
      segments: person % 3 > 0 ? [`segment ${person % 7}`] : [],
      occurredAt: now - random.below(90 * 86_400_000),
    };
  });
  const counts = await count(log, { goal: 'checkout.purchase:ask 1', steps: ['poll.vote'], now });
  expect(counts.transitions.length).toBeGreaterThan(1_500);
  expect(counts).toEqual(countPlainly(log, counts.question));
});
