import { describe, expect, it } from 'vitest';
import {
  findOptionProblem,
  keysOf,
  listChoices,
  npsBucket,
  type PollScale,
  percentages,
  readCounts,
  readNote,
  scaleValues,
  sum,
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
      ['a', null, Number.NaN, {}, '', 'b'],
      ['a', 'b'],
      'neither a text nor a finite number',
    ],
  ])('with %s show what can be shown, and say so', (_name, options, shown, problem) => {
    expect(keys(listChoices({ options: options as never }))).toEqual(shown);
    expect(findOptionProblem(options)).toContain(problem);
  });

  it('say nothing when all is well', () => {
    expect(findOptionProblem(['a', { value: 'b' }])).toBeUndefined();
  });

  it('put the free answer last, also one that is listed as an option', () => {
    expect(keys(listChoices({ options: ['a', 'b'], otherLabel: 'Else' }))).toEqual(['a', 'b', 'other']);
    const listed = listChoices({
      options: [{ value: 'other', label: 'Mine' }, 'a'],
      otherLabel: 'Else',
      seed: 's',
    });
    expect(listed.at(-1)).toMatchObject({ key: 'other', label: 'Mine' });
    expect(listed).toHaveLength(2);
  });
});

describe('a shuffle', () => {
  it('keeps every option, keeps the free answer last and gives the same order for the same seed', () => {
    const next = generator(1);
    for (let run = 0; run < 300; run++) {
      const options = Array.from({ length: 2 + next(40) }, (_, index) => `option ${index}`);
      const seed = `seed ${next(1e9)}`;
      const shown = keys(listChoices({ options, seed, otherLabel: 'Else' }));
      expect(shown.at(-1)).toBe('other');
      expect(shown.slice(0, -1).sort()).toEqual([...options].sort());
      expect(keys(listChoices({ options: [...options], seed, otherLabel: 'Else' }))).toEqual(shown);
    }
  });

  it('puts every option in every place about equally often', () => {
    const places = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++)
      places[keys(listChoices({ options: ['a', 'b', 'c', 'd'], seed: `poll-${seed}` })).indexOf('a')]!++;
    for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('leaves a list without a seed as it is, and never changes what it was given', () => {
    const options = Object.freeze(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(keys(listChoices({ options }))).toEqual(options);
    listChoices({ options, seed: 'x' });
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
    [0, 1, 2],
    [Number.NaN, 1, 2],
    ['many', 1, 2],
  ])('of %s goes from %i to %i', (scale, first, last) => {
    const values = scaleValues(scale as PollScale);
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
  it('has the choice, or the choices in the order shown', () => {
    expect(voteData(['b'], letters, {})).toEqual({ choice: 'b' });
    expect(voteData(['c', 'a'], letters, { multiple: true })).toEqual({ choices: ['a', 'c'] });
  });

  it('has the order only when it was shuffled, and the bucket only for Net Promoter', () => {
    expect(voteData(['b'], letters, { shuffle: true })).toEqual({ choice: 'b', order: ['a', 'b', 'c'] });
    const scores = listChoices({ scale: 'nps' });
    expect(voteData(['0'], scores, { scale: 'nps', shuffle: true })).toEqual({
      choice: 0,
      bucket: 'detractor',
    });
  });
});

describe('what is known of a vote', () => {
  it('counts only as far as it is an option', () => {
    expect(keysOf('b', letters)).toEqual(['b']);
    expect(keysOf(['c', 'gone', 'a'], letters)).toEqual(['a', 'c']);
    for (const value of ['gone', null, undefined, {}, Number.NaN, [['a']]])
      expect(keysOf(value, letters)).toEqual([]);
    expect(keysOf(0, listChoices({ scale: 'nps' }))).toEqual(['0']);
  });

  it('may be remembered in any shape', () => {
    for (const note of [null, '', '{', 'undefined', '"a', 'null'])
      expect(keysOf(readNote(note), letters)).toEqual([]);
    expect(keysOf(readNote('["b"]'), letters)).toEqual(['b']);
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
  it('add up to 100, stay within one of the exact share and give nothing to nobody', () => {
    const next = generator(3);
    for (let run = 0; run < 1000; run++) {
      const counts = Array.from({ length: 1 + next(30) }, () => (next(4) ? next(10 ** (1 + next(9))) : 0));
      const shown = percentages(counts);
      const total = sum(counts);
      expect(sum(shown)).toBe(total ? 100 : 0);
      shown.forEach((percent, index) => {
        if (total) expect(Math.abs(percent - (counts[index]! / total) * 100)).toBeLessThan(1);
        if (!counts[index]) expect(percent).toBe(0);
      });
    }
  });

  it('give the largest remainder its point, and a tie to the earlier option', () => {
    expect(percentages([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percentages([29, 29, 42])).toEqual([29, 29, 42]);
    expect(percentages([1, 2])).toEqual([33, 67]);
  });
});
