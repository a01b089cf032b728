// Proves the stores of the collector on the real thing: `npm run test:sql`. For files and for PostgreSQL, a collector on one
// core takes 5,000 events a second for a minute; in the middle it is killed (and PostgreSQL crashes once), comes back, and
// in the end the store must hold every event once. ClickHouse: its SQL on one server and on two shards. Insights: the counts of
// one log of a million events, the same from TypeScript and from every database.
//
//   npm run test:sql -- postgres                 one of ndjson, postgres, clickhouse, insights
//   npm run test:sql -- --seconds=10 --rate=2000
//   npm run test:sql -- insights --events=20000 --logs=20      quick: installs no database from npm
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// The sources are TypeScript, which Node reads by itself, and import the package by its name.
const condition = '--conditions=smallyes-source';
if (!process.execArgv.includes(condition)) {
  const args = ['--no-warnings', condition, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

const { runStores } = await import('./sql/run.mjs');
process.exitCode = await runStores(process.argv.slice(2));
