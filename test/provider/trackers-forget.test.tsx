// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { setEmitting, type Tracker, type TrackerHost } from 'smallyes/events';
import { CommitmentProvider, type Commitments, useCommitments } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { setHidden, showPage, Vote, vote } from './asks.tsx';

type Props = Partial<Parameters<typeof CommitmentProvider>[0]>;

const paint = () => vi.advanceTimersByTime(50);
const whole = ['seen', 'started', 'committed'];
let commitments: Commitments;
function Grip() {
  commitments = useCommitments();
  return null;
}

/** A tracker that writes down every call, and keeps its host. */
function createLog(more: Partial<Tracker> = {}) {
  const calls: string[] = [];
  const hosts: TrackerHost[] = [];
  const tracker: Tracker = {
    name: 'log',
    connect(host) {
      calls.push('connect');
      hosts.push(host);
    },
    track: ({ phase }) => void calls.push(phase),
    identify: ({ userId }) => void calls.push(userId),
    flush: () => void calls.push('flush'),
    forget: () => void calls.push('forget'),
    ...more,
  };
  return { tracker, calls, hosts };
}

function show(tracker: Tracker, props: Props = {}) {
  const tree = (more: Props) => (
    <CommitmentProvider trackers={[tracker]} {...props} {...more}>
      <Grip />
      <Vote id="a" />
      <Vote id="b" />
    </CommitmentProvider>
  );
  const { rerender, unmount } = render(tree({}));
  return { rerender: (more: Props) => rerender(tree(more)), unmount };
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  setEmitting(true);
  vi.useRealTimers();
  showPage();
});

describe('connect', () => {
  it('comes once, before all else, also under StrictMode and when the tracker comes back', () => {
    const { tracker, calls } = createLog();
    const tree = (trackers: Tracker[]) => (
      <StrictMode>
        <CommitmentProvider trackers={trackers}>
          <Vote id="a" />
        </CommitmentProvider>
      </StrictMode>
    );
    const { rerender } = render(tree([tracker]));
    vote('a');
    paint();
    rerender(tree([]));
    rerender(tree([tracker]));
    paint();
    expect(calls[0]).toBe('connect');
    expect(calls.filter((call) => call !== 'flush')).toEqual(['connect', ...whole]);
  });

  it('comes to the first tracker of a name alone', () => {
    const first = createLog();
    const second = createLog();
    const { rerender } = show(first.tracker);
    rerender({ trackers: [second.tracker] });
    expect([first.calls, second.calls]).toEqual([['connect'], []]);
  });

  it('comes anew with each provider that the tracker hangs on', () => {
    const { tracker, calls } = createLog();
    show(tracker).unmount();
    show(tracker);
    expect(calls.filter((call) => call === 'connect')).toHaveLength(2);
  });

  it('that throws reaches onError, and the tracker works on', () => {
    const onError = vi.fn();
    const error = new Error('no');
    const { tracker, calls } = createLog({
      connect() {
        throw error;
      },
    });
    show(tracker, { onError });
    vote('a');
    paint();
    expect(calls).toEqual(whole);
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ source: 'tracker', tracker: 'log', error }),
    );
  });

  it('knows the visitor’s word at that moment and later, on each purpose', () => {
    const words: string[] = [];
    const { tracker, hosts } = createLog({ purpose: 'advertising' });
    const connect = tracker.connect;
    tracker.connect = (host) => {
      words.push(host.consent());
      connect?.(host);
    };
    const { rerender } = show(tracker, { consent: { advertising: true, functional: false } });
    const [host] = hosts;
    expect(words).toEqual(['granted']);
    expect(host?.consent('functional')).toBe('denied');
    expect(host?.consent('analytics')).toBe('unknown');
    rerender({ consent: { advertising: false } });
    expect(host?.consent()).toBe('denied');
  });

  it.each([
    ['this provider', (rerender: (props: Props) => void) => rerender({ disabled: true })],
    ['the whole tab', () => setEmitting(false)],
  ])('hears denied while %s is off', (_, turnOff) => {
    const { tracker, hosts } = createLog();
    const { rerender } = show(tracker);
    expect(hosts[0]?.consent()).toBe('granted');
    turnOff(rerender);
    expect(hosts[0]?.consent()).toBe('denied');
  });

  it('hands reports to onError, with the name and the event, and never throws', () => {
    const onError = vi.fn(() => {
      throw new Error('even so');
    });
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { tracker, hosts } = createLog();
    show(tracker, { onError });
    const event = { id: '1' } as never;
    hosts[0]?.report('lost', event);
    expect(onError).toHaveBeenCalledExactlyOnceWith({
      source: 'tracker',
      tracker: 'log',
      error: 'lost',
      event,
    });
    expect(report).toHaveBeenCalledExactlyOnceWith(new Error('even so'));
  });
});

describe('forget', () => {
  it('comes once for a no, and once more for another no after a yes', () => {
    const { tracker, calls } = createLog();
    const { rerender } = show(tracker, { consent: { analytics: true } });
    for (const analytics of [false, false, true, false]) {
      rerender({ consent: { analytics } });
      paint();
    }
    expect(calls).toEqual(['connect', 'forget', 'forget']);
  });

  it('comes for a no that was there from the start: what an earlier page stored must go', () => {
    const { tracker, calls } = createLog();
    show(tracker, { consent: { analytics: false } });
    paint();
    expect(calls).toEqual(['connect', 'forget']);
  });

  it('comes for Global Privacy Control, to a tracker of advertising', () => {
    vi.stubGlobal('navigator', Object.create(navigator, { globalPrivacyControl: { value: true } }));
    const ads = createLog({ name: 'ads', purpose: 'advertising' });
    const usual = createLog();
    show(ads.tracker, { trackers: [ads.tracker, usual.tracker] });
    paint();
    expect([ads.calls, usual.calls]).toEqual([['connect', 'forget'], ['connect']]);
  });

  it('comes before what happens after the next yes, and never together with what was refused', () => {
    const { tracker, calls } = createLog();
    const { rerender } = show(tracker, { consent: {} });
    vote('a');
    rerender({ consent: { analytics: false } });
    paint();
    rerender({ consent: { analytics: true } });
    vote('b');
    paint();
    expect(calls).toEqual(['connect', 'forget', ...whole]);
  });

  it('comes at once when the page goes', () => {
    const { tracker, calls } = createLog();
    const { rerender } = show(tracker, { consent: { analytics: true } });
    rerender({ consent: { analytics: false } });
    setHidden(true);
    expect(calls).toEqual(['connect', 'forget']);
  });

  it('comes to a tracker that was taken out, too', () => {
    const { tracker, calls } = createLog();
    const { rerender } = show(tracker, { consent: { analytics: true } });
    rerender({ consent: { analytics: true }, trackers: [] });
    rerender({ consent: { analytics: false }, trackers: [] });
    paint();
    expect(calls).toEqual(['connect', 'flush', 'forget']);
  });

  it('comes to trackers of providers inside, that inherit the word', () => {
    const { tracker, calls } = createLog();
    const tree = (analytics: boolean) => (
      <CommitmentProvider consent={{ analytics }}>
        <CommitmentProvider trackers={[tracker]}>
          <Vote />
        </CommitmentProvider>
      </CommitmentProvider>
    );
    const { rerender } = render(tree(true));
    paint();
    rerender(tree(false));
    paint();
    expect(calls).toEqual(['connect', 'forget']);
  });

  it.each([
    ['this provider is off', { disabled: true }],
    ['the visitor has not been asked', { consent: {} }],
    ['another purpose is refused', { consent: { analytics: true, advertising: false, functional: false } }],
  ])('does not come while %s', (_, props) => {
    const { tracker, calls } = createLog();
    const { rerender } = show(tracker, { consent: { analytics: true } });
    rerender(props);
    paint();
    setHidden(true);
    expect(calls.filter((call) => call !== 'flush')).toEqual(['connect']);
  });

  it('takes back who the visitor is, too, while that waited', () => {
    const { tracker, calls } = createLog();
    const { rerender } = show(tracker, { consent: {} });
    commitments.identify('u-1');
    rerender({ consent: { analytics: false } });
    paint();
    rerender({ consent: { analytics: true } });
    paint();
    expect(calls).toEqual(['connect', 'forget']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('that %s reaches onError, harms no other and is not called again', async (_, forget) => {
    const onError = vi.fn();
    const bad = createLog({ name: 'bad', forget: vi.fn(forget) });
    const good = createLog({ name: 'good' });
    const trackers = [bad.tracker, good.tracker];
    const { rerender } = show(bad.tracker, { trackers, onError, consent: { analytics: true } });
    rerender({ consent: { analytics: false } });
    paint();
    rerender({ consent: { analytics: false } });
    paint();
    await Promise.resolve();
    expect(bad.tracker.forget).toHaveBeenCalledOnce();
    expect(good.calls).toEqual(['connect', 'forget']);
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ source: 'tracker', tracker: 'bad', error: new Error('no') }),
    );
  });

  it('that flushes in turn is told once', () => {
    const onError = vi.fn();
    const { tracker, calls } = createLog({
      forget() {
        calls.push('forget');
        commitments.flush();
      },
    });
    const { rerender } = show(tracker, { onError, consent: { analytics: true } });
    rerender({ consent: { analytics: false } });
    paint();
    expect(calls).toEqual(['connect', 'forget']);
    expect(onError).not.toHaveBeenCalled();
  });
});
