// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { createMemory } from '../../src/provider/memory.ts';
import { createVisit } from '../../src/provider/visit.ts';
import { Vote, vote } from './asks.tsx';

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);
const land = (address: string) => window.history.replaceState(null, '', address);

/** Opens a tab: a new memory and a new visit over the storage that all share. */
function open(functional: 'granted' | 'unknown' = 'granted') {
  const memory = createMemory();
  memory.follow(functional);
  return { memory, ...createVisit(memory) };
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  land('/');
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 1, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('two tabs', () => {
  it('lose no segment of each other', () => {
    const one = open();
    one.session();
    const two = open();
    two.session();
    one.setSegments(['x']);
    two.setSegments(['y']);
    expect(open().segments()).toEqual(['x', 'y']);
  });

  it('are one visit while something happens in either', () => {
    const one = open();
    const first = one.session();
    const two = open();
    for (let i = 0; i < 4; i++) {
      minutes(10);
      two.session();
    }
    expect(one.session()).toEqual(first);
    expect(two.session()).toEqual(first);
  });

  it('are a new visit, the same in both, when nothing happened in either', () => {
    const one = open();
    const first = one.session();
    const two = open();
    two.session();
    minutes(31);
    const next = two.session();
    expect(next).toMatchObject({ n: 2 });
    expect(next.id).not.toBe(first.id);
    expect(one.session()).toEqual(next);
  });

  it('are one visitor, though both were open before either had anything to tell', () => {
    const [one, two] = [open(), open()];
    expect([one.segments(), two.segments()]).toEqual([[], []]);
    const first = two.session();
    expect(one.session()).toEqual(first);
    expect(one.visitor().id).toBe(two.visitor().id);
  });

  it('count on from each other: one that was left open over night is not the second visit again', () => {
    const one = open();
    one.session();
    minutes(60 * 13);
    const two = open();
    two.session();
    minutes(40);
    expect(one.session()).toMatchObject({ n: 3 });
    expect(one.comeback()).toEqual({ visits: 3, away: 40 * 60_000 });
    expect(two.session()).toEqual(one.session());
  });

  it('keep what answers in the other one said and took back, while the visit goes on and when another begins', () => {
    const one = open();
    one.session();
    const two = open();
    for (const pause of [2, 31]) {
      two.setSegments(['y']);
      minutes(pause);
      expect(one.visitor().segments).toEqual(['y']);
      expect(open().segments()).toEqual(['y']);
      two.setSegments([], ['y']);
      minutes(pause);
      expect(one.visitor().segments).toEqual([]);
      expect(open().segments()).toEqual([]);
    }
  });
});

describe('the half hour of a visit', () => {
  it('begins with the last event, though not each one is written down', () => {
    const visit = open();
    const first = visit.session();
    vi.advanceTimersByTime(59_000);
    visit.session();
    minutes(29.5);
    expect(visit.session()).toEqual(first);
  });
});

describe('a consent tool that answers late', () => {
  it('begins no visit on each page', () => {
    open().session();
    for (let page = 0; page < 3; page++) {
      minutes(1);
      const visit = open('unknown');
      visit.session();
      visit.memory.follow('granted');
      visit.reload();
      expect(visit.session().n).toBe(1);
    }
  });

  it('begins the next visit once, after half an hour', () => {
    open().session();
    minutes(31);
    const visit = open('unknown');
    visit.session();
    visit.memory.follow('granted');
    visit.reload();
    expect(visit.session().n).toBe(2);
    expect(open().session().n).toBe(2);
  });
});

describe('the campaign', () => {
  it('is that of the address the visitor came to, though a router changed it before the first event', () => {
    land('/?utm_source=ads');
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote />
      </recorder.Provider>,
    );
    window.history.pushState(null, '', '/article');
    vote();
    expect(recorder.events[0]?.session.campaign?.last).toEqual({ utm_source: 'ads' });
    expect(recorder.events[0]?.page.path).toBe('/article');
  });
});

describe('after functional is refused', () => {
  it('events carry nothing that was stored: one visit goes on, of somebody unknown', () => {
    land('/?utm_source=ads');
    const earlier = open();
    earlier.session();
    earlier.setSegments(['hurdle:trust']);
    minutes(31);
    land('/');
    const recorder = createRecorder({ keepMemory: true });
    const tree = (functional: boolean) => (
      <recorder.Provider consent={{ functional, analytics: true }}>
        {['a', 'b', 'c'].map((id) => (
          <Vote key={id} id={id} />
        ))}
      </recorder.Provider>
    );
    const { rerender } = render(tree(true));
    vote('a');
    rerender(tree(false));
    vote('b');
    rerender(tree(true));
    vote('c');
    const [known, refused, again] = recorder.commitments;
    expect(known).toMatchObject({
      session: { n: 2, campaign: { first: { utm_source: 'ads' } } },
      visitor: { segments: ['hurdle:trust'] },
    });
    expect(refused?.session).toEqual({ id: known?.session.id, n: 1 });
    expect(refused).not.toHaveProperty('visitor');
    expect(again?.session).toEqual({ id: known?.session.id, n: 1 });
    expect(again?.visitor).toMatchObject({ isNew: true, segments: [] });
    expect(again?.visitor?.id).not.toBe(known?.visitor?.id);
  });
});
