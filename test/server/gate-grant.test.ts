import { createGate, type GrantRefusal } from 'smallyes/server';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { createRandom } from '../events/random.ts';
import { forge, makeGate, newKey, noon, oldKey } from './gate-support.ts';

const day = 86_400;

describe('a grant', () => {
  it('opens its magnet and says what it is', async () => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist');
    expect(await gate.verify('checklist', grant)).toEqual({
      ok: true,
      grant: {
        id: expect.stringMatching(/^[\w-]{22}$/),
        magnet: 'checklist',
        issuedAt: noon,
        expiresAt: noon + day,
        keyId: '2026-11',
      },
    });
  });

  it('is short, and safe in a URL, a header and a cookie', async () => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist');
    expect(grant).toMatch(/^[\w.-]+$/);
    expect(encodeURIComponent(grant)).toBe(grant);
    expect(grant.length).toBeLessThan(115);
    expect((await gate.grant('checklist', { subject: 'x'.repeat(1_000) })).length).toBeLessThan(160);
  });

  it('never has the id of another one', async () => {
    const { gate } = makeGate();
    const grants = await Promise.all(Array.from({ length: 500 }, () => gate.grant('checklist')));
    const checks = await Promise.all(grants.map((grant) => gate.verify('checklist', grant)));
    expect(new Set(checks.map((check) => check.ok && check.grant.id)).size).toBe(500);
  });

  it('is refused for another magnet', async () => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist');
    expect(await gate.verify('webinar', grant)).toEqual({ ok: false, reason: 'foreign' });
  });

  it('is not made for a magnet that the gate does not have', async () => {
    const { gate } = makeGate();
    for (const name of ['book', 'constructor', '__proto__', ''])
      await expect(gate.grant(name as 'checklist')).rejects.toThrow(/SY-604/);
  });
});

describe('its time', () => {
  it('ends at the exact second', async () => {
    const { gate, clock } = makeGate({ expiresIn: 60, leeway: 0 });
    const grant = await gate.grant('checklist');
    clock.seconds = noon + 59.999;
    expect(await gate.verify('checklist', grant)).toMatchObject({ ok: true });
    clock.seconds = noon + 60;
    expect(await gate.verify('checklist', grant)).toEqual({ ok: false, reason: 'expired' });
  });

  it('bends by the leeway at both ends, and no further', async () => {
    const { gate, clock } = makeGate({ expiresIn: 60, leeway: 10 });
    const grant = await gate.grant('checklist');
    const reasonAt = async (seconds: number) => {
      clock.seconds = noon + seconds;
      const check = await gate.verify('checklist', grant);
      return check.ok ? 'ok' : check.reason;
    };
    expect(await reasonAt(69)).toBe('ok');
    expect(await reasonAt(70)).toBe('expired');
    expect(await reasonAt(-10)).toBe('ok');
    expect(await reasonAt(-11)).toBe('not-yet-valid');
  });

  it('is that of the grant, else of the magnet, else of the gate', async () => {
    const { gate } = makeGate({
      expiresIn: 100,
      magnets: {
        checklist: { stream: () => '', expiresIn: 200 },
        webinar: { redirect: () => 'https://a.example' },
      },
    });
    const restOf = async (name: 'checklist' | 'webinar', grant: string) => {
      const check = await gate.verify(name, grant);
      return check.ok && check.grant.expiresAt - noon;
    };
    expect(await restOf('webinar', await gate.grant('webinar'))).toBe(100);
    expect(await restOf('checklist', await gate.grant('checklist'))).toBe(200);
    expect(await restOf('checklist', await gate.grant('checklist', { expiresIn: 300 }))).toBe(300);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 86_400_000_000, '60'])(
    'is refused as %s',
    async (expiresIn) => {
      const wrong = { expiresIn: expiresIn as number };
      expect(() => makeGate(wrong)).toThrow(/SY-603 The option expiresIn/);
      await expect(makeGate().gate.grant('checklist', wrong)).rejects.toThrow(/SY-603/);
      const checklist = { stream: () => '', ...wrong };
      expect(() => createGate({ keys: [newKey], magnets: { checklist } })).toThrow(/SY-603/);
    },
  );

  it.each([-1, 301, 0.5])('takes no leeway of %s', (leeway) => {
    expect(() => makeGate({ leeway })).toThrow(/SY-603 The option leeway/);
  });
});

describe('its subject', () => {
  it('opens for that subject only', async () => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist', { subject: 'lead-7' });
    const wrong = { ok: false, reason: 'wrong-subject' };
    expect(await gate.verify('checklist', grant, { subject: 'lead-7' })).toMatchObject({ ok: true });
    for (const subject of ['lead-8', 'lead-', 'lead-77', '', null, undefined])
      expect(await gate.verify('checklist', grant, { subject })).toEqual(wrong);
    expect(await gate.verify('checklist', grant)).toEqual(wrong);
    expect(await gate.verify('checklist', grant, { subject: 7 as unknown as string })).toEqual(wrong);
  });

  it('must be absent on both sides or on none', async () => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist');
    expect(await gate.verify('checklist', grant, { subject: 'lead-7' })).toEqual({
      ok: false,
      reason: 'wrong-subject',
    });
  });

  it('leaves no trace in the grant, and not the same one twice', async () => {
    const { gate } = makeGate();
    const subject = 'ada@example.org';
    const grants = [await gate.grant('checklist', { subject }), await gate.grant('checklist', { subject })];
    for (const grant of grants) {
      expect(grant).not.toContain('example');
      expect(grant).not.toContain(btoa(subject).slice(0, 8));
    }
    const sealed = grants.map((grant) => grant.split('.')[6]);
    expect(sealed[0]).toHaveLength(43);
    expect(sealed[0]).not.toBe(sealed[1]);
  });

  it.each(['', null, 7, {}])('is never lost in silence: %j makes no grant', async (subject) => {
    const options = { subject: subject as string };
    await expect(makeGate().gate.grant('checklist', options)).rejects.toThrow(/SY-604/);
  });

  it('cannot be moved from one grant to another', async () => {
    const { gate } = makeGate();
    const bound = (await gate.grant('checklist', { subject: 'lead-7' })).split('.');
    const free = (await gate.grant('checklist')).split('.');
    const cut = bound.with(6, '').join('.');
    const added = free.with(6, bound[6]!).join('.');
    // A seal is signed with the same key; it must not pass for the signature of a grant.
    const asSignature = free.with(7, bound[6]!).join('.');
    for (const token of [cut, added, asSignature])
      expect(await gate.verify('checklist', token)).toEqual({ ok: false, reason: 'forged' });
  });
});

describe('keys', () => {
  it('rotate: the first one signs, all of them verify, and one that is taken away ends its grants', async () => {
    const before = makeGate({ keys: [oldKey] }).gate;
    const both = makeGate({ keys: [newKey, oldKey] }).gate;
    const after = makeGate({ keys: [newKey] }).gate;
    const old = await before.grant('checklist');
    const fresh = await both.grant('checklist');
    expect(await both.verify('checklist', old)).toMatchObject({ ok: true, grant: { keyId: '2026-05' } });
    expect(await after.verify('checklist', old)).toEqual({ ok: false, reason: 'unknown-key' });
    expect(await after.verify('checklist', fresh)).toMatchObject({ ok: true, grant: { keyId: '2026-11' } });
    expect(await before.verify('checklist', fresh)).toEqual({ ok: false, reason: 'unknown-key' });
  });

  it('are not told apart by name alone: the same id with another secret opens nothing', async () => {
    const grant = await makeGate({ keys: [{ ...newKey, secret: oldKey.secret }] }).gate.grant('checklist');
    expect(await makeGate().gate.verify('checklist', grant)).toEqual({ ok: false, reason: 'forged' });
  });

  it('may be bytes', async () => {
    const bytes = new TextEncoder().encode(newKey.secret);
    const grant = await makeGate({ keys: [{ id: newKey.id, secret: bytes }] }).gate.grant('checklist');
    expect(await makeGate().gate.verify('checklist', grant)).toMatchObject({ ok: true });
  });

  it('may come from a function, which is asked once and only when needed', async () => {
    let asked = 0;
    const keys = async () => {
      asked++;
      return [newKey];
    };
    const { gate } = makeGate({ keys });
    expect(asked).toBe(0);
    const grants = await Promise.all([gate.grant('checklist'), gate.grant('checklist')]);
    for (const grant of grants) expect(await gate.verify('checklist', grant)).toMatchObject({ ok: true });
    expect(asked).toBe(1);
  });

  it('that fail to come make no grant and open nothing, and are asked for again', async () => {
    const errors: unknown[] = [];
    let isDown = true;
    const keys = () => {
      if (isDown) throw new Error('vault is sealed');
      return [newKey];
    };
    const { gate } = makeGate({ keys, onError: (error, source) => errors.push([source, String(error)]) });
    const grant = await makeGate().gate.grant('checklist');
    await expect(gate.grant('checklist')).rejects.toThrow('vault is sealed');
    expect(await gate.verify('checklist', grant)).toEqual({ ok: false, reason: 'unavailable' });
    expect(errors).toEqual([['keys', 'Error: vault is sealed']]);
    isDown = false;
    expect(await gate.verify('checklist', grant)).toMatchObject({ ok: true });
  });

  it.each([
    ['no list', undefined, 'there is none'],
    ['an empty list', [], 'there is none'],
    ['a secret of 31 bytes', [{ id: 'a', secret: 'x'.repeat(31) }], 'has 31 bytes'],
    ['31 bytes', [{ id: 'a', secret: new Uint8Array(31) }], 'has 31 bytes'],
    ['a secret that is not there', [{ id: 'a', secret: undefined }], '"a" has no secret'],
    ['a second key that is too short', [newKey, { id: 'b', secret: 'short' }], 'has 5 bytes'],
    ['two of one name', [newKey, { ...oldKey, id: newKey.id }], 'is there twice'],
    ['a name with a dot', [{ ...newKey, id: '2026.11' }], 'the id "2026.11"'],
    ['no name', [{ secret: newKey.secret }], 'the id undefined'],
    ['nothing in the list', [null], 'the id undefined'],
  ])('are refused when they are %s, with advice and without the secret', (_, keys, problem) => {
    const make = () => makeGate({ keys: keys as never });
    expect(make).toThrow(/SY-601 .*openssl rand -base64 32/);
    expect(make).toThrow(problem);
    expect(make).not.toThrow(/xxxxx|short/);
  });
});

describe('revoking', () => {
  it('asks with the id and the end of a genuine grant, and believes the answer', async () => {
    const asked: unknown[] = [];
    const { gate } = makeGate({
      isRevoked: async ({ id, expiresAt }) => {
        asked.push({ id, expiresAt });
        return true;
      },
    });
    const grant = await gate.grant('checklist');
    expect(await gate.verify('checklist', grant)).toEqual({ ok: false, reason: 'revoked' });
    await gate.verify('webinar', grant);
    await gate.verify('checklist', forge(grant));
    expect(asked).toEqual([{ id: grant.split('.')[5], expiresAt: noon + day }]);
  });

  it('lets nobody in while the store is down', async () => {
    const errors: unknown[] = [];
    const { gate } = makeGate({
      isRevoked: () => Promise.reject(new Error('no connection')),
      onError: (error, source) => errors.push(`${source}: ${error}`),
    });
    const check = await gate.verify('checklist', await gate.grant('checklist'));
    expect(check).toEqual({ ok: false, reason: 'unavailable' });
    expect(errors).toEqual(['isRevoked: Error: no connection']);
  });
});

describe('what strangers send', () => {
  const { gate } = makeGate();
  const reasonOf = async (token: unknown) => {
    const check = await gate.verify('checklist', token as string);
    return check.ok ? 'ok' : check.reason;
  };

  it('opens nothing with any single bit flipped', async () => {
    const tokens = [await gate.grant('checklist'), await gate.grant('checklist', { subject: 'a' })];
    for (const [index, token] of tokens.entries()) {
      const test = { subject: index === 0 ? undefined : 'a' };
      expect(await gate.verify('checklist', token, test)).toMatchObject({ ok: true });
      for (let at = 0; at < token.length; at++)
        for (let bit = 0; bit < 8; bit++) {
          const char = String.fromCharCode(token.charCodeAt(at) ^ (1 << bit));
          const flipped = token.slice(0, at) + char + token.slice(at + 1);
          const check = await gate.verify('checklist', flipped, test);
          expect(check, `bit ${bit} of character ${at}`).toMatchObject({ ok: false });
        }
    }
  });

  it('is forged when only the signature differs', async () => {
    expect(await reasonOf(forge(await gate.grant('checklist')))).toBe('forged');
  });

  it('opens nothing with one character cut, doubled or added', async () => {
    const token = await gate.grant('checklist');
    for (let at = 0; at < token.length; at++) {
      expect(await reasonOf(token.slice(0, at) + token.slice(at + 1))).not.toBe('ok');
      expect(await reasonOf(token.slice(0, at) + token[at] + token.slice(at))).not.toBe('ok');
    }
    for (const more of ['=', ' ', '\n', '.', 'A', '\0', '%00']) {
      expect(await reasonOf(token + more)).toBe('malformed');
      expect(await reasonOf(more + token)).toBe('malformed');
    }
  });

  it('has one spelling only: another one with the same bytes is none', async () => {
    const token = await gate.grant('checklist');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1)!);
    // The last character of 43 carries four bits; the two others are dropped by decoders.
    for (const spare of [1, 2, 3])
      expect(await reasonOf(token.slice(0, -1) + alphabet[last + spare])).toBe('malformed');
    const parts = token.split('.');
    const issued = parts[3]!;
    expect(await reasonOf(parts.with(3, `0${issued}`).join('.'))).toBe('malformed');
    expect(await reasonOf(parts.with(3, issued.toUpperCase()).join('.'))).toBe('malformed');
    const plus = token.replaceAll('-', '+').replaceAll('_', '/');
    if (plus !== token) expect(await reasonOf(plus)).toBe('malformed');
  });

  it.each([
    ['nothing', '', 'missing'],
    ['undefined', undefined, 'missing'],
    ['null', null, 'missing'],
    ['a number', 12, 'malformed'],
    ['an object', { toString: () => 'x' }, 'malformed'],
    ['a list', ['1'], 'malformed'],
    ['one megabyte', 'a'.repeat(1_000_000), 'malformed'],
    ['one megabyte of dots', '.'.repeat(1_000_000), 'malformed'],
    ['__proto__', '__proto__', 'malformed'],
    ['other scripts', '١.２０２６.чек', 'malformed'],
    ['half a character', '\uD800', 'malformed'],
    ['a JSON Web Token', 'eyJhbGciOiJub25lIn0.eyJtYWduZXQiOiJjaGVja2xpc3QifQ.', 'malformed'],
    ['a version of the future', `2.2026-11.checklist.a.b.${'A'.repeat(22)}..${'A'.repeat(43)}`, 'malformed'],
    ['a key of its own', `1.constructor.checklist.a.b.${'A'.repeat(22)}..${'A'.repeat(43)}`, 'unknown-key'],
    ['zeros for a signature', `1.2026-11.checklist.a.zzzzzzz.${'A'.repeat(22)}..${'A'.repeat(43)}`, 'forged'],
  ])('is refused: %s', async (_, token, reason) => {
    expect(await reasonOf(token)).toBe(reason);
  });

  it('never throws and never opens, over 3,000 random tokens', async () => {
    const random = createRandom(11);
    const good = (await gate.grant('checklist')).split('.');
    const pieces = [
      ...good,
      '',
      '.',
      '1',
      '__proto__',
      '😀',
      '\uDC00',
      '\0',
      'A'.repeat(43),
      '%2e',
      'ſ',
      'K',
    ];
    for (let i = 0; i < 3_000; i++) {
      const parts = Array.from({ length: random.below(10) }, () => random.pick(pieces));
      const token =
        random.next() < 0.5 ? parts.join('.') : good.with(random.below(8), parts.join('')).join('.');
      if (token !== good.join('.')) expect(await reasonOf(token)).not.toBe('ok');
    }
  });
});

describe('the types', () => {
  it('know the magnets by name, in every method', async () => {
    const { gate } = makeGate();
    expectTypeOf(gate.grant).parameter(0).toEqualTypeOf<'checklist' | 'webinar'>();
    expectTypeOf(gate.href).parameter(0).toEqualTypeOf<'checklist' | 'webinar'>();
    expectTypeOf(gate.cookie).parameter(0).toEqualTypeOf<'checklist' | 'webinar'>();
    // @ts-expect-error the gate has no such magnet
    await expect(gate.grant('chequelist')).rejects.toThrow(/SY-604/);
    // @ts-expect-error the gate has no such magnet
    expect(await gate.verify('chequelist', await gate.grant('checklist'))).toMatchObject({ ok: false });
    const check = await gate.verify('checklist', '');
    if (check.ok) expectTypeOf(check.grant.magnet).toEqualTypeOf<'checklist'>();
    else expectTypeOf(check.reason).toEqualTypeOf<GrantRefusal>();
  });

  it('take a stream or a redirect, not both and not neither', () => {
    const stream = () => '';
    const redirect = () => 'https://a.example';
    // @ts-expect-error both
    expect(() => createGate({ keys: [newKey], magnets: { a: { stream, redirect } } })).toThrow(/SY-602/);
    // @ts-expect-error neither
    expect(() => createGate({ keys: [newKey], magnets: { a: {} } })).toThrow(/SY-602/);
    // @ts-expect-error a redirect has no file name of its own
    expect(createGate({ keys: [newKey], magnets: { a: { redirect, fileName: 'a.pdf' } } })).toBeDefined();
    expect(() => createGate({ keys: [newKey], magnets: {} })).toThrow(/SY-602/);
  });

  it('give the grant and the request to the functions of a magnet', () => {
    const gate = createGate({
      keys: [newKey],
      magnets: {
        a: {
          stream(grant, request) {
            expectTypeOf(grant.expiresAt).toEqualTypeOf<number>();
            expectTypeOf(request).toEqualTypeOf<Request>();
            return new Blob();
          },
        },
      },
    });
    expectTypeOf(gate.handle).toEqualTypeOf<(request: Request) => Promise<Response>>();
  });

  it.each(['a b', 'ä', '', '-a', 'a.b', 'x'.repeat(65), 'a;b'])(
    'refuse the name "%s" when they run',
    (name) => {
      expect(() => createGate({ keys: [newKey], magnets: { [name]: { stream: () => '' } } })).toThrow(
        /SY-602/,
      );
    },
  );

  it.each(['pdf', 'text/html\r\nset-cookie: a=b', 'a/b\n'])(
    'refuse the media type %j when they run',
    (type) => {
      const magnets = { a: { stream: () => '', type } };
      expect(() => createGate({ keys: [newKey], magnets })).toThrow(/SY-602/);
    },
  );
});
