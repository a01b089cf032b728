import { fault, show, tell } from '../internal/messages.ts';
import { type Counts, END, GOAL, START } from './counts.ts';

type Tables = Pick<Counts, (typeof tables)[number]>;
type Checks = { readonly [Name in keyof Tables]: (row: Tables[Name][number]) => boolean };

const tables = [
  'funnel',
  'actions',
  'transitions',
  'paths',
  'retention',
  'variants',
  'next',
  'segments',
] as const;

const isCount = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0;

/** Whole numbers from 0, none larger than the one before. */
const falls = (...all: readonly unknown[]) =>
  all.every((n, at) => isCount(n) && (at === 0 || n <= (all[at - 1] as number)));

const checks: Checks = {
  funnel: ({ levels }) => Array.isArray(levels) && falls(...levels),
  actions: ({ exposed, exposedConverted, unexposed, unexposedConverted, next }) =>
    falls(exposed, exposedConverted, next) && falls(unexposed, unexposedConverted),
  transitions: ({ from, to, n }) => isCount(n) && from !== GOAL && from !== END && to !== START,
  paths: ({ path, n, converted }) => Array.isArray(path) && falls(n, converted),
  retention: ({ cohort, age, n }) => Number.isSafeInteger(cohort) && isCount(age) && isCount(n),
  // No mean's square is larger than the mean of the squares, but for rounding.
  variants: ({ exposed, converted, micro, sum, sumSquares, mixed }) =>
    falls(exposed, converted) &&
    falls(exposed, micro) &&
    isCount(mixed) &&
    Math.abs(sum) < Infinity &&
    sumSquares < Infinity &&
    sum * sum <= sumSquares * exposed * (1 + 1e-6),
  next: ({ grade, n, converted }) => isCount(grade) && falls(n, converted),
  segments: ({ n, converted }) => falls(n, converted),
};

/**
 * The counts without rows that cannot be: negative or broken numbers, more who converted than there were. Counts come from files
 * and from databases, and one wrong row is no reason to show nothing. Throws SY-1611 for what is no `Counts` of version 1.
 */
export function soundCounts(counts: Counts): Counts {
  const problem = problemOf(counts);
  if (problem) throw fault(1611, problem);
  const sound: Partial<Record<keyof Tables, readonly unknown[]>> = {};
  for (const name of tables) {
    const rows = counts[name] as readonly object[];
    const kept = rows.filter((row) => row && (checks[name] as (row: object) => boolean)(row));
    if (process.env.NODE_ENV !== 'production' && kept.length < rows.length)
      tell(1612, `${rows.length - kept.length}`, name, show(rows.find((row) => !kept.includes(row))));
    sound[name] = kept;
  }
  const orNone = (n: number) => (isCount(n) ? n : 0);
  return {
    ...counts,
    ...(sound as unknown as Tables),
    from: orNone(counts.from),
    to: orNone(counts.to),
    rows: orNone(counts.rows),
    units: orNone(counts.units),
    converted: orNone(counts.converted),
    ties: orNone(counts.ties),
  };
}

function problemOf(counts: Partial<Counts> | null | undefined): string | undefined {
  if (typeof counts !== 'object' || counts === null) return show(counts);
  if (counts.v !== 1) return `version ${show(counts.v)}`;
  const { question } = counts;
  if (
    typeof question?.goal !== 'string' ||
    !Array.isArray(question.steps) ||
    !Array.isArray(question.derived)
  )
    return 'version 1, but without its question';
  const missing = tables.find((name) => !Array.isArray(counts[name]));
  return missing && `version 1, but without the table ${missing}`;
}
