// A collector as a site would run it, in a process of its own: `collector-process.ts STORE PLACE PORT`. Says its port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createCollector, type EventStore } from 'smallyes/server';
import { clickhouseWriter } from 'smallyes/server/clickhouse';
import { ndjsonWriter } from 'smallyes/server/ndjson';
import { toNodeHandler } from 'smallyes/server/node';
import { postgresWriter } from 'smallyes/server/postgres';

const [kind = '', place = '', port = '0', version = ''] = process.argv.slice(2);

const stores: Record<string, () => EventStore> = {
  ndjson: () => ndjsonWriter({ directory: place }),
  postgres() {
    const pool = new pg.Pool({ host: place, user: 'smallyes', database: 'postgres', max: 8 });
    pool.on('error', () => {});
    return postgresWriter({ query: (text, values) => pool.query(text, values) });
  },
  clickhouse: () => clickhouseWriter({ url: place, legacy: version === 'old' }),
};

let failures = 0;
const collector = createCollector({
  store: stores[kind]!(),
  retryAfter: 1,
  onError(error) {
    if (failures++ < 3) console.error(String(error));
  },
});
const server = createServer(toNodeHandler(collector.handle));
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`port ${(server.address() as AddressInfo).port}`);
});
process.on('SIGTERM', () => {
  server.close();
  server.closeIdleConnections();
  void collector.close().then(() => process.exit(0));
});
