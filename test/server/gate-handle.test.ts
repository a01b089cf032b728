import { type GateOptions, passOn } from 'smallyes/server';
import { describe, expect, it } from 'vitest';
import { expectConsole } from '../support/console.ts';
import { makeGate, noon, secrets } from './gate-support.ts';

type Options = Partial<GateOptions<'checklist' | 'webinar'>>;

const request = (query: string, init?: RequestInit) => new Request(`https://shop.example/gate${query}`, init);

const setUp = async (options?: Options) => {
  const { gate, clock } = makeGate(options);
  const grant = await gate.grant('checklist');
  const get = (init?: RequestInit) => gate.handle(request(`?magnet=checklist&grant=${grant}`, init));
  return { gate, clock, grant, get };
};

/** A gate whose checklist is this, and what visiting it with a good grant gives. */
const serve = async (stream: () => unknown, more: object = {}, init?: RequestInit) => {
  const errors: string[] = [];
  const { get } = await setUp({
    magnets: {
      checklist: { stream: stream as () => string, ...more },
      webinar: { redirect: () => 'https://a.example' },
    },
    onError: (error, source) => errors.push(`${source}: ${error}`),
  });
  return { response: await get(init), errors };
};

function expectGuarded(response: Response) {
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });
}

async function expectRefusal(response: Response, status: number, text: RegExp) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expectGuarded(response);
  const body = await response.text();
  expect(body).toMatch(text);
  expect(body).not.toMatch(/<|\n.|Error|SY-/);
  for (const secret of secrets) expect(body + JSON.stringify([...response.headers])).not.toContain(secret);
}

describe('handle, with a good grant', () => {
  it('delivers what the stream function gives', async () => {
    const { get } = await setUp();
    const response = await get();
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('the twelve points');
    expectGuarded(response);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="12 points.txt"');
    expect(response.headers.get('content-length')).toBe('17');
  });

  it.each([
    ['in the address', (grant: string) => request(`?magnet=checklist&grant=${grant}`)],
    [
      'as a bearer token',
      (grant: string) => request('?magnet=checklist', { headers: { authorization: `Bearer ${grant}` } }),
    ],
    [
      'as a bearer token in lower case',
      (grant: string) => request('?magnet=checklist', { headers: { authorization: `bearer  ${grant}` } }),
    ],
    [
      'in the cookie',
      (grant: string) =>
        request('?magnet=checklist', { headers: { cookie: `a=b; __Host-sy-gate-checklist=${grant}; c=d` } }),
    ],
    [
      'in the address, behind a staging password',
      (grant: string) =>
        request(`?magnet=checklist&grant=${grant}`, { headers: { authorization: 'Basic c3RhZ2U6eA==' } }),
    ],
  ])('finds it %s', async (_, make) => {
    const { gate, grant } = await setUp();
    expect((await gate.handle(make(grant))).status).toBe(200);
  });

  it('works at the address that href gives, wherever the gate is mounted', async () => {
    const { gate, grant } = await setUp({ path: 'https://shop.example/api/gate?lang=de' });
    const href = gate.href('checklist', grant);
    expect(href).toBe(`https://shop.example/api/gate?lang=de&magnet=checklist&grant=${grant}`);
    expect((await gate.handle(new Request(href))).status).toBe(200);
    expect(makeGate().gate.href('webinar')).toBe('/gate?magnet=webinar');
  });

  it('answers HEAD with the same headers and no body, and lets go of the bytes', async () => {
    let cancelled = false;
    const stream = () =>
      new Response(new ReadableStream({ cancel: () => void (cancelled = true) }), {
        headers: { 'content-length': '9000', 'content-type': 'video/mp4' },
      });
    const { response } = await serve(stream, {}, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.body).toBeNull();
    expect(response.headers.get('content-length')).toBe('9000');
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(cancelled).toBe(true);
  });

  it.each([
    ['text', 'größe', 7, 'text/plain;charset=UTF-8'],
    ['a Blob', new Blob(['abc'], { type: 'image/png' }), 3, 'image/png'],
    ['bytes', new Uint8Array([1, 2]), 2, 'application/octet-stream'],
    ['a view on a part of bytes', new Uint8Array([1, 2, 3, 4]).subarray(1, 3), 2, 'application/octet-stream'],
    ['a buffer', new ArrayBuffer(5), 5, 'application/octet-stream'],
    ['a stream', new Blob(['abcd']).stream(), 4, 'application/octet-stream'],
  ])('takes %s', async (_, source, length, type) => {
    const { response } = await serve(() => source);
    expect(response.headers.get('content-type')).toBe(type);
    expect((await response.arrayBuffer()).byteLength).toBe(length);
  });

  it('keeps of a storage answer what describes the bytes, and nothing else', async () => {
    const { response } = await serve(
      () =>
        new Response('part', {
          status: 206,
          headers: {
            'content-type': 'application/pdf',
            'content-range': 'bytes 0-3/90',
            'accept-ranges': 'bytes',
            'content-length': '4',
            etag: '"a"',
            'last-modified': 'Thu, 05 Nov 2026 12:00:00 GMT',
            'set-cookie': 'storage=1',
            server: 'private-store',
            'x-amz-request-id': '7',
            location: 'https://files.example/private',
            'access-control-allow-origin': '*',
            'cache-control': 'public, max-age=9999',
          },
        }),
    );
    expect(Object.fromEntries(response.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment',
      'content-length': '4',
      'content-range': 'bytes 0-3/90',
      'content-type': 'application/pdf',
      etag: '"a"',
      'last-modified': 'Thu, 05 Nov 2026 12:00:00 GMT',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
    expect(response.status).toBe(206);
  });

  it('puts its own type over that of the storage, but not over several ranges', async () => {
    const answer = (type: string) => () => new Response('', { headers: { 'content-type': type } });
    const one = await serve(answer('binary/octet-stream'), { type: 'application/pdf' });
    expect(one.response.headers.get('content-type')).toBe('application/pdf');
    const many = await serve(answer('multipart/byteranges; boundary=a'), { type: 'application/pdf' });
    expect(many.response.headers.get('content-type')).toBe('multipart/byteranges; boundary=a');
  });

  it('hands on 304, 412 and 416 of the storage without a body', async () => {
    for (const status of [304, 412, 416]) {
      const { response, errors } = await serve(
        () => new Response(status === 304 ? null : 'private', { status, headers: { etag: '"a"' } }),
      );
      expect(response.status).toBe(status);
      expect(response.headers.get('etag')).toBe('"a"');
      expect(await response.text()).toBe('');
      expect(errors).toEqual([]);
    }
  });

  it('redirects by 303 to where the redirect function says, without a Referer', async () => {
    const { gate } = makeGate();
    const response = await gate.handle(request(gate.href('webinar', await gate.grant('webinar')).slice(5)));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('https://files.example/webinar?signature=abc');
    expectGuarded(response);
    expect(await response.text()).toBe('');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://files.example',
    '/relative',
    '//files.example',
    '#x',
    '',
    undefined,
  ])('never redirects to %j', async (address) => {
    const errors: string[] = [];
    const { gate } = makeGate({
      magnets: { checklist: { stream: () => '' }, webinar: { redirect: () => address as string } },
      onError: (error, source) => errors.push(`${source}: ${error}`),
    });
    const response = await gate.handle(request(`?magnet=webinar&grant=${await gate.grant('webinar')}`));
    await expectRefusal(response, 502, /^Your link is fine/);
    expect(errors).toEqual([expect.stringMatching(/^redirect: .*SY-605/)]);
  });

  it('writes no line break of an address into a header', async () => {
    const { gate } = makeGate({
      magnets: {
        checklist: { stream: () => '' },
        webinar: { redirect: () => 'https://a.example/\r\nset-cookie: a=b' },
      },
    });
    const response = await gate.handle(request(`?magnet=webinar&grant=${await gate.grant('webinar')}`));
    expect(response.headers.get('location')).toBe('https://a.example/set-cookie:%20a=b');
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('the name of a download', () => {
  it.each([
    ['12 points.pdf', 'attachment; filename="12 points.pdf"'],
    ['Größe.pdf', 'attachment; filename="Gro_e.pdf"; filename*=UTF-8\'\'Gr%C3%B6%C3%9Fe.pdf'],
    ['قائمة.pdf', 'attachment; filename="_____.pdf"; filename*=UTF-8\'\'%D9%82%D8%A7%D8%A6%D9%85%D8%A9.pdf'],
    ['a"b\\c.pdf', 'attachment; filename="a_b_c.pdf"; filename*=UTF-8\'\'a%22b_c.pdf'],
    ["50%'(x)*.pdf", "attachment; filename=\"50_'(x)*.pdf\"; filename*=UTF-8''50%25%27%28x%29%2A.pdf"],
    ['../../etc/passwd', 'attachment; filename=".._.._etc_passwd"'],
    ['a\r\nset-cookie: b=c', 'attachment; filename="a__set-cookie: b=c"'],
    ['\uD800.pdf', 'attachment; filename="_.pdf"; filename*=UTF-8\'\'%EF%BF%BD.pdf'],
    ['', 'attachment'],
  ])('%j becomes %s', async (fileName, header) => {
    const { response } = await serve(() => 'a', { fileName });
    expect(response.headers.get('content-disposition')).toBe(header);
  });

  it('is the storage’s own when the magnet has none, and inline when the magnet says so', async () => {
    const stored = () =>
      new Response('', { headers: { 'content-disposition': 'attachment; filename="s.pdf"' } });
    const kept = await serve(stored);
    expect(kept.response.headers.get('content-disposition')).toBe('attachment; filename="s.pdf"');
    const inline = await serve(stored, { inline: true, fileName: 'a.pdf' });
    expect(inline.response.headers.get('content-disposition')).toBe('inline; filename="a.pdf"');
  });
});

describe('handle, without one', () => {
  it.each([
    ['no grant', '?magnet=checklist', 403, /^This opens with a personal link/],
    ['an empty grant', '?magnet=checklist&grant=', 403, /^This opens with a personal link/],
    ['a broken grant', '?magnet=checklist&grant=abc', 403, /^This link is incomplete/],
    ['one megabyte', `?magnet=checklist&grant=${'a'.repeat(1_000_000)}`, 403, /^This link is incomplete/],
    ['no magnet', '', 404, /^There is nothing/],
    ['an unknown magnet', '?magnet=book', 404, /^There is nothing/],
    ['__proto__', '?magnet=__proto__&grant=a', 404, /^There is nothing/],
    ['constructor', '?magnet=constructor&grant=a', 404, /^There is nothing/],
    ['two magnets', '?magnet=checklist&magnet=webinar', 404, /^There is nothing/],
    ['broken escapes', '?magnet=%ff%&grant=%', 404, /^There is nothing/],
  ])('refuses %s', async (_, query, status, text) => {
    const { gate } = makeGate();
    await expectRefusal(await gate.handle(request(query)), status, text);
  });

  it('refuses two grants at a time, even two good ones', async () => {
    const { gate, grant } = await setUp();
    const twice = request(`?magnet=checklist&grant=${grant}&grant=${grant}`);
    await expectRefusal(await gate.handle(twice), 403, /^This link is incomplete/);
    const headers = { authorization: `Bearer ${grant}` };
    const both = request(`?magnet=checklist&grant=${grant}`, { headers });
    await expectRefusal(await gate.handle(both), 403, /^This link is incomplete/);
    const cookie = `__Host-sy-gate-checklist=${grant}; __Host-sy-gate-checklist=x`;
    await expectRefusal(
      await gate.handle(request('?magnet=checklist', { headers: { cookie } })),
      403,
      /^This link is incomplete/,
    );
  });

  it.each(['Bearer', 'Bearer ', 'Bearer a b', 'Bearer <script>'])('refuses "%s"', async (authorization) => {
    const { gate } = makeGate();
    const response = await gate.handle(request('?magnet=checklist', { headers: { authorization } }));
    await expectRefusal(response, 403, /^This link is incomplete/);
  });

  it('says what happened to a grant that once was good', async () => {
    const { gate, clock, get } = await setUp({ expiresIn: 60 });
    clock.seconds = noon + 100;
    await expectRefusal(await get(), 403, /^This link is no longer valid/);
    clock.seconds = noon - 100;
    await expectRefusal(await get(), 403, /^This link is not valid yet/);
    clock.seconds = noon;
    const foreign = await gate.grant('webinar');
    const swapped = request(`?magnet=checklist&grant=${foreign}`);
    await expectRefusal(await gate.handle(swapped), 403, /^This link is incomplete/);
  });

  it('runs no function of the magnet before the grant was found good', async () => {
    let runs = 0;
    const { gate } = await setUp({
      magnets: {
        checklist: { stream: () => String(runs++) },
        webinar: { redirect: () => `https://a.example/${runs++}` },
      },
      redeem: () => runs++ < 0,
    });
    for (const magnet of ['checklist', 'webinar']) await gate.handle(request(`?magnet=${magnet}&grant=x`));
    expect(runs).toBe(0);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('answers %s with 405', async (method) => {
    const { get } = await setUp();
    const response = await get({ method });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    await expectRefusal(response, 405, /^This address can only be opened/);
  });

  it('refuses HEAD without a body', async () => {
    const response = await makeGate().gate.handle(request('?magnet=checklist', { method: 'HEAD' }));
    expect([response.status, response.body]).toEqual([403, null]);
  });
});

describe('a refusal', () => {
  const refused = (accept: Record<string, string>, options: Options = {}) =>
    makeGate(options).gate.handle(request('?magnet=checklist', { headers: accept }));

  it.each([
    ['de-CH, en;q=0.8', 'de', /persönlichen Link/],
    ['nl, ar;q=0.5, en;q=0.4', 'ar', /رابط شخصي/],
    ['de;q=0, en', 'en', /personal link/],
    ['de;q=0', 'en', /personal link/],
    ['nl', 'en', /personal link/],
    ['*', 'en', /personal link/],
    ['x'.repeat(5_000), 'en', /personal link/],
    ['de-'.repeat(2_000), 'de', /persönlichen/],
    ['__proto__, constructor', 'en', /personal link/],
  ])('to a visitor who reads "%.30s" is in %s', async (language, tag, text) => {
    const response = await refused({ 'accept-language': language });
    expect(response.headers.get('content-language')).toBe(tag);
    expect(await response.text()).toMatch(text);
  });

  it('takes the developer’s texts, the rest from the wider language, and their language for strangers', async () => {
    const options = {
      locale: 'de',
      labels: { 'de-CH': { missing: 'Grüezi.' }, fr: { missing: 'Bonjour.' } },
    };
    const read = async (language: string) => (await refused({ 'accept-language': language }, options)).text();
    expect(await read('de-CH')).toBe('Grüezi.\n');
    expect(await read('fr-CA')).toBe('Bonjour.\n');
    expect(await read('it')).toMatch(/persönlichen Link/);
    const broken = request('?magnet=checklist&grant=x', { headers: { 'accept-language': 'de-ch' } });
    expect(await (await makeGate(options).gate.handle(broken)).text()).toMatch(/^Dieser Link ist unvoll/);
  });

  it.each([
    ['application/json', true],
    ['application/json, text/plain, */*', true],
    ['text/html, application/json', false],
    ['text/html;q=0.5, application/json', true],
    ['*/*', false],
  ])('to one who accepts "%s" is JSON: %s', async (accept, isJson) => {
    const response = await refused({ accept });
    if (!isJson) return expectRefusal(response, 403, /personal link/);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      error: 'missing',
      message: expect.stringContaining('personal link'),
    });
  });
});

describe('when something of yours fails', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('https://files.example/private?signature=abc');
      },
    ],
    ['rejects', () => Promise.reject(new Error('https://files.example/private'))],
    ['gives nothing', () => undefined],
    ['gives an object', () => ({ pipe: () => {} })],
    ['gives a number', () => 7],
    ['answers 404', () => new Response('https://files.example/private is gone', { status: 404 })],
    ['answers 500', () => new Response('stack', { status: 500 })],
    ['redirects', () => Response.redirect('https://files.example/private')],
    ['gives an error', () => Response.error()],
    [
      'gives a Response that was read before',
      async () => {
        const read = new Response('the twelve points');
        await read.text();
        return read;
      },
    ],
  ])('a storage that %s becomes 502 and is reported', async (_, stream) => {
    const { response, errors } = await serve(stream);
    await expectRefusal(response, 502, /^Your link is fine/);
    expect(errors).toEqual([expect.stringMatching(/^stream: /)]);
  });

  it('the body of a failed storage answer is let go', async () => {
    let cancelled = false;
    const body = new ReadableStream({ cancel: () => void (cancelled = true) });
    await serve(() => new Response(body, { status: 500 }));
    expect(cancelled).toBe(true);
  });

  it('goes to the console without onError', async () => {
    expectConsole('error', /^\[smallyes\] A gate could not answer: stream failed\. Error: disk/);
    const stream = () => Promise.reject(new Error('disk'));
    const { get } = await setUp({
      magnets: { checklist: { stream }, webinar: { redirect: () => 'https://a.example' } },
    });
    expect((await get()).status).toBe(502);
  });

  it('survives an onError that fails too', async () => {
    const { get } = await setUp({
      isRevoked: () => Promise.reject(new Error('down')),
      onError: () => {
        throw new Error('worse');
      },
    });
    await expectRefusal(await get(), 503, /^Your link cannot be checked/);
  });

  it.each(['isRevoked', 'redeem', 'subject'] as const)('nobody gets in while %s is down', async (name) => {
    const errors: string[] = [];
    const { get } = await setUp({
      [name]: () => Promise.reject(new Error('down')),
      onError: (_, source) => errors.push(source),
    });
    await expectRefusal(await get(), 503, /^Your link cannot be checked/);
    expect(errors).toEqual([name]);
  });
});

describe('who asks', () => {
  it('is compared with the subject of the grant', async () => {
    const { gate } = makeGate({ subject: async ({ headers }) => headers.get('x-user') });
    const grant = await gate.grant('checklist', { subject: 'ada' });
    const ask = (headers?: Record<string, string>) =>
      gate.handle(request(`?magnet=checklist&grant=${grant}`, headers && { headers }));
    expect((await ask({ 'x-user': 'ada' })).status).toBe(200);
    await expectRefusal(await ask({ 'x-user': 'bob' }), 403, /^This link was made for someone else/);
    await expectRefusal(await ask(), 403, /^This link was made for someone else/);
  });

  it('cannot be left out: a bound grant opens nothing at a gate that does not know who asks', async () => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist', { subject: 'ada' });
    const response = await gate.handle(request(`?magnet=checklist&grant=${grant}`));
    await expectRefusal(response, 403, /^This link was made for someone else/);
  });
});

describe('using a grant once', () => {
  const once = () => {
    const used = new Set<string>();
    const redeem = async ({ id }: { id: string }) => !used.has(id) && !!used.add(id);
    return { used, redeem };
  };

  it('delivers the first time and refuses the second', async () => {
    const { get } = await setUp(once());
    expect((await get()).status).toBe(200);
    await expectRefusal(await get(), 403, /^This link was already used/);
  });

  it('is not spent by looking: HEAD, verify, or a storage that fails', async () => {
    const { used, redeem } = once();
    let isDown = true;
    const { gate, grant, get } = await setUp({
      redeem,
      magnets: {
        checklist: { stream: () => (isDown ? new Response('', { status: 500 }) : 'a') },
        webinar: { redirect: () => 'https://a.example' },
      },
      onError: () => {},
    });
    await get();
    isDown = false;
    await get({ method: 'HEAD' });
    await gate.verify('checklist', grant);
    expect(used.size).toBe(0);
    expect((await get()).status).toBe(200);
    expect(used.size).toBe(1);
  });

  it('lets go of the bytes when it is refused', async () => {
    let cancelled = false;
    const body = () => new ReadableStream({ cancel: () => void (cancelled = true) });
    const { get } = await setUp({
      redeem: () => false,
      magnets: { checklist: { stream: body }, webinar: { redirect: () => 'https://a.example' } },
    });
    expect((await get()).status).toBe(403);
    expect(cancelled).toBe(true);
  });
});

describe('passOn', () => {
  it('hands on ranges, conditions and the signal, and nothing of the visitor', () => {
    const headers = {
      range: 'bytes=0-9',
      'if-range': '"a"',
      'if-none-match': '"b"',
      'if-modified-since': 'Thu, 05 Nov 2026 12:00:00 GMT',
      cookie: 'session=1',
      authorization: 'Bearer x',
      'user-agent': 'x',
      'x-forwarded-for': '192.0.2.1',
    };
    const abort = new AbortController();
    const passed = passOn(
      new Request('https://a.example', { headers, signal: abort.signal, method: 'HEAD' }),
    );
    expect(Object.fromEntries(passed.headers)).toEqual({
      'accept-encoding': 'identity',
      range: 'bytes=0-9',
      'if-range': '"a"',
      'if-none-match': '"b"',
      'if-modified-since': 'Thu, 05 Nov 2026 12:00:00 GMT',
    });
    expect(passed.method).toBe('HEAD');
    abort.abort();
    expect(passed.signal.aborted).toBe(true);
  });
});
