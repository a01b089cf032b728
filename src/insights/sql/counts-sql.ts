import { fault } from '../../internal/messages.ts';
import type { InsightsOptions, Question } from '../question.ts';
import { questionOf } from '../question-read.ts';
import { ansiTexts } from './ansi.ts';
import { clickhouseTexts } from './clickhouse.ts';
import { type CountName, type SqlOptions, targetOf } from './sql-options.ts';

/** Each step is a statement around the one before, and engines refuse what is too deep. */
const mostSteps = 32;

/**
 * The SQL that counts, by the name of what it gives: to be read, to be run by other means, or to be kept as a view. `SELECT` alone,
 * no parameters, no semicolon, no `FORMAT`. What comes back is not yet `Counts`: `countWithSql` puts it together.
 *
 * Throws as `count` does for what cannot be asked; SY-1621 for a dialect, an engine or a table that cannot be, SY-1622 for an action with a
 * character that no database keeps, SY-1623 for a funnel of more than 32 steps.
 */
export function countsSql(
  options: InsightsOptions,
  sql: SqlOptions,
): { readonly [Name in CountName]: string } {
  return textsOf(questionOf(options), sql);
}

export function textsOf(question: Question, sql: SqlOptions): { readonly [Name in CountName]: string } {
  const target = targetOf(sql);
  if (question.steps.length > mostSteps) throw fault(1623, String(question.steps.length));
  const texts =
    target.engine === 'clickhouse' ? clickhouseTexts(question, target) : ansiTexts(question, target);
  const taken = Object.values(texts).some((text) => hasPart(text, target.table));
  if (taken)
    throw fault(
      1621,
      'table',
      target.table,
      'it with its schema: the statements call a part of their own so',
    );
  return texts;
}

/** Whether a statement calls one of its own parts as the table is called, in whichever case: it would read that in its place. */
function hasPart(text: string, table: string): boolean {
  const names = [...text.matchAll(/\b(\w+) AS \(\s*SELECT/g)].map(([, name]) => `"${name}"`);
  return names.includes(table.toLowerCase());
}
