import { type Json, safeData } from 'smallyes/events';
import { describe, expect, it } from 'vitest';
import { deep, loop, Money, trap } from './hostile.ts';
import { createRandom, type Random } from './random.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

describe('safeData', () => {
  it('gives small, frozen JSON for 3,000 random inputs', () => {
    const random = createRandom(7);
    for (let i = 0; i < 3_000; i++) {
      const input = randomValue(random, 3);
      const { data, lost } = safeData(input);
      expect(JSON.parse(JSON.stringify(data))).toEqual(data);
      expect(bytes(data)).toBeLessThanOrEqual(4_096);
      expect(isFrozen(data)).toBe(true);
      expect(depthOf(data)).toBeLessThanOrEqual(2);
      expect(Object.keys(data).length).toBeLessThanOrEqual(20);
      expect(safeData(data).data).toEqual(data);
      expect(lost.every((name) => typeof name === 'string')).toBe(true);
    }
  });
});

function isFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  );
}

function depthOf(value: Json): number {
  return typeof value !== 'object' || value === null
    ? 0
    : 1 + Math.max(0, ...Object.values(value as Record<string, Json>).map(depthOf));
}

const texts = [
  '',
  'a',
  'ä€😀',
  '\uD800',
  '\u2028"\\',
  'x'.repeat(1_500),
  '😀'.repeat(600),
  '__proto__',
  'toJSON',
];

function randomValue(random: Random, depth: number): unknown {
  const many = (make: () => unknown) =>
    Array.from({ length: random.below(random.pick([3, 6, depth < 2 ? 130 : 25])) }, make);
  const below = () => (depth > 0 ? randomValue(random, depth - 1) : random.next());
  switch (random.below(depth === 3 ? 2 : 14)) {
    case 0: {
      const entries = many(() => [
        random.pick(texts) + random.pick(['', 'b', String(random.below(40))]),
        below(),
      ]);
      return Object.fromEntries(entries as [string, unknown][]);
    }
    case 1:
      return Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`k${i}`, below()]));
    case 2:
      return many(below);
    case 3:
      return loop();
    case 4:
      return random.pick(texts);
    case 5:
      return (random.next() - 0.5) * 10 ** random.below(300);
    case 6:
      return random.pick([null, undefined, true, Number.NaN]);
    case 7:
      return random.pick([() => 1, Symbol('s'), 10n ** 40n]);
    case 8:
      return trap(random.pick(['ownKeys', 'get', 'has', 'getPrototypeOf']));
    case 9:
      return new Date(random.pick([0, Number.NaN, 8.64e15]));
    case 10:
      return random.pick([new Map([[1, 2]]), new Set([1]), new Money(), /x/, new Error('e')]);
    case 11:
      return new Uint8Array(random.below(40));
    case 12:
      return deep(random.below(8));
    default:
      return random.below(1_000);
  }
}
