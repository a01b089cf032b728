/** Keeps events in ClickHouse, over HTTP. */
import { failure } from '../../internal/messages.ts';
import type { Erasure, EventRow, EventStore } from '../collector-store.ts';
import { checkNames } from '../option-names.ts';
import { tableOf } from './clickhouse-schema.ts';
import { valuesOf } from './columns.ts';
import { createGroups } from './groups.ts';

export { type ClickhouseSchemaOptions, clickhouseSchema } from './clickhouse-schema.ts';

/** Options of {@link clickhouseWriter}. */
export interface ClickhouseWriterOptions {
  /** Where its HTTP interface listens, such as `https://clickhouse.example:8443`. */
  readonly url: string;
  /** Default `'default'`. */
  readonly user?: string | undefined;
  /** Default none. */
  readonly password?: string | undefined;
  /** Default `'default'`. */
  readonly database?: string | undefined;
  /** The table, or on a cluster the one over all shards. Default `'smallyes_events'`. */
  readonly table?: string | undefined;
  /** The name of the cluster, if it is one. */
  readonly cluster?: string | undefined;
  /** For servers before version 23.3. Default false. */
  readonly legacy?: boolean | undefined;
  /**
   * Milliseconds to wait for more events before they are written together, since ClickHouse wants few large insertions. The
   * browser waits as long. Default 200.
   */
  readonly linger?: number | undefined;
  /** Default the platform's `fetch`. */
  readonly fetch?: ((url: string, init: RequestInit) => PromiseLike<Response>) | undefined;
}

const names = {
  url: true,
  user: true,
  password: true,
  database: true,
  table: true,
  cluster: true,
  legacy: true,
  linger: true,
  fetch: true,
} satisfies Record<keyof ClickhouseWriterOptions, true>;

/**
 * Keeps events in ClickHouse. The answer to a browser waits until the server has the rows. Which ones were there already it
 * cannot tell, so `duplicates` stays 0; read the view `…_once`, which shows each id once.
 */
export function clickhouseWriter(options: ClickhouseWriterOptions): EventStore {
  checkNames('clickhouseWriter', options, names);
  const { user = 'default', password, database = 'default', cluster, legacy = false, linger = 200 } = options;
  const table = tableOf(options.table);
  const url = addressOf(options.url);
  const send = options.fetch ?? fetch;
  if (!(linger >= 0 && linger <= 10_000)) throw failure(606, `linger is ${linger}, not 0 to 10,000 ms`);

  async function run(sql: string, settings: Readonly<Record<string, string>>, body: string): Promise<string> {
    const address = new URL(url);
    for (const [name, value] of Object.entries({ database, ...settings }))
      address.searchParams.set(name, value);
    address.searchParams.set('query', sql);
    const response = await send(address.href, {
      method: 'POST',
      body,
      headers: { 'x-clickhouse-user': user, ...(password && { 'x-clickhouse-key': password }) },
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    // A server that fails after its first bytes has said 200 already.
    if (!response.ok || response.headers.has('x-clickhouse-exception-code'))
      throw new Error(`ClickHouse answered with ${response.status}: ${text.slice(0, 300)}`);
    return text;
  }

  async function write(rows: readonly EventRow[]): Promise<void> {
    const body = rows.map(lineOf).join('\n');
    const settings = {
      // Without it the first server says yes before the shards have anything.
      ...(cluster !== undefined && { insert_distributed_sync: '1' }),
      ...(!legacy && { insert_deduplication_token: await tokenOf(rows) }),
    };
    const insert = () => run(`INSERT INTO ${table} FORMAT JSONEachRow`, settings, body);
    try {
      await insert();
    } catch (error) {
      // An answer that got lost. With its token the second try adds nothing that is there.
      if (legacy || !(error instanceof TypeError)) throw error;
      await insert();
    }
  }

  const groups = createGroups<EventRow, undefined>(
    async (batches) => {
      await write(batches.flat());
      return batches.map(() => undefined);
    },
    10_000,
    linger,
  );

  return {
    insert: groups.add,
    async erase(who) {
      const where = conditionOf(who);
      const counted = await run(`SELECT uniqExact(id) FROM ${table} WHERE ${where}`, {}, '');
      const local = cluster === undefined ? table : `${table}_local ON CLUSTER '${cluster}'`;
      await run(
        legacy ? `ALTER TABLE ${local} DELETE WHERE ${where}` : `DELETE FROM ${local} WHERE ${where}`,
        {},
        '',
      );
      return Number(counted.trim());
    },
  };
}

function addressOf(url: string): URL {
  let problem = 'is no address with http or https';
  try {
    const address = new URL(url);
    // A fetch refuses such an address, and says it with the password.
    if (address.username || address.password) problem = 'holds an account: use the options user and password';
    else if (/^https?:$/.test(address.protocol)) return address;
  } catch {
    // Falls through to the same words.
  }
  throw failure(606, `url of clickhouseWriter ${problem}`);
}

function lineOf(row: EventRow): string {
  const experiments = Object.entries(row.experiments);
  return JSON.stringify({
    ...valuesOf(row),
    'experiments.id': experiments.map(([id]) => id),
    'experiments.variant': experiments.map(([, variant]) => variant),
    event: row.json,
  });
}

// Ids only, whose form the collector has checked. Old servers also delete rows of which a condition is NULL: everybody
// without a visitor id.
function conditionOf(who: Erasure): string {
  return 'visitorId' in who
    ? `ifNull(visitor_id = '${who.visitorId}', 0)`
    : `session_id = '${who.sessionId}'`;
}

/** A text that is the same for the same rows. */
async function tokenOf(rows: readonly EventRow[]): Promise<string> {
  const ids = new TextEncoder().encode(rows.map(({ id }) => id).join());
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', ids));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
