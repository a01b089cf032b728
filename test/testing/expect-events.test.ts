import { commitmentFixture, type ExpectedEvent, expectEvents } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';

const events = [
  commitmentFixture('poll.vote', { phase: 'seen' }),
  commitmentFixture('poll.vote', { phase: 'started' }),
  commitmentFixture('poll.vote', { data: { choice: 'a', order: ['b', 'a'] } }),
];
const [seen, started, committed] = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;

/** The error’s lines below its first, or nothing when there is none. */
function complaint(expected: readonly ExpectedEvent[], recorded = events): string[] {
  try {
    expectEvents({ events: recorded }, expected);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

describe('expectEvents', () => {
  it('is content with exactly these events in this order', () => {
    expect(complaint([seen, started, committed])).toEqual([]);
    expect(complaint([], [])).toEqual([]);
  });

  it('compares data where it is given, in whatever order it was written', () => {
    expect(complaint([seen, started, [committed, { order: ['b', 'a'], choice: 'a' }]])).toEqual([]);
    expect(complaint([seen, started, [committed, { choice: 'a' }]])).toEqual([
      '  poll.vote seen',
      '  poll.vote started',
      '- poll.vote committed {"choice":"a"}',
      '+ poll.vote committed {"choice":"a","order":["b","a"]}',
    ]);
    expect(complaint([seen, started, [committed, { choice: 'a', order: ['a', 'b'] }]])).not.toEqual([]);
  });

  it('shows what did not come', () => {
    expect(complaint([seen, started, committed, 'poll.predict committed'])).toEqual([
      '  poll.vote seen',
      '  poll.vote started',
      '  poll.vote committed',
      '- poll.predict committed',
    ]);
  });

  it('shows what came too much, with its data', () => {
    expect(complaint([seen, started])).toEqual([
      '  poll.vote seen',
      '  poll.vote started',
      '+ poll.vote committed {"choice":"a","order":["b","a"]}',
    ]);
    expect(complaint([committed])).toHaveLength(3);
    expect(complaint([])).toHaveLength(3);
  });

  it('minds the order and the number', () => {
    expect(complaint([started, seen, committed])).not.toEqual([]);
    expect(complaint([seen, started, committed, committed])).not.toEqual([]);
    expect(complaint([seen, seen, started, committed])).not.toEqual([]);
  });

  it('knows which lines there are', () => {
    // @ts-expect-error there is no such kind
    expect(complaint(['poll.veto committed'])).not.toEqual([]);
    // @ts-expect-error there is no such phase
    expect(complaint(['poll.vote clicked'])).not.toEqual([]);
  });
});
