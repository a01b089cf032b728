// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { Tracker } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { setHidden, showPage, Vote, vote } from './asks.tsx';
import { createSpy } from './spy.ts';

const paint = () => vi.advanceTimersByTime(50);

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  showPage();
});

describe('consent', () => {
  const tree = (
    consent: Parameters<typeof CommitmentProvider>[0]['consent'],
    trackers: Tracker[],
    ids = ['a', 'b', 'c'],
  ) => (
    <CommitmentProvider trackers={trackers} consent={consent}>
      {ids.map((id) => (
        <Vote key={id} id={id} />
      ))}
    </CommitmentProvider>
  );

  it('holds events back until it is given, then hands them over in order with their own times', () => {
    const { tracker, events } = createSpy();
    const { rerender } = render(tree({ analytics: null }, [tracker]));
    const began = Date.now();
    vote('a');
    vi.advanceTimersByTime(60_000);
    vote('b');
    paint();
    expect(events).toEqual([]);
    vi.advanceTimersByTime(60_000);
    rerender(tree({ analytics: true }, [tracker]));
    paint();
    expect(events.map(({ ask, phase }) => `${ask.id} ${phase}`)).toEqual([
      'a seen',
      'a started',
      'a committed',
      'b seen',
      'b started',
      'b committed',
    ]);
    expect(events.map(({ time }) => time - began)).toEqual([0, 0, 0, 60_000, 60_000, 60_000]);
    expect(events[0]?.consent.analytics).toBe('unknown');
  });

  it.each([undefined, null])('given as %s means that the visitor has not been asked yet', (unasked) => {
    const { tracker, events } = createSpy();
    const { rerender } = render(tree(unasked, [tracker]));
    vote('a');
    paint();
    expect(events).toEqual([]);
    expect(localStorage).toHaveLength(0);
    rerender(tree({ analytics: true }, [tracker]));
    paint();
    expect(events.map(({ consent }) => consent)).toEqual(
      Array(3).fill({ analytics: 'unknown', advertising: 'unknown', functional: 'unknown' }),
    );
  });

  it('that comes after a refusal does not bring back what passed under it, even to a tracker added later', () => {
    const { tracker, events } = createSpy();
    const { rerender } = render(tree({ analytics: false }, []));
    vote('a');
    rerender(tree({ analytics: true }, []));
    vote('b');
    rerender(tree({ analytics: true }, [tracker]));
    paint();
    expect(new Set(events.map(({ ask }) => ask.id))).toEqual(new Set(['b']));
  });

  it('that was open, then refused, then given brings nothing back from before the no, even to a tracker added later', () => {
    const late = createSpy('late');
    const ads = createSpy('ads', 'advertising');
    const { rerender } = render(tree({ advertising: null }, []));
    vote('a');
    rerender(tree({ analytics: false }, []));
    rerender(tree({ analytics: true, advertising: true }, []));
    vote('b');
    rerender(tree({ analytics: true, advertising: true }, [late.tracker, ads.tracker]));
    paint();
    expect(new Set(late.events.map(({ ask }) => ask.id))).toEqual(new Set(['b']));
    // Advertising was never refused.
    expect(new Set(ads.events.map(({ ask }) => ask.id))).toEqual(new Set(['a', 'b']));
  });

  it('throws away what waited when it is refused, for good', () => {
    const { tracker, events, flush } = createSpy();
    const { rerender } = render(tree({}, [tracker]));
    vote('a');
    rerender(tree({ analytics: false }, [tracker]));
    vote('b');
    setHidden(true);
    setHidden(false);
    paint();
    expect(flush).not.toHaveBeenCalled();
    rerender(tree({ analytics: true }, [tracker]));
    paint();
    expect(events).toEqual([]);
    vote('c');
    paint();
    expect(events.map(({ ask }) => ask.id)).toEqual(['c', 'c', 'c']);
  });

  it('keeps nothing that happened while it was refused, even when it is given in the next moment', () => {
    const { tracker, events } = createSpy();
    const { rerender } = render(tree({ analytics: false }, [tracker]));
    vote('a');
    rerender(tree({ analytics: true }, [tracker]));
    vote('b');
    paint();
    expect(events.map(({ ask }) => ask.id)).toEqual(['b', 'b', 'b']);
  });

  it('gates each tracker by its own purpose, analytics unless it says', () => {
    const usual = createSpy('usual');
    const ads = createSpy('ads', 'advertising');
    const kept = createSpy('kept', 'functional');
    const trackers = [usual.tracker, ads.tracker, kept.tracker];
    render(tree({ analytics: 'granted', advertising: 'denied', functional: 'unknown' }, trackers));
    vote('a');
    paint();
    expect([usual, ads, kept].map(({ events }) => events.length)).toEqual([3, 0, 0]);
  });

  it('is all granted without a prop, but Global Privacy Control still stops advertising', () => {
    vi.stubGlobal('navigator', Object.create(navigator, { globalPrivacyControl: { value: true } }));
    const usual = createSpy('usual');
    const ads = createSpy('ads', 'advertising');
    render(
      <CommitmentProvider trackers={[usual.tracker, ads.tracker]}>
        <Vote id="a" />
      </CommitmentProvider>,
    );
    vote('a');
    paint();
    expect([usual, ads].map(({ events }) => events.length)).toEqual([3, 0]);
    expect(usual.events[0]?.consent).toEqual({
      analytics: 'granted',
      advertising: 'denied',
      functional: 'granted',
    });
  });

  it('with a prop is what the prop says: only the host knows of a later opt-in', () => {
    vi.stubGlobal('navigator', Object.create(navigator, { globalPrivacyControl: { value: true } }));
    const ads = createSpy('ads', 'advertising');
    render(tree({ advertising: true }, [ads.tracker]));
    vote('a');
    paint();
    expect(ads.events).toHaveLength(3);
  });

  it('never stops callbacks, which carry its state', () => {
    const heard: string[] = [];
    render(
      <CommitmentProvider
        consent={{ analytics: false }}
        onCommit={(event) => heard.push(event.consent.analytics)}
      >
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    expect(heard).toEqual(['denied']);
  });

  it('is waited for by at most 100 events, the latest, and SY-111 says so', () => {
    expectConsole('warn', 'SY-111 The tracker "spy" lost events that waited for consent.');
    const { tracker, events } = createSpy();
    const ids = Array.from({ length: 40 }, (_, i) => `ask-${i}`);
    const { rerender } = render(tree({}, [tracker], ids));
    for (const id of ids) vote(id);
    rerender(tree({ analytics: true }, [tracker], ids));
    paint();
    expect(events).toHaveLength(100);
    expect(events.at(-1)).toMatchObject({ ask: { id: 'ask-39' }, phase: 'committed' });
  });

  it('is waited for 30 minutes, and SY-111 says so', () => {
    expectConsole('warn', 'SY-111 The tracker "spy" lost events that waited for consent.');
    const { tracker, events } = createSpy();
    const { rerender } = render(tree({}, [tracker]));
    vote('a');
    vi.advanceTimersByTime(31 * 60_000);
    vote('b');
    rerender(tree({ analytics: true }, [tracker]));
    paint();
    expect(events.map(({ ask }) => ask.id)).toEqual(['b', 'b', 'b']);
  });

  it.each([-86_400_000, 86_400_000])(
    'is waited for by the same time when the clock of the device is put right by %i ms',
    (jump) => {
      const { tracker, events } = createSpy();
      const { rerender } = render(tree({}, [tracker]));
      vote('a');
      vi.advanceTimersByTime(10 * 60_000);
      vi.setSystemTime(Date.now() + jump);
      vi.advanceTimersByTime(10 * 60_000);
      vote('b');
      rerender(tree({ analytics: true }, [tracker]));
      paint();
      expect(events.map(({ ask, phase }) => `${ask.id} ${phase}`)).toEqual([
        'a seen',
        'a started',
        'a committed',
        'b seen',
        'b started',
        'b committed',
      ]);
    },
  );

  it('reaches trackers of providers below, that inherit it', () => {
    const { tracker, events } = createSpy();
    const nested = (analytics: boolean | null) => (
      <CommitmentProvider consent={{ analytics }}>
        <Inner />
      </CommitmentProvider>
    );
    const trackers = [tracker];
    const Inner = () => (
      <CommitmentProvider trackers={trackers}>
        <Vote />
      </CommitmentProvider>
    );
    const { rerender } = render(nested(null));
    vote();
    paint();
    expect(events).toEqual([]);
    rerender(nested(true));
    paint();
    expect(events).toHaveLength(3);
  });

  it('lets go of more than 100 events of one moment when it is given', () => {
    const { tracker, events } = createSpy();
    const ids = Array.from({ length: 50 }, (_, i) => `ask-${i}`);
    render(tree({ analytics: true }, [tracker], ids));
    for (const id of ids) vote(id);
    paint();
    expect(events).toHaveLength(150);
    const places = events.map(({ seq }) => seq);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
