import { fault, show } from '../../internal/messages.ts';

/** What SQL the texts are written in; see {@link SqlOptions.dialect}. */
export type SqlDialect = 'clickhouse' | 'ansi';

/** What reads the texts of the dialect `ansi`; see {@link SqlOptions.engine}. */
export type SqlEngine = 'postgres' | 'duckdb' | 'sqlite';

/** The tables of counts, each one statement; `totals` are the numbers that are no table. */
export type CountName =
  | 'totals'
  | 'segments'
  | 'funnel'
  | 'actions'
  | 'transitions'
  | 'paths'
  | 'next'
  | 'asks'
  | 'retention'
  | 'variants';

/** Options of {@link countsSql}. */
export interface SqlOptions {
  /**
   * `'clickhouse'`: ClickHouse from 18.16 on, one server or a cluster, and chdb. `'ansi'`: window functions, as PostgreSQL from 11
   * on, DuckDB, and SQLite from 3.38 on have them.
   */
  readonly dialect: SqlDialect;
  /**
   * What the dialect `ansi` is for, because no standard says how lists and objects are read: the column `segments` is a `text[]` in
   * `'postgres'`, a list or JSON in `'duckdb'`, JSON in `'sqlite'`; `experiments` is JSON, in `'duckdb'` a map or a struct as well.
   * Default `'postgres'`.
   */
  readonly engine?: SqlEngine | undefined;
  /**
   * The table of events, or a view, with its database or schema if need be, in the case in which it was made. On a ClickHouse
   * cluster the one over all shards. Copies of an event do no harm, so `…_once` is not needed, and slower. Default
   * `'smallyes_events'`.
   */
  readonly table?: string | undefined;
}

/** {@link SqlOptions}, checked; the table is quoted. */
export interface Target {
  readonly engine: SqlEngine | 'clickhouse';
  readonly table: string;
}

const engines: readonly unknown[] = ['postgres', 'duckdb', 'sqlite'] satisfies SqlEngine[];

/** Throws SY-1621 for what it does not know. */
export function targetOf(options: SqlOptions): Target {
  const { dialect, engine, table = 'smallyes_events' }: Partial<SqlOptions> = options ?? {};
  if (dialect !== 'clickhouse' && dialect !== 'ansi')
    throw fault(1621, 'dialect', show(dialect), '"clickhouse" or "ansi"');
  if (engine !== undefined && !(dialect === 'ansi' && engines.includes(engine)))
    throw fault(1621, 'engine', show(engine), '"postgres", "duckdb" or "sqlite" of the dialect "ansi"');
  // A name of ClickHouse or PostgreSQL has no more than 63 bytes.
  const part = '[A-Za-z_][A-Za-z0-9_]{0,62}';
  if (typeof table !== 'string' || !new RegExp(`^${part}(?:\\.${part}){0,2}$`).test(table))
    throw fault(1621, 'table', show(table), 'a name of letters, digits and "_", with its schema if need be');
  return {
    engine: dialect === 'clickhouse' ? dialect : (engine ?? 'postgres'),
    // Quotes are the same in all of them, and keep names that are also words of SQL.
    table: table
      .split('.')
      .map((name) => `"${name}"`)
      .join('.'),
  };
}
