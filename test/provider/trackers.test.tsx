// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import type { CommitmentEvent, Tracker } from 'smallyes/events';
import { type CommitHandle, CommitmentProvider, type Commitments, useCommitments } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { setHidden, showPage, Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

let commitments: Commitments;
function Grip() {
  commitments = useCommitments();
  return null;
}

const paint = () => vi.advanceTimersByTime(50);
const whole = ['seen', 'started', 'committed'];

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  showPage();
});

describe('trackers', () => {
  it('get every event in order, after the next paint and not in the click', () => {
    const { tracker, phases } = createSpy();
    render(
      <CommitmentProvider trackers={[tracker]}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    expect(phases()).toEqual([]);
    paint();
    expect(phases()).toEqual(whole);
    paint();
    expect(phases()).toEqual(whole);
  });

  it('get the very event that the callbacks got', () => {
    const { tracker, events } = createSpy();
    const heard: CommitmentEvent[] = [];
    render(
      <CommitmentProvider trackers={[tracker]} onEvent={(event) => heard.push(event)}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    paint();
    expect(events.map((event, i) => event === heard[i])).toEqual([true, true, true]);
  });

  it('are kept by name when written inline: the first one stays, and no event is lost or doubled', () => {
    const made: ReturnType<typeof createSpy>[] = [];
    const inline = () => {
      made.push(createSpy());
      return made.at(-1)!.tracker;
    };
    const tree = () => (
      <CommitmentProvider trackers={[inline()]}>
        <Vote />
      </CommitmentProvider>
    );
    const { rerender } = render(tree());
    vote();
    rerender(tree());
    paint();
    rerender(tree());
    paint();
    expect(made.map(({ events }) => events.length)).toEqual([3, 0, 0]);
    expect(made[0]!.flush).not.toHaveBeenCalled();
  });

  it('get each event once under StrictMode', () => {
    const { tracker, phases } = createSpy();
    render(
      <StrictMode>
        <CommitmentProvider trackers={[tracker]}>
          <Vote />
        </CommitmentProvider>
      </StrictMode>,
    );
    vote();
    paint();
    expect(phases()).toEqual(whole);
  });

  it('that come late get what has passed, at most the latest 50', () => {
    const late = createSpy('late');
    const ids = Array.from({ length: 20 }, (_, i) => `ask-${i}`);
    const tree = (trackers: Tracker[]) => (
      <CommitmentProvider trackers={trackers}>
        {ids.map((id) => (
          <Vote key={id} id={id} />
        ))}
      </CommitmentProvider>
    );
    const { rerender } = render(tree([]));
    for (const id of ids) vote(id);
    rerender(tree([late.tracker]));
    paint();
    expect(late.events).toHaveLength(50);
    const places = late.events.map(({ seq }) => seq);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(late.events.at(-1)).toMatchObject({ phase: 'committed', ask: { id: 'ask-19' } });
  });

  it('that are taken away first get what waits for them, then nothing', () => {
    const { tracker, phases } = createSpy();
    const tree = (trackers: Tracker[]) => (
      <CommitmentProvider trackers={trackers}>
        <Vote id="a" />
        <Vote id="b" />
      </CommitmentProvider>
    );
    const { rerender } = render(tree([tracker]));
    vote('a');
    rerender(tree([]));
    expect(phases()).toEqual(whole);
    vote('b');
    paint();
    expect(phases()).toEqual(whole);
  });

  it('get what waits when the provider goes', () => {
    const { tracker, phases, flush } = createSpy();
    const { unmount } = render(
      <CommitmentProvider trackers={[tracker]}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    unmount();
    expect(phases()).toEqual(whole);
    expect(flush).toHaveBeenCalled();
  });

  it('get at once what happens after the provider went: nobody tells them any more when the page goes', () => {
    const { tracker, phases, flush } = createSpy();
    let handle: CommitHandle<'poll.vote'> | undefined;
    const { unmount } = render(
      <StrictMode>
        <CommitmentProvider trackers={[tracker]}>
          <Vote
            handle={(given) => {
              handle = given;
            }}
          />
        </CommitmentProvider>
      </StrictMode>,
    );
    // The effects that StrictMode runs twice are no farewell.
    handle?.start();
    expect(phases()).toEqual([]);
    unmount();
    expect(phases()).toEqual(['seen', 'started']);
    flush.mockClear();
    // A form that was under way, and that moved the visitor on before it settled.
    handle?.commit({ choice: 'Trust' });
    expect(phases()).toEqual(whole);
    expect(flush).toHaveBeenCalled();
  });

  it('are not kept waiting by a frame that is never painted, out of sight in a page of another site', () => {
    vi.stubGlobal('requestAnimationFrame', () => 1);
    const { tracker, phases } = createSpy();
    render(
      <CommitmentProvider trackers={[tracker]}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    expect(phases()).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(phases()).toEqual(whole);
  });

  it('of one name get SY-106, and only the first gets events', () => {
    expectConsole('warn', 'SY-106 Two trackers are named "spy".');
    const one = createSpy();
    const two = createSpy();
    render(
      <CommitmentProvider trackers={[one.tracker, two.tracker]}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    paint();
    expect([one.events.length, two.events.length]).toEqual([3, 0]);
  });

  it.each([
    ['the page hides', () => setHidden(true)],
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
    ['the developer asks', () => commitments.flush()],
  ])('get everything at once, and are flushed, when %s', (_name, leave) => {
    const one = createSpy('one');
    const two = createSpy('two');
    render(
      <CommitmentProvider trackers={[one.tracker]}>
        <CommitmentProvider trackers={[two.tracker]}>
          <Grip />
          <Vote />
        </CommitmentProvider>
      </CommitmentProvider>,
    );
    vote();
    expect(two.phases()).toEqual([]);
    leave();
    expect(two.phases()).toEqual(whole);
    expect(two.flush).toHaveBeenCalledOnce();
    paint();
    expect(two.phases()).toEqual(whole);
    expect(one.phases()).toEqual(whole);
  });

  it('get the abandonment in the same moment as the page hides', () => {
    const { tracker, phases, flush } = createSpy();
    let start = () => {};
    render(
      <CommitmentProvider trackers={[tracker]}>
        <Vote
          handle={(handle) => {
            start = () => void handle.start();
          }}
        />
      </CommitmentProvider>,
    );
    start();
    setHidden(true);
    expect(phases()).toEqual(['seen', 'started', 'abandoned']);
    expect(flush).toHaveBeenCalledOnce();
  });

  it('get what happens in a hidden page too', () => {
    const { tracker, phases } = createSpy();
    render(
      <CommitmentProvider trackers={[tracker]}>
        <Vote />
      </CommitmentProvider>,
    );
    setHidden(true);
    vote();
    vi.advanceTimersByTime(0);
    expect(phases()).toEqual(whole);
  });

  it('that throw, reject or hang harm no other, and their failures reach onError', async () => {
    const onError = vi.fn();
    const good = createSpy('good');
    const error = new Error('offline');
    const fails = (name: string, track: Tracker['track']): Tracker => ({ name, track });
    render(
      <CommitmentProvider
        onError={onError}
        trackers={[
          fails('throws', () => {
            throw error;
          }),
          fails('rejects', () => Promise.reject(error)),
          fails('hangs', () => new Promise(() => {})),
          good.tracker,
        ]}
      >
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    paint();
    await Promise.resolve();
    expect(good.phases()).toEqual(whole);
    const failures = onError.mock.calls.map(
      ([{ source, tracker, event }]) => `${source} ${tracker} ${event.phase}`,
    );
    expect(failures.sort()).toEqual(
      ['rejects', 'throws'].flatMap((name) => [...whole].sort().map((phase) => `tracker ${name} ${phase}`)),
    );
  });

  it('that commit or flush in turn get nothing twice', () => {
    const got: string[] = [];
    let second = () => {};
    const tracker: Tracker = {
      name: 're-entrant',
      track(event) {
        got.push(`${event.ask.id} ${event.phase}`);
        if (event.ask.id === 'a' && event.phase === 'committed') second();
        commitments.flush();
      },
    };
    render(
      <CommitmentProvider trackers={[tracker]}>
        <Grip />
        <Vote id="a" />
        <Vote
          id="b"
          handle={(handle) => {
            second = () => void handle.commit({ choice: 'Price' });
          }}
        />
      </CommitmentProvider>,
    );
    vote('a');
    paint();
    paint();
    expect(got).toEqual(['a seen', 'a started', 'a committed', 'b seen', 'b started', 'b committed']);
  });
});
