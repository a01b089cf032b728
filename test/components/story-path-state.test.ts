import { describe, expect, it } from 'vitest';
import { wayOf } from '../../src/components/story-path/story-path-state.ts';

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
