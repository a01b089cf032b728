// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { createCommitmentBus, setEmitting } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { setHidden, showPage, Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

const whole = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => {
  setEmitting(true);
  showPage();
});

describe('nested providers', () => {
  it('each hear an event once, the inner one first, and it is the same event', () => {
    const outer = createRecorder();
    const inner = createRecorder();
    const order: string[] = [];
    render(
      <outer.Provider onEvent={() => void order.push('outer')}>
        <inner.Provider onEvent={() => void order.push('inner')}>
          <Vote />
        </inner.Provider>
      </outer.Provider>,
    );
    vote();
    expectEvents(outer, whole);
    expect(outer.events.map((event, i) => event === inner.events[i])).toEqual([true, true, true]);
    expect(order).toEqual(['inner', 'outer', 'inner', 'outer', 'inner', 'outer']);
  });

  it('do not hear events from beside or above', () => {
    const inner = createRecorder();
    render(
      <CommitmentProvider>
        <Vote />
        <inner.Provider />
      </CommitmentProvider>,
    );
    vote();
    expectEvents(inner, []);
  });

  it('inherit consent, unless they have one of their own', () => {
    const outer = createRecorder();
    render(
      <outer.Provider consent={{ analytics: true, advertising: false }}>
        <CommitmentProvider>
          <Vote id="inherits" />
        </CommitmentProvider>
        <CommitmentProvider consent={{ functional: true }}>
          <Vote id="own" />
        </CommitmentProvider>
      </outer.Provider>,
    );
    vote('inherits');
    vote('own');
    expect(outer.commitments.map(({ consent }) => consent)).toEqual([
      { analytics: 'granted', advertising: 'denied', functional: 'unknown' },
      { analytics: 'unknown', advertising: 'unknown', functional: 'granted' },
    ]);
  });

  it('keep from an outer tracker what happened under a refusal of the inner one', () => {
    const { tracker, events } = createSpy();
    const outer = createRecorder();
    const { unmount } = render(
      <outer.Provider consent={{ analytics: true }} trackers={[tracker]}>
        <CommitmentProvider consent={{ analytics: false }}>
          <Vote id="refused" />
        </CommitmentProvider>
        <Vote id="allowed" />
      </outer.Provider>,
    );
    vote('refused');
    vote('allowed');
    unmount();
    expect(events.map(({ ask }) => ask.id)).toEqual(['allowed', 'allowed', 'allowed']);
    expectEvents(outer, [...whole, ...whole]);
  });

  it('publish an event once on a bus that they share', () => {
    const bus = createCommitmentBus();
    const heard = vi.fn();
    bus.subscribe(heard);
    render(
      <CommitmentProvider bus={bus}>
        <CommitmentProvider bus={bus}>
          <Vote />
        </CommitmentProvider>
      </CommitmentProvider>,
    );
    vote();
    expect(heard.mock.calls.map(([{ phase }]) => phase)).toEqual(['seen', 'started', 'committed']);
    expect(bus.recent()).toHaveLength(3);
  });

  it('abandon an ask once, not once per provider', () => {
    const outer = createRecorder();
    let start = () => {};
    render(
      <outer.Provider>
        <CommitmentProvider>
          <CommitmentProvider>
            <Vote
              handle={(handle) => {
                start = () => void handle.start();
              }}
            />
          </CommitmentProvider>
        </CommitmentProvider>
      </outer.Provider>,
    );
    start();
    setHidden(true);
    expect(outer.phases().filter((line) => line === 'poll.vote abandoned')).toHaveLength(1);
  });
});

describe('turning it off', () => {
  it('records nothing below a disabled provider, whatever stands between', () => {
    const recorder = createRecorder();
    const own = vi.fn();
    const tree = (disabled: boolean) => (
      <recorder.Provider disabled={disabled}>
        <CommitmentProvider disabled={false}>
          <Vote onCommit={own} />
        </CommitmentProvider>
      </recorder.Provider>
    );
    const { rerender } = render(tree(true));
    vote();
    expect(own).not.toHaveBeenCalled();
    expectEvents(recorder, []);
    rerender(tree(false));
    vote();
    expectEvents(recorder, whole);
  });

  it('records nothing in the whole tab after setEmitting(false), and goes on after setEmitting(true)', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote />
      </recorder.Provider>,
    );
    setEmitting(false);
    vote();
    expectEvents(recorder, []);
    setEmitting(true);
    vote();
    expectEvents(recorder, whole);
  });
});
