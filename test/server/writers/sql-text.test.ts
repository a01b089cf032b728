import { createCollector, type EventStore } from 'smallyes/server';
import { type ClickhouseWriterOptions, clickhouseSchema, clickhouseWriter } from 'smallyes/server/clickhouse';
import { postgresSchema, postgresWriter } from 'smallyes/server/postgres';
import { commitmentFixture } from 'smallyes/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idsOf, rowFor, rowsOf, signal } from './rows.ts';

const theirs = commitmentFixture('poll.vote').visitor?.id ?? '';
const session = commitmentFixture('poll.vote').session.id;

afterEach(() => {
  vi.useRealTimers();
});

describe('postgresWriter', () => {
  const record = (answer: readonly unknown[] | { readonly rows: readonly unknown[] }) => {
    const calls: [string, string[]][] = [];
    const store = postgresWriter({
      async query(text, values) {
        calls.push([text, values]);
        return answer;
      },
    });
    return { calls, store };
  };

  const [one, , three] = idsOf(rowsOf(3));

  it.each([
    ['pg and PGlite give', { rows: [{ id: one }, { id: three }] }],
    ['postgres.js gives', [{ id: one }, { id: three }]],
  ])('reads the new ids from what %s', async (_client, answer) => {
    const { store } = record(answer);
    expect(await store.insert(rowsOf(3), signal())).toEqual({ inserted: [one, three] });
  });

  it('writes together what comes while it is busy, four statements side by side', async () => {
    const sizes: number[] = [];
    let free: () => void = () => {};
    const busy = new Promise<void>((resolve) => {
      free = resolve;
    });
    const store = postgresWriter({
      async query(_text, [rows = '[]']) {
        const all = JSON.parse(rows) as { id: string }[];
        sizes.push(all.length);
        await busy;
        return [...new Set(all.map(({ id }) => id))].map((id) => ({ id }));
      },
    });
    const first = Array.from({ length: 4 }, (_, index) => store.insert(rowsOf(1, index + 1), signal()));
    await vi.waitFor(() => expect(sizes).toEqual([1, 1, 1, 1]));
    // The fifth and the ninth wait in the same place, and bring the same event.
    const more = Array.from({ length: 5 }, (_, index) =>
      store.insert(rowsOf(3, 10 + (index % 4) * 3), signal()),
    );
    free();
    expect((await Promise.all([...first, ...more])).map((result) => result?.inserted.length)).toEqual([
      1, 1, 1, 1, 3, 3, 3, 3, 0,
    ]);
    expect(sizes).toEqual([1, 1, 1, 1, 6, 3, 3, 3]);
  });

  it('gives up a statement whose connection has broken without a word, and goes on', async () => {
    vi.useFakeTimers();
    let asked = 0;
    const store = postgresWriter({
      query: () => (asked++ < 4 ? new Promise(() => {}) : Promise.resolve([{ id: one }])),
    });
    const hanging = Promise.allSettled(
      Array.from({ length: 4 }, (_, index) => store.insert(rowsOf(1, index + 1), signal())),
    );
    await vi.advanceTimersByTimeAsync(0);
    const next = store.insert(rowsOf(1), signal());
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await hanging).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(await next).toEqual({ inserted: [one] });
  });

  it('sends all rows in one statement and one parameter, each with its event as it came', async () => {
    const { calls, store } = record([]);
    const event = commitmentFixture('poll.vote', { experiments: { 'a"b': "c'd" } });
    await store.insert([rowFor(event), ...rowsOf(1, 9)], signal());
    expect(calls).toHaveLength(1);
    const [text, [parameter = '', ...more]] = calls[0]!;
    expect(text).toMatch(
      /^INSERT INTO "smallyes_events" \(id, kind, .* ORDER BY id ON CONFLICT \(id\) DO NOTHING RETURNING id$/,
    );
    expect(text).toContain('$1::text::jsonb');
    expect(more).toEqual([]);
    const rows = JSON.parse(parameter) as Record<string, unknown>[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      id: event.id,
      ask_id: event.ask.id,
      event,
      experiments: { 'a"b': "c'd" },
    });
  });

  it('erases by visitor or by session, as a parameter', async () => {
    const { calls, store } = record([{ n: 7 }]);
    expect(await store.erase?.({ visitorId: theirs })).toBe(7);
    await store.erase?.({ sessionId: session });
    expect(calls.map(([text, values]) => [/WHERE (\w+) = \$1/.exec(text)?.[1], values])).toEqual([
      ['visitor_id', [theirs]],
      ['session_id', [session]],
    ]);
  });

  it('takes a table of your own, and no SQL in its name', () => {
    expect(postgresSchema({ table: 'shop.asks' })).toContain('CREATE TABLE IF NOT EXISTS "shop"."asks" (');
    for (const table of ['', 'a"b', 'A', 'a.b.c', 'x; DROP TABLE y', `${'x'.repeat(64)}`]) {
      expect(() => postgresSchema({ table }), table).toThrow('SY-606');
      expect(() => postgresWriter({ query: async () => [], table }), table).toThrow('SY-606');
    }
    expect(() => postgresWriter({} as never)).toThrow('SY-606');
    expect(() => postgresWriter(undefined as never)).toThrow('postgresWriter was given no options');
    expect(() => postgresWriter({ query: async () => [], tables: 'x' } as never)).toThrow(
      'did you mean table?',
    );
  });
});

/** A server that notes what it is asked. */
function clickhouse(options: Partial<ClickhouseWriterOptions> = {}, answers: (() => Response)[] = []) {
  const calls: { query: string; settings: Record<string, string>; body: string; headers: Headers }[] = [];
  const store = clickhouseWriter({
    url: 'https://ch.example:8443/',
    linger: 0,
    async fetch(url, init) {
      const { query = '', ...settings } = Object.fromEntries(new URL(url).searchParams);
      calls.push({ query, settings, body: String(init.body), headers: new Headers(init.headers) });
      return answers.shift()?.() ?? new Response('3\n');
    },
    ...options,
  });
  return { calls, store };
}

describe('clickhouseWriter', () => {
  it('writes rows as lines of JSON, with the account in headers and not in the address', async () => {
    const { calls, store } = clickhouse({ user: 'shop', password: 'p&w', database: 'stats' });
    const event = commitmentFixture('poll.vote', { experiments: { headline: 'b', price: 'x' } });
    expect(await store.insert([rowFor(event), ...rowsOf(1, 9)], signal())).toBeUndefined();
    const [call] = calls;
    expect(call?.query).toBe('INSERT INTO smallyes_events FORMAT JSONEachRow');
    expect(call?.settings).toEqual({
      database: 'stats',
      insert_deduplication_token: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect([call?.headers.get('x-clickhouse-user'), call?.headers.get('x-clickhouse-key')]).toEqual([
      'shop',
      'p&w',
    ]);
    const lines = call?.body.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(lines?.[0]).toMatchObject({
      id: event.id,
      'experiments.id': ['headline', 'price'],
      'experiments.variant': ['b', 'x'],
    });
    expect(JSON.parse(String(lines?.[0]?.['event']))).toEqual(event);
  });

  it('writes together what comes within its time', async () => {
    vi.useFakeTimers();
    const { calls, store } = clickhouse({ linger: 200 });
    const all = [1, 2, 3].map((from) => store.insert(rowsOf(1, from), signal()));
    await vi.advanceTimersByTimeAsync(199);
    expect(calls).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await Promise.all(all);
    expect(calls.map(({ body }) => body.split('\n').length)).toEqual([3]);
  });

  it('waits for the shards of a cluster', async () => {
    const { calls, store } = clickhouse({ cluster: 'two' });
    await store.insert(rowsOf(1), signal());
    expect(calls[0]?.settings).toMatchObject({ insert_distributed_sync: '1' });
  });

  it('tries once more, with the same token, when the answer got lost', async () => {
    const lost = () => {
      throw new TypeError('fetch failed');
    };
    const { calls, store } = clickhouse({}, [lost]);
    await store.insert(rowsOf(2), signal());
    const tokens = calls.map(({ settings }) => settings['insert_deduplication_token']);
    expect(tokens).toEqual([tokens[0], tokens[0]]);
    const down = clickhouse({}, [lost, lost]);
    await expect(down.store.insert(rowsOf(2), signal())).rejects.toThrow('fetch failed');
    // Without a token the rows would be there twice.
    const old = clickhouse({ legacy: true }, [lost]);
    await expect(old.store.insert(rowsOf(2), signal())).rejects.toThrow('fetch failed');
    expect(old.calls).toHaveLength(1);
    expect(old.calls[0]?.settings).toEqual({ database: 'default' });
  });

  it.each([
    ['a status', () => new Response('Code: 60. Table is missing', { status: 404 })],
    [
      'a header after 200',
      () => new Response('Code: 60. Table is missing', { headers: { 'x-clickhouse-exception-code': '60' } }),
    ],
  ])('rejects when the server says no by %s, and takes the next', async (_how, no) => {
    const { store } = clickhouse({}, [no]);
    await expect(store.insert(rowsOf(1), signal())).rejects.toThrow(/ClickHouse answered with \d+: Code: 60/);
    await store.insert(rowsOf(1), signal());
  });

  it.each([
    [{}, 'DELETE FROM smallyes_events WHERE ifNull(visitor_id'],
    [{ cluster: 'two' }, "DELETE FROM smallyes_events_local ON CLUSTER 'two' WHERE ifNull(visitor_id"],
    [{ legacy: true }, 'ALTER TABLE smallyes_events DELETE WHERE ifNull(visitor_id'],
  ])('with %j erases by: %s', async (options, statement) => {
    const { calls, store } = clickhouse(options);
    expect(await store.erase?.({ visitorId: theirs })).toBe(3);
    expect(calls.map(({ query }) => query)).toEqual([
      `SELECT uniqExact(id) FROM smallyes_events WHERE ifNull(visitor_id = '${theirs}', 0)`,
      `${statement} = '${theirs}', 0)`,
    ]);
  });

  it('refuses options that cannot work', () => {
    const url = 'https://ch.example';
    for (const options of [
      { url: 'ch.example' },
      { url: 'ftp://x' },
      { url, linger: -1 },
      { url, table: 'a b' },
      // No fetch takes an address with an account, and its error would write the password into a log.
      { url: 'https://default:secret@ch.example' },
    ])
      expect(() => clickhouseWriter(options)).toThrow('SY-606');
    expect(() => clickhouseWriter(undefined as never)).toThrow('clickhouseWriter was given no options');
    expect(() => clickhouseWriter({ url, users: 'x' } as never)).toThrow('did you mean user?');
    for (const cluster of ["a'b", '']) expect(() => clickhouseSchema({ cluster })).toThrow('SY-606');
  });

  it('is a store of a collector', () => {
    createCollector({ store: clickhouse().store satisfies EventStore });
  });
});

describe('clickhouseSchema', () => {
  it('sorts by what a copy of an event cannot have different, so that copies meet', () => {
    for (const statement of clickhouseSchema()) expect(statement).not.toMatch(/PARTITION|ORDER BY .*_at/);
    expect(clickhouseSchema()).toHaveLength(2);
    expect(clickhouseSchema()[0]).toMatch(
      /ENGINE = ReplacingMergeTree\(received_at\)\nORDER BY \(kind, time, id\)\nSETTINGS non_replicated_deduplication_window/,
    );
    expect(clickhouseSchema()[1]).toBe(
      'CREATE VIEW IF NOT EXISTS smallyes_events_once AS SELECT * FROM smallyes_events FINAL',
    );
  });

  it('makes three tables on a cluster, with copies unless it is told otherwise', () => {
    const [local, all, once] = clickhouseSchema({ cluster: 'two', table: 'asks' });
    expect(local).toMatch(/^CREATE TABLE IF NOT EXISTS asks_local ON CLUSTER 'two' \(/);
    expect(local).toContain(
      "ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/asks_local', '{replica}', received_at)",
    );
    expect(all).toMatch(
      /^CREATE TABLE IF NOT EXISTS asks ON CLUSTER 'two' AS asks_local\nENGINE = Distributed\('two', currentDatabase\(\), asks_local, /,
    );
    expect(once).toContain("asks_once ON CLUSTER 'two' AS SELECT * FROM asks FINAL");
    expect(clickhouseSchema({ cluster: 'two', replicated: false })[0]).toContain(
      '= ReplacingMergeTree(received_at)',
    );
  });

  it('looks on a cluster for the table of each shard in the database that was named', () => {
    const [, all, once] = clickhouseSchema({ cluster: 'two', table: 'shop.asks' });
    expect(all).toMatch(
      /^CREATE TABLE IF NOT EXISTS shop\.asks ON CLUSTER 'two' AS shop\.asks_local\nENGINE = Distributed\('two', shop, asks_local, /,
    );
    expect(once).toContain("shop.asks_once ON CLUSTER 'two' AS SELECT * FROM shop.asks FINAL");
  });

  it('leaves out what old servers do not know', () => {
    const text = clickhouseSchema({ legacy: true }).join();
    expect(text).not.toMatch(/LowCardinality|non_replicated/);
  });
});
