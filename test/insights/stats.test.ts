import { jStat } from 'jstat';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/insights/stats/correct.ts';
import { removalEffects } from '../../src/insights/stats/markov.ts';
import { randomOf } from '../../src/insights/stats/random.ts';
import { lowerBound, newcombe, wilson } from '../../src/insights/stats/rates.ts';
import { confidenceSequence } from '../../src/insights/stats/sequence.ts';
import { chiSquareTail, logChoose, logGamma, normalTails, z95 } from '../../src/insights/stats/special.ts';
import {
  fisher,
  independence,
  mantelHaenszel,
  oddsRatio,
  type Table,
} from '../../src/insights/stats/tables.ts';

/** Berkeley's graduate admissions of 1973 by department: men admitted and refused, women admitted and refused. */
const berkeley: readonly Table[] = [
  [512, 313, 89, 19],
  [353, 207, 17, 8],
  [120, 205, 202, 391],
  [138, 279, 131, 244],
  [53, 138, 94, 299],
  [22, 351, 24, 317],
];

describe('against what was published', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson: %i of %i (Newcombe 1998, table I, method 3)', (k, n, low, high) => {
    expect(wilson(k, n)[0]).toBeCloseTo(low, 4);
    expect(wilson(k, n)[1]).toBeCloseTo(high, 4);
  });

  it.each([
    [81, 263, 0.2527],
    [15, 148, 0.0578],
    [0, 20, 0],
    [1, 29, 0.0009],
  ])('Clopper and Pearson: %i of %i (the same table, method 5)', (k, n, low) => {
    expect(lowerBound(k, n, 0.025)).toBeCloseTo(low, 4);
  });

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('Newcombe: %i/%i less %i/%i (1998, table II, method 10)', (k1, n1, k2, n2, low, high) => {
    const [from, to] = newcombe(k1, n1, k2, n2);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  it('Fisher: the lady who tasted tea', () => {
    expect(fisher([3, 1, 1, 3])).toBeCloseTo(34 / 70, 12);
    expect(fisher([4, 0, 0, 4])).toBeCloseTo(2 / 70, 12);
  });

  it('Berkeley: men seem preferred until departments are looked at one by one', () => {
    const all = [0, 1, 2, 3].map((cell) => berkeley.reduce((sum, table) => sum + (table[cell] ?? 0), 0));
    expect(oddsRatio(all as unknown as Table).ratio).toBeCloseTo(1.841, 3);
    const pooled = mantelHaenszel(berkeley);
    expect(pooled?.ratio).toBeCloseTo(0.905, 3);
    expect(pooled?.interval[0]).toBeCloseTo(0.772, 3);
    expect(pooled?.interval[1]).toBeCloseTo(1.06, 3);
    expect(pooled?.homogeneity).toBeCloseTo(0.0021, 4);
  });

  it('Benjamini and Hochberg: the fifteen tests of 1995, of which four stand', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const q = benjaminiHochberg(p);
    expect(q.filter((one) => (one ?? 1) <= 0.05)).toHaveLength(4);
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
    // A larger p never has a smaller q.
    expect(q[4]).toBeCloseTo(
      Math.min((0.0201 * 15) / 5, (0.0278 * 15) / 6, (0.0298 * 15) / 7, (0.0344 * 15) / 8),
      12,
    );
  });

  it.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [18.307, 10, 0.05],
    [124.342, 100, 0.05],
  ])('chi-square: %d with %i degrees of freedom', (value, df, p) => {
    expect(chiSquareTail(value, df)).toBeCloseTo(p, 4);
  });
});

describe('against an independent library', () => {
  it('has the same gamma and chi-square and normal tails', () => {
    for (const x of [0.01, 0.5, 1, 1.5, 3, 10, 171, 1e4])
      expect(logGamma(x) - jStat.gammaln(x), String(x)).toBeCloseTo(0, 9);
    for (const df of [1, 2, 3, 10, 50])
      for (const value of [0.001, 0.1, 1, 5, 20, 60])
        expect(chiSquareTail(value, df), `${value} ${df}`).toBeCloseTo(1 - jStat.chisquare.cdf(value, df), 8);
    for (const z of [0, 0.5, 1, 1.96, 3, 5])
      expect(normalTails(z)).toBeCloseTo(2 * (1 - jStat.normal.cdf(z, 0, 1)), 8);
    expect(z95).toBeCloseTo(jStat.normal.inv(0.975, 0, 1), 8);
  });

  it('keeps the far tail, which a difference from 1 loses', () => {
    // 2 Phi(-10) and the 1e-40 of chi-square.
    expect(normalTails(10) / 1.523970604832094e-23).toBeCloseTo(1, 8);
    expect(chiSquareTail(200, 1) / 2.0884875837625446e-45).toBeCloseTo(1, 8);
  });

  it('has the same chi-square test, by the sum over the four cells', () => {
    const random = randomOf(9);
    for (let round = 0; round < 100; round++) {
      const cells = [0, 1, 2, 3].map(() => 20 + Math.floor(random() * 10 ** (2 + (round % 5))));
      const [a = 0, b = 0, c = 0, d = 0] = cells;
      const n = a + b + c + d;
      const expected = [(a + b) * (a + c), (a + b) * (b + d), (c + d) * (a + c), (c + d) * (b + d)];
      const value = cells.reduce((sum, k, at) => {
        const mean = (expected[at] ?? 0) / n;
        return sum + (k - mean) ** 2 / mean;
      }, 0);
      if (Math.min(...expected) < 5 * n) continue;
      expect(independence([a, b, c, d]), cells.join()).toBeCloseTo(1 - jStat.chisquare.cdf(value, 1), 8);
    }
  });

  it('has the same exact test, table by table', () => {
    const random = randomOf(7);
    const upTo = (n: number) => Math.floor(random() * (n + 1));
    for (let round = 0; round < 400; round++) {
      const size = [3, 12, 40, 200][round % 4] ?? 3;
      const table: Table = [upTo(size), upTo(size), upTo(size), upTo(size)];
      expect(fisher(table), table.join()).toBeCloseTo(fisherByEveryTable(table), 9);
    }
  });
});

/** Every table with the same sums, by the library's own binomials. */
function fisherByEveryTable([a, b, c, d]: Table): number {
  const probability = (x: number) =>
    Math.exp(
      jStat.combinationln(a + b, x) +
        jStat.combinationln(c + d, a + c - x) -
        jStat.combinationln(a + b + c + d, a + c),
    );
  let sum = 0;
  const own = probability(a);
  for (let x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x++)
    if (probability(x) <= own * (1 + 1e-7)) sum += probability(x);
  return Math.min(1, sum);
}

describe('at the edges', () => {
  it('says what nothing tells', () => {
    expect(wilson(0, 0)).toEqual([0, 1]);
    expect([lowerBound(0, 0, 0.025), lowerBound(3, 2, 0.025), lowerBound(Number.NaN, 9, 0.025)]).toEqual([
      0, 0, 0,
    ]);
    // All of a million, and a share in the middle of one.
    expect(lowerBound(1e6, 1e6, 0.025)).toBeCloseTo(0.025 ** 1e-6, 8);
    expect(lowerBound(5e5, 1e6, 0.025)).toBeCloseTo(0.499, 4);
    // A share tried on the way has a first term of 4e-315, which got no less over thousands of millions of turns.
    expect(lowerBound(3.6e8, 1e10, 0.025)).toBeCloseTo(jStat.beta.inv(0.025, 3.6e8, 1e10 - 3.6e8 + 1), 9);
    expect(newcombe(0, 0, 3, 10)).toEqual([-1, 1]);
    expect(fisher([0, 0, 0, 0])).toBe(1);
    expect(fisher([5, 5, 0, 0])).toBe(1);
    expect(independence([0, 0, 5, 5])).toBe(1);
    expect(mantelHaenszel([[1, 2, 3, 4]])).toBeUndefined();
    expect(
      mantelHaenszel([
        [0, 5, 0, 5],
        [0, 3, 0, 9],
      ]),
    ).toBeUndefined();
    // A ratio, but no table of two that is large enough to say whether it is one.
    const small = mantelHaenszel([
      [1, 0, 0, 9],
      [2, 1, 1, 1],
      [30, 20, 20, 30],
    ]);
    expect(small?.ratio).toBeGreaterThan(1);
    expect(small?.homogeneity).toBeNaN();
    expect(benjaminiHochberg([undefined, Number.NaN])).toEqual([undefined, undefined]);
    expect(benjaminiHochberg([undefined, 0.03, 0.02])).toEqual([undefined, 0.03, 0.03]);
  });

  it('adds halves only where a cell is empty', () => {
    expect(oddsRatio([10, 5, 4, 8]).ratio).toBe(4);
    const { ratio, interval } = oddsRatio([5, 0, 3, 7]);
    expect(ratio).toBeCloseTo((5.5 * 7.5) / (0.5 * 3.5), 12);
    expect(interval.every(Number.isFinite)).toBe(true);
  });

  it('is exact and quick for a hundred million units', () => {
    const p = fisher([5_010_000, 44_990_000, 5_000_000, 45_000_000]);
    expect(p).toBeCloseTo(independence([5_010_000, 44_990_000, 5_000_000, 45_000_000]), 4);
    expect(fisher([10, 10_000_000, 60, 10_000_000])).toBeLessThan(1e-8);
  });

  it('stays within 0 and 1', () => {
    for (const n of [1, 2, 29, 30, 1e6, 1e9])
      for (const k of [0, 1, n - 1, n]) {
        const [low, high] = wilson(k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
      }
    expect(logChoose(1e9, 5e8)).toBeGreaterThan(0);
  });
});

describe('what an action carries', () => {
  it('is what the goals lose without it, by hand', () => {
    // Start to A or B, each half; A to the goal in half of cases; B to A in half of cases, else the end.
    const effects = removalEffects(
      [
        [0, 50, 50],
        [0, 0, 0],
        [0, 25, 0],
      ],
      [0, 37.5, 0],
      [0, 37.5, 25],
    );
    expect(effects[1]).toBeCloseTo(1, 12);
    // Of 3/8, 1/4 comes without B.
    expect(effects[2]).toBeCloseTo(1 / 3, 12);
    expect(effects[0]).toBeNaN();
  });

  it('agrees with taking the state out and solving again', () => {
    const random = randomOf(3);
    for (let round = 0; round < 50; round++) {
      const size = 3 + (round % 5);
      const counts = () => Array.from({ length: size }, () => Math.floor(random() * 9));
      const moves = Array.from({ length: size }, counts).map((row) => row.map((n, to) => (to === 0 ? 0 : n)));
      const goals = counts();
      const ends = counts().map((n) => n + 1);
      const whole = reached(moves, goals, ends);
      const effects = removalEffects(moves, goals, ends);
      for (let state = 1; state < size; state++) {
        const cut = moves.map((row) => row.map((n, to) => (to === state ? 0 : n)));
        const ended = ends.map((n, from) => n + (moves[from]?.[state] ?? 0));
        expect(effects[state], `${round} ${state}`).toBeCloseTo(1 - reached(cut, goals, ended) / whole, 9);
      }
    }
  });

  it('has no answer where nobody ever leaves', () => {
    expect(
      removalEffects(
        [
          [0, 1],
          [0, 1],
        ],
        [0, 0],
        [0, 0],
      ),
    ).toEqual([Number.NaN, Number.NaN]);
    expect(removalEffects([[0]], [0], [3])).toEqual([Number.NaN]);
  });
});

/** The share of those who start that reach the goal, by walking until nobody is left under way. */
function reached(moves: number[][], goals: number[], ends: number[]): number {
  let here: number[] = moves.map((_, at) => (at === 0 ? 1 : 0));
  let arrived = 0;
  while (here.some((share) => share > 1e-13)) {
    const next = here.map(() => 0);
    here.forEach((share, from) => {
      const row = moves[from] ?? [];
      const all = row.reduce((sum, n) => sum + n, (goals[from] ?? 0) + (ends[from] ?? 0));
      arrived += (share * (goals[from] ?? 0)) / all;
      row.forEach((n, to) => {
        next[to] = (next[to] ?? 0) + (share * n) / all;
      });
    });
    here = next;
  }
  return arrived;
}

describe('an interval that may be looked at each day', () => {
  it('is wider than one that is read once, by a known factor where it is narrowest', () => {
    const { half } = confidenceSequence(0, 1, 10_000, 10_000);
    expect(half).toBeGreaterThan(z95);
    expect(half).toBeLessThan(1.6 * z95);
  });

  it('has the p-value at which it just touches 0', () => {
    const { half, p } = confidenceSequence(3, 1, 500, 1000);
    expect(half > 3).toBe(p > 0.05);
    const touching = confidenceSequence(half, 1, 500, 1000);
    expect(touching.p).toBeCloseTo(0.05, 9);
    expect(confidenceSequence(0, 0, 10, 10).p).toBe(1);
  });
});
