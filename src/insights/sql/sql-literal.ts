import { fault, show } from '../../internal/messages.ts';
import type { Action, Question } from '../question.ts';
import { partsOf } from '../question-read.ts';
import type { Target } from './sql-options.ts';

/** How far after `now` an event may be, as in `count`. */
const leeway = 300_000;

/** What both dialects say of a question. */
export interface Conditions {
  /** A text as a literal, whatever is in it. */
  literal(text: string): string;
  /** Whether a row is of an action. */
  is(action: Action): string;
  /** The action of a row. */
  readonly action: string;
  /** Until when rows count. */
  readonly until: number;
}

/** Phases of somebody who began with an ask. */
export const startedPhases = "('started', 'progressed', 'committed', 'failed', 'abandoned')";

/** What comes of an ask: the columns of the counts, the first that fits. */
export const endings = ['yes_units', 'withdrawn', 'failed', 'dismissed', 'abandoned'] as const;

export function conditionsOf({ by, now }: Question, { engine }: Target): Conditions {
  const literal = (text: string) => literalOf(text, engine);
  return {
    literal,
    is(action) {
      const { kind, ask } = partsOf(action);
      const isKind = `kind = ${literal(kind)}`;
      return ask === undefined ? `(${isKind})` : `(${isKind} AND ask_id = ${literal(ask)})`;
    },
    action:
      engine === 'clickhouse'
        ? `CAST(${by === 'kind' ? 'kind' : `concat(kind, ':', ask_id)`} AS String)`
        : by === 'kind'
          ? 'kind'
          : `kind || ':' || ask_id`,
    until: now + leeway,
  };
}

/**
 * Texts come from whoever names the asks, so nothing of them may be read as SQL. A backslash begins an escape in ClickHouse always,
 * in PostgreSQL where `standard_conforming_strings` is off, and is itself elsewhere; so there it is written as a function.
 */
function literalOf(text: string, engine: Target['engine']): string {
  // Half a character, and U+0000, is in no database: the collector has mended it, and most of them refuse the whole text.
  if (/[\0\p{Surrogate}]/u.test(text)) throw fault(1622, show(text));
  const quoted = text.replaceAll("'", "''");
  if (engine === 'clickhouse') return `'${quoted.replaceAll('\\', '\\\\')}'`;
  if (!text.includes('\\')) return `'${quoted}'`;
  return `('${quoted.replaceAll('\\', `' || ${engine === 'sqlite' ? 'CHAR' : 'CHR'}(92) || '`)}')`;
}
