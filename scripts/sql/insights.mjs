// Proves that every home of the counts counts the same: TypeScript, SQLite, PostgreSQL, DuckDB, ClickHouse on one server and on two
// shards, and chdb. First small logs made at random, in which all that is rare happens often, then one large log. Nothing of them
// may differ but the last digits of sums of money.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { count } from 'smallyes/insights';
import { countWithSql } from 'smallyes/insights/sql';
import { clickhouseSchema } from 'smallyes/server/clickhouse';
import { postgresSchema } from 'smallyes/server/postgres';
import { clickhouseLine, fillSqlite, postgresLine, valuesOf } from '../../test/sql/insights-homes.ts';
import { longFunnel, season, seasonQuestion, smallLog } from '../../test/sql/insights-logs.ts';
import { startClickhouse } from './clickhouse.mjs';
import { startPostgres } from './postgres.mjs';
import { installed } from './tools.mjs';

/** Rows of an insertion. */
const batch = 20_000;

/**
 * Each opens a home: `fill(table, rows)` makes a table of its own, `ask` are the options of countWithSql for it. Undefined where
 * there is none.
 */
const homes = {
  SQLite: openSqlite,
  PostgreSQL: openPostgres,
  DuckDB: openDuckdb,
  ClickHouse: (context) => openClickhouse(context),
  'ClickHouse, two shards': (context) => openClickhouse(context, 'two'),
  chdb: openChdb,
};

/** `events` in the large log, `logs` small ones. */
export async function insights({ folder, report, settings }) {
  const { events, logs } = settings;
  mkdirSync(folder, { recursive: true });
  const context = { folder, isQuick: events < 1_000_000, closing: [] };
  const began = performance.now();
  const large = await count(season(events), seasonQuestion);
  const seconds = (since) => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
  console.log(
    `Insights: ${events.toLocaleString('en')} events, ${large.units.toLocaleString('en')} units, ${large.rows.toLocaleString('en')} yeses; TypeScript ${seconds(began)} with making them`,
  );
  try {
    for (const [name, open] of Object.entries(homes)) {
      const home = await open(context);
      if (typeof home === 'string') {
        console.log(`left out ${name}: ${home}`);
        continue;
      }
      try {
        await same(`${name} ${home.version}: ${logs} logs made at random`, report, async () => {
          for (let seed = 0; seed < logs; seed++) {
            const { rows, options } = smallLog(seed);
            const table = `small_${seed}`;
            await home.fill(table, rows);
            const counts = await countWithSql(options, { ...home.ask, table });
            assert.deepEqual({ seed, ...counts }, { seed, ...(await count(rows, options)) });
          }
        });
        await same(`${name} ${home.version}: a funnel of 32 steps`, report, async () => {
          const { rows, options } = longFunnel();
          await home.fill('long', rows);
          const counts = await countWithSql(options, { ...home.ask, table: 'long' });
          assert.equal(counts.funnel[0].levels[31], 1);
          assert.deepEqual(counts, await count(rows, options));
        });
        await same(
          `${name} ${home.version}: ${events.toLocaleString('en')} events of a season`,
          report,
          async () => {
            const filled = performance.now();
            await home.fill('season', season(events));
            const asked = performance.now();
            const spent = [];
            const query = async (sql) => {
              const since = performance.now();
              const answer = await home.ask.query(sql);
              spent.push(((performance.now() - since) / 1_000).toFixed(2));
              return answer;
            };
            const counts = await countWithSql(seasonQuestion, { ...home.ask, query, table: 'season' });
            console.log(
              `  ${name}: filled in ${((asked - filled) / 1_000).toFixed(1)} s, counted in ${seconds(asked)} (${spent.join(', ')})`,
            );
            assert.deepEqual(rounded(counts), rounded(large));
          },
        );
      } finally {
        await home.close();
      }
    }
  } finally {
    for (const close of context.closing) await close();
  }
}

async function same(title, report, run) {
  try {
    await run();
    report(title);
  } catch (error) {
    report(title, `${error.message}${error.cause ? `\n${error.cause.message}` : ''}`.slice(0, 3_000));
  }
}

/** Sums of money depend on the order of adding in their last digits. */
function rounded(counts) {
  assert.ok(counts.variants.length > 4 && counts.variants.every(({ sum }) => sum > 0));
  return {
    ...counts,
    variants: counts.variants.map((variant) => ({
      ...variant,
      sum: variant.sum.toPrecision(10),
      sumSquares: variant.sumSquares.toPrecision(10),
    })),
  };
}

function* batches(rows) {
  let some = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function openSqlite() {
  const database = new DatabaseSync(':memory:');
  const [{ version }] = database.prepare('SELECT sqlite_version() AS version').all();
  return {
    version,
    fill: async (table, rows) => fillSqlite(database, table, rows),
    ask: { dialect: 'ansi', engine: 'sqlite', query: (sql) => database.prepare(sql).all() },
    close: () => database.close(),
  };
}

async function openPostgres({ folder }) {
  const server = await startPostgres(path.join(folder, 'postgres'));
  if (!server) return 'there is none and it could not be installed.';
  const pool = new pg.Pool({ ...server.connection, max: 2 });
  pool.on('error', () => {});
  await pool.query(postgresSchema());
  return {
    version: server.version.replace(/.*\) /, ''),
    async fill(table, rows) {
      // Without the key of the collector's table, which lets no copy in.
      await pool.query(`CREATE TABLE ${table} (LIKE smallyes_events)`);
      for (const some of batches(rows))
        await pool.query(
          `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::text::jsonb)`,
          [`[${some.map(postgresLine).join(',')}]`],
        );
      await pool.query(`ANALYZE ${table}`);
    },
    ask: { dialect: 'ansi', query: (sql) => pool.query(sql) },
    async close() {
      await pool.end();
      await server.stop();
    },
  };
}

async function openDuckdb({ folder, isQuick }) {
  const tool = installed('@duckdb/node-api', '1.5.6-r.1', !isQuick);
  if (!tool) return 'its package is not there.';
  const { DuckDBInstance } = await import(tool);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [[version]] = (await connection.runAndReadAll('SELECT version()')).getRows();
  return {
    version,
    async fill(table, rows) {
      await connection.run(
        `CREATE TABLE ${table} (id UUID, kind VARCHAR, phase VARCHAR, grade TINYINT, ask_id VARCHAR, attempt UUID, session_id UUID, visitor_id UUID, view_id UUID, seq BIGINT, amount DOUBLE, occurred_at BIGINT, segments VARCHAR[], experiments MAP(VARCHAR, VARCHAR))`,
      );
      for (const some of batches(rows)) {
        const file = path.join(folder, 'duckdb.ndjson');
        const line = (row) => ({ ...valuesOf(row), segments: row.segments, experiments: row.experiments });
        writeFileSync(file, some.map((row) => JSON.stringify(line(row))).join('\n'));
        await connection.run(`COPY ${table} FROM '${file}' (FORMAT json)`);
      }
    },
    ask: {
      dialect: 'ansi',
      engine: 'duckdb',
      query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Both forms are of the same two servers, which are stopped in the end. */
async function openClickhouse(context, cluster) {
  if (context.clickhouse === undefined) {
    context.clickhouse = (await startClickhouse(path.join(context.folder, 'clickhouse'), 2)) ?? false;
    if (context.clickhouse) context.closing.push(() => context.clickhouse.stop());
  }
  const server = context.clickhouse;
  if (!server) return 'there is none and it could not be installed.';
  const run = async (url, sql, body) => {
    const settings = new URLSearchParams({
      default_format: 'JSON',
      insert_distributed_sync: '1',
      ...(body !== undefined && { query: sql }),
    });
    const response = await fetch(`${url}/?${settings}`, { method: 'POST', body: body ?? sql });
    const text = await response.text();
    if (!response.ok) throw new Error(text.slice(0, 1_000));
    return text;
  };
  const [url] = server.urls;
  return {
    version: server.version,
    async fill(name, rows) {
      const table = cluster ? `${name}_on_two` : name;
      // Without Keeper there is no ON CLUSTER: what it would do is done here.
      for (const sql of clickhouseSchema({ table, cluster, legacy: server.isOld, replicated: false }))
        for (const one of cluster ? server.urls : [url])
          await run(one, sql.replace(` ON CLUSTER '${cluster}'`, ''));
      for (const some of batches(rows))
        await run(url, `INSERT INTO ${table} FORMAT JSONEachRow`, some.map(clickhouseLine).join('\n'));
    },
    ask: {
      dialect: 'clickhouse',
      query: (sql) => run(url, cluster ? sql.replace(/"((?:small_\d+|long|season))"/g, '"$1_on_two"') : sql),
    },
    close() {},
  };
}

async function openChdb({ folder, isQuick }) {
  const tool = installed('chdb', '3.4.0', !isQuick);
  if (!tool) return 'its package is not there.';
  const { Session } = await import(tool);
  const session = new Session(path.join(folder, 'chdb'));
  return {
    version: JSON.parse(session.query('SELECT version() AS version', 'JSON')).data[0].version,
    async fill(table, rows) {
      for (const sql of clickhouseSchema({ table })) session.query(sql);
      for (const some of batches(rows))
        session.query(`INSERT INTO ${table} FORMAT JSONEachRow ${some.map(clickhouseLine).join('\n')}`);
    },
    ask: { dialect: 'clickhouse', query: (sql) => session.query(sql, 'JSON') },
    close: () => session.close(),
  };
}
