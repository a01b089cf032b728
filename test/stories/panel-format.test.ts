import { commitmentEventSchema } from 'smallyes/events/schema';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { clockTime, counted, timeSince, toShortJson } from '../../.storybook/commitments/format.ts';
import { problemsOf } from '../../.storybook/commitments/problems.ts';

describe('the words of the panel "Commitments"', () => {
  it('writes the time of day to the millisecond', () => {
    expect(clockTime(new Date(2026, 0, 5, 9, 5, 7, 42).getTime())).toBe('09:05:07.042');
  });

  it.each([
    [0, '+0.0 s'],
    [59_999, '+59.9 s'],
    [60_000, '+1 min 00 s'],
    [125_400, '+2 min 05 s'],
    [-5_000, '+0.0 s'],
  ])('writes %i ms after the first event as %s', (after, text) => {
    expect(timeSince(1_000_000 + after, 1_000_000)).toBe(text);
  });

  it('counts with the right form of the noun', () => {
    expect([counted(0, 'event'), counted(1, 'event'), counted(2, 'event')]).toEqual([
      '0 events',
      '1 event',
      '2 events',
    ]);
  });

  it('shows short data whole, long data cut, and no data as nothing', () => {
    expect(toShortJson({ choice: 'Trust' })).toBe('{"choice":"Trust"}');
    expect(toShortJson({ choice: 'x'.repeat(500) }, 20)).toBe(`{"choice":"${'x'.repeat(8)}…`);
    expect(toShortJson({})).toBe('');
  });
});

describe('the schema check of the panel', () => {
  it('finds nothing wrong with a good event', () => {
    expect(problemsOf(commitmentEventSchema, commitmentFixture('poll.vote'))).toEqual([]);
  });

  it('names each field that is wrong', () => {
    const event = { ...commitmentFixture('poll.vote'), time: 'noon', seq: 0 };
    expect(problemsOf(commitmentEventSchema, event)).toEqual([
      expect.stringMatching(/^time: ./),
      expect.stringMatching(/^seq: ./),
    ]);
  });

  it('survives what is no event at all', () => {
    expect(problemsOf(commitmentEventSchema, null)).toEqual([expect.stringMatching(/^event: ./)]);
  });
});
