import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';
import { commitmentsOf, countsOf, createEventLog } from '../../.storybook/commitments/event-log.ts';

const seen = commitmentFixture('poll.vote', { phase: 'seen', seq: 1 });
const vote = commitmentFixture('poll.vote', { seq: 2 });
const fine = (event: CommitmentEvent) => ({ event, problems: [] });

describe('the log of the panel "Commitments"', () => {
  it('keeps events in the order in which they came, and tells its listeners', () => {
    const log = createEventLog();
    const listener = vi.fn();
    const stop = log.subscribe(listener);
    log.add(fine(seen));
    log.add(fine(vote));
    stop();
    log.add(fine(commitmentFixture('star-rating.rate', { seq: 3 })));
    expect(log.state().entries.map(({ line, event }) => `${line} ${event.kind} ${event.phase}`)).toEqual([
      '1 poll.vote seen',
      '2 poll.vote committed',
      '3 star-rating.rate committed',
    ]);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('is a new snapshot after a change and the same one without', () => {
    const log = createEventLog();
    const before = log.state();
    expect(log.state()).toBe(before);
    log.add(fine(vote));
    expect(log.state()).not.toBe(before);
    expect(log.state()).toBe(log.state());
  });

  it('counts commitments apart from other phases, and entries that break the schema', () => {
    const log = createEventLog();
    log.add(fine(seen));
    log.add({ event: vote, problems: ['time: Invalid input'] });
    expect(countsOf(log.state().entries)).toEqual({ events: 2, commitments: 1, faulty: 1 });
    expect(commitmentsOf(log.state().entries).map(({ event }) => event)).toEqual([vote]);
  });

  it('marks an event that comes a second time', () => {
    const log = createEventLog();
    log.add(fine(vote));
    log.add(fine(vote));
    expect(log.state().entries.map(({ problems }) => problems.length)).toEqual([0, 1]);
  });

  it('drops the oldest beyond its capacity and says how many', () => {
    const log = createEventLog(2);
    for (const seq of [1, 2, 3, 4, 5]) log.add(fine(commitmentFixture('poll.vote', { seq })));
    expect(log.state().entries.map(({ event }) => event.seq)).toEqual([4, 5]);
    expect(log.state().dropped).toBe(3);
  });

  it('starts over when it is cleared', () => {
    const log = createEventLog(1);
    log.add(fine(seen));
    log.add(fine(vote));
    log.clear();
    expect(log.state()).toEqual({ entries: [], dropped: 0 });
    log.add(fine(vote));
    expect(log.state().entries[0]).toMatchObject({ line: 1, problems: [] });
  });
});
