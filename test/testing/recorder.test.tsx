// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { Vote, vote } from '../provider/asks.tsx';

describe('createRecorder', () => {
  it('writes down events and commitments in arrays that stay the same', () => {
    const { Provider, events, commitments, phases } = createRecorder();
    render(
      <Provider>
        <Vote />
      </Provider>,
    );
    expect(events).toEqual([]);
    vote();
    expect(phases()).toEqual(['poll.vote seen', 'poll.vote started', 'poll.vote committed']);
    expect(commitments).toEqual([events[2]]);
  });

  it('lists the events of one ask', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote id="a" />
        <Vote id="b" />
      </recorder.Provider>,
    );
    vote('a');
    vote('b');
    expect(recorder.phases('b')).toEqual(['poll.vote seen', 'poll.vote started', 'poll.vote committed']);
    expect(recorder.phases()).toHaveLength(6);
    expect(recorder.phases('c')).toEqual([]);
  });

  it('is a provider like any other: callbacks, consent and trackers work, and it nests', () => {
    const outer = createRecorder();
    const inner = createRecorder();
    const onEvent = vi.fn();
    const onCommit = vi.fn();
    render(
      <outer.Provider>
        <CommitmentProvider>
          <inner.Provider onEvent={onEvent} onCommit={onCommit} consent={{ analytics: false }}>
            <Vote />
          </inner.Provider>
        </CommitmentProvider>
      </outer.Provider>,
    );
    vote();
    expect(onEvent).toHaveBeenCalledTimes(3);
    expect(onCommit).toHaveBeenCalledExactlyOnceWith(inner.commitments[0]);
    expect(inner.events[0]?.consent.analytics).toBe('denied');
    expect(outer.events).toEqual(inner.events);
  });

  it('still hears what a broken callback hears, and lets onError tell', () => {
    const onError = vi.fn();
    const recorder = createRecorder();
    render(
      <recorder.Provider
        onError={onError}
        onEvent={() => {
          throw new Error('broken');
        }}
      >
        <Vote />
      </recorder.Provider>,
    );
    vote();
    expect(recorder.phases()).toHaveLength(3);
    expect(onError).toHaveBeenCalledTimes(3);
  });

  it.each([false, true])('begins with a visitor nobody knows, unless memory is kept: %s', (keepMemory) => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem('smallyes:draft:talk', 'typed');
      storage.setItem('cart', '3');
    }
    createRecorder({ keepMemory });
    for (const storage of [localStorage, sessionStorage]) {
      expect(storage.getItem('smallyes:draft:talk')).toBe(keepMemory ? 'typed' : null);
      expect(storage.getItem('cart')).toBe('3');
      storage.clear();
    }
  });

  it('forgets on clear()', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote id="a" />
        <Vote id="b" />
      </recorder.Provider>,
    );
    vote('a');
    recorder.clear();
    expectEvents(recorder, []);
    expect(recorder.commitments).toEqual([]);
    vote('b');
    expect(recorder.phases()).toHaveLength(3);
  });

  it('waits for an event, and gives one that is there at once', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote />
      </recorder.Provider>,
    );
    const promise = recorder.waitFor('poll.vote committed');
    vote();
    const event = await promise;
    expect(event).toBe(recorder.commitments[0]);
    expectTypeOf(event.data.choice).toEqualTypeOf<string | number | undefined>();
    expect(await recorder.waitFor('poll.vote seen')).toBe(recorder.events[0]);
  });

  it('says what came instead when the wait is over', async () => {
    const recorder = createRecorder();
    await expect(recorder.waitFor('poll.vote seen', 5)).rejects.toThrow(
      'No "poll.vote seen" within 5 ms. Recorded: nothing.',
    );
    render(
      <recorder.Provider>
        <Vote />
      </recorder.Provider>,
    );
    vote();
    await expect(recorder.waitFor('poll.vote failed', 5)).rejects.toThrow(
      'Recorded: poll.vote seen, poll.vote started, poll.vote committed.',
    );
  });
});
