import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/internal/nearest.ts';

describe('the nearest known name', () => {
  it.each([
    ['cheklist', 'checklist'],
    ['poll.vot', 'poll.vote'],
    ['hurdel', 'hurdle'],
    ['abdc', 'abcd'],
    ['newsletter-sign-up', 'newsletter-signup'],
  ])('of "%s" is "%s"', (word, meant) => {
    expect(nearest(word, ['a', 'goal', 'webinar', meant])).toBe(meant);
  });

  it.each([
    ['zz', ['a']],
    ['b', ['a']],
    ['ab', ['cd']],
    ['quote', ['checklist', 'hurdle']],
    ['', ['ab']],
    ['quote', []],
    ['quote-form.submit', ['step-form.submit']],
    ['my-quiz.complete', ['quiz.complete']],
    ['contact-form', ['comment-form']],
  ])('of "%s" is none among %j: most of its letters are others', (word, known) => {
    expect(nearest(word, known)).toBeUndefined();
  });
});
