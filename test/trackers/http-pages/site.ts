import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { rolldown } from 'rolldown';
import type { CommitmentEvent } from 'smallyes/events';

/** A site on this machine with one page, and an endpoint for its events that keeps each id once. */
export interface Site {
  readonly origin: string;
  /** Another origin with the same endpoint. */
  readonly other: string;
  /** How often each id came. */
  readonly arrivals: Map<string, number>;
  readonly events: CommitmentEvent[];
  /** How long the endpoint takes, in ms, and what it answers: 204 is a yes, 0 a connection that is cut. */
  delay: number;
  status: number;
  requests: number;
  /** Questions that a browser asks before a request that is not simple. */
  preflights: number;
  /** How many pages a browser fetched ahead of the visitor, and how many events had come when one was shown. */
  prerendered: number;
  arrivalsWhenShown: number;
  reset(): void;
  close(): Promise<void>;
}

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Builds the page as a site would, for production, and serves it. */
export async function openSite(): Promise<Site> {
  const programs = await build();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const origin = request.headers.origin;
    if (origin) response.setHeader('access-control-allow-origin', origin);
    const program = programs.get(pathname.replace('/program/', ''));
    if (program) response.writeHead(200, { 'content-type': 'text/javascript' }).end(program);
    else if (pathname === '/api/commitments') await take(request, response);
    else if (pathname === '/shown') {
      site.arrivalsWhenShown = site.arrivals.size;
      response.writeHead(204).end();
    }
    // Takes everything and never answers: what other libraries have in flight.
    else if (pathname === '/hog') request.resume();
    else {
      if (/prerender/.test(`${request.headers['sec-purpose']}`) && pathname === '/') site.prerendered++;
      const script =
        pathname === '/elsewhere' ? '' : '<script type="module" src="/program/page.js"></script>';
      // Out of sight in a page of another origin: a browser paints no frames of it.
      const below = searchParams.has('below')
        ? `<div style="height: 5000px"></div><iframe src="${site.origin}/?auto&delay=50"></iframe>`
        : '';
      const ahead = searchParams.has('prerender') ? goingThere('/?auto&delay=50') : '';
      response
        .writeHead(200, {
          'content-type': 'text/html',
          ...(searchParams.has('csp') && { 'content-security-policy': policy }),
        })
        .end(
          `<!doctype html><html lang="en"><title>Shop</title><main></main>${script}${ahead}${below}</html>`,
        );
    }
  };
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'OPTIONS') {
      site.preflights++;
      await wait(site.delay);
      response.writeHead(204, { 'access-control-allow-headers': '*' }).end();
      return;
    }
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    site.requests++;
    if (!site.status) throw new Error('cut');
    await wait(site.delay);
    if (site.status < 300)
      for (const event of (JSON.parse(text) as { events: CommitmentEvent[] }).events) {
        site.arrivals.set(event.id, (site.arrivals.get(event.id) ?? 0) + 1);
        site.events.push(event);
      }
    response.writeHead(site.status, { 'cache-control': 'no-store' }).end();
  };
  const servers = [0, 1].map(() =>
    createServer((request, response) => {
      // A page that goes in the middle of it is nothing to speak of here.
      answer(request, response).catch(() => response.destroy());
    }),
  );
  const origins = await Promise.all(
    servers.map(
      (server) =>
        new Promise<string>((done) =>
          server.listen(0, '127.0.0.1', () =>
            done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
          ),
        ),
    ),
  );
  const site: Site = {
    origin: origins[0]!,
    other: origins[1]!,
    arrivals: new Map(),
    events: [],
    delay: 0,
    status: 204,
    requests: 0,
    preflights: 0,
    prerendered: 0,
    arrivalsWhenShown: Number.NaN,
    reset() {
      Object.assign(site, { delay: 0, status: 204, requests: 0, preflights: 0, prerendered: 0 });
      site.arrivals.clear();
      site.events.length = 0;
    },
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
  return site;
}

async function build(): Promise<Map<string, string>> {
  const bundle = await rolldown({
    input: { page: 'test/trackers/http-pages/page.tsx' },
    platform: 'browser',
    resolve: { conditionNames: ['smallyes-source', 'import', 'browser', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'self',
        resolveId(source) {
          return source.startsWith('smallyes/')
            ? this.resolve(source, `${process.cwd()}/package.json`)
            : null;
        },
      },
    ],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true, entryFileNames: '[name].js' });
  await bundle.close();
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}

/** Has a page prerendered, and goes there a good second later. */
function goingThere(url: string): string {
  const rules = { prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] };
  return `<script type="speculationrules">${JSON.stringify(rules)}</script><script>setTimeout(() => { location.href = '${url}' }, 1500)</script>`;
}
