import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import express from 'express';
import { Hono } from 'hono';
import { addressOf, type NodeRequest, type NodeResponse, toNodeHandler } from 'smallyes/server/node';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { batchOf, makeCollector, noon, votes } from './collector.support.ts';

const servers: Server[] = [];

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const send = (address: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(address, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
  });

/** Speaks HTTP by hand, for what no client would send. */
async function raw(address: string, text: string): Promise<{ socket: Socket; answer: () => string }> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  return { socket, answer: () => answer };
}

describe('one collector', () => {
  const frameworks: Record<string, (handle: (request: Request) => Promise<Response>) => Promise<string>> = {
    'plain Node': async (handle) => `${await listen(toNodeHandler(handle))}/collect`,
    Express: async (handle) => {
      const app = express();
      app.post('/collect', toNodeHandler(handle));
      app.options('/collect', toNodeHandler(handle));
      return `${await listen(app)}/collect`;
    },
    'Express behind its own parsers, in a router': async (handle) => {
      const app = express();
      app.use(express.json(), express.text());
      const router = express.Router();
      router.all('/collect', toNodeHandler(handle));
      app.use('/api', router);
      return `${await listen(app)}/api/collect`;
    },
    Hono: async (handle) => {
      const app = new Hono();
      app.on(['POST', 'OPTIONS'], '/collect', (context) => handle(context.req.raw));
      return `${await listen(toNodeHandler(app.fetch))}/collect`;
    },
    'Next.js, by the signature of its route handlers': async (handle) => {
      const route = { POST: handle, OPTIONS: handle } satisfies Record<
        'POST' | 'OPTIONS',
        (request: Request, context: { params: Promise<object> }) => Promise<Response>
      >;
      return `${await listen(toNodeHandler((request) => route[request.method as 'POST'](request)))}/collect`;
    },
  };

  it.each(Object.keys(frameworks))('mounts unchanged in %s', async (name) => {
    const { collector, rows } = makeCollector({ origins: ['https://shop.example'] });
    const address = await frameworks[name]!(collector.handle);
    const first = await send(address, batchOf(votes(40)));
    expect([first.status, await first.json()]).toEqual([
      200,
      { v: 1, accepted: 40, duplicates: 0, rejected: [] },
    ]);
    const json = await send(address, batchOf(votes(41)), { 'content-type': 'application/json' });
    expect(await json.json()).toMatchObject({ accepted: 1, duplicates: 40 });
    const asked = await fetch(address, { method: 'OPTIONS', headers: { origin: 'https://shop.example' } });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://shop.example',
    ]);
    expect((await send(address, batchOf([]), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await send(address, batchOf([]), { origin: new URL(address).origin })).status).toBe(200);
    expect((await send(address, '{')).status).toBe(400);
    expect(rows.size).toBe(41);
  });
});

describe('toNodeHandler', () => {
  it('takes what Node gives', () => {
    expectTypeOf<IncomingMessage>().toExtend<NodeRequest>();
    expectTypeOf<Parameters<RequestListener>[1]>().toExtend<NodeResponse>();
  });

  it('passes on method, address, headers and body', async () => {
    const seen: { text: string; method: string; url: string; headers: [string, string][] }[] = [];
    const address = await listen(
      toNodeHandler(async (request) => {
        const { method, url } = request;
        seen.push({ text: await request.text(), method, url, headers: [...request.headers] });
        return new Response('ok', { status: 201 });
      }),
    );
    const response = await fetch(`${address}//x/y?z=1`, {
      method: 'PUT',
      body: 'ü'.repeat(100_000),
      headers: { a: 'b' },
    });
    expect([response.status, await response.text()]).toEqual([201, 'ok']);
    expect(seen[0]).toMatchObject({ text: 'ü'.repeat(100_000), method: 'PUT', url: `${address}//x/y?z=1` });
    expect(seen[0]?.headers).toContainEqual(['a', 'b']);
  });

  it('says where a request came from', async () => {
    const address = await listen(toNodeHandler((request) => new Response(addressOf(request))));
    expect(await (await fetch(address)).text()).toBe('127.0.0.1');
    expect(addressOf(new Request('http://x.example'))).toBeUndefined();
  });

  it('passes on each cookie, a body in pieces, and none for HEAD', async () => {
    const address = await listen(
      toNodeHandler(() => {
        const headers = new Headers([
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ]);
        let left = 40;
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            if (left-- === 0) controller.close();
            else controller.enqueue(new Uint8Array(65_536));
          },
        });
        return new Response(body, { headers });
      }),
    );
    const response = await fetch(address);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect((await response.arrayBuffer()).byteLength).toBe(40 * 65_536);
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
  });

  it('ends a source that always has more as soon as the visitor leaves', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    const cancel = vi.fn();
    const address = await listen(
      toNodeHandler(() => {
        let left = 3_000;
        const pull = (controller: ReadableStreamDefaultController) =>
          left-- > 0 ? controller.enqueue(new Uint8Array(65_536)) : controller.close();
        return new Response(new ReadableStream({ pull, cancel }, { highWaterMark: 64 }));
      }),
    );
    const { socket } = await raw(address, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  });

  it('does not wait for a visitor who has left before the answer was there, and lets its source go', async () => {
    const cancel = vi.fn();
    let answer!: (response: Response) => void;
    const handle = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
    const settled = vi.fn();
    const listener = toNodeHandler(handle);
    const left = vi.fn();
    const address = await listen((from, to) => {
      to.on('close', left);
      void listener(from, to).then(settled);
    });
    const { socket } = await raw(address, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await vi.waitFor(() => expect(handle).toHaveBeenCalledOnce());
    socket.destroy();
    await vi.waitFor(() => expect(left).toHaveBeenCalledOnce());
    answer(
      new Response(
        new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)), cancel }),
      ),
    );
    await vi.waitFor(() => expect(settled).toHaveBeenCalledOnce());
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('reads a body no faster than it is asked for', async () => {
    let release: () => void = () => {};
    const address = await listen(
      toNodeHandler(async (request) => {
        const reader = request.body!.getReader();
        await reader.read();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return new Response(null);
      }),
    );
    const { socket } = await raw(address, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100000000\r\n\r\n');
    socket.write(Buffer.alloc(50_000_000));
    const drained = new Promise((resolve) => socket.once('drain', () => resolve('all of it taken')));
    const waited = new Promise((resolve) => setTimeout(resolve, 1_500, 'held back'));
    expect(await Promise.race([drained, waited])).toBe('held back');
    release();
    socket.destroy();
  });

  it('lets a visitor read the answer to a body that is too large', async () => {
    const { collector } = makeCollector();
    const address = await listen(toNodeHandler(collector.handle));
    for (const size of [70_000, 300_000, 900_000]) {
      const response = await send(address, 'x'.repeat(size));
      expect([response.status, await response.json()], `${size}`).toEqual([
        413,
        { v: 1, error: 'too-large' },
      ]);
    }
    // Without a length, in chunks.
    const outgoing = httpRequest(address, { method: 'POST', headers: { 'content-type': 'text/plain' } });
    for (let index = 0; index < 8; index++) outgoing.write('x'.repeat(16_384));
    outgoing.end();
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    expect(incoming.statusCode).toBe(413);
    incoming.resume();
  });

  it('hangs up on who goes on sending all the same', async () => {
    const { collector } = makeCollector();
    const address = await listen(toNodeHandler(collector.handle));
    const { socket, answer } = await raw(
      address,
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 1000000000\r\n\r\n',
    );
    let sent = 0;
    const piece = Buffer.alloc(65_536);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    const began = Date.now();
    const more = () => {
      while (!socket.destroyed && sent < 200_000_000 && socket.write(piece)) sent += piece.length;
    };
    socket.on('drain', more);
    more();
    await closed;
    expect(answer()).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(50_000_000);
    // By what it has sent, long before its time.
    expect(Date.now() - began).toBeLessThan(1_500);
  });

  it('gives up a body that drips, and frees its connection', async () => {
    const { collector } = makeCollector({ bodyTimeout: 1 });
    const address = await listen(toNodeHandler(collector.handle));
    const { socket, answer } = await raw(
      address,
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 1000\r\n\r\n',
    );
    const drip = setInterval(() => socket.write(' '), 50);
    socket.once('data', () => clearInterval(drip));
    const began = Date.now();
    // A drop that falls while the server closes is answered by a reset, as it should be.
    socket.on('error', () => {});
    await new Promise((done) => socket.once('close', done));
    clearInterval(drip);
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - began).toBeLessThan(6_000);
  });

  it('aborts the request when the visitor leaves in the middle, and serves the next', async () => {
    const { collector, errors } = makeCollector();
    const handle = vi.fn(collector.handle);
    const address = await listen(toNodeHandler(handle));
    const { socket } = await raw(
      address,
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 1000\r\n\r\n{"v":1',
    );
    await vi.waitFor(() => expect(handle).toHaveBeenCalledOnce());
    socket.destroy();
    const response: Response = await handle.mock.results[0]!.value;
    expect(response.status).toBe(400);
    expect(handle.mock.calls[0]?.[0].signal.aborted).toBe(true);
    expect(errors).toEqual([]);
    expect((await send(address, batchOf(votes(1)))).status).toBe(200);
  });

  it.each([
    'TRACE / HTTP/1.1\r\nhost: x\r\n',
    'OPTIONS * HTTP/1.1\r\nhost: x\r\n',
    'POST / HTTP/1.1\r\nhost: a b/c?\r\ncontent-length: 0\r\n',
  ])('answers 400 to what is no request of the web: %j', async (text) => {
    const handle = vi.fn(async () => new Response('x'));
    const address = await listen(toNodeHandler(handle));
    const { socket, answer } = await raw(address, `${text}\r\n`);
    await once(socket, 'close');
    expect(answer()).toMatch(/^HTTP\/1\.1 400 /);
    expect(handle).not.toHaveBeenCalled();
  });

  it('answers 500 when the function throws, breaks off when its answer does, and tells of both', async () => {
    const failed: [unknown, string][] = [];
    let how: 'throw' | 'break' = 'throw';
    const address = await listen(
      toNodeHandler(
        async () => {
          if (how === 'throw') throw new Error('secret');
          return new Response(
            new ReadableStream({
              async pull(controller) {
                controller.enqueue(new Uint8Array(10));
                await new Promise((resolve) => setTimeout(resolve, 20));
                controller.error(new Error('secret'));
              },
            }),
          );
        },
        { onError: (error, request) => failed.push([error, request.url]) },
      ),
    );
    const first = await fetch(address);
    expect([first.status, await first.text()]).toEqual([500, '']);
    how = 'break';
    await expect(fetch(address).then((response) => response.text())).rejects.toThrow();
    expect(failed).toEqual([
      [new Error('secret'), `${address}/`],
      [new Error('secret'), `${address}/`],
    ]);
  });

  it('tells on the console by itself, with the error', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const error = new Error('no such table');
    const address = await listen(toNodeHandler(() => Promise.reject(error)));
    expect((await fetch(address)).status).toBe(500);
    expect(told.mock.calls).toEqual([[expect.stringMatching(/^\[smallyes\] SY-613 /), error]]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a value of type string', 'ok'],
    ['a value of type object', { status: 200 }],
  ])('answers 500 to a function that gives %s, and says so', async (name, given) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const address = await listen(toNodeHandler(async () => given as never));
    expect((await fetch(address)).status).toBe(500);
    expect(told.mock.calls).toEqual([
      [expect.stringContaining(`SY-613 The function behind toNodeHandler failed: it gave ${name} instead`)],
    ]);
  });

  it('answers 500 also when the listener for errors throws', async () => {
    const fail = () => {
      throw new Error('mine');
    };
    expect((await fetch(await listen(toNodeHandler(fail, { onError: fail })))).status).toBe(500);
  });

  it('blames nobody when the visitor leaves before the function has read the body', async () => {
    const onError = vi.fn();
    const handle = vi.fn(async (request: Request) => new Response(await request.text()));
    const address = await listen(toNodeHandler(handle, { onError }));
    const { socket } = await raw(address, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf');
    await vi.waitFor(() => expect(handle).toHaveBeenCalledOnce());
    socket.destroy();
    await expect(handle.mock.results[0]?.value).rejects.toThrow();
    expect((await fetch(address)).status).toBe(200);
    expect(onError).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing', undefined],
    ['an object that has the function handle', makeCollector().collector],
    ['a value of type object', {}],
  ])('refuses at once %s instead of a function', (name, given) => {
    expect(() => toNodeHandler(given as never)).toThrow(`SY-612 toNodeHandler was given ${name} instead`);
  });

  it('keeps the clock of the collector out of it', async () => {
    const { collector, rows } = makeCollector();
    await send(await listen(toNodeHandler(collector.handle)), batchOf(votes(1)));
    expect([...rows.values()][0]?.receivedAt).toBe(noon);
  });
});
