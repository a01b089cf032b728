// Runs commands and servers in a folder outside the repository, and ends what it started.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What npm tells the scripts it runs about this repository must not reach an npm that works elsewhere. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|command|config_local_prefix|config_noproxy)/.test(name),
  ),
);
Object.assign(env, { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', CI: '1', NO_COLOR: '1' });
delete env.FORCE_COLOR;
// The scripts of the apps run on the same Node.
env.PATH = [path.dirname(process.execPath), env.PATH].join(path.delimiter);

/** Runs npm to its end; gives its output, and throws with it when npm fails. */
export function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? runToEnd(process.execPath, [cli, ...args], { cwd })
    : runToEnd('npm', args, { cwd, shell: process.platform === 'win32' });
}

function runToEnd(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      all += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(stdout);
      else
        reject(
          new Error(
            `${path.basename(args[0])} ${args.slice(1).join(' ')} ended with ${code}:\n${all.trim()}`,
          ),
        );
    });
  });
}

/** The secret that the gates of the apps sign with. */
export const gateKey = randomBytes(32).toString('base64');

const started = new Set();

/**
 * Starts a server of the app's own tools on a free port of this machine alone; gives its origin and how to end it. Some
 * take host and port as arguments, some from the environment.
 */
export async function startServer(cwd, script, args = () => []) {
  const port = await freePort();
  const place = { HOST: '127.0.0.1', PORT: String(port), GATE_KEY: gateKey };
  const options = {
    cwd,
    env: { ...env, ...place },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  };
  const child = spawn(process.execPath, [path.join(cwd, script), ...args(String(port))], options);
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const close = async () => {
    end(child);
    await Promise.race([closed, wait(5_000).then(() => end(child, 'SIGKILL'))]);
    started.delete(child);
  };
  const origin = `http://127.0.0.1:${port}`;
  for (const began = Date.now(); Date.now() - began < 60_000; await wait(100)) {
    if (child.exitCode !== null) break;
    if (await answers(origin)) return { origin, close };
  }
  await close();
  throw new Error(`The server ${path.basename(script)} does not answer:\n${output.trim()}`);
}

/** Ends a process and what it started in turn: away from Windows it leads a group of its own. */
function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended in between.
  }
}

process.once('exit', () => {
  for (const child of started) end(child);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

async function answers(origin) {
  try {
    return (await fetch(origin, { signal: AbortSignal.timeout(30_000) })).status < 500;
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a built folder, each answer with the given headers. `forms` is a path that takes posts, as a service would. */
export async function serveFolder(folder, headers, forms) {
  const server = createServer(async ({ method, url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (method === 'POST' && pathname === forms) return response.writeHead(204, headers).end();
    const name = path.normalize(
      decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname),
    );
    try {
      const body = await readFile(path.join(folder, name));
      response.writeHead(200, {
        ...headers,
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
