import { type CallbackDefinition, readCallback } from 'smallyes/callback-request/read';
import { de } from 'smallyes/locales/de';
import { describe, expect, expectTypeOf, it, onTestFinished, vi } from 'vitest';
import type { CallbackResult, CallbackValues } from '../../src/components/callback-request/index.ts';

// A Monday, at eight in Berlin.
const now = Date.parse('2046-01-15T07:00:00Z');
const definition = {
  country: 'DE',
  windows: {
    timeZone: 'Europe/Berlin',
    hours: { 1: [{ from: '10:00', to: '12:00' }], 2: [{ from: '09:00', to: '10:00' }] },
  },
  note: true,
} satisfies CallbackDefinition;
const monday10 = '2046-01-15T10:00:00+01:00';
const monday11 = '2046-01-15T11:00:00+01:00';

function post(...entries: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of [['sy-ask', 'call-me'], ['sy-leave-empty', ''], ...entries] as const)
    data.append(name, value);
  return data;
}

const read = (data: FormData, more: Partial<CallbackDefinition> = {}, options = {}) =>
  readCallback({ ...definition, ...more }, data, { now, ...options });

describe('the plain post of a request for a call', () => {
  it('is read as the browser hands it over', async () => {
    const data = post(
      ['country', 'DE'],
      ['phone', ' 030 901820 '],
      ['windows', monday10],
      ['windows', monday11],
      ['timeZone', 'America/New_York'],
      ['note', 'My knee'],
    );
    expect(await read(data)).toEqual({
      ok: true,
      ask: 'call-me',
      isTrapFilled: false,
      values: {
        phone: '+4930901820',
        country: 'DE',
        windows: [
          { start: monday10, end: '2046-01-15T11:00:00+01:00' },
          { start: monday11, end: '2046-01-15T12:00:00+01:00' },
        ],
        timeZone: 'America/New_York',
        note: 'My knee',
      },
    });
  });

  it('needs no options: it goes by the clock of the server', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    onTestFinished(() => void vi.useRealTimers());
    const data = post(['country', 'DE'], ['phone', '030 901820'], ['windows', monday10], ['timeZone', '']);
    expect(await readCallback(definition, data)).toMatchObject({ ok: true });
  });

  it('without JavaScript says no zone: the times are those of the place', async () => {
    const result = await read(
      post(['country', 'FR'], ['phone', '06 12 34 56 78'], ['windows', monday10], ['timeZone', '']),
    );
    expect(result).toMatchObject({
      ok: true,
      values: { phone: '+33612345678', country: 'FR', timeZone: 'Europe/Berlin' },
    });
  });

  it('of a visitor who would rather have a mail needs neither a number nor a time', async () => {
    const data = post(['email', 'jana@northwind.example'], ['note', '']);
    expect(await read(data)).toMatchObject({
      ok: true,
      values: { email: 'jana@northwind.example', windows: [] },
    });
    expect(await read(data, { mailFallback: false })).toMatchObject({
      ok: false,
      errors: { phone: expect.any(String), windows: expect.any(String) },
    });
    expect(await read(post(['email', 'jana@']))).toMatchObject({
      ok: false,
      errors: { email: expect.any(String) },
    });
  });

  it('names the windows that somebody else has by now, in the visitor’s own time, and gives them back', async () => {
    const data = post(
      ['country', 'DE'],
      ['phone', '030 901820'],
      ['windows', monday10],
      ['windows', monday11],
      ['timeZone', 'America/New_York'],
    );
    // Booked is what begins at that moment, however it is written.
    const result = await read(data, { taken: ['2046-01-15T09:00:00Z', '2046-01-16T08:00:00Z'] });
    expect(result).toEqual({
      ok: false,
      ask: 'call-me',
      isTrapFilled: false,
      errors: {
        windows:
          'Taken meanwhile: Monday, January 15, 4:00 – 5:00 AM. Somebody else was quicker, please choose another time.',
      },
      taken: [monday10],
    });
    // As `action` and `onSubmit` answer with it, without a cast.
    if (!result.ok) expectTypeOf({ status: 'invalid' as const, ...result }).toExtend<CallbackResult>();
    else expectTypeOf(result.values).toEqualTypeOf<CallbackValues>();
  });

  it('speaks the language of a catalogue', async () => {
    const data = post(['country', 'DE'], ['phone', '1'], ['windows', monday10]);
    expect(await read(data, { taken: [monday10] }, { labels: de, locale: 'de' })).toMatchObject({
      errors: {
        phone:
          'In diesem Land gibt es die Nummer nicht (Deutschland). Mit + und Landesvorwahl kann es jede sein.',
        windows: expect.stringMatching(/^Inzwischen vergeben: Montag, 15\. Januar, 10:00.11:00 Uhr\. Jemand/),
      },
    });
  });

  it('says a text that is undefined as usual', async () => {
    const data = post(['country', 'DE'], ['phone', '1'], ['windows', monday10]);
    const [usual, result] = await Promise.all([
      read(data),
      read(data, {}, { labels: { 'callback-request': { phoneWrong: undefined, phone: undefined } } }),
    ]);
    expect(result).toEqual(usual);
  });

  it.each([
    ['no window at all', []],
    ['one that was never on offer', ['2046-01-15T13:00:00+01:00']],
    ['one that is over', ['2046-01-08T10:00:00+01:00']],
    ['one that is no time', ['tomorrow', '']],
    ['more than may be', [monday10, monday11, '2046-01-16T09:00:00+01:00']],
  ])('with %s is refused', async (_name, starts) => {
    const data = post(
      ['country', 'DE'],
      ['phone', '030 901820'],
      ...starts.map((one) => ['windows', one] as const),
    );
    expect(await read(data, { maxWindows: 2 })).toMatchObject({
      ok: false,
      errors: { windows: expect.any(String) },
    });
  });

  it('takes what was on offer when the page came, but nothing that has begun', async () => {
    const data = post(['country', 'DE'], ['phone', '030 901820'], ['windows', monday10]);
    const at = (text: string) => read(data, {}, { now: Date.parse(text) });
    // An hour ahead is asked for, and the page was open for a while.
    expect(await at('2046-01-15T08:20:00Z')).toMatchObject({ ok: true });
    expect(await at('2046-01-15T08:40:00Z')).toMatchObject({ ok: false });
    expect(await at('2046-01-15T09:00:00Z')).toMatchObject({ ok: false });
  });

  it('goes by the free times of the server alone, where it knows them', async () => {
    const slots = [{ start: '2046-01-20T09:00:00Z', end: '2046-01-20T09:30:00Z' }];
    const data = (start: string) => post(['country', 'DE'], ['phone', '030 901820'], ['windows', start]);
    expect(await read(data('2046-01-20T10:00:00+01:00'), { slots })).toMatchObject({
      values: { windows: [{ start: '2046-01-20T10:00:00+01:00', end: '2046-01-20T10:30:00+01:00' }] },
    });
    expect(await read(data(monday10), { slots })).toMatchObject({ ok: false });
    // Where there is none, none is asked for.
    expect(await read(data(monday10), { slots: [] })).toMatchObject({ ok: true, values: { windows: [] } });
  });

  it('with any number of windows looks none of them up in the whole list', async () => {
    const windows = Array.from({ length: 20_000 }, (_, at) => ['windows', `none-${at}`] as const);
    const data = post(['phone', '030 901820'], ...windows);
    const looks = vi.spyOn(Array.prototype, 'find');
    onTestFinished(() => looks.mockRestore());
    expect(await read(data)).toMatchObject({ ok: false });
    expect(looks.mock.calls.length).toBeLessThan(1_000);
  });

  it('with a thousand time zones and languages costs no more than with one', async () => {
    const zones = vi.spyOn(Intl, 'DateTimeFormat');
    const names = vi.spyOn(Intl, 'DisplayNames');
    const phone = ['phone', '1'] as const;
    await read(
      post(phone, ...Array.from({ length: 1_000 }, (_, at) => ['timeZone', `No/Where${at}`] as const)),
    );
    expect(zones.mock.calls.length).toBeLessThan(100);
    // What is kept for a language is let go of after a while: the same one is made anew.
    const say = (at: number) => read(post(phone), {}, { locale: `en-x-a${at}` });
    for (let at = 0; at < 200; at++) await say(at);
    const before = names.mock.calls.length;
    await say(199);
    expect(names.mock.calls.length).toBe(before);
    await say(0);
    expect(names.mock.calls.length).toBe(before + 1);
  });

  it('of a program says so, and hostile entries are refused in words', async () => {
    const data = post(['sy-leave-empty', 'spam'], ['country', '__proto__'], ['phone', '<img>'.repeat(999)]);
    data.append('windows', new File(['x'], 'x'));
    expect(await read(data)).toMatchObject({
      ok: false,
      isTrapFilled: true,
      errors: { phone: expect.any(String), country: expect.any(String), windows: expect.any(String) },
    });
  });
});
