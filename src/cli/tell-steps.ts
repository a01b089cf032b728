import type { Action } from '../insights/question.ts';

/** One kind of yes, as the events have it. */
export interface Tally {
  readonly kind: Action;
  readonly grade: number;
  n: number;
}

/** Which goal, and what else it could have been. */
export function aboutGoal(goal: Action, given: Action | undefined, all: readonly Tally[]): string {
  if (given) return `The goal is ${goal}.`;
  const [largest, ...rest] = all;
  const alike = rest.filter(({ grade }) => grade === largest?.grade);
  const others = alike.length > 0 ? `, and of the largest the most given (fewer: ${listOf(alike)})` : '';
  return `The goal is ${goal}, the largest yes in these events${others}.`;
}

export const rowOf = ({ kind, grade, n }: Tally) => [kind, `size ${grade}, given ${n} times`] as const;

export const leftOut = (why: string, rows: readonly (readonly [string, string])[]): readonly string[] =>
  rows.length > 0 ? [`Looked at and left out, ${why}:`, ...rowsOf(rows)] : [];

const listOf = (tallies: readonly Tally[]) => tallies.map(({ kind, n }) => `${kind} ${n}`).join(', ');

/** Columns below one another; a long list is cut. */
export function rowsOf(rows: readonly (readonly [string, string?])[]): string[] {
  const shown = rows.slice(0, 20);
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  const more = rows.length > shown.length ? [`  and ${rows.length - shown.length} more`] : [];
  return [...shown.map(([name, note]) => (note ? `  ${name.padEnd(width)}  ${note}` : `  ${name}`)), ...more];
}
