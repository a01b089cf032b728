import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { messages } from '../../src/internal/messages.ts';
import { defineExperiment, type Experiment, murmur3, variantOf } from '../../src/ladder/experiment.ts';

const size = 100_000;
const units = Array.from({ length: size }, (_, index) => `visitor-${index}`);

/** How many units each variant has. */
function tally(experiment: Experiment): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const unit of units) {
    const name = variantOf(experiment, unit) ?? 'nobody';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Pearson's chi-square of what was counted against what was expected. */
const chiSquare = (pairs: readonly (readonly [counted: number, expected: number])[]) =>
  pairs.reduce((sum, [counted, expected]) => sum + (counted - expected) ** 2 / expected, 0);

/** Upper 0.1 % points of the chi-square distribution, by degrees of freedom (NIST e-Handbook, 1.3.6.7.4). */
const critical: Readonly<Record<number, number>> = { 1: 10.828, 2: 13.816, 3: 16.266, 4: 18.467, 99: 148.23 };

const make = (variants: Record<string, number>, more: object = {}) =>
  defineExperiment({ id: 'form-length', variants, ...more });

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the hash', () => {
  // Published vectors of MurmurHash3_x86_32 with seed 0, of an even number of bytes; two bytes are one UTF-16 unit.
  it.each([
    ['', 0],
    ['\u4321', 0xa0f7b07a],
    ['\u4321\u8765', 0xf55b516b],
    ['\uffff\uffff', 0x76293b50],
    ['\u0000\u0000', 0x2362f9de],
    ['\u0000', 0x30f4c306],
  ])('of %j is what others have published', (text, expected) => {
    expect(murmur3(text)).toBe(expected);
  });

  it('takes any text, halves of characters too', () => {
    for (const text of ['\ud800', 'Zoë 😀', 'x'.repeat(100_000)]) {
      const hash = murmur3(text);
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
    }
  });

  it('spreads names that differ in one digit evenly over 100 parts', () => {
    const parts = new Array<number>(100).fill(0);
    for (const unit of units) {
      const part = Math.floor((murmur3(`form-length:${unit}`) / 2 ** 32) * 100);
      parts[part] = (parts[part] ?? 0) + 1;
    }
    expect(chiSquare(parts.map((count) => [count, size / 100]))).toBeLessThan(critical[99] ?? 0);
  });
});

describe('variantOf', () => {
  it.each([
    ['two alike', { control: 1, short: 1 }],
    ['three alike', { control: 1, short: 1, long: 1 }],
    ['a tenth', { control: 9, short: 1 }],
    ['five of all sizes', { a: 1, b: 2, c: 3, d: 4, e: 10 }],
    ['weights below one', { control: 0.95, short: 0.05 }],
  ])('keeps the weights: %s', (_, variants: Record<string, number>) => {
    const counts = tally(make(variants));
    const sum = Object.values(variants).reduce((all, weight) => all + weight, 0);
    const pairs = Object.entries(variants).map(
      ([name, weight]) => [counts[name] ?? 0, (size * weight) / sum] as const,
    );
    expect(chiSquare(pairs)).toBeLessThan(critical[pairs.length - 1] ?? 0);
  });

  it('says the same for ever', () => {
    // These must never change: visitors of running experiments would change their variant.
    const experiment = make({ long: 1, short: 1 }, { holdout: 0.1 });
    const ids = ['018f3a5e-1111-7000-8000-000000000001', 'ada', 'b', 'visitor-17', 'Zoë', '😀', '7', 'x y'];
    expect(ids.map((id) => variantOf(experiment, id))).toMatchInlineSnapshot(`
      [
        "short",
        "short",
        "short",
        "holdout",
        "short",
        "short",
        "short",
        "long",
      ]
    `);
  });

  it('deals two experiments independently', () => {
    const [one, other] = ['one', 'other'].map((id) => defineExperiment({ id, variants: { a: 1, b: 1 } }));
    const both: Record<string, number> = { aa: 0, ab: 0, ba: 0, bb: 0 };
    for (const unit of units) {
      const cell = `${variantOf(one as Experiment, unit)}${variantOf(other as Experiment, unit)}`;
      both[cell] = (both[cell] ?? 0) + 1;
    }
    expect(chiSquare(Object.values(both).map((count) => [count, size / 4]))).toBeLessThan(critical[3] ?? 0);
  });

  it('moves no unit but to a variant whose weight has grown, and only as many as it gains', () => {
    const before = make({ a: 1, b: 1, c: 1 });
    const after = make({ a: 1, b: 1, c: 2 });
    let moved = 0;
    for (const unit of units) {
      const [old, now] = [variantOf(before, unit), variantOf(after, unit)];
      if (old === now) continue;
      moved++;
      expect(now).toBe('c');
    }
    // A third has become a half.
    expect(moved / size).toBeCloseTo(1 / 2 - 1 / 3, 2);
  });

  it('moves only the units of a variant that goes, and to no variant more than its share', () => {
    const before = make({ a: 1, b: 1, c: 2 });
    const after = make({ a: 1, b: 1 });
    for (const unit of units) {
      const old = variantOf(before, unit);
      if (old !== 'c') expect(variantOf(after, unit)).toBe(old);
    }
  });

  it('does not depend on the order in which the variants are written', () => {
    const [one, other] = [make({ a: 1, b: 2 }), make({ b: 2, a: 1 })];
    for (const unit of units.slice(0, 1_000)) expect(variantOf(one, unit)).toBe(variantOf(other, unit));
  });

  it('keeps the share of the holdout out, whatever the variants, and keeps them out when it grows', () => {
    const counts = tally(make({ control: 1, short: 3 }, { holdout: 0.2 }));
    expect(
      chiSquare([
        [counts['holdout'] ?? 0, size * 0.2],
        [counts['control'] ?? 0, size * 0.2],
        [counts['short'] ?? 0, size * 0.6],
      ]),
    ).toBeLessThan(critical[2] ?? 0);
    const [small, large] = [make({ a: 1, b: 1 }, { holdout: 0.1 }), make({ a: 1, b: 1 }, { holdout: 0.3 })];
    for (const unit of units.slice(0, 10_000)) {
      const [old, now] = [variantOf(small, unit), variantOf(large, unit)];
      if (now !== 'holdout') expect(now).toBe(old);
      if (old === 'holdout') expect(now).toBe('holdout');
    }
    expect(tally(make({ a: 1 }, { holdout: 1 }))).toEqual({ holdout: size });
    expect(tally(make({ a: 1 }))).toEqual({ a: size });
  });

  it('knows nothing of nobody', () => {
    expect(variantOf(make({ a: 1 }), undefined)).toBeUndefined();
    expect(variantOf(make({ a: 1 }), '')).toBeUndefined();
  });
});

describe('a flag source', () => {
  it('decides instead, and is asked with experiment and unit', () => {
    const assign = vi.fn(() => 'short');
    const experiment = make({ long: 1, short: 1 }, { assign });
    expect(variantOf(experiment, 'ada')).toBe('short');
    expect(variantOf(experiment, undefined)).toBe('short');
    expect(assign.mock.calls).toEqual([
      [{ experiment: 'form-length', unit: 'ada' }],
      [{ experiment: 'form-length', unit: undefined }],
    ]);
  });

  it.each([undefined, null])('may not know yet: %s', (answer) => {
    expect(variantOf(make({ a: 1 }, { assign: () => answer }), 'ada')).toBeUndefined();
  });

  it('may keep visitors out', () => {
    expect(variantOf(make({ a: 1 }, { assign: () => 'holdout' }), 'ada')).toBe('holdout');
  });

  it.each(['shorter', '', '__proto__', 'constructor', 0, true, {}])(
    'that names %j, no variant, is told of',
    (answer) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
      expect(variantOf(make({ a: 1 }, { assign: () => answer as string }), 'ada')).toBeUndefined();
      expect(warn.mock.calls).toEqual([
        [`[smallyes] SY-1242 ${messages[1242]('form-length', JSON.stringify(answer), 'a')}`],
      ]);
    },
  );

  it('that throws is told of, and nobody is in a variant', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const assign = () => {
      throw new TypeError('no client');
    };
    expect(variantOf(make({ a: 1 }, { assign }), 'ada')).toBeUndefined();
    expect(warn.mock.calls).toEqual([
      [`[smallyes] SY-1243 ${messages[1243]('form-length', 'TypeError: no client')}`],
    ]);
  });
});

describe('a definition', () => {
  const good = { id: 'x', variants: { a: 1 } };
  const faults: readonly [what: string, definition: unknown][] = [
    ['nothing at all, no variants', undefined],
    ['null, no variants', null],
    ['no id', { variants: { a: 1 } }],
    ['an empty id', { ...good, id: '' }],
    ['an id that could be a prototype', { ...good, id: '__proto__' }],
    ['an id that is too long', { ...good, id: 'x'.repeat(101) }],
    ['no variants', { id: 'x' }],
    ['an empty list of variants', { ...good, variants: {} }],
    ['a weight of nothing', { ...good, variants: { a: 1, b: 0 } }],
    ['a weight below nothing', { ...good, variants: { a: -1 } }],
    ['a weight without end', { ...good, variants: { a: Infinity } }],
    ['a weight that is no number', { ...good, variants: { a: Number.NaN } }],
    ['a weight that is a text', { ...good, variants: { a: '1' } }],
    ['a variant called holdout', { ...good, variants: { a: 1, holdout: 1 } }],
    ['a variant called by a number', { ...good, variants: { 1: 1 } }],
    ['a holdout below nothing', { ...good, holdout: -0.1 }],
    ['a holdout above all', { ...good, holdout: 1.1 }],
    ['a holdout that is no number', { ...good, holdout: Number.NaN }],
    ['an assign that is no function', { ...good, assign: 'a' }],
    ['a holdout beside assign', { ...good, holdout: 0.1, assign: () => 'a' }],
    ['a subscribe without assign', { ...good, subscribe: () => {} }],
    ['a subscribe that is no function', { ...good, assign: () => 'a', subscribe: true }],
  ];

  it.each(faults)('with %s is refused', (_, definition) => {
    expect(() => defineExperiment(definition as typeof good)).toThrow('[smallyes] SY-1241 ');
  });

  it.each(faults)('with %s takes no page down in production, and says nothing', (what, definition) => {
    vi.stubEnv('NODE_ENV', 'production');
    const experiment = defineExperiment(definition as typeof good);
    expect(experiment.variants).toEqual(
      Object.keys((definition as Partial<typeof good> | undefined)?.variants ?? {}),
    );
    const variant = variantOf(experiment, 'ada');
    if (/variants$|weight|assign that/.test(what)) expect(variant).toBeUndefined();
  });

  it('is typed by the names of its variants', () => {
    const experiment = defineExperiment({ id: 'x', variants: { long: 1, short: 2 } });
    expectTypeOf(experiment).toEqualTypeOf<Experiment<'long' | 'short'>>();
    expectTypeOf(variantOf(experiment, 'ada')).toEqualTypeOf<'long' | 'short' | 'holdout' | undefined>();
    expectTypeOf(experiment).toExtend<Experiment>();
    expect(experiment).toEqual({ id: 'x', variants: ['long', 'short'], weights: [1, 2] });
    const wrong = () => {
      // @ts-expect-error a weight is a number
      defineExperiment({ id: 'x', variants: { a: '1' } });
      // @ts-expect-error nobody knows this option
      defineExperiment({ id: 'x', variants: { a: 1 }, hold: 1 });
    };
    expect(wrong).toBeTypeOf('function');
  });
});
