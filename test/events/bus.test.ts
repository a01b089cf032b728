import { type CommitmentEvent, createCommitmentBus } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';

const [one, two, three] = [1, 2, 3].map((seq) => commitmentFixture('poll.vote', { seq })) as [
  CommitmentEvent,
  CommitmentEvent,
  CommitmentEvent,
];

describe('a bus', () => {
  it('hands each event to every listener, in order, in the same moment', () => {
    const bus = createCommitmentBus();
    const heard: string[] = [];
    bus.subscribe(({ seq }) => heard.push(`a${seq}`));
    bus.subscribe(({ seq }) => heard.push(`b${seq}`));
    bus.publish(one);
    bus.publish(two);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('replays what a late listener asks for, oldest first, and only then', () => {
    const bus = createCommitmentBus();
    bus.publish(one);
    bus.publish(two);
    const late: CommitmentEvent[] = [];
    const later: CommitmentEvent[] = [];
    bus.subscribe((event) => late.push(event), { replay: true });
    bus.subscribe((event) => later.push(event));
    bus.publish(three);
    expect(late).toEqual([one, two, three]);
    expect(later).toEqual([three]);
  });

  it('remembers as many as it was told, 50 unless told', () => {
    const few = createCommitmentBus({ replay: 2 });
    for (const event of [one, two, three]) few.publish(event);
    expect(few.recent()).toEqual([two, three]);
    const none = createCommitmentBus({ replay: 0 });
    none.publish(one);
    expect(none.recent()).toEqual([]);
    const usual = createCommitmentBus();
    for (let seq = 1; seq <= 60; seq++) usual.publish(commitmentFixture('poll.vote', { seq }));
    expect(usual.recent().map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 11));
  });

  it('gives out what is recent as a copy', () => {
    const bus = createCommitmentBus();
    bus.publish(one);
    (bus.recent() as CommitmentEvent[]).length = 0;
    expect(bus.recent()).toEqual([one]);
  });

  it('goes on when a listener throws, live and in replay', () => {
    const onError = vi.fn();
    const bus = createCommitmentBus({ onError });
    const error = new Error('broken listener');
    bus.publish(one);
    bus.subscribe(
      () => {
        throw error;
      },
      { replay: true },
    );
    const heard = vi.fn();
    bus.subscribe(heard);
    bus.publish(two);
    expect(onError.mock.calls).toEqual([
      [error, one],
      [error, two],
    ]);
    expect(heard).toHaveBeenCalledExactlyOnceWith(two);
  });

  it('reports a failure to the platform when nobody asked for it', () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const bus = createCommitmentBus();
    bus.subscribe(() => {
      throw new Error('broken listener');
    });
    bus.publish(one);
    expect(reportError).toHaveBeenCalledOnce();
    vi.stubGlobal('reportError', undefined);
    expect(() => bus.publish(two)).not.toThrow();
  });

  it('goes on, and tells the platform, when what hears of failures fails itself', () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const worse = new Error('worse');
    const bus = createCommitmentBus({
      onError() {
        throw worse;
      },
    });
    bus.subscribe(() => {
      throw new Error('broken listener');
    });
    const heard = vi.fn();
    bus.subscribe(heard);
    expect(() => bus.publish(one)).not.toThrow();
    expect(heard).toHaveBeenCalledExactlyOnceWith(one);
    expect(reportError.mock.calls).toEqual([[worse]]);
  });

  it('stops when told, twice without harm, and stops no twin of the listener', () => {
    const bus = createCommitmentBus();
    const heard = vi.fn();
    const stop = bus.subscribe(heard);
    bus.subscribe(heard);
    stop();
    stop();
    bus.publish(one);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('lets a listener leave while an event passes, and skips nobody', () => {
    const bus = createCommitmentBus();
    const heard: string[] = [];
    const stopA = bus.subscribe(() => {
      heard.push('a');
      stopA();
    });
    bus.subscribe(() => heard.push('b'));
    bus.publish(one);
    bus.publish(two);
    expect(heard).toEqual(['a', 'b', 'b']);
  });

  it('never calls a listener after it was stopped, not even by another during the same event', () => {
    const bus = createCommitmentBus();
    const heard = vi.fn();
    bus.subscribe(() => stop());
    const stop = bus.subscribe(heard);
    bus.publish(one);
    expect(heard).not.toHaveBeenCalled();
  });

  it('lets a listener that joins while an event passes hear the next one', () => {
    const bus = createCommitmentBus();
    const heard: number[] = [];
    const stop = bus.subscribe(() => {
      stop();
      bus.subscribe(({ seq }) => heard.push(seq));
    });
    bus.publish(one);
    bus.publish(two);
    expect(heard).toEqual([2]);
  });
});
