import { describe, expect, it } from 'vitest';
import type { ActionCount, Counts } from '../../src/insights/counts.ts';
import { liftsOf } from '../../src/insights/findings/lifts.ts';
import { fisher } from '../../src/insights/stats/tables.ts';
import { none, question } from './no-effect.ts';

/** Exposed converted of exposed, unexposed converted of unexposed. */
const row = (action: string, k: number, n: number, l: number, m: number, segment?: string): ActionCount => ({
  action,
  ...(segment !== undefined && { segment }),
  exposed: n,
  exposedConverted: k,
  unexposed: m,
  unexposedConverted: l,
  next: 0,
});
const lifts = (
  actions: readonly ActionCount[],
  more: Partial<Counts> = {},
  onLadder: readonly string[] = [],
) => liftsOf({ ...none, rows: 10_000, ...more, actions }, onLadder);

describe('the lift of an action', () => {
  it('may only have taken a place, where the landmark rule leaves a few and its interval lies below 1', () => {
    const below = row('a.b', 30, 500, 100, 500);
    expect(lifts([below])[0]?.warnings).toEqual(['DISPLACES']);
    expect(lifts([row('a.b', 90, 500, 100, 500)])[0]?.warnings).toEqual([]);
    expect(lifts([row('a.b', 100, 500, 30, 500)])[0]?.warnings).toEqual([]);
    const before = { question: { ...question, exposure: 'before' as const } };
    expect(lifts([below], before)[0]?.warnings).toEqual(['LENGTH_BIAS']);
    // What is not to be read says why, and nothing else.
    expect(lifts([row('a.b', 0, 24, 100, 500)])[0]?.warnings).not.toContain('DISPLACES');
  });

  it('is a difference and an odds ratio, with what they are worked out of', () => {
    const [lift] = lifts([row('poll.vote:hurdle', 60, 200, 80, 800)]);
    expect(lift).toMatchObject({
      action: 'poll.vote:hurdle',
      n: 1000,
      shown: true,
      warnings: [],
      comparisons: 1,
    });
    expect(lift?.estimate).toBeCloseTo(0.2, 12);
    expect(lift?.exposed).toMatchObject({ k: 60, n: 200, estimate: 0.3 });
    expect(lift?.unexposed).toMatchObject({ k: 80, n: 800, estimate: 0.1 });
    expect(lift?.oddsRatio).toBeCloseTo((60 * 720) / (140 * 80), 12);
    expect(lift?.p).toBe(fisher([60, 140, 80, 720]));
    expect(lift?.q).toBe(lift?.p);
    expect(lift).not.toHaveProperty('pooled');
    expect(lift).not.toHaveProperty('segment');
  });

  it('comes by the lower bound of its odds ratio, what may not be read last', () => {
    const sorted = lifts([
      // A larger ratio than that of the strong one, and less sure.
      row('a.small', 16, 40, 130, 960),
      row('b.strong', 60, 200, 80, 800),
      row('c.none', 30, 300, 70, 700),
      row('d.few', 9, 10, 91, 990),
    ]);
    expect(sorted.map(({ action }) => action)).toEqual(['b.strong', 'a.small', 'c.none', 'd.few']);
    expect(sorted[0]?.comparisons).toBe(3);
    expect(sorted[3]).toMatchObject({ shown: false, q: undefined, p: Number.NaN });
  });

  it.each([
    ['24 who did it', row('a.b', 12, 24, 300, 900), ['TOO_FEW', 'SKEWED']],
    ['25 who did it', row('a.b', 12, 25, 300, 900), ['SKEWED']],
    ['25 who did not do it', row('a.b', 300, 900, 12, 25), ['SKEWED']],
    ['under 2 % who did it', row('a.b', 20, 39, 980, 1961), ['TOO_FEW', 'SKEWED']],
    ['2 % who did it', row('a.b', 20, 40, 980, 1960), ['SKEWED']],
    ['under 5 % who did it', row('a.b', 25, 49, 475, 951), ['SKEWED']],
    ['5 % who did it', row('a.b', 25, 50, 475, 950), []],
    ['fewer than 5 conversions to be expected', row('a.b', 9, 99, 40, 901), ['TOO_FEW']],
    ['5 conversions to be expected', row('a.b', 2, 100, 48, 900), []],
    ['fewer than 5 without one to be expected', row('a.b', 95, 99, 861, 901), ['TOO_FEW']],
  ])('is guarded by size: %s', (_, count, warnings) => {
    const [lift] = lifts([count]);
    expect(lift?.warnings).toEqual(warnings);
    expect(lift?.shown).toBe(!warnings.includes('TOO_FEW'));
  });

  it('shows what puts everybody off: none of 500 where one in ten was to be expected', () => {
    const [lift] = lifts([row('a.b', 0, 500, 100, 500)]);
    expect(lift).toMatchObject({ shown: true, warnings: ['DISPLACES'] });
    expect(lift?.q).toBeLessThan(1e-20);
    expect(lift?.oddsInterval[1]).toBeLessThan(0.1);
  });

  it('leaks where the goal brings it about, or where it is hardly ever without', () => {
    const derived = ['download-link.download', 'poll.vote:thanks'] as const;
    const leaking = lifts(
      [
        row('download-link.download:receipt', 60, 200, 80, 800),
        row('poll.vote:thanks', 60, 200, 80, 800),
        row('poll.vote:thanks-2', 60, 200, 80, 800),
        { ...row('checkout.step:pay', 190, 200, 80, 800), next: 95 },
        { ...row('checkout.step:cart', 190, 200, 80, 800), next: 94 },
        { ...row('quiz.complete:match', 60, 200, 80, 800), next: 60 },
        row('checkout.purchase:order', 60, 200, 80, 800),
      ],
      { question: { ...question, derived } },
    );
    const names = leaking.flatMap(({ action, warnings }) =>
      warnings.includes('LEAKS_OUTCOME') ? [action] : [],
    );
    expect(names.sort()).toEqual([
      'checkout.purchase:order',
      'checkout.step:pay',
      'download-link.download:receipt',
      'poll.vote:thanks',
    ]);
    // Their p is next to nothing: were they in the family, others would pass with them.
    for (const { warnings, shown, q, comparisons } of leaking) {
      expect(shown).toBe(!warnings.includes('LEAKS_OUTCOME'));
      expect(q === undefined).toBe(!shown);
      expect(comparisons).toBe(3);
    }
  });

  it('says what it cannot know: long visits, a ladder that asks, an order by convention', () => {
    const action = row('poll.vote:hurdle', 60, 200, 80, 800);
    const warningsOf = (more: Partial<Counts>, onLadder?: readonly string[]) =>
      lifts([action], more, onLadder)[0]?.warnings;
    expect(warningsOf({ question: { ...question, exposure: 'before' } })).toEqual(['LENGTH_BIAS']);
    expect(warningsOf({ question: { ...question, exposure: 'anywhere' } })).toEqual(['LENGTH_BIAS']);
    expect(warningsOf({}, ['hurdle'])).toEqual(['ON_LADDER']);
    expect(warningsOf({}, ['poll.vote', 'hurdl'])).toEqual([]);
    expect(lifts([{ ...action, action: 'poll.vote' }], {}, ['poll.vote'])[0]?.warnings).toEqual([
      'ON_LADDER',
    ]);
    expect(warningsOf({ rows: 1000, ties: 10 })).toEqual([]);
    expect(warningsOf({ rows: 1000, ties: 11 })).toEqual(['TIES']);
  });

  it('is corrected for every action that is tested', () => {
    const tested = lifts([
      row('a.b', 60, 200, 80, 800),
      row('c.d', 26, 200, 74, 800),
      row('e.f', 20, 200, 80, 800),
    ]);
    expect(tested.map(({ q }) => q)).toEqual([
      expect.closeTo((tested[0]?.p ?? 0) * 3, 12),
      expect.closeTo(((tested[1]?.p ?? 0) * 3) / 2, 12),
      expect.closeTo(1, 12),
    ]);
  });
});

describe('segments that say otherwise', () => {
  // Berkeley 1973: being a man as an action, admission as the goal, departments as segments.
  const departments = [
    [512, 825, 89, 108],
    [353, 560, 17, 25],
    [120, 325, 202, 593],
    [138, 417, 131, 375],
    [53, 191, 94, 393],
    [22, 373, 24, 341],
  ] as const;
  const berkeley = [
    row('poll.vote:man', 1198, 2691, 557, 1835),
    ...departments.map(([k, n, l, m], at) => row('poll.vote:man', k, n, l, m, 'ABCDEF'[at])),
  ];

  it('are shown in its place, and the whole is flagged', () => {
    const all = lifts(berkeley);
    const whole = all.find(({ segment }) => segment === undefined);
    expect(whole).toMatchObject({
      shown: false,
      q: undefined,
      warnings: ['SEGMENT_REVERSAL'],
      comparisons: 6,
    });
    expect(whole?.oddsRatio).toBeCloseTo(1.841, 3);
    expect(whole?.pooled?.oddsRatio).toBeCloseTo(0.905, 3);
    expect(whole?.pooled?.breslowDayQ).toBeCloseTo(0.0021, 4);
    const apart = all.filter(({ segment }) => segment !== undefined);
    expect(apart.map(({ segment }) => segment).sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    // Of 25 women at B, 16 were to be expected in and 9 out: just enough to be read.
    expect(apart.every(({ shown }) => shown)).toBe(true);
    // Segments are those that were known at the landmark.
    expect(apart.some(({ warnings }) => warnings.includes('LENGTH_BIAS'))).toBe(false);
    // Only A differs, and there it is women who are preferred.
    expect(apart.filter(({ q }) => (q ?? 1) < 0.05)).toMatchObject([{ segment: 'A' }]);
    expect(apart.find(({ segment }) => segment === 'A')?.oddsInterval[1]).toBeLessThan(1);
  });

  it('are flagged where all together turn round, though each says the same', () => {
    // In both segments no difference; who did it is mostly in the segment that converts.
    const all = lifts([
      row('a.b', 165, 400, 135, 1000),
      row('a.b', 150, 300, 50, 100, 'keen'),
      row('a.b', 9, 100, 90, 900, 'cool'),
    ]);
    expect(all.find(({ segment }) => segment === undefined)?.warnings).toEqual(['SEGMENT_REVERSAL']);
  });

  it('leave the whole where they agree, and tell what they come to', () => {
    const all = lifts([
      row('a.b', 90, 300, 100, 1000),
      row('a.b', 45, 150, 50, 500, 'one'),
      row('a.b', 45, 150, 50, 500, ''),
    ]);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ shown: true, warnings: [] });
    expect(all[0]?.pooled?.oddsRatio).toBeCloseTo(all[0]?.oddsRatio ?? 0, 12);
    expect(all[0]?.pooled?.breslowDayQ).toBe(1);
  });

  it('have nothing to add where there is one, or where nobody did it', () => {
    expect(
      lifts([row('a.b', 90, 300, 100, 1000), row('a.b', 90, 300, 100, 1000, 'one')])[0],
    ).not.toHaveProperty('pooled');
    expect(
      lifts([row('a.b', 0, 0, 100, 1000), row('a.b', 0, 0, 50, 500, 'x'), row('a.b', 0, 0, 50, 500, 'y')]),
    ).toMatchObject([
      { shown: false, estimate: Number.NaN, interval: [-1, 1], warnings: ['TOO_FEW', 'SKEWED'] },
    ]);
  });
});
