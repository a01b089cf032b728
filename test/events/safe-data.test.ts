// @vitest-environment jsdom
import { safeData } from 'smallyes/events';
import { describe, expect, it } from 'vitest';
import { deep, loop, Money, revoked, trap } from './hostile.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
const withHole = [1, 2, 3];
delete withHole[1];

describe('safeData', () => {
  it('copies plain values, lists and objects of them', () => {
    const input = { text: 'a', number: 1.5, no: false, nothing: null, list: [1, 'b', true], part: { c: 0 } };
    expect(safeData(input)).toEqual({ data: input, lost: [] });
  });

  it.each<[string, unknown, unknown, string[]]>([
    ['a circle', { a: loop() }, { a: { name: 'circle' } }, ['a.self']],
    ['a BigInt', { a: 12345678901234567890n }, { a: '12345678901234567890' }, []],
    [
      'a throwing getter, and keeps its neighbours',
      {
        a: 1,
        get b() {
          throw new Error('no');
        },
        c: 2,
      },
      { a: 1, c: 2 },
      ['b'],
    ],
    ['a depth of 100', deep(100), { down: {} }, ['down.down']],
    ['a function', { a: () => 1, b: 1 }, { b: 1 }, ['a']],
    ['a symbol', { a: Symbol('s'), [Symbol('key')]: 1, b: 1 }, { b: 1 }, ['a']],
    ['undefined', { a: undefined, b: 1 }, { b: 1 }, []],
    ['numbers that JSON lacks', { a: Number.NaN, b: Number.NEGATIVE_INFINITY }, { a: null, b: null }, []],
    ['a date', { a: new Date(0) }, { a: '1970-01-01T00:00:00.000Z' }, []],
    ['a date that is none', { a: new Date(Number.NaN) }, { a: null }, []],
    ['a map and a set', { a: new Map([[1, 2]]), b: new Set([1]) }, { a: {}, b: {} }, []],
    ['an instance, by its own fields', { a: new Money() }, { a: { amount: 3 } }, []],
    ['toJSON, which it never calls', { a: { toJSON: () => 'forged', b: 1 } }, { a: { b: 1 } }, ['a.toJSON']],
    ['half a character', { a: 'x\uD83D', b: '\uDE00y' }, { a: 'x', b: 'y' }, []],
    ['half a character in a key', { 'a\uD800': 1 }, { a: 1 }, []],
    ['a hole in a list', { a: withHole }, { a: [1, null, 3] }, []],
    [
      'what a list cannot hold',
      { a: [() => 1, { b: 1 }, [2], undefined] },
      { a: [null, null, null, null] },
      [],
    ],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }, []],
  ])('mends or leaves out %s', (_name, input, data, lost) => {
    expect(safeData(input)).toEqual({ data, lost });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'text'],
    ['a number', 7],
    ['a function', () => 1],
    ['a list', [1, 2, 3]],
    ['a date', new Date()],
    ['an element', document.createElement('input')],
    ['a revoked proxy', revoked()],
    ['a proxy that hides its keys', trap('ownKeys')],
  ])('makes no data of %s', (_name, input) => {
    const { data } = safeData(input);
    expect(data).toEqual({});
    expect(Object.isFrozen(data)).toBe(true);
  });

  it.each(['ownKeys', 'get', 'has', 'getPrototypeOf'] as const)(
    'survives a proxy whose %s throws',
    (name) => {
      const { data } = safeData({ before: 1, hostile: trap(name), after: 2 });
      expect(data).toMatchObject({ before: 1, after: 2 });
      expect(() => safeData(trap(name))).not.toThrow();
    },
  );

  it('survives revoked proxies below, and says what was lost', () => {
    expect(safeData({ a: revoked(), b: 1 })).toEqual({ data: { b: 1 }, lost: ['a'] });
    expect(safeData({ a: [revoked()], b: 1 }).data).toMatchObject({ b: 1 });
  });

  it('leaves elements out, on any level', () => {
    const button = document.createElement('button');
    expect(safeData({ a: button, b: { c: document } })).toEqual({ data: { b: {} }, lost: ['a', 'b.c'] });
  });

  it('never copies a key that could poison a prototype, however it is disguised', () => {
    const evil = JSON.parse(
      '{"__proto__":{"bad":1},"constructor":{"bad":1},"prototype":1,"a":{"__proto__":2,"ok":1}}',
    );
    evil['__proto__\uD800'] = { bad: 1 };
    const { data, lost } = safeData(evil);
    expect(Object.keys(data)).toEqual(['a']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(data).toEqual({ a: { ok: 1 } });
    expect(lost).toHaveLength(5);
    expect(({} as Record<string, unknown>)['bad']).toBeUndefined();
  });

  it('reads each value once', () => {
    let reads = 0;
    const input = {
      get a() {
        return ++reads;
      },
    };
    expect(safeData(input).data).toEqual({ a: 1 });
    expect(reads).toBe(1);
  });

  it('cuts a text of 1 MB to 1,000 characters, and says so', () => {
    expect(safeData({ a: 'x'.repeat(1_000_000), b: 1 })).toEqual({
      data: { a: 'x'.repeat(1_000), b: 1 },
      lost: ['a'],
    });
  });

  it('does not cut a character in two', () => {
    const { data } = safeData({ a: `${'x'.repeat(999)}😀`, b: `${'x'.repeat(998)}😀` });
    expect(data).toEqual({ a: 'x'.repeat(999), b: `${'x'.repeat(998)}😀` });
  });

  it('keeps the first 20 of 1,000 keys and does not tell of each', () => {
    const { data, lost } = safeData(
      Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i])),
    );
    expect(Object.keys(data)).toEqual(Array.from({ length: 20 }, (_, i) => `k${i}`));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThan(50);
  });

  it('keeps the first 100 of a million items, in no time', () => {
    const began = performance.now();
    const { data, lost } = safeData({ a: Array(1_000_000).fill(7), b: 1, c: Array(1_000_000) });
    expect(data).toEqual({ a: Array(100).fill(7), b: 1, c: Array(100).fill(null) });
    expect(lost).toEqual(expect.arrayContaining(['a', 'c']));
    expect(performance.now() - began).toBeLessThan(200);
  });

  it('holds all in 4 KB of UTF-8: what no longer fits is lost, what still fits is kept', () => {
    const { data, lost } = safeData({
      a: 'ä'.repeat(1_000),
      b: '😀'.repeat(500),
      c: 'x',
      d: '"'.repeat(400),
    });
    expect(Object.keys(data)).toEqual(['a', 'b', 'c']);
    expect(lost).toEqual(['d']);
    expect(bytes(data)).toBeLessThanOrEqual(4_096);
    const exact = { a: 'x'.repeat(1_000), b: 'x'.repeat(1_000), c: 'x'.repeat(1_000), d: 'x'.repeat(1_000) };
    expect(Object.keys(safeData(exact).data)).toHaveLength(4);
  });

  it('loses a value that is too large for itself, and no small one behind it', () => {
    const history = Array.from({ length: 100 }, () => 'x'.repeat(500));
    expect(safeData({ history, months: 24 })).toEqual({ data: { months: 24 }, lost: ['history'] });
    expect(safeData({ months: 24, history, term: 'long' }).data).toEqual({ months: 24, term: 'long' });
  });
});
