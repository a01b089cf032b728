import { DatabaseSync } from 'node:sqlite';
import { count, type InsightsOptions, type RowLike } from 'smallyes/insights';
import { type CountWithSqlOptions, countsSql, countWithSql, type SqlAnswer } from 'smallyes/insights/sql';
import { describe, expect, it } from 'vitest';
import { fillSqlite } from '../sql/insights-homes.ts';
import { hostile, type LogRow, longFunnel, now, season, seasonQuestion } from '../sql/insights-logs.ts';
import { row } from './count-rows.ts';

const question = { goal: 'checkout.purchase', steps: ['poll.vote'], now } as const;

function stored(rows: readonly RowLike[]) {
  const database = new DatabaseSync(':memory:');
  const full = rows.map(
    (one): LogRow => ({
      ...one,
      visitorId: one.visitorId ?? null,
      segments: one.segments ?? [],
      experiments: one.experiments ?? {},
      amount: one.amount ?? null,
    }),
  );
  fillSqlite(database, 'smallyes_events', full);
  return database;
}

const ask = (rows: readonly RowLike[], change: (rows: object[]) => SqlAnswer = (all) => all) => {
  const database = stored(rows);
  return countWithSql(question, {
    dialect: 'ansi',
    engine: 'sqlite',
    query: (sql) => change(database.prepare(sql).all()),
  });
};

describe('texts', () => {
  const texts = {
    clickhouse: countsSql(seasonQuestion, { dialect: 'clickhouse', table: 'shop.asks' }),
    ansi: countsSql(seasonQuestion, { dialect: 'ansi', table: 'shop.asks' }),
  };

  it('are one reading statement each, over the table that is named', () => {
    for (const all of Object.values(texts)) {
      expect(Object.keys(all).sort()).toEqual([
        'actions',
        'asks',
        'funnel',
        'next',
        'paths',
        'retention',
        'segments',
        'totals',
        'transitions',
        'variants',
      ]);
      for (const text of Object.values(all)) {
        expect(text).toMatch(/^(?:SELECT|WITH) /);
        expect(text).toContain('FROM "shop"."asks"');
        expect(text).not.toMatch(/;|\bFORMAT\b|undefined|\[object/);
      }
    }
  });

  it('for ClickHouse have nothing that a server of 2018 lacks, and no join, whose misses would be 0', () => {
    // Of one the misses are '', which is no visitor.
    const known = /GLOBAL ANY LEFT JOIN \(\s+SELECT session_id, \w+\(ifNull\(toString/g;
    for (const text of Object.values(texts.clickhouse).map((one) => one.replace(known, '')))
      expect(text).not.toMatch(/\bOVER\b|\bWITH\b|(?<!array)\bJOIN\b|arrayFold|windowFunnel/i);
  });

  it('never let an id out of its quotes', () => {
    const clickhouse = (goal: string) =>
      countsSql({ goal: `poll.vote:${goal}` }, { dialect: 'clickhouse' }).segments;
    expect(clickhouse("a'; --")).toContain("ask_id = 'a''; --')");
    expect(clickhouse("\\'")).toContain("ask_id = '\\\\''')");
    const ansi = (goal: string, engine?: 'sqlite') =>
      countsSql({ goal: `poll.vote:${goal}` }, { dialect: 'ansi', engine }).segments;
    expect(ansi("a'; --")).toContain("ask_id = 'a''; --')");
    // With standard_conforming_strings off, PostgreSQL would take a backslash before a quote as an escape.
    expect(ansi("\\'")).toContain("ask_id = ('' || CHR(92) || ''''))");
    expect(ansi("\\'", 'sqlite')).toContain("ask_id = ('' || CHAR(92) || ''''))");
    for (const id of hostile) expect(ansi(id)).not.toContain('\\');
  });

  it.each([
    [{ goal: 'purchase' }, { dialect: 'ansi' }, 'SY-1601'],
    [question, { dialect: 'mysql' }, 'SY-1621 dialect'],
    [question, undefined, 'SY-1621 dialect'],
    [question, { dialect: 'ansi', engine: 'oracle' }, 'SY-1621 engine'],
    [question, { dialect: 'clickhouse', engine: 'sqlite' }, 'SY-1621 engine'],
    [question, { dialect: 'ansi', table: 'a; DROP TABLE b' }, 'SY-1621 table'],
    [question, { dialect: 'ansi', table: 'a".b' }, 'SY-1621 table'],
    [question, { dialect: 'ansi', table: 'a.b.c.d' }, 'SY-1621 table'],
    [{ goal: 'poll.vote:a\0b' }, { dialect: 'ansi' }, 'SY-1622'],
    [{ goal: 'poll.vote:\ud800' }, { dialect: 'clickhouse' }, 'SY-1622'],
    [
      { goal: 'poll.vote', steps: Array.from({ length: 32 }, (_, at) => `poll.vote:${at}`) },
      { dialect: 'ansi' },
      'SY-1623',
    ],
  ])('are refused for what cannot be: %j %j', (options, sql, code) => {
    expect(() => countsSql(options as InsightsOptions, sql as CountWithSqlOptions)).toThrow(code);
  });
});

describe('answers', () => {
  const rows = [...season(400)];
  const mapped = (change: (value: unknown) => unknown) => (all: object[]) =>
    all.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, change(value)])));

  it('are read whatever the driver makes of numbers and rows', async () => {
    const expected = await ask(rows);
    expect(expected.variants.length).toBeGreaterThan(2);
    const asText = mapped((value) => (typeof value === 'number' ? String(value) : value));
    const asBigInt = mapped((value) => (Number.isInteger(value) ? BigInt(value as number) : value));
    const asObject = mapped((value) => (typeof value === 'number' ? { toString: () => `${value}` } : value));
    expect(await ask(rows, asText)).toEqual(expected);
    expect(await ask(rows, asBigInt)).toEqual(expected);
    expect(await ask(rows, asObject)).toEqual(expected);
    expect(await ask(rows, (all) => ({ rows: all }))).toEqual(expected);
    expect(await ask(rows, (all) => ({ data: all }))).toEqual(expected);
    expect(await ask(rows, (all) => JSON.stringify({ meta: [], data: all }))).toEqual(expected);
  });

  it.each([
    ['1\t2\n', 'rows as objects by column'],
    [[[1, 2]], 'a column first_time'],
    [[{ first_time: 'soon' }], 'a number as first_time'],
    [[{ first_time: 2 ** 60 }], 'a whole number as first_time'],
    [[null], 'a column first_time'],
    [undefined, 'rows as objects by column'],
  ])('are refused when they cannot be read: %j', async (answer, problem) => {
    const wrong = (all: object[]) => ('first_time' in Object(all[0]) ? (answer as SqlAnswer) : all);
    await expect(ask(rows, wrong)).rejects.toThrow(problem);
  });

  it('of a database that fails name the statement, and keep its error', async () => {
    const error = new Error('no such table: smallyes_events');
    const query = () => Promise.reject(error);
    await expect(countWithSql(question, { dialect: 'ansi', query })).rejects.toMatchObject({
      message: expect.stringContaining('"totals": no such table: smallyes_events'),
      cause: error,
    });
    await expect(
      countWithSql(question, { dialect: 'ansi' } as unknown as CountWithSqlOptions),
    ).rejects.toThrow('SY-1621 query');
  });
});

describe('in SQLite', () => {
  it('comes to nothing without events', async () => {
    expect(await ask([])).toEqual(await count([], question));
  });

  it('walks a funnel of 32 steps', async () => {
    const { rows, options } = longFunnel();
    const database = stored(rows);
    const query = (sql: string) => database.prepare(sql).all();
    const counts = await countWithSql(options, { dialect: 'ansi', engine: 'sqlite', query });
    expect(counts.funnel[0]?.levels[31]).toBe(1);
    expect(counts).toEqual(await count(rows, options));
  });

  it('counts a copy that has another time once, with the earlier', async () => {
    const vote = row('ann', 'poll.vote', 0);
    const later = { ...vote, occurredAt: vote.occurredAt + 90_000 };
    const counts = await ask([vote, row('ann', 'checkout.purchase', 1), later]);
    expect(counts).toMatchObject({ rows: 2, funnel: [{ levels: [1, 1] }] });
    expect(counts.paths[0]?.path).toEqual(['poll.vote:a', '(goal)']);
  });

  it.each(['landmark', 'before', 'anywhere'] as const)(
    'takes everybody for the segment that was known when it was to be, by %s',
    async (exposure) => {
      // Told before, with and after the landmark, by which all have one.
      const rows = ['ann', 'ben', 'cem'].flatMap((who, told) =>
        ['poll.vote', 'quiz.complete', 'share-button.share', 'checkout.purchase'].map((action, at) =>
          row(who, action, at, { segments: at > told ? [`segment ${told % 2}`] : [] }),
        ),
      );
      const asked = { ...question, exposure, landmark: 2 };
      const database = stored(rows);
      const query = (sql: string) => database.prepare(sql).all();
      const counts = await countWithSql(asked, { dialect: 'ansi', engine: 'sqlite', query });
      expect(counts).toEqual(await count(rows, asked));
      expect(counts.segments.map(({ segment, n }) => [segment, n])).toEqual([
        ['segment 0', 2],
        ['segment 1', 1],
      ]);
      const votes = counts.actions.filter(({ action }) => action === 'poll.vote:a');
      expect(votes.map(({ segment, exposed }) => [segment, exposed])).toEqual(
        exposure === 'landmark'
          ? [
              [undefined, 3],
              ['', 2],
              ['segment 0', 1],
            ]
          : [
              [undefined, 3],
              ['segment 0', 2],
              ['segment 1', 1],
            ],
      );
    },
  );

  it('counts over a table with columns of your own, whatever their names', async () => {
    const rows = [
      row('ann', 'poll.vote', 0, { visitorId: null }),
      ...['ann', 'ben'].map((who) => row(who, 'checkout.purchase', 1)),
    ];
    const database = stored(rows);
    for (const name of [
      'owner',
      'of_session',
      'unit',
      'known',
      'act_unit',
      'action',
      'segment',
      'nth',
      'copy',
    ])
      database.exec(`ALTER TABLE smallyes_events ADD COLUMN ${name} TEXT DEFAULT 'mine'`);
    const query = (sql: string) => database.prepare(sql).all();
    for (const unit of ['visitor', 'session'] as const) {
      const asked = { ...question, unit };
      const counts = await countWithSql(asked, { dialect: 'ansi', engine: 'sqlite', query });
      expect(counts).toEqual(await count(rows, asked));
    }
  });

  it('reads, whatever an id says', async () => {
    const id = "'); DELETE FROM smallyes_events; --";
    const database = stored([row('ann', `poll.vote:${id}`, 0)]);
    const query = (sql: string) => database.prepare(sql).all();
    const counts = await countWithSql(
      { ...question, goal: `poll.vote:${id}`, steps: [] },
      { dialect: 'ansi', engine: 'sqlite', query },
    );
    expect(counts.converted).toBe(1);
    expect(database.prepare('SELECT COUNT(*) AS n FROM smallyes_events').all()).toEqual([{ n: 1 }]);
  });
});
