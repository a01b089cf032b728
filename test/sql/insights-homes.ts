// How the rows of a log get into each kind of table, and how it is asked.
import type { DatabaseSync } from 'node:sqlite';
import type { LogRow } from './insights-logs.ts';

/** The columns of `RowLike` as SQL has them, without lists and objects. */
const columns = {
  id: (row: LogRow) => row.id,
  kind: (row: LogRow) => row.kind,
  phase: (row: LogRow) => row.phase,
  grade: (row: LogRow) => row.grade,
  ask_id: (row: LogRow) => row.askId,
  attempt: (row: LogRow) => row.attempt,
  session_id: (row: LogRow) => row.sessionId,
  visitor_id: (row: LogRow) => row.visitorId,
  view_id: (row: LogRow) => row.viewId,
  seq: (row: LogRow) => row.seq,
  amount: (row: LogRow) => row.amount,
  occurred_at: (row: LogRow) => row.occurredAt,
};
const names = Object.keys(columns) as (keyof typeof columns)[];

export const valuesOf = (row: LogRow): Record<string, string | number | null> =>
  Object.fromEntries(names.map((name) => [name, columns[name](row)]));

/** A table in SQLite, with lists and objects as JSON. */
export function fillSqlite(database: DatabaseSync, table: string, rows: Iterable<LogRow>): void {
  database.exec(
    `CREATE TABLE ${table} (id TEXT, kind TEXT, phase TEXT, grade INTEGER, ask_id TEXT, attempt TEXT, session_id TEXT, visitor_id TEXT, view_id TEXT, seq INTEGER, amount REAL, occurred_at INTEGER, segments TEXT, experiments TEXT)`,
  );
  const all = [...names, 'segments', 'experiments'];
  const insert = database.prepare(
    `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
  );
  database.exec('BEGIN');
  for (const row of rows)
    insert.run(
      ...names.map((name) => columns[name](row)),
      JSON.stringify(row.segments),
      JSON.stringify(row.experiments),
    );
  database.exec('COMMIT');
}

/** What the collector keeps on top, and no count reads. */
const rest = (row: LogRow) => ({
  placement: null,
  moment: null,
  page_path: '/',
  currency: row.amount === null ? null : 'EUR',
  time: row.occurredAt,
  received_at: row.occurredAt,
});

/** A row of the collector's table in PostgreSQL, as JSON. */
export const postgresLine = (row: LogRow): string =>
  JSON.stringify({
    ...valuesOf(row),
    ...rest(row),
    segments: row.segments,
    experiments: row.experiments,
    event: {},
  });

/** A row of the collector's table in ClickHouse, for the format JSONEachRow. */
export const clickhouseLine = (row: LogRow): string =>
  JSON.stringify({
    ...valuesOf(row),
    ...rest(row),
    segments: row.segments,
    'experiments.id': Object.keys(row.experiments),
    'experiments.variant': Object.values(row.experiments),
    event: '{}',
  });
