import { createServer, get as httpGet, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { createGate, type GateStream, passOn } from 'smallyes/server';
import { toNodeHandler } from 'smallyes/server/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forge, newKey } from './gate-support.ts';

const servers: Server[] = [];

/** Listens on a free port of this machine until the test is over; returns the address. */
async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
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

const file = Buffer.from(Array.from({ length: 5_000 }, (_, index) => index % 251));

/** A private storage that understands ranges and conditions, and notes what it was asked with. */
async function openStorage() {
  const seen: IncomingMessage[] = [];
  const address = await listen((request, response) => {
    seen.push(request);
    const headers = { etag: '"v1"', 'accept-ranges': 'bytes', 'content-type': 'application/pdf' };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304, headers).end();
    const [from, to] = range ? [Number(range[1]), Number(range[2])] : [0, file.length - 1];
    if (from >= file.length)
      return response.writeHead(416, { ...headers, 'content-range': `bytes */${file.length}` }).end();
    const part = file.subarray(from, to + 1);
    response.writeHead(range ? 206 : 200, {
      ...headers,
      'content-length': part.length,
      ...(range && { 'content-range': `bytes ${from}-${to}/${file.length}` }),
    });
    return response.end(request.method === 'HEAD' ? undefined : part);
  });
  return { seen, url: `${address}/private/file?signature=abc` };
}

/** A gate before one stream function, served on a port of its own; returns the address with a good grant. */
async function serve(stream: GateStream['stream']) {
  const errors: string[] = [];
  const gate = createGate({
    keys: [newKey],
    magnets: { file: { stream } },
    onError: (error, source) => errors.push(`${source}: ${error}`),
  });
  const onError = (error: unknown) => errors.push(`answer: ${error}`);
  const address = await listen(toNodeHandler(gate.handle, { onError }));
  return { url: address + gate.href('file', await gate.grant('file')), address, gate, errors };
}

describe('over HTTP', () => {
  it('delivers a file of a private storage, byte for byte', async () => {
    const storage = await openStorage();
    const { url } = await serve((_, request) => fetch(storage.url, passOn(request)));
    const response = await fetch(url, { headers: { cookie: 'session=secret' } });
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
    expect(response.headers.get('content-length')).toBe('5000');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(JSON.stringify([...response.headers])).not.toMatch(/private\/|signature/);
    expect(storage.seen[0]?.headers.cookie).toBeUndefined();
  });

  it('delivers the part that was asked for, refuses one that is not there, and answers a condition', async () => {
    const storage = await openStorage();
    const { url } = await serve((_, request) => fetch(storage.url, passOn(request)));
    const part = await fetch(url, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 100-199/5000');
    expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(100, 200))).toBe(true);
    const beyond = await fetch(url, { headers: { range: 'bytes=9000-9001' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */5000']);
    const known = await fetch(url, { headers: { 'if-none-match': '"v1"' } });
    expect([known.status, known.headers.get('etag')]).toEqual([304, '"v1"']);
  });

  it('answers HEAD with the length and no byte, and asks the storage by HEAD too', async () => {
    const storage = await openStorage();
    const { url } = await serve((_, request) => fetch(storage.url, passOn(request)));
    const response = await fetch(url, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '5000']);
    expect(await response.text()).toBe('');
    expect(storage.seen[0]?.method).toBe('HEAD');
  });

  it('leaves out the length of a body that fetch has unpacked', async () => {
    const packed = gzipSync('a'.repeat(10_000));
    const storage = await listen((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed);
    });
    const { url } = await serve(() => fetch(storage));
    const response = await fetch(url);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toHaveLength(10_000);
  });

  it('sends each piece as it comes, and buffers none', async () => {
    let sendMore = () => {};
    const { url } = await serve(
      () =>
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('first'));
            sendMore = () => {
              controller.enqueue(new TextEncoder().encode(' second'));
              controller.close();
            };
          },
        }),
    );
    const reader = (await fetch(url)).body!.pipeThrough(new TextDecoderStream()).getReader();
    // The second piece is only made after the first one has arrived: a gate that waits for the end would hang here.
    expect((await reader.read()).value).toBe('first');
    sendMore();
    expect((await reader.read()).value).toBe(' second');
    expect((await reader.read()).done).toBe(true);
  });

  it('takes a stream of Node as one of the web', async () => {
    const { url } = await serve(() =>
      Readable.toWeb(Readable.from([Buffer.from('one '), Buffer.from('two')])),
    );
    expect(await (await fetch(url)).text()).toBe('one two');
  });

  it('takes no more from the storage than the visitor takes', async () => {
    let pulled = 0;
    const piece = new Uint8Array(64 * 1024);
    const { url } = await serve(
      () =>
        new ReadableStream({
          pull(controller) {
            pulled++;
            if (pulled > 4_000) controller.close();
            else controller.enqueue(piece);
          },
        }),
    );
    const response = await new Promise<IncomingMessage>((resolve) => httpGet(url, resolve));
    response.pause();
    await sleep(300);
    const early = pulled;
    await sleep(200);
    // What fits into the buffers of two sockets, far from 250 MB; then it stands still.
    expect(pulled).toBe(early);
    expect(pulled).toBeLessThan(1_000);
    response.destroy();
  });

  it('stops the storage when the visitor leaves in the middle', async () => {
    let cancelled = false;
    const { url, errors } = await serve(
      () =>
        new ReadableStream({
          async pull(controller) {
            await sleep(5);
            controller.enqueue(new Uint8Array(1_000));
          },
          cancel: () => void (cancelled = true),
        }),
    );
    const abort = new AbortController();
    const response = await fetch(url, { signal: abort.signal });
    await response.body!.getReader().read();
    expect(cancelled).toBe(false);
    abort.abort();
    await vi.waitFor(() => expect(cancelled).toBe(true));
    expect(errors).toEqual([]);
  });

  it('stops asking a storage that has not answered yet when the visitor leaves, and calls that no failure', async () => {
    let asked = false;
    let left = false;
    const storage = await listen((_, response) => {
      asked = true;
      response.on('close', () => {
        left = true;
      });
    });
    const { url, errors } = await serve((_, request) => fetch(storage, passOn(request)));
    const abort = new AbortController();
    const response = fetch(url, { signal: abort.signal }).catch(() => 'left');
    await vi.waitFor(() => expect(asked).toBe(true));
    abort.abort();
    expect(await response).toBe('left');
    await vi.waitFor(() => expect(left).toBe(true));
    expect(errors).toEqual([]);
  });

  it('breaks the connection when the storage breaks off, and says nothing of why', async () => {
    let breakOff = () => {};
    const { url, errors } = await serve(
      () =>
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('first'));
            breakOff = () => controller.error(new Error('https://files.example/private?signature=abc'));
          },
        }),
    );
    const reader = (await fetch(url)).body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('first');
    breakOff();
    await expect(reader.read()).rejects.toThrow(/^terminated$/);
    expect(errors).toEqual(['answer: Error: https://files.example/private?signature=abc']);
  });

  it('tells the visitor nothing about a storage that cannot be reached', async () => {
    const gone = await listen(() => {});
    const closed = servers.pop()!;
    await new Promise((resolve) => closed.close(resolve));
    const { url, errors } = await serve(() => fetch(`${gone}/private?signature=abc`));
    const response = await fetch(url);
    const text = (await response.text()) + JSON.stringify([...response.headers]);
    expect(response.status).toBe(502);
    expect(text).not.toMatch(/127\.0\.0\.1|private\/|private\?|signature|ECONNREFUSED|fetch failed/);
    expect(errors).toEqual([expect.stringContaining('fetch failed')]);
  });

  it('puts no protected byte into any answer before the grant', async () => {
    const { address, gate } = await serve(() => 'the twelve points');
    const good = await gate.grant('file');
    const tries = ['', '?magnet=file', '?magnet=file&grant=x', `?magnet=file&grant=${forge(good)}`];
    for (const query of tries)
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
        const response = await fetch(`${address}/gate${query}`, { method });
        expect(response.ok).toBe(false);
        expect((await response.text()) + JSON.stringify([...response.headers])).not.toContain('twelve');
      }
  });

  it('sends no Referer with the grant to where it redirects', async () => {
    const seen: (string | undefined)[] = [];
    const target = await listen((request, response) => {
      seen.push(request.headers.referer);
      response.end('webinar');
    });
    const gate = createGate({ keys: [newKey], magnets: { webinar: { redirect: () => `${target}/room` } } });
    const address = await listen(toNodeHandler(gate.handle));
    const href = address + gate.href('webinar', await gate.grant('webinar'));
    const response = await fetch(href, { referrer: href, referrerPolicy: 'unsafe-url' });
    expect([response.url, await response.text()]).toEqual([`${target}/room`, 'webinar']);
    expect(seen).toEqual([undefined]);
  });
});
