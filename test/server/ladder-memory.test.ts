import { createLadderMemory, type LadderMemoryOptions } from 'smallyes/server';
import { describe, expect, it, vi } from 'vitest';
import { messages } from '../../src/internal/messages.ts';
import { writeHistory } from '../../src/ladder/fit-history.ts';
import { emptyHistory } from '../../src/ladder/history.ts';
import { readHistory } from '../../src/ladder/history-text.ts';
import { decide } from '../../src/ladder/index.ts';
import { joinHistories } from '../../src/ladder/join-histories.ts';
import { note } from '../../src/ladder/recall.ts';
import { createRandom } from '../events/random.ts';
import { randomLadder, randomLog, randomSituation } from '../ladder/random-ladder.ts';
import { expectConsole } from '../support/console.ts';
import { historyOf, makeMemory, noon, noteOf, unit } from './ladder-memory.support.ts';

const parsed = (text: string | undefined) => readHistory(text, noon);
const asksIn = (text: string | undefined) => {
  const history = parsed(text);
  return typeof history === 'object' ? Object.keys(history.asks).sort() : history;
};

describe('a note', () => {
  it('is kept in a cookie out of reach of scripts, and comes back', async () => {
    const { post, jar, memory } = makeMemory();
    const note = noteOf(2);
    const response = await post('b2b', note, { unit });
    expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
      204,
      'no-store',
      '',
    ]);
    const [set = ''] = response.headers.getSetCookie();
    expect(set.slice(set.indexOf(';'))).toBe('; Max-Age=15552000; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(set).toMatch(/^smallyes=/);
    expect(memory.read(`a=b; ${jar.cookie}`)).toEqual({ notes: { b2b: note }, time: noon, unit });
  });

  it('is joined with what the cookie has: two tabs that write at once both keep what they had', async () => {
    const { post, jar, memory } = makeMemory();
    await post('b2b', noteOf(1, 'one'));
    await post('b2b', noteOf(1, 'two'));
    expect(asksIn(memory.read(jar.cookie).notes['b2b'])).toEqual(['one-0', 'two-0']);
  });

  it('of a visitor who has forgotten wins over an older copy', async () => {
    const { post, jar, memory } = makeMemory();
    await post('b2b', writeHistory(emptyHistory(noon)));
    await post('b2b', noteOf(3));
    expect(asksIn(memory.read(jar.cookie).notes['b2b'])).toEqual([]);
  });

  it('of another ladder stays beside it', async () => {
    const { post, jar, memory } = makeMemory();
    for (const id of ['b2b', 'shop', '__proto__', 'constructor', '7', 'Größe "x", ~y\' %; \\ 😀'])
      await post(id, noteOf(1, 'x'));
    const { notes } = memory.read(jar.cookie);
    expect(Object.keys(notes).sort()).toEqual(
      ['b2b', 'shop', '__proto__', 'constructor', '7', 'Größe "x", ~y\' %; \\ 😀'].sort(),
    );
    expect(asksIn(Object.entries(notes).find(([id]) => id === '__proto__')?.[1])).toEqual(['x-0']);
  });

  it('that a later version of the kit wrote is left untouched', async () => {
    const { post, jar, memory } = makeMemory();
    const later = '{"v":2,"x":["y"]}';
    expect((await post('b2b', later)).status).toBe(204);
    expect((await post('b2b', noteOf(1))).status).toBe(204);
    await post('other', noteOf(1));
    expect(memory.read(jar.cookie).notes['b2b']).toBe(later);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['nothing', ''],
    ['no note', { ladder: 'b2b' }],
    ['a note that is no text', { ladder: 'b2b', note: { v: 1 } }],
    ['a note that is no JSON', { ladder: 'b2b', note: 'x' }],
    ['a note that is something else', { ladder: 'b2b', note: '{"a":1}' }],
    ['a later note that is too long', { ladder: 'b2b', note: `{"v":2,"x":"${'x'.repeat(4_000)}"}` }],
    ['no ladder', { note: noteOf(1) }],
    ['a ladder without a name', { ladder: '', note: noteOf(1) }],
    ['a ladder with a long name', { ladder: 'x'.repeat(61), note: noteOf(1) }],
    ['a ladder that is no text', { ladder: 1, note: noteOf(1) }],
  ])('is refused and changes nothing: %s', async (_, body) => {
    const { post, send, jar } = makeMemory();
    await post('b2b', noteOf(1, 'before'));
    const before = jar.cookie;
    const response = await send('POST', body);
    expect([response.status, await response.json(), response.headers.getSetCookie()]).toEqual([
      400,
      { v: 1, error: 'unreadable' },
      [],
    ]);
    expect(jar.cookie).toBe(before);
  });

  it('is refused when it is larger than 16 KB, or of another type', async () => {
    const { send } = makeMemory();
    const large = { ladder: 'b2b', note: noteOf(1), more: 'x'.repeat(16_384) };
    expect((await send('POST', large)).status).toBe(413);
    expect((await send('POST', { ladder: 'b2b' }, { 'content-type': 'text/html' })).status).toBe(415);
  });
});

describe('the unit', () => {
  it('is the visitor’s id in the browser, when the page says so', async () => {
    const { post, jar, memory } = makeMemory();
    await post('b2b', noteOf(1), { unit });
    expect(memory.read(jar.cookie).unit).toBe(unit);
  });

  it.each([undefined, '', 'ada@example.com', 7, 'x'.repeat(36)])(
    'is drawn by lot when the page says %j, and stays',
    async (given) => {
      const { post, jar, memory } = makeMemory();
      await post('b2b', noteOf(1), { unit: given });
      const first = memory.read(jar.cookie).unit;
      expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
      await post('shop', noteOf(1), { unit });
      expect(memory.read(jar.cookie).unit).toBe(first);
    },
  );
});

describe('the size', () => {
  it('stays below 3,800 bytes for all ladders together, and the newest asks stay', async () => {
    const { post, jar, memory } = makeMemory();
    for (const id of ['one', 'two', 'three']) {
      await post(id, noteOf(120, id));
      expect(jar.cookie.length).toBeLessThanOrEqual(3_800);
    }
    expect(jar.cookie.length).toBeGreaterThan(3_000);
    for (const [id, note] of Object.entries(memory.read(jar.cookie).notes)) {
      const left = asksIn(note) as string[];
      expect(left).toContain(`${id}-119`);
      expect(left.length).toBeGreaterThan(1);
      expect(left).not.toContain(`${id}-0`);
    }
  });

  it('makes room for the ladder that is written, by those that were written longest ago', async () => {
    const { post, jar, memory } = makeMemory();
    const later = (name: string) => `{"v":2,"x":"${name.repeat(1_500)}"}`;
    for (const name of ['a', 'b', 'c']) await post(name, later(name));
    expect(Object.keys(memory.read(jar.cookie).notes)).toEqual(['b', 'c']);
  });

  it('holds whatever is sent, random and hostile', async () => {
    const random = createRandom(7);
    const texts = ['x', '"', "'", ',', '~', ';', '\\', '%', ' ', 'ü', '😀', '\u0000', '\n', '{', '</script>'];
    const { post, jar, memory } = makeMemory();
    for (let round = 0; round < 150; round++) {
      const text = () => Array.from({ length: 1 + random.below(40) }, () => random.pick(texts)).join('');
      const asks = Object.fromEntries(
        Array.from({ length: random.below(40) }, () => [
          text(),
          { committed: noon - random.below(1e9), answer: [text()] },
        ]),
      );
      const history = { ...emptyHistory(), asks, exposed: { [text()]: text() } };
      const id = text().slice(0, 20);
      expect((await post(id, writeHistory(history))).status).toBe(204);
      expect(jar.cookie.length).toBeLessThanOrEqual(3_800);
      // What RFC 6265, section 4.1.1, lets a value hold.
      expect(jar.cookie).toMatch(/^smallyes=[!#-+\--:<-[\]-~]*$/);
      const back = memory.read(jar.cookie).notes;
      expect(parsed(Object.entries(back).find(([one]) => one === id)?.[1])).toBeTypeOf('object');
    }
  });
});

describe('forgetting', () => {
  it('takes one ladder, and with the last one the unit too', async () => {
    const { post, send, jar, memory } = makeMemory();
    await post('b2b', noteOf(1));
    await post('shop', noteOf(1));
    const response = await send('DELETE', undefined, {}, '?ladder=b2b');
    expect(response.status).toBe(204);
    expect(Object.keys(memory.read(jar.cookie).notes)).toEqual(['shop']);
    const last = await send('DELETE', undefined, {}, '?ladder=shop');
    expect(last.headers.getSetCookie()).toEqual([
      'smallyes=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it('takes all without a name', async () => {
    const { post, send, jar } = makeMemory();
    await post('b2b', noteOf(1));
    await post('shop', noteOf(1));
    await send('DELETE');
    expect(jar.cookie).toBe('');
  });
});

describe('reading', () => {
  it('over HTTP gives notes and unit as JSON that nobody stores', async () => {
    const { post, send } = makeMemory();
    const none = await send('GET');
    expect([none.status, await none.json()]).toEqual([200, { notes: {} }]);
    await post('b2b', noteOf(1), { unit });
    const response = await send('GET');
    expect(await response.json()).toEqual({ notes: { b2b: noteOf(1) }, unit });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it('takes a request, its headers, those of a framework, and the text of the cookie', async () => {
    const { post, jar, memory } = makeMemory();
    await post('b2b', noteOf(1), { unit });
    const headers = { cookie: jar.cookie, 'sec-ch-ua-mobile': '?1' };
    class Adapted extends Headers {
      readonly headers: Record<string, string> = {};
    }
    const known = { notes: { b2b: noteOf(1) }, unit, time: noon };
    const request = new Request('https://shop.example/blog/first?utm_source=x', { headers });
    expect(memory.read(request)).toEqual({ ...known, path: '/blog/first', device: 'phone' });
    expect(memory.read(new Adapted(headers))).toEqual({ ...known, device: 'phone' });
    expect(memory.read(jar.cookie)).toEqual(known);
    for (const nothing of [null, undefined, ''])
      expect(memory.read(nothing)).toEqual({ notes: {}, time: noon });
  });

  it('takes path and device from you first, and knows a desktop', () => {
    const { memory } = makeMemory();
    const request = new Request('https://shop.example/a', { headers: { 'sec-ch-ua-mobile': '?0' } });
    expect(memory.read(request)).toMatchObject({ path: '/a', device: 'desktop' });
    expect(memory.read(request, { path: '/b', device: 'phone' })).toMatchObject({
      path: '/b',
      device: 'phone',
    });
    expect(
      memory.read(new Request('https://x.example', { headers: { 'sec-ch-ua-mobile': 'x' } })),
    ).not.toHaveProperty('device');
  });

  it('survives a framework that decodes and encodes cookies on the way', async () => {
    const { post, jar, memory } = makeMemory();
    const note = noteOf(5);
    await post('b2b', note, { unit });
    const value = jar.cookie.slice('smallyes='.length);
    const again = `smallyes=${encodeURIComponent(decodeURIComponent(value))}`;
    expect(memory.read(again)).toEqual({ notes: { b2b: note }, unit, time: noon });
  });

  it.each([
    ['an empty value', 'smallyes='],
    ['a name without a value', 'smallyes'],
    ['another cookie', 'smallyes2={}'],
    ['half an escape', 'smallyes=%E0%A4%A'],
    ['no JSON', 'smallyes=x'],
    ['a list', 'smallyes=[]'],
    ['null', 'smallyes=null'],
    ['no notes', "smallyes={'u':null}"],
    ['notes that are a list', "smallyes={'n':[]}"],
    ['notes that are none', "smallyes={'n':{'b2b':'x'}}"],
    ['a unit that is none', "smallyes={'u':'<script>'~'n':{}}"],
    ['a megabyte', `smallyes={'n':{'b2b':{'v':1~'x':'${'x'.repeat(1_000_000)}'}}}`],
    ['a million marks', `a=${';'.repeat(1_000_000)}`],
  ])('counts what is broken as nothing: %s', async (_, cookie) => {
    const { memory, jar, post } = makeMemory();
    expect(memory.read(cookie)).toEqual({ notes: {}, time: noon });
    jar.cookie = cookie;
    expect((await post('b2b', noteOf(1))).status).toBe(204);
    expect(Object.keys(memory.read(jar.cookie).notes)).toEqual(['b2b']);
  });

  it('of keys that are a prototype’s leaves every prototype alone', () => {
    const { memory } = makeMemory();
    const { notes } = memory.read("smallyes={'u':null~'n':{'__proto__':{'v':1~'polluted':1}}}");
    expect(Object.keys(notes)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(notes)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes the first of two cookies that can be read', async () => {
    const { memory } = makeMemory();
    const two = "smallyes=x; smallyes={'u':null~'n':{'a':{'v':1}}}; smallyes={'u':null~'n':{'b':{'v':1}}}";
    expect(Object.keys(memory.read(two).notes)).toEqual(['a']);
  });
});

describe('who may ask', () => {
  const own = { origin: 'https://shop.example' };

  it('is one’s own site, and behind a proxy whom the browser calls so', async () => {
    const { post, send } = makeMemory();
    await post('b2b', noteOf(1));
    for (const headers of [own, {}, { origin: 'http://shop.example', 'sec-fetch-site': 'same-origin' }])
      expect((await send('GET', undefined, headers)).status).toBe(200);
  });

  it.each([[{ origin: 'https://evil.example' }], [{ origin: 'null' }], [{ 'sec-fetch-site': 'cross-site' }]])(
    'is no other site: %j',
    async (headers: Record<string, string>) => {
      const { send, errors } = makeMemory();
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
        const response = await send(
          method,
          method === 'POST' ? { ladder: 'b2b', note: noteOf(1) } : undefined,
          headers,
        );
        expect([response.status, await response.json(), response.headers.getSetCookie()]).toEqual([
          403,
          { v: 1, error: 'origin' },
          [],
        ]);
        expect(response.headers.has('access-control-allow-origin')).toBe(false);
      }
      const told = headers['origin']
        ? [[expect.objectContaining({ message: expect.stringContaining('SY-615') }), 'origins']]
        : [];
      expect(errors).toEqual(told);
    },
  );

  it.each<[string, LadderMemoryOptions['origins']]>([
    ['a text', 'https://www.shop.example'],
    ['a list', ['https://www.shop.example']],
    ['a function', (origin) => origin === 'https://www.shop.example'],
    ['a promise', async (origin) => origin === 'https://www.shop.example'],
  ])('may be another site of yours, by %s', async (_, origins) => {
    const { send } = makeMemory({ origins });
    const asked = await send('OPTIONS', undefined, { origin: 'https://www.shop.example' });
    expect([asked.status, Object.fromEntries(asked.headers)]).toEqual([
      204,
      expect.objectContaining({
        'access-control-allow-origin': 'https://www.shop.example',
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
        'access-control-allow-headers': 'content-type',
      }),
    ]);
    expect((await send('GET', undefined, { origin: 'https://www.shop.example' })).status).toBe(200);
    expect((await send('GET', undefined, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('asks by a method that it knows', async () => {
    const { send } = makeMemory();
    for (const method of ['PUT', 'PATCH', 'HEAD']) {
      const response = await send(method);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST, DELETE, OPTIONS']);
    }
  });

  it('is answered with 503 when origins fails, and you are told', async () => {
    const problem = new Error('no database');
    const { send, errors } = makeMemory({ origins: () => Promise.reject(problem) });
    const response = await send('GET', undefined, { origin: 'https://www.shop.example' });
    expect([response.status, await response.json()]).toEqual([503, { v: 1, error: 'unavailable' }]);
    expect(errors).toEqual([[problem, 'origins']]);
  });

  it('is told of on the console without onError, and a failing onError does no harm', async () => {
    const failing = () => {
      throw new Error('no database');
    };
    const request = () => new Request('https://shop.example', { headers: { origin: 'https://x.example' } });
    expectConsole('error', messages[616]('origins failed'));
    expect((await createLadderMemory({ origins: failing }).handle(request())).status).toBe(503);
    expect((await createLadderMemory({ origins: failing, onError: failing }).handle(request())).status).toBe(
      503,
    );
  });
});

describe('the options', () => {
  it('make the cookie', async () => {
    const { post } = makeMemory({
      name: 'path',
      maxAge: '1.5h',
      path: '/shop',
      domain: 'shop.example',
      secure: false,
    });
    const [set = ''] = (await post('b2b', noteOf(1))).headers.getSetCookie();
    expect(set.slice(set.indexOf(';'))).toBe(
      '; Max-Age=5400; Path=/shop; HttpOnly; SameSite=Lax; Domain=shop.example',
    );
    expect(set).toMatch(/^path=/);
  });

  it.each<[string, object]>([
    ['a name that is none', { name: 'a b' }],
    ['an empty name', { name: '' }],
    ['a bound name without secure', { name: '__Secure-x', secure: false }],
    ['a bound name with a domain', { name: '__Host-x', domain: 'shop.example' }],
    ['a bound name with a path', { name: '__Host-x', path: '/shop' }],
    ['a path without a slash', { path: 'shop' }],
    ['a path with more in it', { path: '/; Domain=evil.example' }],
    ['a domain with more in it', { domain: 'a.example; Path=/x' }],
    ['a domain without a dot', { domain: 'localhost' }],
    ['a time that is none', { maxAge: '6 months' }],
    ['a time without a unit', { maxAge: 180 }],
    ['a time without end', { maxAge: 'forever' }],
    ['a time beyond what browsers keep', { maxAge: '401d' }],
    ['no time', { maxAge: '0d' }],
    ['a secure that is no boolean', { secure: 'yes' }],
    ['an origin with a path', { origins: 'https://shop.example/' }],
    ['origins that are none', { origins: 7 }],
    ['an onError that is no function', { onError: true }],
    ['a name that nobody knows', { maxage: '1d' }],
  ])('are refused: %s', (_, options) => {
    expect(() => createLadderMemory(options as LadderMemoryOptions)).toThrow('[smallyes] SY-614 ');
  });

  it('may bind the cookie to the host', async () => {
    const { post, jar, memory } = makeMemory({ name: '__Host-smallyes' });
    await post('b2b', noteOf(1));
    expect(Object.keys(memory.read(jar.cookie).notes)).toEqual(['b2b']);
  });
});

describe('a cookie that a stranger has made', () => {
  it('of many notes that nothing can be taken from costs no more than its length', async () => {
    const { memory } = makeMemory();
    const notes = Array.from({ length: 700 }, (_, at) => `'${at}':{'v':1}`).join('~');
    const read = vi.spyOn(JSON, 'parse');
    const { headers } = await memory.handle(
      new Request('https://shop.example/api/ladder?ladder=x', {
        method: 'DELETE',
        headers: { cookie: `smallyes={'u':null~'n':{${notes}}}` },
      }),
    );
    const kept = memory.read(headers.getSetCookie()[0]?.split(';')[0]).notes;
    // Those that were written last.
    expect(Object.keys(kept).length).toBeGreaterThan(100);
    expect(Object.keys(kept).at(-1)).toBe('699');
    expect(read.mock.calls.length).toBeLessThan(3_000);
    read.mockRestore();
  });
});

describe('server and browser', () => {
  it('pick the same ask for the same cookie, over random ladders and visitors', async () => {
    let decided = 0;
    for (let seed = 0; seed < 150; seed++) {
      const random = createRandom(seed);
      const ladder = randomLadder(random);
      const log = randomLog(random, ladder);
      let history = emptyHistory();
      for (const { draft, time, visit } of log) history = note(history, ladder, draft, time, visit);
      const { memory, post, jar, clock } = makeMemory();
      const situation = randomSituation(random, ladder, log);
      clock.ms = situation.now;
      const inBrowser = writeHistory(history, 3_500);
      expect((await post(ladder.id, inBrowser)).status).toBe(204);
      const { notes, time } = memory.read(jar.cookie);
      const here = readHistory(inBrowser, time);
      const there = readHistory(notes[ladder.id], time);
      if (typeof here !== 'object' || typeof there !== 'object') throw new Error('No history came back.');
      const [one, other] = [decide(ladder, here, situation), decide(ladder, there, situation)];
      expect(other).toEqual(one);
      if (one.next) decided++;
    }
    // Else it would prove nothing.
    expect(decided).toBeGreaterThan(30);
  });

  it('know the same after both have joined what the other knew', async () => {
    const { post, jar, memory } = makeMemory();
    const [a, b] = [historyOf(3, 'a'), historyOf(3, 'b')];
    await post('b2b', writeHistory(a));
    await post('b2b', writeHistory(b));
    expect(memory.read(jar.cookie).notes['b2b']).toBe(writeHistory(joinHistories(a, b)));
  });
});
