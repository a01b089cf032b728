// Goes through the stores; prints what it measured, and one closing line.
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { postgresSchema } from 'smallyes/server/postgres';
import { compare, load, quantile } from '../../test/sql/load.ts';
import { clickhouseChecks, postgresChecks } from '../../test/sql/stores.ts';
import { query, startClickhouse } from './clickhouse.mjs';
import { insights } from './insights.mjs';
import { startPostgres } from './postgres.mjs';
import { cpuSeconds, onCore, start, stop, stopAll, until } from './processes.mjs';

const known = ['ndjson', 'postgres', 'clickhouse', 'insights'];

export async function runStores(args) {
  const number = (name, byDefault) =>
    Number(args.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? byDefault);
  const settings = {
    seconds: number('seconds', 60),
    perSecond: number('rate', 5_000),
    size: number('batch', 20),
    events: number('events', 1_000_000),
    logs: number('logs', 100),
  };
  const named = args.filter((one) => !one.startsWith('--'));
  const wrong = named.find((one) => !known.includes(one));
  if (wrong || Object.values(settings).some((one) => !(one > 0))) {
    console.error(
      `Usage: npm run test:sql -- [${known.join(' | ')}] [--seconds=60] [--rate=5000] [--batch=20] [--events=1000000] [--logs=100]`,
    );
    return 1;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'smallyes-sql-'));
  // The databases run as users of their own.
  chmodSync(folder, 0o755);
  const count = { passed: 0, failed: 0 };
  const report = (title, problem) => {
    count[problem === undefined ? 'passed' : 'failed']++;
    console.log(
      `${problem === undefined ? 'ok    ' : 'FAILED'} ${title}${problem ? `\n       ${problem}` : ''}`,
    );
  };
  const stopOnSignal = () => {
    stopAll();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopOnSignal);
  try {
    const stores = { ndjson, postgres, clickhouse, insights };
    for (const name of known)
      if (named.length === 0 || named.includes(name))
        await stores[name]({
          folder: path.join(folder, name),
          settings,
          report,
          isAsked: named.includes(name),
        });
  } catch (error) {
    report('the run itself', error.stack);
  } finally {
    stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  return count.failed > 0 ? 1 : 0;
}

async function ndjson({ folder, settings, report }) {
  await storm('NDJSON', ['ndjson', folder], settings, report, {
    stored: async () =>
      globSync(path.join(folder, '*.ndjson')).flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        if (!text.endsWith('\n')) report('NDJSON: the last line is whole', 'it is not');
        return text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line).id);
      }),
  });
}

async function postgres({ folder, settings, report }) {
  const server = await startPostgres(folder);
  if (!server) {
    return report(
      'PostgreSQL',
      'There is none and it could not be installed: install PostgreSQL 11 or newer, and set PGBIN to the folder of its programs.',
    );
  }
  console.log(server.version);
  const pool = new pg.Pool({ ...server.connection, max: 8 });
  // Those that sleep while the server crashes.
  pool.on('error', () => {});
  try {
    await checks('PostgreSQL', postgresChecks(pool), report);
    await pool.query(postgresSchema());
    await storm('PostgreSQL', ['postgres', folder], settings, report, {
      stored: async () => (await pool.query('SELECT id FROM smallyes_events')).rows.map(({ id }) => id),
      crash: () => server.crash(),
    });
  } finally {
    await pool.end();
    await server.stop();
  }
}

async function clickhouse({ folder, report, isAsked }) {
  const server = await startClickhouse(folder, 2);
  if (!server) {
    const sentence =
      'There is no ClickHouse and it could not be installed: set CLICKHOUSE to the server program. The text of its SQL is checked by npm run test:unit.';
    return isAsked ? report('ClickHouse', sentence) : console.log(`left out ClickHouse: ${sentence}`);
  }
  console.log(`ClickHouse ${server.version}, two servers${server.isOld ? ', with the option legacy' : ''}`);
  try {
    await checks('ClickHouse', clickhouseChecks(server.urls, query, server.isOld), report);
  } finally {
    await server.stop();
  }
}

async function checks(name, all, report) {
  for (const [title, run] of all) {
    try {
      await run();
      report(`${name}: ${title}`);
    } catch (error) {
      report(`${name}: ${title}`, error.message);
    }
  }
}

/** The load, the kill in the middle, and the count. */
async function storm(name, args, settings, report, { stored, crash }) {
  const { seconds } = settings;
  let port = 0;
  let cpu = 0;
  const begin = async () => {
    const program = [
      '--no-warnings',
      '--conditions=smallyes-source',
      'test/sql/collector-process.ts',
      ...args,
      String(port),
    ];
    const [command, ...rest] = [...onCore(0), process.execPath, ...program];
    const made = start(command, rest);
    const said = await until(
      () => /port (\d+)/.exec(made.output()) ?? undefined,
      'the collector',
      20_000,
      made.output,
    );
    port = Number(said[1]);
    return { made, since: performance.now(), before: cpuSeconds(made.child.pid) };
  };
  let collector = await begin();
  let alive = 0;
  const end = async (signal) => {
    cpu += (cpuSeconds(collector.made.child.pid) ?? Number.NaN) - collector.before;
    alive += (performance.now() - collector.since) / 1_000;
    await stop(collector.made, signal);
  };
  const events = [
    [
      seconds / 2,
      async () => {
        await end('SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, seconds * 50)));
        collector = await begin();
      },
    ],
  ];
  if (crash) events.push([seconds * 0.75, crash]);
  const result = await load({ ...settings, port, events });
  await end('SIGTERM');
  const found = compare(result.ids, await stored());
  const ms = (part) => quantile(result.latencies, part).toFixed(1);
  console.log(
    [
      `${name}: ${result.ids.length.toLocaleString('en')} events in ${result.seconds.toFixed(1)} s, ${Math.round(result.ids.length / result.seconds).toLocaleString('en')} a second`,
      `  batches of ${settings.size}: p50 ${ms(0.5)} ms, p99 ${ms(0.99)} ms; ${result.tries} tries, ${result.retries} of them failed, ${result.sentAgain} batches sent twice`,
      `  answers ${JSON.stringify(result.answers)}; accepted ${result.accepted}, duplicates ${result.duplicates}`,
      `  collector: ${((cpu / alive) * 100).toFixed(0)} % of one core${onCore(0).length ? ', bound to it' : ''}`,
      `  store: ${JSON.stringify(found)}`,
    ].join('\n'),
  );
  const { sent, missing, doubled, foreign } = found;
  const isExact = sent === result.ids.length && missing + doubled + foreign === 0;
  report(`${name}: every event is there once`, isExact ? undefined : JSON.stringify(found));
  report(
    `${name}: the kill hit a running load`,
    result.retries > 0 && result.duplicates > 0 ? undefined : 'nothing was sent again, so nothing was proven',
  );
  const late = result.seconds - seconds;
  report(
    `${name}: the pace was kept`,
    late < 5 ? undefined : `the last batch was safe ${late.toFixed(1)} s after the end`,
  );
}
