import { describe, expect, it } from 'vitest';
import { makeGate, noon } from './gate-support.ts';

describe('the cookie of a grant', () => {
  it('lasts as long as the grant and is out of reach of scripts, subdomains and plain connections', async () => {
    const { gate, clock } = makeGate({ expiresIn: 3_600 });
    const grant = await gate.grant('checklist');
    clock.seconds = noon + 600;
    const cookie = gate.cookie('checklist', grant);
    expect(cookie).toEqual({
      name: '__Host-sy-gate-checklist',
      value: grant,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      maxAge: 3_000,
      header: `__Host-sy-gate-checklist=${grant}; Path=/; Max-Age=3000; HttpOnly; Secure; SameSite=Lax`,
    });
  });

  it('lasts 400 days at most, since browsers keep none longer', async () => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist', { expiresIn: 500 * 86_400 });
    expect(gate.cookie('checklist', grant).maxAge).toBe(400 * 86_400);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['no grant', 'a; Domain=evil.example'],
    ['a line break', 'a\r\nset-cookie: b=c'],
  ])('forgets when it is made from %s', (_, grant) => {
    const { header } = makeGate().gate.cookie('checklist', grant);
    expect(header).toBe('__Host-sy-gate-checklist=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax');
  });

  it.each([
    'constructor',
    '__proto__',
    'checklist=x; Domain=evil.example; Path=/a',
    'x\r\nset-cookie: b=c',
    'che\u0441klist',
    'checklist\0',
    '',
  ])('is none for the magnet %j, which the gate does not have', async (magnet) => {
    const { gate } = makeGate();
    const grant = await gate.grant('checklist');
    for (const given of [undefined, grant])
      expect(() => gate.cookie(magnet as 'checklist', given)).toThrow(/SY-604/);
    const cookie = `__Host-sy-gate-${magnet}=${grant}`;
    expect(await gate.recall(magnet as 'checklist', cookie)).toMatchObject({ ok: false });
  });

  it('forgets when it is made from a grant that is over or for another magnet', async () => {
    const { gate, clock } = makeGate({ expiresIn: 60 });
    expect(gate.cookie('checklist', await gate.grant('webinar'))).toMatchObject({ value: '', maxAge: 0 });
    const grant = await gate.grant('checklist');
    clock.seconds = noon + 60;
    expect(gate.cookie('checklist', grant)).toMatchObject({ value: '', maxAge: 0 });
  });
});

describe('recall', () => {
  it('knows the visitor by the cookie, from a request, its headers or the header alone', async () => {
    const { gate } = makeGate();
    const { name, value } = gate.cookie('checklist', await gate.grant('checklist'));
    const headers = { cookie: `theme=dark; ${name}=${value};x=y` };
    for (const source of [
      new Request('https://a.example', { headers }),
      new Headers(headers),
      headers.cookie,
    ])
      expect(await gate.recall('checklist', source)).toMatchObject({
        ok: true,
        grant: { magnet: 'checklist' },
      });
    expect(await gate.recall('webinar', headers.cookie)).toEqual({ ok: false, reason: 'missing' });
  });

  it('takes the Headers of Next.js, which have a field `headers` of their own', async () => {
    class Adapted extends Headers {
      readonly headers: Record<string, string> = {};
    }
    const { gate } = makeGate();
    const { name, value } = gate.cookie('checklist', await gate.grant('checklist'));
    const source = new Adapted({ cookie: `${name}=${value}` });
    expect(await gate.recall('checklist', source)).toMatchObject({ ok: true });
  });

  it.each([
    ['no header', null, 'missing'],
    ['nothing', undefined, 'missing'],
    ['an empty header', '', 'missing'],
    ['other cookies', 'a=b; __Host-sy-gate-checklist2=x', 'missing'],
    ['a name without a value', '__Host-sy-gate-checklist', 'missing'],
    ['an empty value', '__Host-sy-gate-checklist=', 'missing'],
    ['a wrong value', '__Host-sy-gate-checklist=x', 'malformed'],
    ['two values', '__Host-sy-gate-checklist=x; __Host-sy-gate-checklist=y', 'malformed'],
    ['one megabyte', `a=${';'.repeat(1_000_000)}`, 'missing'],
  ])('opens nothing for %s', async (_, header, reason) => {
    expect(await makeGate().gate.recall('checklist', header)).toEqual({ ok: false, reason });
  });

  it('does not let the grant of one magnet pass in the cookie of another', async () => {
    const { gate } = makeGate();
    const header = `__Host-sy-gate-checklist=${await gate.grant('webinar')}`;
    expect(await gate.recall('checklist', header)).toEqual({ ok: false, reason: 'foreign' });
  });

  it('compares the subject', async () => {
    const { gate } = makeGate();
    const { name, value } = gate.cookie('checklist', await gate.grant('checklist', { subject: 'ada' }));
    const header = `${name}=${value}`;
    expect(await gate.recall('checklist', header, { subject: 'ada' })).toMatchObject({ ok: true });
    expect(await gate.recall('checklist', header)).toEqual({ ok: false, reason: 'wrong-subject' });
  });
});
