/** Keeps events in PostgreSQL 11 or newer, through the client that you have. */
import { failure } from '../../internal/messages.ts';
import type { Erasure, EventRow, EventStore } from '../collector-store.ts';
import { checkNames } from '../option-names.ts';
import { within } from '../within.ts';
import { type Column, columnNames, valuesOf } from './columns.ts';
import { createGroups, shareOut } from './groups.ts';
import { checkName } from './sql-name.ts';

/** What a client answers: the rows, or an object that has them. */
export type PostgresResult = readonly unknown[] | { readonly rows: readonly unknown[] };

/** Options of {@link postgresWriter}. */
export interface PostgresWriterOptions {
  /**
   * Runs a statement with `$1` for the first of its parameters, which are all texts: `(text, values) => pool.query(text,
   * values)` for pg, `(text, values) => sql.unsafe(text, values)` for postgres.js, `(text, values) => db.query(text, values)`
   * for PGlite.
   */
  readonly query: (text: string, values: string[]) => PromiseLike<PostgresResult>;
  /** The table, with its schema if need be. Default `'smallyes_events'`. */
  readonly table?: string | undefined;
}

/** Options of {@link postgresSchema}. */
export interface PostgresSchemaOptions {
  /** The table, with its schema if need be. Default `'smallyes_events'`. */
  readonly table?: string | undefined;
}

const types: Readonly<Record<Column, string>> = {
  id: 'uuid',
  kind: 'text',
  phase: 'text',
  grade: 'smallint',
  ask_id: 'text',
  placement: 'text',
  moment: 'text',
  attempt: 'uuid',
  session_id: 'uuid',
  visitor_id: 'uuid',
  segments: 'text[]',
  page_path: 'text',
  view_id: 'uuid',
  seq: 'bigint',
  amount: 'double precision',
  currency: 'text',
  time: 'bigint',
  occurred_at: 'bigint',
  received_at: 'bigint',
};

/** Seconds after which nobody waits for a statement: its connection may have broken without a word, and holds up what follows. */
const patience = 60;

const mayBeNull: readonly Column[] = ['placement', 'moment', 'visitor_id', 'amount', 'currency'];

/** Keeps each id once, and counts exactly which events are new. Runs up to four statements at a time. */
export function postgresWriter(options: PostgresWriterOptions): EventStore {
  checkNames('postgresWriter', options, { query: true, table: true });
  const { query, table } = options;
  if (typeof query !== 'function') throw failure(606, 'postgresWriter has no function query');
  const { quoted } = nameOf(table);
  const names = [...columnNames, 'experiments', 'event'].join(', ');
  const recordset = [
    ...columnNames.map((name) => `${name} ${types[name]}`),
    'experiments jsonb',
    'event jsonb',
  ].join(', ');
  // The parameter is a text first, because some clients would write a JSON parameter as JSON once more. Sorted, because two
  // statements that insert the same ids in different orders would wait for each other.
  const insert = `INSERT INTO ${quoted} (${names}) SELECT ${names} FROM jsonb_to_recordset($1::text::jsonb) AS r(${recordset}) ORDER BY id ON CONFLICT (id) DO NOTHING RETURNING id`;
  async function write(batches: readonly (readonly EventRow[])[]) {
    const items = batches.flat().map((row) => {
      const start = JSON.stringify({ ...valuesOf(row), experiments: row.experiments });
      return `${start.slice(0, -1)},"event":${row.json}}`;
    });
    const fresh = rowsOf(await within(patience, () => query(insert, [`[${items.join(',')}]`])));
    return shareOut(batches, new Set(fresh.map((row) => String((row as { id: unknown }).id))));
  }
  // What comes at the same time shares a statement and its commit, which waits for the disk; a few run side by side. No more
  // rows than are soon done, so that a server that is behind does not work on what nobody waits for any more.
  const lanes = Array.from({ length: 4 }, () => createGroups(write, 1_000));
  let next = 0;
  return {
    insert: (rows, options) => (lanes[next++ % lanes.length] as (typeof lanes)[0]).add(rows, options),
    async erase(who) {
      const [column, id] = matchOf(who);
      const [counted] = rowsOf(
        await query(
          `WITH gone AS (DELETE FROM ${quoted} WHERE ${column} = $1::text::uuid RETURNING 1) SELECT count(*)::int AS n FROM gone`,
          [id],
        ),
      );
      return Number((counted as { n: unknown }).n);
    },
  };
}

/** The table and its indexes as SQL. Running it again changes nothing. */
export function postgresSchema({ table }: PostgresSchemaOptions = {}): string {
  const { quoted, bare } = nameOf(table);
  const lines = columnNames.map((name) => {
    const rule = name === 'id' ? ' PRIMARY KEY' : mayBeNull.includes(name) ? '' : ' NOT NULL';
    return `  ${name} ${types[name]}${rule}`;
  });
  return `CREATE TABLE IF NOT EXISTS ${quoted} (
${lines.join(',\n')},
  experiments jsonb NOT NULL,
  event jsonb NOT NULL
);
CREATE INDEX IF NOT EXISTS "${bare}_occurred" ON ${quoted} (occurred_at);
CREATE INDEX IF NOT EXISTS "${bare}_session" ON ${quoted} (session_id);
CREATE INDEX IF NOT EXISTS "${bare}_visitor" ON ${quoted} (visitor_id) WHERE visitor_id IS NOT NULL;
`;
}

function nameOf(table = 'smallyes_events'): { readonly quoted: string; readonly bare: string } {
  const parts = checkName('table', table).split('.');
  // PostgreSQL cuts names after 63 bytes, and the indexes' names must stay apart.
  return { quoted: parts.map((part) => `"${part}"`).join('.'), bare: (parts.at(-1) ?? '').slice(0, 50) };
}

function matchOf(who: Erasure): readonly [column: string, id: string] {
  return 'visitorId' in who ? ['visitor_id', who.visitorId] : ['session_id', who.sessionId];
}

function rowsOf(result: PostgresResult): readonly unknown[] {
  return 'rows' in result ? result.rows : result;
}
