// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { createCommitmentBus, setEmitting, type Tracker } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

const paint = () => vi.advanceTimersByTime(50);
const whole = ['seen', 'started', 'committed'];
const tree = (trackers: readonly Tracker[]) => (
  <CommitmentProvider trackers={trackers}>
    <Vote id="a" />
    <Vote id="b" />
  </CommitmentProvider>
);

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  setEmitting(true);
  vi.useRealTimers();
});

describe('a tracker that is taken out', () => {
  it('is flushed at once, after what waited for it', () => {
    const order: string[] = [];
    const tracker: Tracker = {
      name: 'spy',
      track: ({ phase }) => void order.push(phase),
      flush: () => void order.push('flushed'),
    };
    const { rerender } = render(tree([tracker]));
    vote('a');
    rerender(tree([]));
    expect(order).toEqual([...whole, 'flushed']);
    rerender(tree([]));
    paint();
    expect(order).toEqual([...whole, 'flushed']);
  });

  it('and put in again gets nothing twice', () => {
    const { tracker, phases } = createSpy();
    const { rerender } = render(tree([tracker]));
    vote('a');
    paint();
    rerender(tree([]));
    paint();
    rerender(tree([tracker]));
    paint();
    expect(phases()).toEqual(whole);
  });

  it('and put in again gets what it missed meanwhile, once and in order', () => {
    const { tracker, events } = createSpy();
    const { rerender } = render(tree([tracker]));
    vote('a');
    rerender(tree([]));
    vote('b');
    rerender(tree([tracker]));
    paint();
    expect(events.map(({ ask, phase }) => `${ask.id} ${phase}`)).toEqual([
      ...whole.map((phase) => `a ${phase}`),
      ...whole.map((phase) => `b ${phase}`),
    ]);
  });

  it('with its provider gets nothing twice when that comes back, even with the same bus', () => {
    const { tracker, phases } = createSpy();
    const bus = createCommitmentBus();
    const page = (
      <CommitmentProvider bus={bus} trackers={[tracker]}>
        <Vote />
      </CommitmentProvider>
    );
    const { unmount } = render(page);
    vote();
    paint();
    unmount();
    render(page);
    paint();
    expect(phases()).toEqual(whole);
  });
});

describe('what waits for a tracker', () => {
  it('is dropped by setEmitting(false), for good', () => {
    const { tracker, phases } = createSpy();
    render(tree([tracker]));
    vote('a');
    setEmitting(false);
    paint();
    setEmitting(true);
    paint();
    expect(phases()).toEqual([]);
    vote('b');
    paint();
    expect(phases()).toEqual(whole);
  });
});

describe('a list of trackers', () => {
  it('may have gaps, where a tracker was switched off', () => {
    const { tracker, phases } = createSpy();
    render(tree([false, null, undefined, tracker] as Tracker[]));
    vote('a');
    paint();
    expect(phases()).toEqual(whole);
  });

  it('may be one tracker alone', () => {
    const { tracker, phases } = createSpy();
    render(tree(tracker as never));
    vote('a');
    paint();
    expect(phases()).toEqual(whole);
  });
});

describe('a purpose that nobody knows', () => {
  it.each([
    [true, 3],
    [false, 0],
  ])('counts as analytics: with the answer %s the tracker gets %d events', (analytics, count) => {
    const { tracker, events } = createSpy('spy', 'marketing' as never);
    render(
      <CommitmentProvider consent={{ analytics, advertising: !analytics }} trackers={[tracker]}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    paint();
    expect(events).toHaveLength(count);
  });
});
