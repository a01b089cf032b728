// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { type CommitmentEvent, createCommitmentBus } from 'smallyes/events';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { CommitmentProvider, useCommitments } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { setHidden, showPage, Vote, vote } from './asks.tsx';

const whole = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;
const lines = (events: readonly CommitmentEvent[]) => events.map(({ kind, phase }) => `${kind} ${phase}`);

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => showPage());

describe('<CommitmentProvider>', () => {
  it('calls the ask first, then itself, onEvent before onCommit, all within the click', () => {
    const calls: string[] = [];
    const note = (who: string) => (event: CommitmentEvent) => void calls.push(`${who} ${event.phase}`);
    render(
      <CommitmentProvider onEvent={note('provider event')} onCommit={note('provider commit')}>
        <Vote onEvent={note('ask event')} onCommit={note('ask commit')} />
      </CommitmentProvider>,
    );
    vote();
    expect(calls).toEqual([
      'ask event seen',
      'provider event seen',
      'ask event started',
      'provider event started',
      'ask event committed',
      'ask commit committed',
      'provider event committed',
      'provider commit committed',
    ]);
  });

  it('makes valid, frozen events of one attempt, one page view and one visit', () => {
    const { Provider, events } = createRecorder();
    render(
      <Provider>
        <Vote placement="footer" moment="know" exchange={{ give: ['opinion'], get: ['figures'] }} />
      </Provider>,
    );
    vote();
    expect(events).toHaveLength(3);
    for (const event of events) {
      expect(commitmentEventSchema.parse(event)).toEqual(event);
      expect(melted(event)).toEqual([]);
      expect(event.ask).toEqual({ id: 'hurdle', placement: 'footer', moment: 'know' });
    }
    for (const read of [
      (event: CommitmentEvent) => event.attempt,
      (event: CommitmentEvent) => event.page.viewId,
      (event: CommitmentEvent) => event.session.id,
    ])
      expect(new Set(events.map(read)).size).toBe(1);
    expect(events.map(({ data }) => data)).toEqual([{}, {}, { choice: 'Trust' }]);
  });

  it('counts one yes however often the visitor presses, and under StrictMode', () => {
    const recorder = createRecorder();
    render(
      <StrictMode>
        <recorder.Provider>
          <Vote />
        </recorder.Provider>
      </StrictMode>,
    );
    vote();
    vote();
    expectEvents(recorder, whole);
  });

  it('counts one yes when the ask goes and comes back', () => {
    const recorder = createRecorder();
    const tree = (shown: boolean) => <recorder.Provider>{shown && <Vote />}</recorder.Provider>;
    const { rerender } = render(tree(true));
    vote();
    rerender(tree(false));
    rerender(tree(true));
    vote();
    expectEvents(recorder, whole);
  });

  it('takes the newest callback, without a new render of the ask', () => {
    const heard: string[] = [];
    const ask = <Vote />;
    const tree = (name: string) => (
      <CommitmentProvider onCommit={() => void heard.push(name)}>{ask}</CommitmentProvider>
    );
    const { rerender } = render(tree('old'));
    rerender(tree('new'));
    vote();
    expect(heard).toEqual(['new']);
  });

  it('renders nobody anew when an event passes', () => {
    const renders = vi.fn();
    function Neighbour() {
      useCommitments();
      renders();
      return null;
    }
    render(
      <CommitmentProvider>
        <Vote />
        <Neighbour />
      </CommitmentProvider>,
    );
    vote();
    expect(renders).toHaveBeenCalledOnce();
  });

  it('keeps asks apart by id and by placement', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote id="a" />
        <Vote id="b" />
        <Vote id="b" placement="footer" />
      </recorder.Provider>,
    );
    for (const button of screen.getAllByRole('button')) button.click();
    expect(recorder.commitments.map(({ ask }) => ask)).toEqual([
      { id: 'a' },
      { id: 'b' },
      { id: 'b', placement: 'footer' },
    ]);
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(3);
  });

  it('counts the place up strictly, across asks and providers', () => {
    const one = createRecorder();
    const two = createRecorder();
    render(
      <>
        <one.Provider>
          <Vote id="a" />
        </one.Provider>
        <two.Provider>
          <Vote id="b" />
        </two.Provider>
      </>,
    );
    vote('b');
    vote('a');
    const places = [...two.events, ...one.events].map(({ seq }) => seq);
    expect(places).toEqual(Array.from({ length: 6 }, (_, i) => places[0]! + i));
  });

  it('hands events to a bus from outside, with a replay for whoever comes late', () => {
    const bus = createCommitmentBus();
    render(
      <CommitmentProvider bus={bus}>
        <Vote />
      </CommitmentProvider>,
    );
    const live: CommitmentEvent[] = [];
    bus.subscribe((event) => live.push(event));
    vote();
    const late: CommitmentEvent[] = [];
    bus.subscribe((event) => late.push(event), { replay: true });
    expect(lines(live)).toEqual(whole);
    expect(late).toEqual(live);
  });

  it('says that an ask was abandoned, once, when the page hides under way', () => {
    const recorder = createRecorder();
    let start = () => {};
    render(
      <recorder.Provider>
        <Vote
          handle={(handle) => {
            start = () => void handle.start();
          }}
        />
      </recorder.Provider>,
    );
    start();
    setHidden(true);
    setHidden(false);
    setHidden(true);
    window.dispatchEvent(new Event('pagehide'));
    setHidden(false);
    vote();
    expectEvents(recorder, [
      'poll.vote seen',
      'poll.vote started',
      'poll.vote abandoned',
      'poll.vote committed',
    ]);
  });

  it('abandons nothing that was only seen, or is done', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote />
      </recorder.Provider>,
    );
    setHidden(true);
    setHidden(false);
    vote();
    window.dispatchEvent(new Event('pagehide'));
    expectEvents(recorder, whole);
  });

  it('stops listening to the page when it goes', () => {
    const recorder = createRecorder();
    let start = () => {};
    const { unmount } = render(
      <recorder.Provider>
        <Vote
          handle={(handle) => {
            start = () => void handle.start();
          }}
        />
      </recorder.Provider>,
    );
    start();
    unmount();
    setHidden(true);
    expectEvents(recorder, ['poll.vote seen', 'poll.vote started']);
  });
});

function melted(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Object.isFrozen(value) ? [] : [value]), ...Object.values(value).flatMap(melted)];
}
