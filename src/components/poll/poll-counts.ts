import type { PollChoice } from './poll-state.ts';

/**
 * Counts in the order of the options, or, when they cannot be believed, the name of what is wrong. A count is a whole
 * number from 0 to 1,000,000,000.
 */
export function readCounts(results: unknown, choices: readonly PollChoice[]): number[] | string {
  if (typeof results !== 'object' || !results) return String(results);
  const counts = new Map(choices.map(({ key }) => [key, 0]));
  for (const [key, count] of Object.entries(results)) {
    if (!counts.has(key) || !Number.isInteger(count) || count < 0 || count > 1e9) return key;
    counts.set(key, count);
  }
  return [...counts.values()];
}

/** One option's part of all votes. */
export interface PollShare {
  readonly count: number;
  /** Whole percent. */
  readonly percent: number;
}

/** Parts of at least one vote: the percentages add up to 100 (largest remainder; the earlier option wins a tie). */
export function sharesOf(counts: readonly number[]): PollShare[] {
  const total = sum(counts);
  const shares = counts.map((count) => ({
    count,
    percent: Math.floor((count * 100) / total),
    rest: (count * 100) % total,
  }));
  const missing = 100 - sum(shares.map(({ percent }) => percent));
  for (const share of [...shares].sort((a, b) => b.rest - a.rest).slice(0, missing)) share.percent++;
  return shares;
}

/** All counts together. */
export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
