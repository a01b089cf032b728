import { describe, expect, it } from 'vitest';
import {
  type Counts,
  END,
  GOAL,
  type NextCount,
  START,
  type TransitionCount,
} from '../../src/insights/counts.ts';
import { contributionsOf } from '../../src/insights/findings/contributions.ts';
import { funnelsOf, weakLinksOf } from '../../src/insights/findings/funnels.ts';
import { nextBestAsksOf } from '../../src/insights/findings/next-best.ts';
import { retentionOf } from '../../src/insights/findings/retention.ts';
import { segmentsOf } from '../../src/insights/findings/segments.ts';
import { independence } from '../../src/insights/stats/tables.ts';
import { none, question } from './no-effect.ts';

describe('the funnel', () => {
  const counts: Counts = {
    ...none,
    units: 1000,
    segments: [{ segment: 'firm', n: 400, converted: 20 }],
    funnel: [
      { levels: [500, 200, 20] },
      { segment: 'firm', levels: [300, 100, 10] },
      { segment: 'gone', levels: [5, 0, 0] },
    ],
  };

  it('has each step of the one before and of the first, the first of all units', () => {
    const [all, firm] = funnelsOf(counts);
    expect(all).not.toHaveProperty('segment');
    expect(all?.steps).toMatchObject([
      { step: 'poll.vote', reached: 500, lost: 500, rate: { k: 500, n: 1000 }, overall: { estimate: 1 } },
      {
        step: 'newsletter-form.subscribe',
        reached: 200,
        lost: 300,
        rate: { k: 200, n: 500 },
        overall: { k: 200, n: 500 },
      },
      {
        step: 'checkout.purchase',
        reached: 20,
        lost: 180,
        rate: { k: 20, n: 200 },
        overall: { k: 20, n: 500 },
      },
    ]);
    expect(firm).toMatchObject({ segment: 'firm', steps: [{ lost: 100, rate: { n: 400 } }, {}, {}] });
  });

  it('says too few below 30, and nothing of nobody', () => {
    const steps = funnelsOf(counts)[2]?.steps;
    // More than the segment has: no share.
    expect(steps?.[0]).toMatchObject({
      lost: 0,
      rate: { estimate: Number.NaN, interval: [0, 1], warnings: ['TOO_FEW'] },
    });
    expect(steps?.[1]?.rate).toMatchObject({ estimate: 0, n: 5, warnings: ['TOO_FEW'] });
    expect(steps?.[2]?.rate).toMatchObject({ estimate: Number.NaN, interval: [0, 1], warnings: ['TOO_FEW'] });
  });
});

describe('the weak link', () => {
  const weak = (funnel: Counts['funnel']) => weakLinksOf({ ...none, funnel });

  it('is where one segment loses more than the others, not the step with the lowest rate', () => {
    const links = weak([
      { levels: [2000, 1000, 60] },
      { segment: 'private', levels: [1000, 700, 42] },
      { segment: 'firm', levels: [1000, 300, 18] },
    ]);
    expect(links).toMatchObject([
      { segment: 'firm', index: 1, step: 'newsletter-form.subscribe', comparisons: 4, n: 2000, warnings: [] },
    ]);
    expect(links[0]).toMatchObject({ rate: { k: 300, n: 1000 }, others: { k: 700, n: 1000 } });
    expect(links[0]?.estimate).toBeCloseTo(-0.4, 12);
  });

  it('comes the weakest first, by what is sure of it, after the correction', () => {
    const links = weak([
      { segment: 'a', levels: [4000, 2000, 400] },
      { segment: 'b', levels: [4000, 1700, 340] },
      { segment: 'c', levels: [400, 60, 4] },
    ]);
    expect(links.map(({ segment, index }) => `${segment} ${index}`)).toEqual(
      ['c 1', 'c 2', 'b 1'].slice(0, links.length),
    );
    const p = independence([60, 340, 3700, 4300]);
    expect(links[0]?.p).toBe(p);
    expect(links[0]?.q).toBeGreaterThanOrEqual(p);
  });

  it('is none at the first step, which nobody was asked before, and none of fewer than 30', () => {
    expect(
      weak([
        { segment: 'a', levels: [1000, 500, 50] },
        { segment: 'b', levels: [10, 5, 0] },
      ]),
    ).toEqual([]);
    expect(
      weak([
        { segment: 'a', levels: [1000, 500, 50] },
        { segment: 'b', levels: [29, 0, 0] },
      ]),
    ).toEqual([]);
    expect(
      weak([
        { segment: 'a', levels: [1000, 500, 50] },
        { segment: 'b', levels: [30, 0, 0] },
      ]),
    ).toHaveLength(1);
  });

  it('leaves those of no segment out, but where one segment has nobody else beside it', () => {
    const [unnamed, firm] = [
      { segment: '', levels: [5000, 500, 5] },
      { segment: 'firm', levels: [1000, 20, 1] },
    ];
    expect(weak([unnamed, firm, { segment: 'private', levels: [1000, 22, 1] }])).toEqual([]);
    expect(weak([unnamed, firm])).toMatchObject([
      { segment: 'firm', others: { n: 5000 }, warnings: ['LENGTH_BIAS'] },
    ]);
    expect(weak([firm])).toEqual([]);
    expect(weak([unnamed])).toEqual([]);
  });
});

describe('segments', () => {
  it('have a share of all and a rate beside the other ones', () => {
    const [big, small, unnamed] = segmentsOf({
      ...none,
      segments: [
        { segment: 'firm', n: 100, converted: 30 },
        { segment: '', n: 50, converted: 0 },
        { segment: 'private', n: 350, converted: 35 },
      ],
    });
    expect(big).toMatchObject({ segment: 'private', share: { k: 350, n: 500 }, rate: { estimate: 0.1 } });
    expect(big?.difference.estimate).toBeCloseTo(-0.2, 12);
    expect(small).toMatchObject({ segment: 'firm', difference: { n: 450, comparisons: 2, warnings: [] } });
    expect(small?.difference.q).toBeLessThan(0.001);
    expect(unnamed).toMatchObject({
      segment: '',
      share: { estimate: 0.1 },
      rate: { estimate: 0 },
      difference: { estimate: Number.NaN, interval: [-1, 1], q: undefined, warnings: ['LENGTH_BIAS'] },
    });
  });

  it('are not tested below 30, and not where there is one', () => {
    const few = segmentsOf({
      ...none,
      segments: [
        { segment: 'a', n: 29, converted: 20 },
        { segment: 'b', n: 900, converted: 1 },
      ],
    });
    for (const { difference } of few)
      expect(difference).toMatchObject({ q: undefined, comparisons: 0, warnings: ['TOO_FEW'] });
    const [one] = segmentsOf({ ...none, segments: [{ segment: 'a', n: 900, converted: 20 }] });
    expect(one).toMatchObject({
      share: { estimate: 1 },
      difference: { estimate: Number.NaN, warnings: ['TOO_FEW'] },
    });
    const [, named] = segmentsOf({
      ...none,
      segments: [
        { segment: '', n: 900, converted: 20 },
        { segment: 'a', n: 90, converted: 20 },
      ],
    });
    expect(named).toMatchObject({ segment: 'a', difference: { comparisons: 1, warnings: ['LENGTH_BIAS'] } });
    expect(segmentsOf(none)).toEqual([]);
  });
});

it('compares segments with a look or two at each, however many there are', () => {
  // Whoever posts events may name a segment for each of them.
  const looksAt = (many: number) => {
    let looks = 0;
    const named = <Row extends object>(at: number, row: Row) =>
      Object.defineProperty({ segment: '', ...row }, 'segment', {
        enumerable: true,
        get: () => {
          looks++;
          return `s-${at}`;
        },
      });
    const all = Array.from({ length: many }, (_, at) => at);
    const counts: Counts = {
      ...none,
      units: many * 40,
      funnel: all.map((at) => named(at, { levels: [40, 20, 10] })),
      segments: all.map((at) => named(at, { n: 40, converted: 10 })),
    };
    expect(segmentsOf(counts)).toHaveLength(many);
    expect(weakLinksOf(counts)).toEqual([]);
    expect(funnelsOf(counts)).toHaveLength(many);
    return looks / many;
  };
  expect(looksAt(400)).toBeLessThan(2 * looksAt(100));
});

describe('the next best ask', () => {
  const row = (state: string, action: string, grade: number, n: number, converted: number): NextCount => ({
    state,
    action,
    grade,
    n,
    converted,
  });
  const start = row(START, 'poll.vote:hurdle', 1, 900, 9);
  const best = (next: readonly NextCount[], onLadder?: readonly string[]) =>
    nextBestAsksOf({ ...none, next }, onLadder);

  it('is the one with the best lower bound, so that a lucky handful never wins', () => {
    const [, asks] = best([
      start,
      row('poll.vote:hurdle', 'star-rating.rate:tour', 1, 30, 12),
      row('poll.vote:hurdle', 'newsletter-form.subscribe:weekly', 2, 600, 200),
    ]);
    expect(asks).toMatchObject({
      state: 'poll.vote:hurdle',
      action: 'newsletter-form.subscribe:weekly',
      rate: { k: 200, n: 600 },
    });
    // Exact, at 2.5 % for both together: of this share 200 or more in 600 come 1.25 times in a hundred.
    expect(asks?.lower).toBeCloseTo(0.2905, 4);
    expect(asks?.lower).toBeLessThan(asks?.rate.interval[0] ?? 0);
    expect(asks?.weighed.map(({ action }) => action)).toEqual([
      'newsletter-form.subscribe:weekly',
      'star-rating.rate:tour',
    ]);
  });

  it('took 30 visitors there; else the ladder as it is written stands', () => {
    expect(
      best([start, row('poll.vote:hurdle', 'quiz.complete:match', 1, 29, 29)]).map(({ state }) => state),
    ).toEqual([START]);
    expect(best([start, row('poll.vote:hurdle', 'quiz.complete:match', 1, 30, 29)])).toHaveLength(2);
  });

  it('never falls, never jumps over a grade, never asks the same again, and is not the goal', () => {
    const states = best([
      start,
      row(START, 'newsletter-form.subscribe:weekly', 2, 100, 10),
      row(START, 'contact-dialog.submit:offer', 3, 100, 90),
      row('newsletter-form.subscribe:weekly', 'poll.vote:hurdle', 1, 100, 90),
      row('newsletter-form.subscribe:weekly', 'newsletter-form.subscribe:weekly', 2, 100, 90),
      row('newsletter-form.subscribe:weekly', 'checkout.purchase:order', 3, 100, 100),
      row('newsletter-form.subscribe:weekly', 'contact-dialog.submit:offer', 3, 100, 20),
      row('newsletter-form.subscribe:weekly', 'account-form.create:account', 2, 100, 10),
      row('poll.vote:hurdle', 'contact-dialog.submit:offer', 3, 100, 90),
    ]);
    expect(states.map(({ state, weighed }) => [state, ...weighed.map(({ action }) => action)])).toEqual([
      // A ladder may begin with a medium yes.
      [START, 'newsletter-form.subscribe:weekly', 'poll.vote:hurdle'],
      ['newsletter-form.subscribe:weekly', 'contact-dialog.submit:offer', 'account-form.create:account'],
    ]);
  });

  it('says which ones a ladder hands out', () => {
    const [first] = best([start, row(START, 'quiz.complete:match', 1, 90, 9)], ['hurdle']);
    expect(first?.weighed.map(({ action, rate }) => [action, ...rate.warnings])).toEqual([
      ['quiz.complete:match'],
      ['poll.vote:hurdle', 'ON_LADDER'],
    ]);
  });

  it('is the first by name of two that are equal', () => {
    expect(best([row(START, 'b.b', 1, 50, 5), row(START, 'a.a', 1, 50, 5)])[0]?.action).toBe('a.a');
  });
});

describe('what an action carries', () => {
  const moves = (
    group: string,
    ...rows: readonly (readonly [from: string, to: string, n: number])[]
  ): TransitionCount[] => rows.map(([from, to, n]) => ({ group, from, to, n }));
  // Half by A, half by B; A gives half of its own the goal, B a quarter.
  const group = (name: string) =>
    moves(
      name,
      [START, 'A', 4],
      [START, 'B', 4],
      ['A', GOAL, 2],
      ['A', END, 2],
      ['B', GOAL, 1],
      ['B', END, 3],
    );
  const groups = (many: number) => Array.from({ length: many }, (_, at) => group(`${at}`)).flat();

  it('is the share of goals lost without it, the largest first', () => {
    const [a, b] = contributionsOf({ ...none, converted: 120, transitions: groups(40) });
    expect(a).toMatchObject({ action: 'A', n: 120, warnings: [] });
    expect(a?.estimate).toBeCloseTo(2 / 3, 12);
    expect(b?.estimate).toBeCloseTo(1 / 3, 12);
    // Every group is alike, so that no sample differs.
    expect(b?.interval[1]).toBeCloseTo(1 / 3, 12);
  });

  it('is the same for the same counts, in whatever order', () => {
    const transitions = groups(20).map((row, at) => ({ ...row, n: row.n + (at % 3) }));
    expect(contributionsOf({ ...none, converted: 120, transitions: transitions.toReversed() })).toEqual(
      contributionsOf({ ...none, converted: 120, transitions }),
    );
  });

  it('says too few below 100 conversions, and has no interval of fewer than ten groups', () => {
    expect(contributionsOf({ ...none, converted: 99, transitions: groups(40) })[0]?.warnings).toEqual([
      'TOO_FEW',
    ]);
    expect(contributionsOf({ ...none, converted: 120, transitions: groups(9) })[0]).toMatchObject({
      interval: [0, 1],
      warnings: ['TOO_FEW'],
    });
  });

  it('has no answer where nobody reached the goal', () => {
    const transitions = moves('0', [START, 'A', 4], ['A', END, 4]);
    expect(contributionsOf({ ...none, transitions })).toMatchObject([
      { action: 'A', estimate: Number.NaN, interval: [0, 1], warnings: ['TOO_FEW'] },
    ]);
    expect(contributionsOf(none)).toEqual([]);
  });

  it('lies in its interval even where hardly a sample has all of its way', () => {
    // Ten steps, each walked in one group alone: the samples that miss none of them are too few to count.
    const long = Array.from({ length: 10 }, (_, at) =>
      moves(
        `${at}`,
        [at === 0 ? START : `s${at}`, at === 9 ? GOAL : `s${at + 1}`, 90],
        [START, 'd', 10],
        ['d', GOAL, 10],
      ),
    ).flat();
    const one = contributionsOf({ ...none, converted: 200, transitions: long }).find(
      ({ action }) => action === 's5',
    );
    expect(one?.estimate).toBeGreaterThan(0.4);
    expect(one?.interval).toEqual([0, one?.estimate]);
  });

  it('makes one of all that are rarer than the first forty', () => {
    const name = (at: number) => `poll.vote:q${String(at).padStart(2, '0')}`;
    const many = (size: number) =>
      contributionsOf({
        ...none,
        transitions: Array.from({ length: size }, (_, at) =>
          moves('0', [START, name(at), 100 - at], [name(at), GOAL, 10], [name(at), END, 90 - at]),
        ).flat(),
      });
    expect(many(40).some(({ action }) => action === '(others)')).toBe(false);
    const all = many(50);
    expect(all).toHaveLength(41);
    // Ten of the fifty that lead to the goal alike.
    expect(all[0]).toMatchObject({ action: '(others)' });
    expect(all[0]?.estimate).toBeCloseTo(0.2, 12);
    expect(all[1]?.estimate).toBeCloseTo(0.02, 12);
  });
});

describe('retention', () => {
  const week = (number: number) => Date.UTC(1970, 0, 5) + number * 604_800_000;
  const retention = [
    { cohort: 2900, age: 0, n: 50 },
    { cohort: 2900, age: 2, n: 10 },
    { cohort: 2902, age: 0, n: 20 },
  ];
  const cells = (now: number, to: number, more: Partial<Counts> = {}) =>
    retentionOf({ ...none, retention, ...more, to, question: { ...question, ...more.question, now } });

  it('has every cell up to now, and marks the week that is not over', () => {
    const now = week(2902) + 1000;
    expect(
      cells(now, now).map(({ cohort, age, k, n, warnings }) => [cohort, age, k, n, ...warnings]),
    ).toEqual([
      [2900, 0, 50, 50],
      [2900, 1, 0, 50],
      [2900, 2, 10, 50, 'INCOMPLETE_PERIOD'],
      [2902, 0, 20, 20, 'TOO_FEW', 'INCOMPLETE_PERIOD'],
    ]);
    expect(cells(now, now)[0]?.start).toBe(week(2900));
  });

  it('ends with the events: of the weeks after them nobody knows who came back', () => {
    const last = cells(week(2950), week(2903)).filter(({ cohort }) => cohort === 2900);
    expect(last.map(({ age }) => age)).toEqual([0, 1, 2, 3]);
    expect(last[3]?.warnings).toEqual(['INCOMPLETE_PERIOD']);
  });

  it('begins weeks on the day that was asked for', () => {
    const sunday = { question: { ...question, weekStart: 7 } };
    expect(new Date(cells(week(2904), week(2904), sunday)[0]?.start ?? 0).getUTCDay()).toBe(0);
  });

  it('is no endless triangle where a clock stood at 1970', () => {
    expect(cells(week(2900), week(2900), { retention: [{ cohort: -1, age: 0, n: 1 }] })).toHaveLength(105);
    expect(cells(Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER)).toHaveLength(210);
    expect(cells(Number.NaN, 0)).toEqual([]);
  });
});
