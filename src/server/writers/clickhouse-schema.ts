import { failure } from '../../internal/messages.ts';
import { type Column, columnNames } from './columns.ts';
import { checkName } from './sql-name.ts';

/** Options of {@link clickhouseSchema}. */
export interface ClickhouseSchemaOptions {
  /** The table. Default `'smallyes_events'`; the one to read has `_once` after its name, that of each shard `_local`. */
  readonly table?: string | undefined;
  /** The name of a cluster in the servers' configuration: makes the tables on all of its servers. */
  readonly cluster?: string | undefined;
  /** Whether the servers of a shard hold copies of each other. Default true; needs Keeper or ZooKeeper. */
  readonly replicated?: boolean | undefined;
  /** For servers before version 23.3. Default false. */
  readonly legacy?: boolean | undefined;
}

/** A text of which there are few different ones. */
type Few = 'few';

const types: Readonly<Record<Column, string | Few>> = {
  id: 'UUID',
  kind: 'few',
  phase: 'few',
  grade: 'UInt8',
  ask_id: 'few',
  placement: 'Nullable(String)',
  moment: 'Nullable(String)',
  attempt: 'UUID',
  session_id: 'UUID',
  visitor_id: 'Nullable(UUID)',
  segments: 'Array(String)',
  page_path: 'String',
  view_id: 'UUID',
  seq: 'UInt64',
  amount: 'Nullable(Float64)',
  currency: 'Nullable(String)',
  time: 'UInt64',
  // Unsigned, because windowFunnel takes no signed numbers.
  occurred_at: 'UInt64',
  received_at: 'UInt64',
};

/**
 * The statements that make the tables, to be run one by one; running them again changes nothing. Of each id the table keeps
 * the copy that came last, as soon as the server has merged its parts; the view `…_once` shows each id once at any moment.
 */
export function clickhouseSchema(options: ClickhouseSchemaOptions = {}): readonly string[] {
  const { cluster, replicated = true, legacy = false } = options;
  const table = tableOf(options.table);
  if (cluster !== undefined && !/^[\w.-]{1,100}$/.test(cluster))
    throw failure(606, `cluster is "${cluster}", which is no name of one`);
  const on = cluster === undefined ? '' : ` ON CLUSTER '${cluster}'`;
  const local = cluster === undefined ? table : `${table}_local`;
  const lines = columnNames.map((name) => `  ${name} ${typeOf(types[name], legacy)}`);
  const body = `(
${lines.join(',\n')},
  experiments Nested(id String, variant String),
  event String
)`;
  const engine =
    cluster !== undefined && replicated
      ? `ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/${local}', '{replica}', received_at)`
      : 'ReplacingMergeTree(received_at)';
  const settings = legacy
    ? ''
    : engine.startsWith('Replicated')
      ? '' // Replicated tables know the latest insertions by default.
      : '\nSETTINGS non_replicated_deduplication_window = 1000';
  // Copies of an event meet only if all that they are sorted and divided by is the event's own: neither when it came, nor
  // the corrected time, which differs from one try to the next.
  const statements = [
    `CREATE TABLE IF NOT EXISTS ${local}${on} ${body}\nENGINE = ${engine}\nORDER BY (kind, time, id)${settings}`,
  ];
  // A Distributed table takes database and table apart.
  const [database, name] = local.includes('.') ? local.split('.') : ['currentDatabase()', local];
  if (cluster !== undefined)
    // By visitor, so that what one person did is on one shard, and copies of an event meet there.
    statements.push(
      `CREATE TABLE IF NOT EXISTS ${table}${on} AS ${local}\nENGINE = Distributed('${cluster}', ${database}, ${name}, cityHash64(toString(ifNull(visitor_id, session_id))))`,
    );
  statements.push(`CREATE VIEW IF NOT EXISTS ${table}_once${on} AS SELECT * FROM ${table} FINAL`);
  return statements;
}

/** The name of the table, checked. */
export function tableOf(table = 'smallyes_events'): string {
  return checkName('table', table);
}

function typeOf(type: string | Few, legacy: boolean): string {
  if (type !== 'few') return type;
  return legacy ? 'String' : 'LowCardinality(String)';
}
