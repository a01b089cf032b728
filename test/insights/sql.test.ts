import { DatabaseSync } from 'node:sqlite';
import { count } from 'smallyes/insights';
import { countWithSql } from 'smallyes/insights/sql';
import { expect, it } from 'vitest';
import { fillSqlite } from '../sql/insights-homes.ts';
import { season, seasonQuestion, smallLog } from '../sql/insights-logs.ts';

function sqliteOf(rows: Parameters<typeof fillSqlite>[2], table = 'smallyes_events') {
  const database = new DatabaseSync(':memory:');
  fillSqlite(database, table, rows);
  return {
    dialect: 'ansi',
    engine: 'sqlite',
    // No statement says in which order its rows come.
    query: (sql: string) => database.prepare(sql).all().reverse(),
  } as const;
}

it.each([0, 1, 2, 3])('counts in SQLite as in TypeScript, on logs made at random (%i)', async (part) => {
  for (let seed = part * 40; seed < part * 40 + 40; seed++) {
    const { rows, options } = smallLog(seed);
    const counts = await countWithSql(options, sqliteOf(rows));
    expect({ seed, ...counts }).toEqual({ seed, ...(await count(rows, options)) });
  }
});

it('counts a season in SQLite as in TypeScript', async () => {
  const rows = [...season(5_000)];
  const counts = await countWithSql(seasonQuestion, sqliteOf(rows));
  const expected = await count(rows, seasonQuestion);
  expect(expected.variants.length).toBe(5);
  expect(counts).toEqual({
    ...expected,
    variants: expected.variants.map((variant) => ({
      ...variant,
      sum: expect.closeTo(variant.sum, 6),
      sumSquares: expect.closeTo(variant.sumSquares, 4),
    })),
  });
});

it.each(['people', 'walk', 'FRESH', 'chain_1'])(
  'counts a table with the name of its own step, %s, by its schema',
  async (name) => {
    const { rows, options } = smallLog(7);
    const sqlite = sqliteOf(rows, name);
    await expect(countWithSql(options, { ...sqlite, table: name })).rejects.toThrow(
      `SY-1621 table of the SQL is "${name}"`,
    );
    expect(await countWithSql(options, { ...sqlite, table: `main.${name}` })).toEqual(
      await count(rows, options),
    );
  },
);
