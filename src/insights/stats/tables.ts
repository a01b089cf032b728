import type { Interval } from '../insights.ts';
import { chiSquareTail, logChoose, z95 } from './special.ts';

/** Exposed and converted, exposed and not, unexposed and converted, unexposed and not. */
export type Table = readonly [a: number, b: number, c: number, d: number];

/**
 * Fisher's exact test, two-sided: all tables with the same sums that are no more probable than this one ("The design of
 * experiments", 1935). Walks outwards from this table and from its mirror in the other tail, so that a million units cost
 * no more than the spread.
 */
export function fisher([a, b, c, d]: Table): number {
  const [row, other, column] = [a + b, c + d, a + c];
  const all = logChoose(row + other, column);
  const log = (x: number) => logChoose(row, x) + logChoose(other, column - x) - all;
  const [least, most] = [Math.max(0, column - other), Math.min(row, column)];
  if (least === most) return 1;
  const mode = Math.min(most, Math.max(least, Math.floor(((row + 1) * (column + 1)) / (row + other + 2))));
  // Equal tables may differ by a rounding.
  const bound = log(a) + 1e-7;
  if (log(mode) <= bound) return 1;

  // The first table from the mode outwards that is no more probable; the probability only falls on either side.
  const edge = (end: number, step: 1 | -1): number => {
    if (log(end) > bound) return end + step;
    let [inside, outside] = [mode, end];
    while (Math.abs(outside - inside) > 1) {
      const middle = Math.trunc((inside + outside) / 2);
      if (log(middle) <= bound) outside = middle;
      else inside = middle;
    }
    return outside;
  };
  const tail = (end: number, step: 1 | -1): number => {
    let x = edge(end, step);
    if (step > 0 ? x > most : x < least) return 0;
    // Each table's probability is the last one's by a ratio of four whole numbers, which saves three logarithms of gamma.
    let term = Math.exp(log(x));
    let sum = 0;
    while (term > sum * 1e-17) {
      sum += term;
      term *=
        step > 0
          ? ((row - x) * (column - x)) / ((x + 1) * (other - column + x + 1))
          : (x * (other - column + x)) / ((row - x + 1) * (column - x + 1));
      x += step;
    }
    return sum;
  };
  return Math.min(1, tail(least, -1) + tail(most, 1));
}

/**
 * The test of a table: Pearson's chi-square without Yates's correction, exact where any expected count is below 5, which is where
 * chi-square is no longer right.
 */
export function independence(table: Table): number {
  const [a, b, c, d] = table;
  const [row, other, column, rest] = [a + b, c + d, a + c, b + d];
  const all = row + other;
  if (Math.min(row, other) * Math.min(column, rest) < 5 * all) return fisher(table);
  return chiSquareTail(((a * d - b * c) ** 2 / row / other / column / rest) * all, 1);
}

/**
 * The odds ratio with Woolf's interval on the log scale ("On estimating the relation between blood group and disease",
 * 1955), 95 %. Where a cell is 0, a half is added to each (Haldane 1956, Anscombe 1956).
 */
export function oddsRatio(table: Table): { readonly ratio: number; readonly interval: Interval } {
  const half = table.includes(0) ? 0.5 : 0;
  const [a, b, c, d] = table.map((n) => n + half) as [number, number, number, number];
  const ratio = (a * d) / (b * c);
  const spread = z95 * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return { ratio, interval: [ratio * Math.exp(-spread), ratio * Math.exp(spread)] };
}

/**
 * One odds ratio over several tables (Mantel and Haenszel 1959) with the interval of Robins, Breslow and Greenland (1986),
 * 95 %, and the test whether the tables have one (Breslow and Day 1980, with Tarone's correction of 1985).
 * Undefined where the tables do not tell: fewer than two that have both rows and both columns, or no ratio. `homogeneity` is NaN
 * where fewer than two are large enough.
 */
export function mantelHaenszel(
  tables: readonly Table[],
): { readonly ratio: number; readonly interval: Interval; readonly homogeneity: number } | undefined {
  const telling = tables.filter(([a, b, c, d]) => a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0);
  let r = 0;
  let s = 0;
  let pr = 0;
  let mixed = 0;
  let qs = 0;
  for (const [a, b, c, d] of telling) {
    const n = a + b + c + d;
    const [p, q, up, down] = [(a + d) / n, (b + c) / n, (a * d) / n, (b * c) / n];
    r += up;
    s += down;
    pr += p * up;
    mixed += p * down + q * up;
    qs += q * down;
  }
  if (telling.length < 2 || !(r > 0 && s > 0)) return undefined;
  const ratio = r / s;
  const spread = z95 * Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
  return {
    ratio,
    interval: [ratio * Math.exp(-spread), ratio * Math.exp(spread)],
    homogeneity: breslowDay(telling, ratio),
  };
}

/** Of tables in which no expected count is below 1: chi-square is not right for others (Cochran 1954). */
function breslowDay(tables: readonly Table[], ratio: number): number {
  let value = 0;
  let excess = 0;
  let variance = 0;
  let df = -1;
  for (const [a, b, c, d] of tables) {
    const expected = cellAt(ratio, a + b, c + d, a + c);
    const [x, y, z] = [a + b - expected, a + c - expected, d - a + expected];
    if (!(Math.min(expected, x, y, z) >= 1)) continue;
    const spread = 1 / (1 / expected + 1 / x + 1 / y + 1 / z);
    df++;
    value += (a - expected) ** 2 / spread;
    excess += a - expected;
    variance += spread;
  }
  return df > 0 ? chiSquareTail(Math.max(0, value - excess ** 2 / variance), df) : Number.NaN;
}

/** The first cell of a table with these sums and this odds ratio: the one root that lies inside. */
function cellAt(ratio: number, row: number, other: number, column: number): number {
  const square = 1 - ratio;
  const linear = other - column + ratio * (row + column);
  const constant = -ratio * row * column;
  if (Math.abs(square) < 1e-9) return -constant / linear;
  const root = Math.sqrt(linear * linear - 4 * square * constant);
  // Written so that nothing cancels.
  return (-2 * constant) / (linear + root);
}
