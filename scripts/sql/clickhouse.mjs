// ClickHouse servers of their own in a temporary folder, on free ports of this machine. Programs: `clickhouse` or
// `clickhouse-server` of the system, or of Debian's package.
import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { install, start, stop, until, userOf } from './processes.mjs';

function findServer() {
  const asked = process.env.CLICKHOUSE;
  if (asked && !existsSync(asked)) throw new Error(`CLICKHOUSE names ${asked}, and there is no such file.`);
  const known = [asked, '/usr/bin/clickhouse', '/usr/local/bin/clickhouse', '/usr/sbin/clickhouse-server'];
  return known.find((file) => file && existsSync(file));
}

/** Starts so many servers that know each other as the cluster `two`; undefined when there is none to be had. */
export async function startClickhouse(folder, count) {
  let program = findServer();
  if (!program && install('clickhouse-server')) program = findServer();
  if (!program) return undefined;
  const command = path.basename(program) === 'clickhouse' ? [program, 'server'] : [program];
  const as = userOf('clickhouse');
  const ports = await freePorts(count * 3);
  const shards = Array.from({ length: count }, (_, index) => ports[index * 3 + 1]);
  const servers = [];
  for (let index = 0; index < count; index++) {
    const home = path.join(folder, `server-${index + 1}`);
    mkdirSync(home, { recursive: true });
    const [http, tcp, inter] = ports.slice(index * 3, index * 3 + 3);
    writeFileSync(path.join(home, 'users.xml'), users);
    writeFileSync(path.join(home, 'config.xml'), config(home, http, tcp, inter, shards));
    if (as) chownSync(home, as.uid, as.gid);
    const [first, ...args] = [...command, `--config-file=${path.join(home, 'config.xml')}`];
    const server = start(first, args, { cwd: home, ...as });
    const url = `http://127.0.0.1:${http}`;
    await until(
      async () => (await fetch(`${url}/ping`).catch(() => undefined))?.ok,
      'ClickHouse',
      30_000,
      server.output,
    );
    servers.push({ url, server });
  }
  const urls = servers.map(({ url }) => url);
  const version = (await query(urls[0], 'SELECT version()')).trim();
  return {
    version,
    urls,
    isOld: Number(version.split('.')[0]) < 23,
    async stop() {
      // Its data is thrown away, so it need not put it in order first.
      for (const { server } of servers) await stop(server, 'SIGKILL');
    },
  };
}

/** Runs a statement; gives the answer as text. */
export async function query(url, sql) {
  const response = await fetch(`${url}/?query=${encodeURIComponent(sql)}`, { method: 'POST' });
  const text = await response.text();
  if (!response.ok) throw new Error(`ClickHouse: ${text.slice(0, 500)}`);
  return text;
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

const users = `<?xml version="1.0"?>
<yandex>
  <profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`;

const config = (home, http, tcp, inter, shards) => `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <interserver_http_port>${inter}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${home}/data/</path>
  <tmp_path>${home}/scratch/</tmp_path>
  <user_files_path>${home}/files/</user_files_path>
  <users_config>${home}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <timezone>UTC</timezone>
  <mark_cache_size>268435456</mark_cache_size>
  <uncompressed_cache_size>0</uncompressed_cache_size>
  <remote_servers>
    <two>${shards.map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`).join('')}</two>
  </remote_servers>
</yandex>
`;
