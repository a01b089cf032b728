import { fault, show } from '../../internal/messages.ts';
import type { CountName } from './sql-options.ts';

/**
 * What a database answers: its rows as objects by column; an object that has them as `rows` (pg, PGlite) or `data` (ClickHouse's format
 * JSON); or the JSON of one of these as a text.
 */
export type SqlAnswer =
  | readonly object[]
  | { readonly rows: readonly object[] }
  | { readonly data: readonly object[] }
  | string;

/** Reads the columns of one row. */
export interface AnswerRow {
  /** A number, whatever the driver makes of it: a number, a BigInt, a text, an object that turns into one. NULL is 0. */
  number(column: string): number;
  /** A whole number, none that was rounded on its way. */
  whole(column: string): number;
  text(column: string): string;
}

/** The rows of an answer. Throws SY-1624 for what cannot be read. */
export function rowsOf(answer: unknown, name: CountName): AnswerRow[] {
  const found = listOf(typeof answer === 'string' ? parsed(answer) : answer);
  if (!found) throw fault(1624, name, show(answer), 'rows as objects by column');
  return found.map((row): AnswerRow => {
    const cell = (column: string): unknown => {
      const value = (row as Readonly<Record<string, unknown>> | null)?.[column];
      if (value === undefined) throw fault(1624, name, show(row), `a column ${column}`);
      return value;
    };
    const number = (column: string) => {
      const value = cell(column);
      const read = Number(value ?? 0);
      if (!Number.isFinite(read) || value === '') throw fault(1624, name, show(row), `a number as ${column}`);
      return read;
    };
    return {
      number,
      whole(column) {
        const read = number(column);
        if (!Number.isSafeInteger(read)) throw fault(1624, name, show(row), `a whole number as ${column}`);
        return read;
      },
      text: (column) => String(cell(column) ?? ''),
    };
  });
}

function listOf(answer: unknown): readonly unknown[] | undefined {
  const { rows, data }: { rows?: unknown; data?: unknown } = Object(answer);
  return [answer, rows, data].find((one) => Array.isArray(one));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
