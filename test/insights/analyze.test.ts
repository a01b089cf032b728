import { beforeEach, describe, expect, it } from 'vitest';
import { analyze } from '../../src/insights/analyze.ts';
import { type Counts, END, GOAL, START } from '../../src/insights/counts.ts';
import { experimentsOf } from '../../src/insights/findings/experiments.ts';
import { randomOf } from '../../src/insights/stats/random.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { none, question } from './no-effect.ts';

/** Counts with a row or more in every table. */
const full: Counts = {
  ...none,
  rows: 3000,
  units: 1000,
  converted: 150,
  funnel: [
    { levels: [700, 400, 150] },
    { segment: 'firm', levels: [300, 100, 30] },
    { segment: 'private', levels: [400, 300, 120] },
  ],
  actions: [
    {
      action: 'poll.vote:hurdle',
      exposed: 300,
      exposedConverted: 70,
      unexposed: 700,
      unexposedConverted: 80,
      next: 9,
    },
    {
      action: 'poll.vote:hurdle',
      segment: 'firm',
      exposed: 100,
      exposedConverted: 20,
      unexposed: 200,
      unexposedConverted: 10,
      next: 4,
    },
    {
      action: 'poll.vote:hurdle',
      segment: 'private',
      exposed: 200,
      exposedConverted: 50,
      unexposed: 500,
      unexposedConverted: 70,
      next: 5,
    },
  ],
  transitions: Array.from({ length: 12 }, (_, at) => [
    { group: `${at}`, from: START, to: 'poll.vote:hurdle', n: 20 + at },
    { group: `${at}`, from: 'poll.vote:hurdle', to: GOAL, n: 5 },
    { group: `${at}`, from: 'poll.vote:hurdle', to: END, n: 15 + at },
  ]).flat(),
  paths: [{ path: ['poll.vote:hurdle', GOAL], n: 60, converted: 60 }],
  retention: [
    { cohort: 2930, age: 0, n: 200 },
    { cohort: 2930, age: 1, n: 40 },
  ],
  variants: [
    {
      experiment: 'form',
      variant: 'long',
      exposed: 500,
      converted: 60,
      micro: 200,
      sum: 3000,
      sumSquares: 160_000,
      mixed: 2,
    },
    {
      experiment: 'form',
      variant: 'short',
      exposed: 500,
      converted: 90,
      micro: 300,
      sum: 4500,
      sumSquares: 230_000,
      mixed: 2,
    },
  ],
  next: [{ state: START, action: 'poll.vote:hurdle', grade: 1, n: 300, converted: 70 }],
  segments: [
    { segment: 'firm', n: 300, converted: 30 },
    { segment: 'private', n: 700, converted: 120 },
  ],
};

beforeEach(forgetMessages);

/** Everything in a result that is a figure, with where it is. */
function figuresOf(value: unknown, at = ''): [at: string, figure: Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, Record<string, unknown>][] =
    'interval' in value ? [[at, value as Record<string, unknown>]] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, one]) =>
      key === 'counts' ? [] : figuresOf(one, `${at}.${key}`),
    ),
  ];
}

const contains = (interval: unknown, estimate: unknown) => {
  const [low, high] = interval as readonly [number, number];
  if (Number.isNaN(low) || Number.isNaN(high) || low > high) return false;
  // Of a sum of thousands of rounded numbers the last digit is no digit.
  const air = 1e-12 * Math.max(1, Math.abs(estimate as number));
  return Number.isNaN(estimate) || (low - air <= (estimate as number) && (estimate as number) <= high + air);
};

function expectSense(counts: Counts): void {
  const insights = analyze(counts, { planned: 1000 });
  const once = experimentsOf(insights.counts, { looks: 'once' });
  const problems: string[] = [];
  const check = (isRight: boolean, ...what: unknown[]) => {
    if (!isRight) problems.push(what.join(' '));
  };
  for (const [at, figure] of figuresOf({ ...insights, once })) {
    const { estimate, interval, oddsRatio, oddsInterval, p, q, comparisons, n, k, warnings } = figure;
    check(contains(interval, estimate ?? oddsRatio), at, interval, estimate ?? oddsRatio);
    if (oddsInterval) check(contains(oddsInterval, oddsRatio), at, oddsInterval, oddsRatio);
    if (p !== undefined) check(Number.isNaN(p) || ((p as number) >= 0 && (p as number) <= 1), at, 'p', p);
    if (q !== undefined) check((q as number) >= (p as number) && (q as number) <= 1, at, 'q', q, p);
    if (q !== undefined) check((comparisons as number) > 0, at, 'comparisons', comparisons);
    if (k === undefined) continue;
    const [low, high] = interval as readonly [number, number];
    check(low >= 0 && high <= 1, at, interval);
    check(Number.isNaN(estimate) || estimate === (k as number) / (n as number), at, estimate, k, n);
    const few = Number.isNaN(estimate) || (n as number) < 30;
    check((warnings as string[]).includes('TOO_FEW') === few, at, warnings, n);
  }
  for (const { srmP } of insights.experiments) check(srmP >= 0 && srmP <= 1, 'srm', srmP);
  expect(problems).toEqual([]);
}

describe('analyze', () => {
  it('tells something of every table', () => {
    const insights = analyze(full, { onLadder: ['hurdle'] });
    expect(insights.counts).toEqual(full);
    expect(insights.warnings).toEqual([]);
    expect(insights.funnels).toHaveLength(3);
    expect(insights.weakLinks[0]).toMatchObject({ segment: 'firm', index: 1 });
    expect(insights.lifts[0]).toMatchObject({
      action: 'poll.vote:hurdle',
      shown: true,
      warnings: ['ON_LADDER'],
    });
    expect(insights.contributions[0]?.estimate).toBeCloseTo(1, 9);
    expect(insights.nextBestAsks).toMatchObject([{ state: START, rate: { warnings: ['ON_LADDER'] } }]);
    expect(insights.experiments).toMatchObject([{ mixed: 2, comparisons: [{ variant: 'short' }] }]);
    expect(insights.retention[1]).toMatchObject({ age: 1, k: 40 });
    expect(insights.segments).toHaveLength(2);
    expectSense(full);
  });

  it('warns of the whole: few, by another rule, in no sure order, not over', () => {
    const warningsOf = (more: Partial<Counts>) =>
      analyze({ ...none, units: 30, rows: 1000, ...more }).warnings;
    expect(warningsOf({})).toEqual([]);
    expect(warningsOf({ units: 29 })).toEqual(['TOO_FEW']);
    expect(warningsOf({ question: { ...question, exposure: 'before' } })).toEqual(['LENGTH_BIAS']);
    expect(warningsOf({ ties: 11 })).toEqual(['TIES']);
    expect(warningsOf({ from: none.to - question.window })).toEqual([]);
    expect(warningsOf({ from: none.to - question.window + 1 })).toEqual(['INCOMPLETE_PERIOD']);
    expect(warningsOf({ question: { ...question, horizon: 9e12 } })).toEqual(['INCOMPLETE_PERIOD']);
  });

  it('tells nothing of nothing', () => {
    expect(analyze({ ...none, from: 0, to: 0 })).toEqual({
      counts: { ...none, from: 0, to: 0 },
      asks: [],
      funnels: [],
      weakLinks: [],
      lifts: [],
      contributions: [],
      nextBestAsks: [],
      experiments: [],
      retention: [],
      segments: [],
      warnings: ['TOO_FEW'],
    });
  });

  it.each([
    ['another version', { ...full, v: 2 }, 'version 2'],
    ['no version', { units: 3 }, '{"units":3}'],
    ['nothing', undefined, 'undefined'],
    ['a promise', Promise.resolve(full), '{}'],
    ['a text', 'counts', '"counts"'],
    ['no question', { ...full, question: undefined }, 'without question'],
    ['half a file', { ...full, segments: undefined }, 'without segments'],
  ])('throws for %s', (_, given, problem) => {
    expect(() => analyze(given as unknown as Counts)).toThrow(new RegExp(`SY-1611 .*${problem}`));
  });
});

describe('bad input', () => {
  it('leaves out rows that cannot be, says so, and reads the rest', () => {
    expectConsole('warn', 'SY-1612');
    const broken = {
      ...full.actions[0],
      action: 'quiz.complete:match',
      exposedConverted: 301,
    } as (typeof full.actions)[0];
    const insights = analyze({ ...full, actions: [broken, ...full.actions] });
    expect(insights).toEqual(analyze(full));
  });

  it('finds the one row that cannot be at the end of a long table', () => {
    expectConsole('warn', 'SY-1612');
    const row = { path: ['poll.vote:hurdle'], n: 1, converted: 0 };
    const paths = [...Array.from({ length: 400_000 }, () => ({ ...row })), { ...row, converted: 2 }];
    expect(analyze({ ...full, paths }).counts.paths).toHaveLength(400_000);
  });

  it('leaves out an arm whose money cannot have been spent by so many', () => {
    expectConsole('warn', 'SY-1612');
    const [long, short] = full.variants;
    // 500 that spent 3000 together have squares of 18,000 at least.
    const variants = [long, { ...short, sum: 3000, sumSquares: 17_999 }] as typeof full.variants;
    expect(analyze({ ...full, variants }).experiments[0]?.arms).toHaveLength(1);
    const least = [long, { ...short, sum: 3000, sumSquares: 18_000 }] as typeof full.variants;
    expect(analyze({ ...full, variants: least }).experiments[0]?.arms).toHaveLength(2);
  });

  it('takes a sum that is no number for none', () => {
    const { counts, warnings } = analyze({ ...full, units: Number.NaN, ties: -3 });
    expect(counts).toMatchObject({ units: 0, ties: 0, converted: 150 });
    expect(warnings).toEqual(['TOO_FEW']);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e9, 0.5, 1e300, undefined, null, '7'])(
    'never throws and never tells nonsense with %s in place of any one number',
    (wrong) => {
      expectConsole('warn', 'SY-1612');
      for (const key of ['units', 'converted', 'rows', 'ties', 'from', 'to'] as const)
        expectSense({ ...full, [key]: wrong } as unknown as Counts);
      for (const [name, table] of Object.entries(full)) {
        if (!Array.isArray(table)) continue;
        const [row, ...others] = table as Record<string, unknown>[];
        for (const key of Object.keys(row ?? {}))
          if (typeof row?.[key] === 'number')
            expectSense({ ...full, [name]: [{ ...row, [key]: wrong }, ...others] });
        expectSense({ ...full, [name]: [null, ...others] });
      }
      expectSense({ ...full, funnel: [{ levels: [wrong as number, 3] }, ...full.funnel] });
    },
  );

  it('tells no nonsense of counts at random, from none to a thousand million', () => {
    const random = randomOf(21);
    for (let round = 0; round < 150; round++) {
      const most = [1, 5, 60, 1e4, 1e9][round % 5] as number;
      const upTo = (n: number) => (random() < 0.15 ? 0 : random() < 0.1 ? n : Math.floor(random() * (n + 1)));
      const part = () => {
        const n = upTo(most);
        return [n, upTo(n)] as const;
      };
      const segments = ['', 'a', 'b', 'c'].slice(0, Math.floor(random() * 5));
      const action = (segment?: string) => {
        const [[exposed, exposedConverted], [unexposed, unexposedConverted]] = [part(), part()];
        const next = upTo(exposedConverted);
        return {
          action: 'a.b:c',
          ...(segment !== undefined && { segment }),
          exposed,
          exposedConverted,
          unexposed,
          unexposedConverted,
          next,
        };
      };
      const levels = () => {
        const [first, second] = part();
        return [first, second, upTo(second)];
      };
      expectSense({
        ...none,
        units: upTo(most),
        converted: upTo(most),
        funnel: [{ levels: levels() }, ...segments.map((segment) => ({ segment, levels: levels() }))],
        actions: [action(), ...segments.map(action)],
        transitions: Array.from({ length: Math.floor(random() * 40) }, (_, at) => ({
          group: `${at % 12}`,
          from: [START, 'a.b', 'c.d', 'e.f'][Math.floor(random() * 4)] ?? START,
          to: [GOAL, END, 'a.b', 'c.d'][Math.floor(random() * 4)] ?? END,
          n: upTo(most),
        })),
        retention: [2930, 2931].map((cohort, age) => ({ cohort, age, n: upTo(most) })),
        variants: ['x', 'y', 'holdout'].slice(0, Math.floor(random() * 4)).map((variant) => {
          const [exposed, converted] = part();
          const each = random() * 100;
          return {
            experiment: 'e',
            variant,
            exposed,
            converted,
            micro: upTo(exposed),
            sum: converted * each,
            sumSquares: converted * each ** 2,
            mixed: 0,
          };
        }),
        next: ['a.b', 'c.d'].map((to) => {
          const [n, converted] = part();
          return { state: START, action: to, grade: 1, n, converted };
        }),
        segments: segments.map((segment) => {
          const [n, converted] = part();
          return { segment, n, converted };
        }),
      });
    }
  });
});
