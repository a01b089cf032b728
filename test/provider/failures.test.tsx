// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { createCommitmentBus } from 'smallyes/events';
import { CommitmentProvider, type Commitments, useCommitments } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { ga4 } from 'smallyes/trackers/ga4';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { Vote, vote } from './asks.tsx';

const whole = ['poll.vote seen', 'poll.vote started', 'poll.vote committed'] as const;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describe('failures of the developer’s own code', () => {
  const error = new Error('broken');
  const broken = () => {
    throw error;
  };

  it('reach onError with their source, and nobody else', async () => {
    const onError = vi.fn();
    const recorder = createRecorder();
    const bus = createCommitmentBus();
    render(
      <recorder.Provider onError={onError}>
        <CommitmentProvider onEvent={broken} onCommit={async () => broken()} bus={bus}>
          <Vote onCommit={broken} onEvent={(async () => broken()) as never} />
        </CommitmentProvider>
      </recorder.Provider>,
    );
    vote();
    await Promise.resolve();
    expectEvents(recorder, whole);
    const sources = onError.mock.calls.map(([failure]) => `${failure.source} ${failure.event.phase}`);
    expect(sources.sort()).toEqual([
      'onCommit committed',
      'onCommit committed',
      'onEvent committed',
      'onEvent committed',
      'onEvent seen',
      'onEvent seen',
      'onEvent started',
      'onEvent started',
    ]);
    expect(onError.mock.calls.every(([failure]) => failure.error === error)).toBe(true);
  });

  it('of a listener reach onError too', () => {
    const onError = vi.fn();
    let commitments: Commitments | undefined;
    function Listener() {
      commitments = useCommitments();
      return null;
    }
    render(
      <CommitmentProvider onError={onError}>
        <Vote />
        <Listener />
      </CommitmentProvider>,
    );
    commitments?.subscribe(broken);
    vote();
    expect(onError).toHaveBeenCalledTimes(3);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ source: 'listener', error });
  });

  it('of a bus of the page’s own reach onError too, and what comes after passes', () => {
    const onError = vi.fn();
    const recorder = createRecorder();
    render(
      <recorder.Provider onError={onError}>
        <CommitmentProvider bus={{ ...createCommitmentBus(), publish: broken }}>
          <Vote />
        </CommitmentProvider>
      </recorder.Provider>,
    );
    vote();
    expectEvents(recorder, whole);
    expect(onError.mock.calls.map(([{ source, event }]) => `${source} ${event.phase}`)).toEqual([
      'listener seen',
      'listener started',
      'listener committed',
    ]);
  });

  it('are reported to the platform when there is no onError, with SY-105 once', () => {
    expectConsole('warn', 'SY-105 onCommit failed: Error: broken.');
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    render(
      <CommitmentProvider onCommit={broken}>
        <Vote id="a" />
        <Vote id="b" />
      </CommitmentProvider>,
    );
    vote('a');
    vote('b');
    expect(reportError.mock.calls).toEqual([[error], [error]]);
  });

  it('of a client that never came stay with onError in production: an ad blocker is no failure of the page', () => {
    vi.stubEnv('NODE_ENV', 'production');
    vi.useFakeTimers();
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const failed = vi.fn();
    const visit = (onError?: typeof failed) => {
      const { unmount } = render(
        <CommitmentProvider
          trackers={[ga4({ phases: 'all' })]}
          consent={{ analytics: 'granted' }}
          onError={onError}
        >
          <Vote />
        </CommitmentProvider>,
      );
      vote();
      act(() => vi.advanceTimersByTime(12_000));
      unmount();
    };
    visit();
    expect(reportError).not.toHaveBeenCalled();
    visit(failed);
    expect(failed.mock.calls.map(([{ error }]) => error.message)).toEqual([
      expect.stringContaining('SY-1001 ga4 10'),
    ]);
    expect(reportError).not.toHaveBeenCalled();
  });

  it('in onError itself reach the platform', () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const worse = new Error('worse');
    render(
      <CommitmentProvider
        onCommit={broken}
        onError={() => {
          throw worse;
        }}
      >
        <Vote />
      </CommitmentProvider>,
    );
    expect(() => vote()).not.toThrow();
    expect(reportError.mock.calls).toEqual([[worse]]);
  });

  it('harm nobody when a callback never settles', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider onCommit={() => new Promise(() => {}) as never}>
        <Vote />
      </recorder.Provider>,
    );
    vote();
    expectEvents(recorder, whole);
  });

  it('keep order and number when a callback commits in turn', () => {
    const recorder = createRecorder();
    let second = () => {};
    render(
      <recorder.Provider onCommit={(event) => event.ask.id === 'a' && second()}>
        <Vote id="a" />
        <Vote
          id="b"
          handle={(handle) => {
            second = () => void handle.commit({ choice: 'Price' });
          }}
        />
      </recorder.Provider>,
    );
    vote('a');
    expect(recorder.phases('a')).toEqual(whole);
    expect(recorder.phases('b')).toEqual(whole);
    const places = recorder.events.map(({ seq }) => seq);
    expect(places).toHaveLength(6);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  });
});
