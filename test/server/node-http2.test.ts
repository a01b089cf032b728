import { once } from 'node:events';
import { connect, createServer, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { toNodeHandler } from 'smallyes/server/node';
import { afterEach, expect, it } from 'vitest';
import { batchOf, makeCollector, votes } from './collector.support.ts';

const servers: Http2Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What a server that speaks HTTP/2 makes of one request. */
async function ask(
  handle: (request: Request) => Promise<Response>,
  headers: Readonly<Record<string, string>>,
  body = '',
) {
  const server = createServer(toNodeHandler(handle));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const stream = session.request({ ':authority': 'shop.example', ...headers }, { endStream: body === '' });
  stream.setEncoding('utf8');
  if (body) stream.end(body);
  const [answered] = (await once(stream, 'response')) as [Record<string, unknown>];
  let text = '';
  for await (const part of stream) text += part;
  session.close();
  return { status: answered[':status'], text };
}

it('the address over HTTP/2 is that which the visitor asked for', async () => {
  const { text } = await ask(async (request) => new Response(request.url), { ':path': '/gate?magnet=a' });
  expect(text).toBe('http://shop.example/gate?magnet=a');
});

it('a page of the own site may send over HTTP/2, from a browser without Fetch Metadata too', async () => {
  const { collector, rows } = makeCollector();
  const { status, text } = await ask(
    collector.handle,
    {
      ':method': 'POST',
      ':path': '/collect',
      origin: 'http://shop.example',
      'content-type': 'text/plain;charset=UTF-8',
    },
    batchOf(votes(2)),
  );
  expect([status, text]).toEqual([200, '{"v":1,"accepted":2,"duplicates":0,"rejected":[]}']);
  expect(rows.size).toBe(2);
});
