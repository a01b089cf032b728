import { fault, show, tell } from '../internal/messages.ts';
import { type Counts, END, GOAL, START } from './counts.ts';

type Tables = Pick<
  Counts,
  'funnel' | 'actions' | 'transitions' | 'paths' | 'retention' | 'variants' | 'next' | 'asks' | 'segments'
>;
type Checks = { readonly [Name in keyof Tables]: (row: Tables[Name][number]) => boolean };

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
    sumSquares < Infinity &&
    sum * sum <= sumSquares * exposed * (1 + 1e-6),
  next: ({ grade, n, converted }) => isCount(grade) && falls(n, converted),
  asks: ({ seen, started, yes, withdrawn, failed, dismissed, abandoned }) =>
    falls(seen, started, yes) && falls(seen, yes + withdrawn + failed + dismissed + abandoned),
  segments: ({ n, converted }) => falls(n, converted),
};

const tables = Object.keys(checks) as (keyof Tables)[];

/**
 * The counts without rows that cannot be: negative or broken numbers, more who converted than there were. Counts come from files
 * and from databases, and one wrong row is no reason to show nothing. Throws SY-1611 for what is no `Counts` of version 1.
 */
export function soundCounts(counts: Counts): Counts {
  const problem = problemOf(counts);
  if (problem) throw fault(1611, problem);
  const sound: { -readonly [Name in keyof Counts]?: Counts[Name] } = {};
  for (const name of tables) {
    const rows = counts[name] as readonly object[];
    const kept = rows.filter((row) => row && (checks[name] as (row: object) => boolean)(row));
    if (process.env.NODE_ENV !== 'production' && kept.length < rows.length)
      tell(1612, `${rows.length - kept.length}`, name, show(rows.find((row, at) => row !== kept[at])));
    Object.assign(sound, { [name]: kept });
  }
  for (const name of ['from', 'to', 'rows', 'units', 'unknown', 'converted', 'ties'] as const)
    if (!isCount(counts[name])) sound[name] = 0;
  return { ...counts, ...sound };
}

function problemOf(counts: Partial<Counts> | null | undefined): string | undefined {
  if (counts?.v !== 1) return counts?.v ? `version ${show(counts.v)}` : show(counts);
  const isAsked = [counts.question?.steps, counts.question?.derived].every(Array.isArray);
  const missing = isAsked ? tables.find((name) => !Array.isArray(counts[name])) : 'question';
  return missing && `without ${missing}`;
}
