import { describe, expect, it } from 'vitest';
import { readCounts, sharesOf, sum } from '../../src/components/poll/poll-counts.ts';
import {
  findOptionProblem,
  listChoices,
  npsBucket,
  type PollScale,
  readLimits,
  valuesOf,
  voteData,
} from '../../src/components/poll/poll-state.ts';

/** Numbers from a seed (mulberry32): the same cases on every run. */
function generator(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);
const letters = listChoices({ options: ['a', 'b', 'c'] });

describe('options', () => {
  it('become rows with a key and a label', () => {
    expect(listChoices({ options: ['Trust', 3, { value: 'p', label: 'Price', segment: 's' }] })).toEqual([
      { value: 'Trust', key: 'Trust', label: 'Trust' },
      { value: 3, key: '3', label: '3' },
      { value: 'p', key: 'p', label: 'Price', segment: 's' },
    ]);
  });

  it.each([
    ['nothing', undefined, [], 'there are none'],
    ['no list', 'Trust', [], 'there are none'],
    ['an empty list', [], [], 'there are none'],
    ['one', ['a'], ['a'], 'there is only one'],
    ['the same twice', ['a', 'b', 'a'], ['a', 'b'], '"a" is there twice'],
    ['a number and its text', [1, '1', 2], ['1', '2'], '"1" is there twice'],
    [
      'what is no value',
      ['a', null, Number.NaN, {}, '', ' \t', 'b'],
      ['a', 'b'],
      'neither a text nor a finite number',
    ],
    ['a value of two lines', ['a\nb', 'c'], ['a\nb', 'c'], 'has a line break'],
  ])('with %s show what can be shown, and say so', (_name, options, shown, problem) => {
    expect(keys(listChoices({ options: options as never }))).toEqual(shown);
    expect(findOptionProblem(options)).toContain(problem);
  });

  it('say nothing when all is well', () => {
    expect(findOptionProblem(['a', { value: 'b' }])).toBeUndefined();
  });

  it('put the free answer last, with its own label, also where it is listed as an option', () => {
    expect(listChoices({ options: ['a', 'b'], other: true }, 'Else')).toEqual([
      { value: 'a', key: 'a', label: 'a' },
      { value: 'b', key: 'b', label: 'b' },
      { value: 'other', key: 'other', label: 'Else' },
    ]);
    const listed = listChoices({ options: ['other', 'a'], other: { label: 'Mine' }, shuffle: 's' }, 'Else');
    expect(listed.map(({ label }) => label)).toEqual(['a', 'Mine']);
  });
});

describe('a shuffle', () => {
  it('keeps every option, keeps the free answer last and gives the same order for the same seed', () => {
    const next = generator(1);
    for (let run = 0; run < 300; run++) {
      const options = Array.from({ length: 2 + next(40) }, (_, index) => `option ${index}`);
      const shuffle = `seed ${next(1e9)}`;
      const shown = keys(listChoices({ options, shuffle, other: true }));
      expect(shown.at(-1)).toBe('other');
      expect(shown.slice(0, -1).sort()).toEqual([...options].sort());
      expect(keys(listChoices({ options: [...options], shuffle, other: true }))).toEqual(shown);
    }
  });

  it.each([[['a', 'b', 'c', 'd']], [['option 1', 'option 2', 'option 3', 'option 4']]])(
    'of %j gives every order about equally often',
    (options) => {
      const orders = new Map<string, number>();
      for (let seed = 0; seed < 4800; seed++) {
        const order = keys(listChoices({ options, shuffle: `poll-${seed}` })).join();
        orders.set(order, (orders.get(order) ?? 0) + 1);
      }
      expect(orders.size).toBe(24);
      // 200 are expected, with a standard deviation of 14.
      for (const count of orders.values()) expect(Math.abs(count - 200)).toBeLessThan(56);
    },
  );

  it('draws from the id when no seed is given, and leaves a scale in its order', () => {
    const options = ['a', 'b', 'c', 'd', 'e', 'f'];
    const orders = ['one', 'two', 'three'].map((id) => keys(listChoices({ id, options, shuffle: true })));
    expect(new Set(orders.map(String)).size).toBe(3);
    expect(keys(listChoices({ id: 'one', scale: 5, shuffle: true }))).toEqual(['1', '2', '3', '4', '5']);
  });

  it('leaves a list without a seed as it is, and never changes what it was given', () => {
    const options = Object.freeze(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(keys(listChoices({ options }))).toEqual(options);
    listChoices({ options, shuffle: 'x' });
    expect(options).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('a scale', () => {
  it.each([
    [2, 1, 2],
    [5, 1, 5],
    [10, 1, 10],
    ['nps', 0, 10],
    [1000, 1, 10],
    [-3, 1, 2],
    [2.5, 1, 2],
    ['many', 1, 2],
  ])('of %s goes from %i to %i', (scale, first, last) => {
    const values = listChoices({ scale: scale as PollScale }).map(({ value }) => value);
    expect([values[0], values.at(-1), values.length]).toEqual([first, last, last - first + 1]);
  });

  it('puts scores into the buckets of Net Promoter', () => {
    expect([0, 6, 7, 8, 9, 10].map(npsBucket)).toEqual([
      'detractor',
      'detractor',
      'passive',
      'passive',
      'promoter',
      'promoter',
    ]);
  });
});

describe('the data of a vote', () => {
  it('has the choice, or the choices', () => {
    expect(voteData(['b'], letters, {})).toEqual({ choice: 'b' });
    expect(voteData(['a', 'c'], letters, { multiple: true })).toEqual({ choices: ['a', 'c'] });
  });

  it('has the order only when it was shuffled, and the bucket only for Net Promoter', () => {
    expect(voteData(['b'], letters, { shuffle: true })).toEqual({ choice: 'b', order: ['a', 'b', 'c'] });
    const scores = listChoices({ scale: 'nps' });
    expect(voteData([0], scores, { scale: 'nps', shuffle: true })).toEqual({
      choice: 0,
      bucket: 'detractor',
    });
  });
});

describe('what is known of a vote', () => {
  it('counts only as far as it is an option, in the order shown', () => {
    expect(valuesOf('b', letters)).toEqual(['b']);
    expect(valuesOf(['c', 'gone', 'a'], letters)).toEqual(['a', 'c']);
    for (const value of ['gone', '', null, undefined, {}, Number.NaN, [['a']]])
      expect(valuesOf(value, letters)).toEqual([]);
  });

  it('is a value of the options, also when a form or the device holds it as text', () => {
    const scores = listChoices({ scale: 'nps' });
    expect(valuesOf(0, scores)).toEqual([0]);
    expect(valuesOf(['10', '0'], scores)).toEqual([0, 10]);
  });
});

describe('how many may be picked', () => {
  it('is what the developer says, when that leaves an answer', () => {
    expect(readLimits({}, letters)).toEqual({ min: 1, max: Infinity });
    expect(readLimits({ min: 2, max: 3 }, letters)).toEqual({ min: 2, max: 3 });
    expect(readLimits({ min: 3 }, letters)).toEqual({ min: 3, max: Infinity });
  });

  it.each([
    [{ min: 3, max: 2 }],
    [{ max: 0 }],
    [{ max: -1 }],
    [{ max: Number.NaN }],
    [{ min: Number.NaN }],
    [{ min: -2 }],
    [{ min: 0, max: 2 }],
    [{ min: 4 }],
    [{ min: Infinity }],
    [{ min: 1.2, max: 1.8 }],
  ])('is not %j', (limits) => {
    expect(readLimits(limits, letters)).toBeUndefined();
  });

  it('leaves out what cannot be picked', () => {
    const choices = listChoices({ options: ['a', 'b', { value: 'c', disabled: true }] });
    expect(readLimits({ min: 3 }, choices)).toBeUndefined();
  });
});

describe('results', () => {
  it('are counts in the order of the options, 0 where one is left out', () => {
    expect(readCounts({ c: 3, a: 1 }, letters)).toEqual([1, 0, 3]);
    expect(readCounts({}, letters)).toEqual([0, 0, 0]);
  });

  it.each([
    [null],
    [undefined],
    ['many'],
    [12],
    [[1, 2, 3]],
    [{ a: -1 }],
    [{ a: Number.NaN }],
    [{ a: Number.POSITIVE_INFINITY }],
    [{ a: 1e12 }],
    [{ a: 1.5 }],
    [{ a: '7' }],
    [{ a: 7, d: 1 }],
    [{ a: 7, __proto__x: 1 }],
  ])('like %j are not believed', (results) => {
    expect(readCounts(results, letters)).toBeTypeOf('string');
  });

  it('never throw and never let a wrong figure through', () => {
    const next = generator(7);
    const values = [0, 3, 1e9, -1, 0.5, Number.NaN, 1e12, '4', null, true, {}, [2], undefined];
    for (let run = 0; run < 500; run++) {
      const results = Object.fromEntries(
        Array.from({ length: next(5) }, () => [['a', 'b', 'c', 'd'][next(4)], values[next(values.length)]]),
      );
      const counts = readCounts(results, letters);
      if (typeof counts === 'string') continue;
      expect(counts).toHaveLength(3);
      for (const count of counts) expect(Number.isInteger(count) && count >= 0 && count <= 1e9).toBe(true);
    }
  });
});

describe('percentages', () => {
  const percents = (counts: readonly number[]) => sharesOf(counts).map(({ percent }) => percent);

  it('add up to 100, stay within one of the exact share and give nothing to nobody', () => {
    const next = generator(3);
    for (let run = 0; run < 1000; run++) {
      const counts = Array.from({ length: 1 + next(30) }, () => (next(4) ? next(10 ** (1 + next(9))) : 0));
      const total = sum(counts);
      if (!total) continue;
      const shown = percents(counts);
      expect(sum(shown)).toBe(100);
      shown.forEach((percent, index) => {
        expect(Math.abs(percent - (counts[index]! / total) * 100)).toBeLessThan(1);
        if (!counts[index]) expect(percent).toBe(0);
      });
    }
  });

  it('give the largest remainder its point, and a tie to the earlier option', () => {
    expect(percents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percents([29, 29, 42])).toEqual([29, 29, 42]);
    expect(percents([1, 2])).toEqual([33, 67]);
  });

  it('stand beside their counts', () => {
    expect(sharesOf([3, 1])).toMatchObject([
      { count: 3, percent: 75 },
      { count: 1, percent: 25 },
    ]);
  });
});
