// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { globalPrivacyControl, googleConsentMode, iabTcf, useConsent } from 'smallyes/consent';
import type { CommitmentEvent, Purpose, Tracker, TrackerHost } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consents, createDataLayer, createTcfTool, removeTools, tcData } from '../consent/cmp-stubs.ts';
import { setHidden, showPage, Vote, vote } from './asks.tsx';

/** Delivers as the outbox does: holds what it gets, sends a little later, asks again before, forgets on demand. */
function createOutbox(name: string, purpose: Purpose) {
  const held: CommitmentEvent[] = [];
  const sent: CommitmentEvent[] = [];
  const calls: string[] = [];
  let host: TrackerHost | undefined;
  const send = () => {
    for (const event of held.splice(0))
      if (host?.consent() === 'granted' && event.consent[purpose] !== 'denied') sent.push(event);
  };
  const tracker: Tracker = {
    name,
    purpose,
    connect(next) {
      calls.push('connect');
      host = next;
    },
    track(event) {
      calls.push('track');
      held.push(event);
      setTimeout(send, 1_000);
    },
    flush() {
      calls.push('flush');
      send();
    },
    forget() {
      calls.push('forget');
      held.length = 0;
    },
  };
  return { tracker, held, sent, calls };
}

type Word = 'granted' | 'denied' | 'unknown';
const paint = () => act(() => void vi.advanceTimersByTime(50));
const ids = ['a', 'b', 'c'];

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  removeTools();
  showPage();
});

describe('consent that flips', () => {
  const words: Word[] = ['unknown', 'granted', 'denied'];
  const paths = words.flatMap((a) => words.flatMap((b) => words.map((c): [Word, Word, Word] => [a, b, c])));

  it.each(paths)('%s, %s, %s: what is sent, stored and forgotten', (...path) => {
    const usual = createOutbox('usual', 'analytics');
    const ads = createOutbox('ads', 'advertising');
    const trackers = [usual.tracker, ads.tracker];
    const page = (word: Word) => (
      <CommitmentProvider
        trackers={trackers}
        // Advertising is refused throughout: a word on one purpose is none on the other.
        consent={{ analytics: word, functional: word, advertising: false }}
      >
        {ids.map((id) => (
          <Vote key={id} id={id} />
        ))}
      </CommitmentProvider>
    );
    const { rerender } = render(page(path[0]));
    const times: number[] = [];
    for (const [index, word] of path.entries()) {
      rerender(page(word));
      times.push(Date.now());
      vote(ids[index]);
      paint();
      // Time enough for the tracker to send.
      vi.advanceTimersByTime(5_000);
      // What was stored under a yes stays until a no.
      const last = path.slice(0, index + 1).findLast((one) => one !== 'unknown');
      expect(localStorage).toHaveLength(last === 'granted' ? 1 : 0);
    }
    // An event is sent if, from its own moment on, a yes comes before a no.
    const due = ids.filter((_, index) => path.slice(index).find((word) => word !== 'unknown') === 'granted');
    expect(usual.sent.filter(({ phase }) => phase === 'committed').map(({ ask }) => ask.id)).toEqual(due);
    expect(usual.sent.map(({ ask, time }) => time === times[ids.indexOf(ask.id)])).toEqual(
      usual.sent.map(() => true),
    );
    const places = usual.sent.map(({ seq }) => seq);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(usual.sent.map(({ id }) => id)).size).toBe(usual.sent.length);
    const refusals = path.filter((word, index) => word === 'denied' && path[index - 1] !== 'denied');
    expect(usual.calls.filter((call) => call === 'forget')).toHaveLength(refusals.length);
    expect(ads.calls).toEqual(['connect', 'forget']);
  });

  it('is asked again for what a tracker still holds: a no in between is a no', () => {
    const { tracker, held, sent } = createOutbox('usual', 'analytics');
    const page = (analytics: Word) => (
      <CommitmentProvider trackers={[tracker]} consent={{ analytics }}>
        <Vote />
      </CommitmentProvider>
    );
    const { rerender } = render(page('granted'));
    vote();
    paint();
    expect(held).toHaveLength(3);
    rerender(page('unknown'));
    vi.advanceTimersByTime(5_000);
    expect(sent).toEqual([]);
  });
});

describe('consent from the tools of the page', () => {
  function Page({ trackers }: { trackers: Tracker[] }) {
    const consent = useConsent([googleConsentMode(), iabTcf(), globalPrivacyControl()]);
    return (
      <CommitmentProvider trackers={trackers} consent={consent}>
        {ids.map((id) => (
          <Vote key={id} id={id} />
        ))}
      </CommitmentProvider>
    );
  }
  const every = consents(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  const yes = {
    ad_storage: 'granted',
    ad_user_data: 'granted',
    analytics_storage: 'granted',
    functionality_storage: 'granted',
  };

  it('holds, replays with the original times, and clears, as the visitor says', () => {
    const tool = createTcfTool();
    const { gtag } = createDataLayer();
    const usual = createOutbox('usual', 'analytics');
    const ads = createOutbox('ads', 'advertising');
    render(<Page trackers={[usual.tracker, ads.tracker]} />);
    const began = Date.now();
    vote('a');
    paint();
    vi.advanceTimersByTime(60_000);
    act(() => tool.load());
    act(() => gtag('consent', 'update', yes));
    paint();
    expect([usual.held, usual.sent, ads.held]).toEqual([[], [], []]);
    expect(localStorage).toHaveLength(0);
    // The second tool agrees, but not to advertising.
    act(() => tool.say(tcData('useractioncomplete', consents(1, 7, 8, 9, 10))));
    paint();
    vi.advanceTimersByTime(1_000);
    expect(usual.sent.map(({ ask, phase, time }) => `${ask.id} ${phase} ${time - began}`)).toEqual(
      ['seen', 'started', 'committed'].map((phase) => `a ${phase} 0`),
    );
    expect(ads.calls).toEqual(['connect', 'forget']);
    expect(localStorage).toHaveLength(1);
    // Taken back while an event is on its way.
    vote('b');
    paint();
    expect(usual.held).toHaveLength(3);
    act(() => gtag('consent', 'update', { analytics_storage: 'denied' }));
    paint();
    expect(usual.held).toEqual([]);
    act(() => tool.say(tcData('useractioncomplete', every)));
    act(() => gtag('consent', 'update', yes));
    vote('c');
    paint();
    vi.advanceTimersByTime(1_000);
    expect(new Set(usual.sent.map(({ ask }) => ask.id))).toEqual(new Set(['a', 'c']));
    expect(new Set(ads.sent.map(({ ask }) => ask.id))).toEqual(new Set(['c']));
  });

  it('is a no before the page goes, too: what is held is dropped, not flushed', () => {
    const tool = createTcfTool();
    tool.load(tcData('tcloaded', every));
    const { gtag } = createDataLayer();
    gtag('consent', 'update', yes);
    const usual = createOutbox('usual', 'analytics');
    render(<Page trackers={[usual.tracker]} />);
    paint();
    vote('a');
    paint();
    expect(usual.held).toHaveLength(3);
    act(() => tool.say(tcData('useractioncomplete', consents())));
    setHidden(true);
    expect(usual.sent).toEqual([]);
    expect(usual.calls.at(-1)).toBe('forget');
  });
});
