import { vi } from 'vitest';
import { defineLadder, type Ladder, type LadderDefinition, type Situation } from '../../src/ladder/index.ts';
import type { LadderDraft } from '../../src/ladder/ladder.ts';
import type { Rung } from '../../src/ladder/rung.ts';
import type { Random } from '../events/random.ts';
import type { Logged } from './oracle.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** A Monday at noon. */
export const start = Date.UTC(2026, 10, 23, 12);

const kinds = {
  1: ['poll.vote', 'star-rating.rate', 'follow-link.follow'],
  2: ['newsletter-form.subscribe', 'lead-gate.unlock', 'contact-dialog.submit'],
  3: ['step-form.submit', 'callback-request.request'],
} as const;
const choices = ['a', 'b', 'c'];
const paths = ['/', '/blog/one', '/blog/two/more', '/prices'];
const rests = ['0s', '30m', '1h', '1d', '14d', 'forever'] as const;

/** A ladder of 1 to 8 rungs with all that a definition can say, each now and then. */
export function randomLadder(random: Random): Ladder {
  const { below, pick } = random;
  const chance = (share: number) => random.next() < share;
  const count = 1 + below(8);
  const names = Array.from({ length: count }, (_, i) => `ask-${i}`);
  let grade = pick([1, 1, 1, 2] as const) as 1 | 2 | 3;
  const segments: string[] = [];
  const clocks = () => ({
    ...(chance(0.4) && { shown: pick(rests) }),
    ...(chance(0.4) && { dismissed: pick(rests) }),
    ...(chance(0.3) && { committed: pick(rests) }),
  });
  const conditions = () => ({
    ...(chance(0.15) && { seconds: pick([0, 5, 30]) }),
    ...(chance(0.15) && { scroll: pick([0, 0.4, 1]) }),
    ...(chance(0.15) && { visits: pick([1, 2, 3]) }),
    ...(chance(0.15) && { page: pick(['/prices', '/blog/*', ['/', '*/more'], '/b*g/*/m*e']) }),
    ...(chance(0.1) && { device: pick(['phone', 'desktop'] as const) }),
    ...(chance(0.15) && { moment: pick(['know', ['do', 'buy']] as const) }),
    ...(chance(0.1) && { variant: { headline: pick(['short', ['short', 'long']]) } }),
    ...(chance(0.2) && segments.length > 0 && { segment: pick([pick(segments), segments]) }),
    ...(chance(0.1) && segments.length > 0 && { notSegment: pick(segments) }),
    ...(chance(0.1) && { answered: { [pick(names)]: pick(['a', ['b', 'c'], 4]) } }),
  });
  const rung = (ask: string, size: 1 | 2 | 3) => ({
    ask,
    kind: pick(kinds[size]),
    when: conditions(),
    rest: clocks(),
    ...(chance(0.3) && { showings: 1 + below(3) }),
    ...(chance(0.1) && { formerly: [`old-${ask}`] }),
  });
  const rungs = names.map((ask, i) => {
    if (grade < 3 && i > 0 && chance(0.35)) grade = (grade + 1) as 2 | 3;
    const writes = chance(0.4) ? { segments: { [`seg-${i}`]: () => true } } : {};
    if (chance(0.4)) segments.push(`seg-${i}`);
    return { ...rung(ask, grade), ...writes, segments: { [`seg-${i}`]: () => true } };
  });
  const definition = {
    id: 'random',
    goal: names.at(-1),
    rungs: rungs.map((one, i) =>
      chance(0.3)
        ? {
            ...one,
            otherwise: Array.from({ length: 1 + below(2) }, (_, n) =>
              rung(`alt-${i}-${n}`, chance(0.5) ? 1 : gradeOf(one.kind)),
            ),
          }
        : one,
    ),
    cooldown: clocks(),
  };
  // Put together at random: its names are not known to the compiler.
  // What does nothing is part of it, and the console is not to hear of that.
  vi.stubEnv('NODE_ENV', 'production');
  try {
    return defineLadder(definition as unknown as LadderDefinition);
  } finally {
    vi.unstubAllEnvs();
  }
}

function gradeOf(kind: string): 1 | 2 | 3 {
  return ([1, 2, 3] as const).find((grade) => (kinds[grade] as readonly string[]).includes(kind)) ?? 3;
}

export function asksOf(ladder: Ladder): Rung[] {
  return ladder.rungs.flatMap((rung) => [rung, ...rung.otherwise]);
}

/** Up to 30 events of one visitor over several visits, of asks on the ladder and others. */
export function randomLog(random: Random, ladder: Ladder): Logged[] {
  const { below, pick } = random;
  const all = asksOf(ladder);
  let time = start;
  let visit = 1;
  return Array.from({ length: below(30) }, () => {
    const pause = pick([1, 5000, 20 * 60_000, 2 * hour, day, 10 * day, 40 * day]);
    time += 1 + below(pause);
    if (pause > 30 * 60_000) visit += 1;
    const rung = pick(all);
    const id = pick([rung.ask, rung.ask, rung.ask, rung.formerly[0] ?? rung.ask, 'elsewhere']);
    const phase = pick(['seen', 'seen', 'dismissed', 'committed', 'withdrawn', 'started', 'failed'] as const);
    const kind = random.next() < 0.9 ? rung.kind : 'contact-dialog.open';
    const data = pick([{ choice: pick(choices) }, { value: 4 }, { choices: ['b', 'c'] }, {}]);
    return { draft: { kind, phase, ask: { id }, data } as LadderDraft, time, visit };
  });
}

/** The moment after a log. */
export function randomSituation(random: Random, ladder: Ladder, log: readonly Logged[]): Situation {
  const { below, pick } = random;
  const maybe = <T>(value: T, share = 0.7): T | undefined => (random.next() < share ? value : undefined);
  const last = log.at(-1) ?? { time: start, visit: 1 };
  const pause = pick([0, 1, 60_000, hour, day, 14 * day, 100 * day]);
  const all = asksOf(ladder).map(({ ask }) => ask);
  const placeOf = () => ({
    moment: maybe(pick(['know', 'do', 'buy', 'go'] as const), 0.8),
    offered: maybe(
      all.filter(() => below(3)),
      0.3,
    ),
  });
  const moment = {
    now: last.time + below(pause + 1),
    visit: last.visit + (pause > hour ? 1 : 0),
    segments: ladder.rungs.flatMap(({ segments }) => segments.map(({ name }) => name)).filter(() => below(2)),
    variants: maybe({ headline: pick(['short', 'long', 'other']) }),
    path: maybe(pick(paths), 0.9),
    device: maybe(pick(['phone', 'desktop'] as const), 0.9),
    seconds: maybe(below(60)),
    scroll: maybe(pick([0, 0.5, 1])),
  };
  const here = placeOf();
  return {
    ...moment,
    ...here,
    isReply: maybe(true, 0.3),
    passed: maybe(
      all.filter(() => !below(3)),
      0.4,
    ),
    current: maybe(pick([...all, 'elsewhere']), 0.2),
    spots: maybe([here, placeOf(), placeOf()], 0.4),
  };
}
