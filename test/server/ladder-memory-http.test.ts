import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { createLadderMemory, type LadderMemory } from 'smallyes/server';
import { toNodeHandler } from 'smallyes/server/node';
import { afterEach, expect, it } from 'vitest';
import { noteOf, unit } from './ladder-memory.support.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Handle = (request: Request) => Response | Promise<Response>;

async function listen(handle: Handle): Promise<string> {
  const server = createServer(toNodeHandler(handle));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A site of two addresses: the memory, and a page that shows what it knows. */
const sites: Readonly<Record<string, (memory: LadderMemory) => Handle>> = {
  'plain Node': (memory) => (request) =>
    new URL(request.url).pathname === '/api/ladder'
      ? memory.handle(request)
      : Response.json(memory.read(request)),
  Hono: (memory) => {
    const app = new Hono();
    app.all('/api/ladder', (c) => memory.handle(c.req.raw));
    app.get('*', (c) => c.json(memory.read(c.req.raw)));
    return (request) => app.fetch(request);
  },
  // Next.js hands its routes a request and its pages the headers alone.
  'routes and headers': (memory) => {
    const { handle, read } = memory;
    const routes: Readonly<Record<string, Handle>> = { GET: handle, POST: handle, DELETE: handle };
    return (request) =>
      new URL(request.url).pathname === '/api/ladder'
        ? (routes[request.method] ?? handle)(request)
        : Response.json(read(request.headers));
  },
};

it.each(Object.keys(sites))('remembers from one request to the next and forgets, in %s', async (name) => {
  const address = await listen((sites[name] as (memory: LadderMemory) => Handle)(createLadderMemory()));
  const url = `${address}/api/ladder`;
  const note = noteOf(3);
  const kept = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ ladder: 'b2b', note, unit }),
    headers: { 'content-type': 'application/json' },
  });
  expect(kept.status).toBe(204);
  const cookie = kept.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await (await fetch(url, { headers: { cookie } })).json()).toEqual({ notes: { b2b: note }, unit });
  const page = await fetch(`${address}/blog`, { headers: { cookie, 'sec-ch-ua-mobile': '?1' } });
  const before = Date.now();
  const known = (await page.json()) as { time: number };
  expect(known).toMatchObject({ notes: { b2b: note }, unit, device: 'phone' });
  expect(Math.abs(known.time - before)).toBeLessThan(60_000);
  const gone = await fetch(`${url}?ladder=b2b`, { method: 'DELETE', headers: { cookie } });
  expect(gone.headers.getSetCookie()[0]).toMatch(/^smallyes=; Max-Age=0; /);
});
