// A PostgreSQL of its own in a temporary folder, reached by a socket in it. Programs: those of PGBIN, of the system, or of
// Debian's package.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { finish, install, start, until, userOf } from './processes.mjs';

function findBin() {
  const asked = process.env.PGBIN;
  if (asked) {
    if (existsSync(path.join(asked, 'initdb'))) return asked;
    throw new Error(`PGBIN names ${asked}, and there is no initdb.`);
  }
  const known = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) => version(b) - version(a));
  if (known[0]) return path.dirname(known[0]);
  const { status, stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const bin = status === 0 ? stdout.trim() : '';
  return existsSync(path.join(bin, 'initdb')) ? bin : undefined;
}

const version = (file) => Number(/postgresql\/(\d+)/.exec(file)?.[1] ?? 0);

/** Starts one; undefined when there is none and none could be installed. */
export async function startPostgres(folder) {
  let bin = findBin();
  if (!bin && install('postgresql')) bin = findBin();
  if (!bin) return undefined;
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // It refuses to run as root.
  const as = userOf('postgres');
  if (as) for (const one of [folder, data]) chownSync(one, as.uid, as.gid);
  const run = (command, args) => finish(path.join(bin, command), args, { cwd: '/', timeout: 60_000, ...as });
  run('initdb', ['-D', data, '-U', 'smallyes', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
  const args = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=40'];
  const begin = async () => {
    const server = start(path.join(bin, 'postgres'), args, { cwd: '/', ...as });
    await until(() => ping(folder), 'PostgreSQL', 30_000, server.output);
    return server;
  };
  let server = await begin();
  return {
    version: run('postgres', ['--version']).trim(),
    connection: { host: folder, user: 'smallyes', database: 'postgres' },
    /** As when the machine loses its power, and comes back. */
    async crash() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      await server.ended;
      server = await begin();
    },
    async stop() {
      run('pg_ctl', ['-D', data, '-m', 'fast', 'stop']);
      await server.ended;
    },
  };
}

async function ping(host) {
  const client = new pg.Client({ host, user: 'smallyes', database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
