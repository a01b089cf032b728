import { describe, expect, it } from 'vitest';
import {
  countReaction,
  listReactions,
  pressReaction,
} from '../../src/components/reactions/reactions-state.ts';

describe('what is given', () => {
  it.each([
    [undefined, []],
    [null, []],
    ['b', ['b']],
    [
      ['b', 'a'],
      ['a', 'b'],
    ],
    [['gone', 'b', 'b'], ['b']],
    [7, []],
    [{ a: true }, []],
  ])('is read from %j as %j', (given, list) => {
    expect(listReactions(given, ['a', 'b', 'c'])).toEqual(list);
  });

  it.each([
    [[], 'a', false, ['a']],
    [['a'], 'a', false, []],
    [['a'], 'b', false, ['b']],
    [['a'], 'b', true, ['a', 'b']],
    [['a', 'b'], 'a', true, ['b']],
  ])('after %j and a press on %s (several %s) is %j', (picked, pressed, isMultiple, after) => {
    expect(pressReaction(picked, pressed, isMultiple)).toEqual(after);
  });
});

describe('a count', () => {
  it('changes by what the visitor has changed since it was made', () => {
    expect(countReaction('a', { a: 5 }, ['a'])).toBe(5);
    expect(countReaction('a', { a: 5 }, ['a'], [])).toBe(6);
    expect(countReaction('a', { a: 5 }, [], ['a'])).toBe(4);
    expect(countReaction('a', { a: 0 }, [], ['a'])).toBe(0);
    expect(countReaction('b', { a: 5, b: 0 }, ['a'], [])).toBe(0);
  });

  it.each([[undefined], [null], ['many'], [{}], [{ a: '5' }], [{ a: Number.NaN }], [{ a: Infinity }]])(
    'that is none, %j, is not shown',
    (counts) => {
      expect(countReaction('a', counts, ['a'], [])).toBeUndefined();
      expect(countReaction('constructor', counts, [])).toBeUndefined();
    },
  );
});
