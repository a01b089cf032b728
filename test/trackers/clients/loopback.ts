import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

/** One request that reached a vendor's endpoint. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  /** The path without its query. */
  readonly path: string;
  readonly type: string;
  /** The body, unpacked, as it reads. */
  readonly text: string;
}

/** A server on this machine that gives out pages and plays every vendor's endpoint. */
export interface Loopback {
  /** Where the pages are. */
  readonly origin: string;
  /** Where the vendor is: another origin, so that the browser asks before it sends what is not simple. */
  readonly vendor: string;
  /** How long that question takes, in ms. 0 unless a test sets it. */
  preflight: number;
  /** What arrived, in order. */
  readonly arrivals: Arrival[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

/** Starts one. `bundles` is the folder of the pages' programs; `/page/<name>` is the page that runs the program `<name>`. */
export async function startLoopback(bundles: string): Promise<Loopback> {
  const arrivals: Arrival[] = [];
  let preflight = 0;
  const answer: RequestListener = async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const { pathname } = new URL(url, 'http://loopback');
    const body = unpacked(await read(request));
    // A vendor's endpoint lies on another origin, and clients send cookies along.
    response.setHeader('access-control-allow-origin', headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '*');
    const give = (status: number, type: string, content: string | Buffer) => {
      response.writeHead(status, { 'content-type': type }).end(content);
    };
    if (method === 'OPTIONS') {
      await wait(preflight);
      return give(204, 'text/plain', '');
    }
    if (pathname.startsWith('/page/'))
      return give(200, 'text/html', document(pathname.slice('/page/'.length), vendor));
    if (pathname === '/elsewhere') return give(200, 'text/html', '<!doctype html><title>Elsewhere</title>');
    if (pathname === '/favicon.ico') return give(204, 'image/x-icon', '');
    const type = types[path.extname(pathname)];
    if (pathname.startsWith('/program/') && type) {
      const file = await readFile(path.join(bundles, path.basename(pathname)));
      return give(200, type, file);
    }
    const isConfiguration = /^\/(sourceConfig|cdn)/.test(pathname);
    if (!isConfiguration)
      arrivals.push({ method, url, path: pathname, type: headers['content-type'] ?? '', text: body });
    // Amplitude reads the status in the body too; RudderStack wants a source that is switched on.
    give(200, 'application/json', isConfiguration ? rudderSource : '{"code":200,"status":1}');
  };
  const servers = [createServer(answer), createServer(answer)] as const;
  const [origin, vendor] = (await Promise.all(servers.map(listen))) as [string, string];
  return {
    origin,
    vendor,
    arrivals,
    get preflight() {
      return preflight;
    },
    set preflight(ms) {
      preflight = ms;
    },
    async close() {
      await Promise.all(servers.map(close));
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

const rudderSource = JSON.stringify({
  source: {
    id: 'source',
    name: 'shop',
    writeKey: 'key',
    enabled: true,
    workspaceId: 'workspace',
    config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
    destinations: [],
  },
});

function document(program: string, vendor: string): string {
  return `<!doctype html><html lang="en" data-vendor="${vendor}"><meta charset="utf-8"><title>Shop</title><body><div id="root"></div><script type="module" src="/program/${program}.js"></script></body></html>`;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
  } catch {
    // The page left in the middle of it: what came, came.
  }
  return Buffer.concat(parts);
}

function unpacked(body: Buffer): string {
  return (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString('utf8');
}
