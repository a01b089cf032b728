import { createCollector } from 'smallyes/server';
import { commitmentFixture } from 'smallyes/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../src/internal/messages.ts';
import { batchOf, makeCollector, memoryStore, noon, post, read, votes } from './collector.support.ts';

const vote = commitmentFixture('poll.vote');
const good = batchOf([vote]);

afterEach(() => {
  vi.useRealTimers();
});

/** A body that comes in pieces, and tells how many of them were asked for. */
function pieces(parts: Iterable<Uint8Array>) {
  const seen = { taken: 0, cancelled: false };
  const iterator = parts[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = iterator.next();
        if (done) return controller.close();
        seen.taken++;
        controller.enqueue(value);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, body };
}

const streamed = (body: ReadableStream<Uint8Array>, headers = {}) =>
  post(body, headers, { duplex: 'half' } as RequestInit);

const bytes = (text: string) => new TextEncoder().encode(text);

/** A batch that is whole but for what it holds. */
const around = (...inside: number[]) =>
  new Uint8Array([...bytes('{"v":1,"sent":1,"events":["'), ...inside, ...bytes('"]}')]);

function* chunksOf(text: string, size: number) {
  const all = bytes(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

describe('a body', () => {
  it.each([
    'text/plain;charset=UTF-8',
    'text/plain',
    'TEXT/PLAIN; charset="utf-8"',
    'application/json',
    'application/json; charset=utf-8',
  ])('of type %s is read', async (type) => {
    const { collector } = makeCollector();
    const { status, body } = await read(await collector.handle(post(good, { 'content-type': type })));
    expect([status, body.accepted]).toEqual([200, 1]);
  });

  it.each([
    { 'content-type': '' },
    { 'content-type': 'text/html' },
    { 'content-type': 'text/plain; charset=iso-8859-1' },
    { 'content-type': 'text/plainx' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-encoding': 'gzip' },
  ])('with %j is refused as another type', async (headers) => {
    const { collector } = makeCollector();
    const { status, body } = await read(
      await collector.handle(post(good, { 'content-type': 'text/plain', ...headers })),
    );
    expect([status, body]).toEqual([415, { v: 1, error: 'type' }]);
  });

  it('may come byte by byte, in the middle of a character', async () => {
    const { collector, rows } = makeCollector();
    const event = { ...vote, data: { choice: 'Größe 😀' } };
    const { body } = pieces(chunksOf(batchOf([event]), 1));
    expect((await read(await collector.handle(streamed(body)))).body.accepted).toBe(1);
    expect(rows.get(vote.id)?.event.data).toEqual({ choice: 'Größe 😀' });
  });

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no JSON', 'hello'],
    ['half a batch', good.slice(0, -20)],
    ['JSON with more behind it', `${good}x`],
    ['NaN for a number', good.replace(`"time":${vote.time}`, '"time":NaN')],
    ['Infinity for a number', good.replace(`"time":${vote.time}`, '"time":Infinity')],
    ['bytes that are no UTF-8', around(0xff, 0xfe)],
    ['a half character in bytes', around(0xed, 0xa0, 0x80)],
    ['a UTF-8 that ends too soon', new Uint8Array([...bytes('{"v":1'), 0xe2, 0x82])],
    ['UTF-16', new Uint8Array(new Uint16Array([...good].map((c) => c.charCodeAt(0))).buffer)],
    ['a hundred thousand lists in each other', '['.repeat(50_000)],
    ['lists that close', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
    ['a batch of tomorrow', good.replace('"v":1', '"v":2')],
    ['a version in words', good.replace('"v":1', '"v":"1"')],
    ['no time of sending', JSON.stringify({ v: 1, events: [] })],
    ['a time of sending in words', JSON.stringify({ v: 1, sent: '1', events: [] })],
    ['a fraction of a time', JSON.stringify({ v: 1, sent: 1.5, events: [] })],
    ['a time that is too large', JSON.stringify({ v: 1, sent: 2 ** 53, events: [] })],
    ['a time before 1970', JSON.stringify({ v: 1, sent: -1, events: [] })],
    ['events that are no list', JSON.stringify({ v: 1, sent: 1, events: {} })],
    ['events that look like one', JSON.stringify({ v: 1, sent: 1, events: { length: 1, 0: vote } })],
    ['no events', JSON.stringify({ v: 1, sent: 1 })],
    ['another field', JSON.stringify({ v: 1, sent: 1, events: [], x: 1 })],
    ['a poisoned envelope', '{"v":1,"sent":1,"events":[],"__proto__":{"admin":true}}'],
    ['an envelope that is all poison', '{"__proto__":{"v":1,"sent":1,"events":[]},"a":1,"b":1}'],
  ])('with %s is unreadable, and nothing of it is kept', async (_name, body) => {
    const { collector, calls, errors } = makeCollector();
    const answer = await read(await collector.handle(post(body as BodyInit | null)));
    expect([answer.status, answer.body]).toEqual([400, { v: 1, error: 'unreadable' }]);
    expect([calls, errors]).toEqual([[], []]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('of deep lists within an event costs that event only', async () => {
    const { collector } = makeCollector({ maxBody: 1_000_000 });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = batchOf([vote, { ...votes(1, 2)[0], kind: 'own.kind', data: { deep: 0 } }]);
    const { body } = await read(await collector.handle(post(text.replace('"deep":0', `"deep":${deep}`))));
    expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 1, reason: 'schema' }] });
  });

  it('that says it is too large is refused before a byte of it is read', async () => {
    const { collector } = makeCollector();
    const { seen, body } = pieces(chunksOf(good, 100));
    const answer = await read(await collector.handle(streamed(body, { 'content-length': '65537' })));
    expect([answer.status, answer.body]).toEqual([413, { v: 1, error: 'too-large' }]);
    expect(seen.taken).toBe(0);
  });

  it.each([undefined, '10'])(
    'of a megabyte is given up at the bound, whatever its length says: %s',
    async (length) => {
      const { collector } = makeCollector();
      const { seen, body } = pieces(chunksOf('x'.repeat(1_048_576), 4_096));
      const answer = await read(
        await collector.handle(streamed(body, length ? { 'content-length': length } : {})),
      );
      expect(answer.status).toBe(413);
      expect(seen).toEqual({ taken: 17, cancelled: true });
    },
  );

  it('may be just as large as the bound', async () => {
    const text = batchOf(votes(10));
    const large = makeCollector({ maxBody: text.length });
    expect((await large.collector.handle(post(text))).status).toBe(200);
    expect((await makeCollector({ maxBody: text.length - 1 }).collector.handle(post(text))).status).toBe(413);
  });

  it('of more events than the bound is to be halved', async () => {
    const { collector } = makeCollector({ maxBody: 500_000 });
    expect((await collector.handle(post(batchOf(votes(100))))).status).toBe(200);
    expect((await read(await collector.handle(post(batchOf(votes(101)))))).body.error).toBe('too-large');
  });

  it('that never ends is given up after its time', async () => {
    vi.useFakeTimers();
    const { collector } = makeCollector({ bodyTimeout: 4 });
    let sent = 0;
    const drip = setInterval(() => sent++, 500);
    const cancel = vi.fn();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const before = sent;
        while (sent === before) await vi.advanceTimersByTimeAsync(100);
        controller.enqueue(bytes(' '));
      },
      cancel,
    });
    const answer = await read(await collector.handle(streamed(body)));
    clearInterval(drip);
    expect([answer.status, answer.body]).toEqual([408, { v: 1, error: 'slow' }]);
    expect(sent).toBeGreaterThanOrEqual(7);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('that breaks off is nobody’s error', async () => {
    const { collector, errors } = makeCollector();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('reset'));
      },
    });
    expect((await collector.handle(streamed(body))).status).toBe(400);
    expect(errors).toEqual([]);
  });

  it('that a middleware has read already is unreadable', async () => {
    const request = post(good);
    await request.text();
    expect((await makeCollector().collector.handle(request)).status).toBe(400);
  });
});

describe('a method', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('%s is refused with those that work', async (method) => {
    const { collector } = makeCollector();
    const response = await collector.handle(new Request('https://shop.example/collect', { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    // To come again later would not help.
    expect(response.headers.get('retry-after')).toBe(null);
  });
});

describe('an origin', () => {
  const messageOf = (origin: string) => `[smallyes] SY-611 ${messages[611](origin)}`;
  const own = 'https://shop.example';
  const other = 'https://www.shop.example';
  const sent = (origin: string | undefined, more = {}) => post(good, { ...(origin && { origin }), ...more });

  const matrix: readonly [string, string | undefined, readonly string[] | undefined, number][] = [
    ['none at all', undefined, undefined, 200],
    ['its own', own, undefined, 200],
    ['another', other, undefined, 403],
    ['one of the list', other, [other], 200],
    ['its own beside a list', own, [other], 200],
    ['another scheme', 'http://www.shop.example', [other], 403],
    ['another port', 'https://www.shop.example:8443', [other], 403],
    ['one that begins like one of the list', 'https://www.shop.example.evil.example', [other], 403],
    ['one that ends like one of the list', 'https://evil-www.shop.example', [other], 403],
    ['its own in capitals', 'https://SHOP.example', undefined, 403],
    ['null', 'null', [other], 403],
    ['null, listed', 'null', ['null'], 200],
    ['a star', '*', [other], 403],
    ['nonsense', 'x y', [other], 403],
  ];

  it.each(matrix)('%s: %s with the list %j is answered with %i', async (_name, origin, origins, status) => {
    const { collector, rows } = makeCollector({ origins });
    const response = await collector.handle(sent(origin));
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe(
      status === 200 ? (origin ?? null) : null,
    );
    expect(response.headers.has('access-control-allow-credentials')).toBe(status === 200 && !!origin);
    expect(response.headers.get('vary')).toBe('origin');
    expect(rows.size).toBe(status === 200 ? 1 : 0);
  });

  it.each(matrix)('asked before: %s: %s with the list %j', async (_name, origin, origins, status) => {
    const { collector } = makeCollector({ origins });
    const response = await collector.handle(
      new Request(`${own}/collect`, {
        method: 'OPTIONS',
        headers: {
          ...(origin && { origin }),
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      }),
    );
    expect(response.status).toBe(status === 200 ? 204 : 403);
    const said = Object.fromEntries(
      ['origin', 'methods', 'headers', 'credentials'].map((name) => [
        name,
        response.headers.get(`access-control-allow-${name}`),
      ]),
    );
    expect(said).toEqual(
      status === 200 && origin
        ? { origin, methods: 'POST, OPTIONS', headers: 'content-type', credentials: 'true' }
        : { origin: null, methods: null, headers: null, credentials: null },
    );
  });

  it('that may send may bring headers of its own, as the outbox can', async () => {
    const { collector } = makeCollector({ origins: other });
    const ask = (origin: string) =>
      collector.handle(
        new Request(`${own}/collect`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization,content-type,x-shop',
          },
        }),
      );
    const allowed = async (origin: string) => (await ask(origin)).headers.get('access-control-allow-headers');
    expect(await allowed(other)).toBe('authorization,content-type,x-shop');
    expect(await allowed('https://evil.example')).toBeNull();
  });

  it('may be given alone', async () => {
    const { collector } = makeCollector({ origins: other });
    expect((await collector.handle(sent(other))).status).toBe(200);
    expect((await collector.handle(sent('https://evil.example'))).status).toBe(403);
  });

  it('that is refused is told of once, and not to the page', async () => {
    const { collector, errors } = makeCollector({ origins: ['https://www.shop.example:8443'] });
    for (let time = 0; time < 3; time++)
      expect(await (await collector.handle(sent(other))).json()).toEqual({ v: 1, error: 'origin' });
    await collector.handle(sent('null'));
    await collector.handle(sent(undefined));
    await collector.handle(sent(own));
    expect(errors).toEqual([
      [new Error(messageOf('"https://www.shop.example"')), 'origins'],
      [new Error(messageOf('"null"')), 'origins'],
    ]);
  });

  it('that is refused fills no log: twenty of them, cut, and quoted', async () => {
    const { collector, errors } = makeCollector();
    await collector.handle(sent(`https://"${'x'.repeat(5_000)}`));
    for (let index = 0; index < 50; index++) await collector.handle(sent(`https://evil-${index}.example`));
    expect(errors).toHaveLength(20);
    expect(String(errors[0]?.[0])).toContain(String.raw`"https://\"xxx`);
    expect(String(errors[0]?.[0]).length).toBeLessThan(600);
  });

  it('that is refused stands on the console when nobody listens, and a listener that throws does no harm', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await makeCollector({ onError: undefined }).collector.handle(sent(other));
    expect(told.mock.calls).toEqual([[messageOf('"https://www.shop.example"')]]);
    const onError = () => {
      throw new Error('mine');
    };
    expect((await makeCollector({ onError }).collector.handle(sent(other))).status).toBe(403);
  });

  it('behind a proxy is its own when the browser says so, which no page can', async () => {
    const { collector } = makeCollector();
    const behind = (site: string) =>
      new Request('http://10.0.0.7:3000/collect', {
        method: 'POST',
        body: good,
        headers: { 'content-type': 'text/plain', origin: own, 'sec-fetch-site': site },
      });
    expect((await collector.handle(behind('same-origin'))).status).toBe(200);
    expect((await collector.handle(behind('same-site'))).status).toBe(403);
    expect((await collector.handle(behind('cross-site'))).status).toBe(403);
  });

  it('that is hidden stays hidden, whatever else the browser says', async () => {
    const { collector } = makeCollector();
    expect((await collector.handle(sent('null', { 'sec-fetch-site': 'same-origin' }))).status).toBe(403);
  });

  it('may be judged by a function', async () => {
    const origins = vi.fn(async (origin: string, _request: Request) => origin.endsWith('.shop.example'));
    const { collector } = makeCollector({ origins });
    expect((await collector.handle(sent(other))).status).toBe(200);
    expect((await collector.handle(sent('https://evil.example'))).status).toBe(403);
    expect(origins.mock.calls.map(([origin]) => origin)).toEqual([other, 'https://evil.example']);
    expect(origins.mock.calls[0]?.[1]).toBeInstanceOf(Request);
  });

  it('is not let in by a function that gives something else than true', async () => {
    const { collector } = makeCollector({ origins: () => 'yes' as never });
    expect((await collector.handle(sent(other))).status).toBe(403);
  });

  it('whose function throws or hangs is told to come again', async () => {
    vi.useFakeTimers();
    const { collector, errors } = makeCollector({
      origins: () => {
        throw new Error('broken');
      },
    });
    expect((await collector.handle(sent(other))).status).toBe(503);
    expect(errors).toEqual([[new Error('broken'), 'origins']]);
    const hanging = makeCollector({ origins: () => new Promise(() => {}) }).collector.handle(sent(other));
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await hanging).status).toBe(503);
  });

  it('that may send can read every answer, and how long to wait', async () => {
    const { store } = memoryStore();
    const collector = createCollector({
      store: { ...store, insert: () => Promise.reject(new Error('down')) },
      origins: [other],
      onError: () => {},
      now: () => noon,
    });
    for (const [body, status] of [
      [good, 503],
      ['', 400],
      ['x'.repeat(70_000), 413],
    ] as const) {
      const { headers, status: got } = await collector.handle(post(body, { origin: other }));
      expect(got).toBe(status);
      expect(headers.get('access-control-allow-origin')).toBe(other);
      // Else an outbox with `credentials: 'include'` sees no answer to what is kept, and sends it for ever.
      expect(headers.get('access-control-allow-credentials')).toBe('true');
      expect(headers.get('access-control-expose-headers')).toBe('retry-after');
    }
  });
});
