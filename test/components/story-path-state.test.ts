import { describe, expect, it } from 'vitest';
import { placeAfter, wayOf } from '../../src/components/story-path/story-path-state.ts';

const steps = ['a', 'b', 'c'];

describe('the way through a story', () => {
  it.each([
    ['nothing known', [], ['a'], false],
    ['a note without words', [''], ['a'], false],
    ['some of it', ['a', 'b'], ['a', 'b'], false],
    ['all of it, in any order', ['c', 'a', 'b'], ['c', 'a', 'b'], true],
    ['a step twice: the later visit counts', ['b', 'a', 'b'], ['a', 'b'], false],
    ['steps that the story has no more', ['x', 'a', '<b>'], ['a'], false],
  ])('is read from %s', (_what, known, walked, isFinished) => {
    expect(wayOf(known, steps, 'a')).toEqual({ walked, isFinished });
  });

  it('of a single step, or of none, is never finished', () => {
    expect(wayOf(['a'], ['a'], 'a').isFinished).toBe(false);
    expect(wayOf([], [], '').isFinished).toBe(false);
  });
});

describe('a move', () => {
  it.each([
    ['on', 0, 1],
    ['on', 2, undefined],
    ['back', 0, undefined],
    ['back', 2, 1],
    ['skip', 0, 2],
    ['skip', 2, undefined],
    ['resume', 0, 2],
    ['', 0, undefined],
    ['toString', 0, undefined],
  ])('%s from %s leads to %s', (move, at, to) => {
    expect(placeAfter(move, at, 3, 2)).toBe(to);
  });

  it('leads nowhere in an empty story', () => {
    for (const move of ['on', 'back', 'skip', 'resume']) expect(placeAfter(move, 0, 0, -1)).toBeUndefined();
  });
});
