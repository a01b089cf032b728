// What only a real database can prove of the writers: that its SQL runs, what it counts, and what it keeps.
import assert from 'node:assert/strict';
import type pg from 'pg';
import { createCollector } from 'smallyes/server';
import { clickhouseSchema, clickhouseWriter } from 'smallyes/server/clickhouse';
import { postgresSchema, postgresWriter } from 'smallyes/server/postgres';
import { commitmentFixture } from '../../src/testing/commitment-fixture.ts';

const now = Date.UTC(2026, 0, 12, 9, 50);
const votes = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => commitmentFixture('poll.vote', { seq: from + index }));
const odd = {
  ...commitmentFixture('checkout.purchase', {
    seq: 900,
    ask: { id: `'"\\;--\u0000 \u{1f600}`, placement: 'side', moment: 'buy' },
    experiments: { "a'b": 'c"d', e: '' },
    value: { amount: 1e-9, currency: 'EUR' },
  }),
  data: { order: '\ud800 $1 ?' },
};
const bare = commitmentFixture('poll.vote', {
  seq: 901,
  visitor: undefined,
  time: 1_000 + now - 7 * 86_400_000,
});
const visitorId = votes(1)[0]?.visitor?.id ?? '';
const sessionId = bare.session.id;

/** A check by its title. */
export type Check = readonly [title: string, run: () => Promise<void>];

export function postgresChecks(pool: pg.Pool): Check[] {
  const table = 'checks';
  const query = (text: string, values: string[]) => pool.query(text, values);
  const collector = createCollector({ store: postgresWriter({ query, table }), now: () => now });
  const one = async (sql: string) => (await pool.query(sql)).rows[0] as Record<string, unknown>;
  return [
    [
      'the table can be made twice',
      async () => {
        for (let times = 0; times < 2; times++) await pool.query(postgresSchema({ table }));
        await pool.query('CREATE SCHEMA shop');
        await pool.query(postgresSchema({ table: 'shop.asks' }));
      },
    ],
    [
      'duplicates are counted exactly',
      async () => {
        assert.deepEqual(await collector.record([...votes(5), ...votes(2)]), {
          v: 1,
          accepted: 5,
          duplicates: 2,
          rejected: [],
        });
        assert.equal((await collector.record(votes(6, 3))).accepted, 3);
        assert.equal((await collector.record(votes(6, 3))).duplicates, 6);
      },
    ],
    [
      'texts that are SQL, JSON or no Unicode are kept as they are, or mended',
      async () => {
        assert.equal((await collector.record([odd, bare])).accepted, 2);
        const row = await one(`SELECT * FROM ${table} WHERE seq = 900`);
        assert.equal(row['ask_id'], odd.ask.id.replace('\0', ''));
        assert.deepEqual(row['experiments'], odd.experiments);
        assert.deepEqual((row['event'] as { data: unknown }).data, { order: '\ufffd $1 ?' });
        assert.deepEqual(row['segments'], ['hurdle:trust']);
        assert.equal(row['amount'], 1e-9);
      },
    ],
    [
      'every column has what the event says',
      async () => {
        const row = await one(
          `SELECT count(*)::int AS n FROM ${table} WHERE id::text = event->>'id' AND kind = event->>'kind' AND phase = event->>'phase' AND grade = (event->>'grade')::int AND ask_id = event->'ask'->>'id' AND placement IS NOT DISTINCT FROM event->'ask'->>'placement' AND attempt::text = event->>'attempt' AND session_id::text = event->'session'->>'id' AND visitor_id::text IS NOT DISTINCT FROM event->'visitor'->>'id' AND page_path = event->'page'->>'path' AND view_id::text = event->'page'->>'viewId' AND seq = (event->>'seq')::bigint AND time = (event->>'time')::bigint AND occurred_at = time AND received_at = ${now}`,
        );
        assert.equal(row['n'], 10);
      },
    ],
    [
      'batches with the same events in other orders, all at once, neither block each other nor count twice',
      async () => {
        const events = votes(60, 1_000);
        const results = await Promise.all(
          Array.from({ length: 24 }, (_, index) =>
            collector.record(index % 2 ? events : [...events].reverse()),
          ),
        );
        assert.equal(
          results.reduce((sum, { accepted }) => sum + accepted, 0),
          60,
        );
      },
    ],
    [
      'a visitor, and a session, is erased',
      async () => {
        const { n } = await one(`SELECT count(*)::int AS n FROM ${table} WHERE visitor_id = '${visitorId}'`);
        assert.equal(await collector.erase({ visitorId }), n);
        assert.equal(await collector.erase({ visitorId }), 0);
        assert.equal(await collector.erase({ sessionId }), 1);
      },
    ],
  ];
}

/** `run` asks one server; `all` are its neighbours in the cluster, it the first. */
export function clickhouseChecks(
  urls: readonly string[],
  run: (url: string, sql: string) => Promise<string>,
  legacy: boolean,
): Check[] {
  const [url = ''] = urls;
  const checksOf = (cluster?: string): Check[] => {
    const table = cluster ? 'spread' : 'checks';
    const name = cluster ? 'on two shards: ' : '';
    const writer = clickhouseWriter({ url, table, legacy, linger: 20 });
    const collector = createCollector({
      store: clickhouseWriter({ url, table, legacy, cluster, linger: 20 }),
      now: () => now,
    });
    const ask = async (sql: string) => (await run(url, sql)).trim();
    const local = cluster ? `${table}_local` : table;
    const onAll = async (sql: string) => {
      // Without Keeper there is no ON CLUSTER: what it would do is done here.
      for (const one of cluster ? urls : [url]) await run(one, sql.replace(` ON CLUSTER '${cluster}'`, ''));
    };
    return [
      [
        `${name}the tables can be made twice`,
        async () => {
          for (let times = 0; times < 2; times++)
            for (const sql of clickhouseSchema({ table, cluster, legacy, replicated: false }))
              await onAll(sql);
        },
      ],
      [
        `${name}the view has each event once, before and after parts are merged, though it came four times at other times`,
        async () => {
          for (const later of [0, 5_000, 90_000, 3_600_000]) {
            const again = createCollector({
              store: clickhouseWriter({ url, table, legacy, cluster, linger: 0 }),
              now: () => now + later,
            });
            assert.equal((await again.record(votes(40))).rejected.length, 0);
          }
          const counts = `SELECT count(), uniqExact(id) FROM ${table}_once`;
          assert.equal(await ask(counts), '40\t40');
          await onAll(`OPTIMIZE TABLE ${local} FINAL`);
          assert.equal(await ask(counts), '40\t40');
          assert.equal(await ask(`SELECT count() FROM ${table}`), '40');
        },
      ],
      [
        `${name}texts that are SQL, JSON or no Unicode are kept as they are, or mended`,
        async () => {
          await collector.record([odd, bare]);
          const row = JSON.parse(await ask(`SELECT * FROM ${table}_once WHERE seq = 900 FORMAT JSON`)) as {
            data: [Record<string, unknown>];
          };
          const [stored] = row.data;
          assert.equal(stored['ask_id'], odd.ask.id.replace('\0', ''));
          assert.deepEqual(stored['experiments.id'], ["a'b", 'e']);
          assert.deepEqual(stored['experiments.variant'], ['c"d', '']);
          assert.deepEqual(stored['segments'], ['hurdle:trust']);
          assert.deepEqual((JSON.parse(String(stored['event'])) as { data: unknown }).data, {
            order: '\ufffd $1 ?',
          });
          assert.equal(await ask(`SELECT count() FROM ${table}_once WHERE visitor_id IS NULL`), '1');
        },
      ],
      [
        `${name}every column has what the event says`,
        async () => {
          const n = await ask(
            `SELECT count() FROM ${table}_once WHERE toString(id) = visitParamExtractString(event, 'id') AND kind = visitParamExtractString(event, 'kind') AND toUInt64(time) = visitParamExtractUInt(event, 'time') AND seq = visitParamExtractUInt(event, 'seq') AND toString(attempt) = visitParamExtractString(event, 'attempt') AND page_path = visitParamExtractString(event, 'path') AND occurred_at <= received_at`,
          );
          assert.equal(n, '42');
        },
      ],
      ...(cluster
        ? ([
            [
              'on two shards: both have some, and one person is on one',
              async () => {
                const people = Array.from({ length: 60 }, (_, index) => ({
                  ...commitmentFixture('poll.vote', { seq: 1_000 + index }),
                  visitor: {
                    id: `019bb18a-75c0-7000-8000-${String(index % 20).padStart(12, '0')}`,
                    isNew: true,
                    segments: [],
                  },
                }));
                assert.equal((await collector.record(people)).accepted, 60);
                const of = async (one: string) =>
                  (await run(one, `SELECT DISTINCT toString(visitor_id) FROM ${local} WHERE seq >= 1000`))
                    .trim()
                    .split('\n');
                const [first, second] = [await of(urls[0]!), await of(urls[1]!)];
                assert.ok(first.length > 2 && second.length > 2, `${first.length} and ${second.length}`);
                assert.equal(first.length + second.length, 20);
                assert.equal(await ask(`SELECT count() FROM ${table}_once WHERE seq >= 1000`), '60');
              },
            ],
          ] satisfies Check[])
        : ([
            [
              'a visitor is erased',
              async () => {
                assert.equal(await writer.erase?.({ visitorId }), 41);
                // Old servers do it later.
                for (let times = 0; times < 100; times++) {
                  if ((await ask(`SELECT count() FROM ${table}_once`)) === '1') break;
                  await new Promise((resolve) => setTimeout(resolve, 100));
                }
                assert.equal(await ask(`SELECT count() FROM ${table}_once`), '1');
                assert.equal(await writer.erase?.({ visitorId }), 0);
              },
            ],
          ] satisfies Check[])),
    ];
  };
  return [...checksOf(), ...(urls.length > 1 ? checksOf('two') : [])];
}
