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

  it('keep what the other one heard since they were painted, though both have their event within a minute', () => {
    const one = open();
    one.session();
    const late = open();
    expect(late.segments()).toEqual([]);
    one.setSegments(['y']);
    late.session();
    expect(late.segments()).toEqual(['y']);
    expect(open().segments()).toEqual(['y']);
  });

  it('bring nothing back that the other one took back, within a minute either', () => {
    const one = open();
    one.setSegments(['y', 'z']);
    const two = open();
    two.session();
    vi.advanceTimersByTime(10_000);
    one.setSegments([], ['y']);
    two.setSegments(['x']);
    expect(two.segments()).toEqual(['z', 'x']);
    expect(open().segments()).toEqual(['z', 'x']);
  });

  it('go on as one visit after a clock that was ahead is set right', () => {
    vi.setSystemTime(Date.now() + 2 * 60 * 60_000);
    const one = open();
    one.session();
    const two = open();
    const ahead = two.session();
    vi.setSystemTime(Date.now() - 2 * 60 * 60_000);
    const right = one.session();
    expect(right).toMatchObject({ n: ahead.n + 1 });
    vi.advanceTimersByTime(1_000);
    expect(two.session()).toEqual(right);
    expect(open().session()).toEqual(right);
  });

  it('hear each other though the clock was ahead in between', () => {
    const one = open();
    const first = one.session();
    const two = open();
    two.session();
    vi.setSystemTime(Date.now() + 2 * 60 * 60_000);
    one.setSegments(['y']);
    vi.setSystemTime(Date.now() - 2 * 60 * 60_000 + 61_000);
    expect(two.visitor().segments).toEqual(['y']);
    expect(two.session().n).toBe(first.n + 1);
    expect(one.session()).toEqual(two.session());
  });
});

describe('a no in one of two tabs', () => {
  it.each(['smallyes:visit', null])('makes the visitor somebody else in both (removed: %s)', (key) => {
    const recorder = createRecorder({ keepMemory: true });
    const tree = (functional?: true) => (
      <recorder.Provider consent={{ functional, analytics: true }}>
        {['a', 'b', 'c', 'd'].map((id) => (
          <Vote key={id} id={id} />
        ))}
      </recorder.Provider>
    );
    const { rerender } = render(tree(true));
    vote('a');
    const other = open();
    const { id } = other.visitor();
    const hear = (key: string | null, newValue: string | null = null) =>
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    // Of the shop itself, and of the visit that goes on.
    hear('cart');
    hear('smallyes:visit', localStorage.getItem('smallyes:visit'));
    vote('b');
    other.memory.follow('denied');
    other.forget();
    hear(key);
    // Nor does what the tab held come back when its own consent tool looks again.
    rerender(tree());
    rerender(tree(true));
    vote('c');
    minutes(2);
    vote('d');
    other.memory.follow('granted');
    other.reload();
    expect(recorder.commitments.map(({ visitor }) => visitor?.id === id)).toEqual([true, true, false, false]);
    expect(other.visitor().id).not.toBe(id);
    expect(recorder.commitments[3]?.visitor?.id).toBe(recorder.commitments[2]?.visitor?.id);
  });
});

describe('a tab whose storage refuses to be written', () => {
  it.each([0, 2])('knows better than what is stored, %i minutes after', (pause) => {
    const visit = open();
    const first = visit.session();
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    try {
      for (const segment of ['x', 'y']) {
        visit.setSegments([segment]);
        minutes(pause);
      }
      visit.setSegments([], ['x']);
      expect(visit.visitor().segments).toEqual(['y']);
      expect(visit.session()).toEqual(first);
    } finally {
      set.mockRestore();
    }
    minutes(2);
    visit.session();
    expect(open().segments()).toEqual(['y']);
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

  it.each([1, 31])(
    'goes on from a tab in which it answered long ago, and where the last act is %i minutes back',
    (rest) => {
      const other = open();
      const { id } = other.session();
      const visit = open('unknown');
      visit.session();
      for (let turn = 0; turn < 5; turn++) {
        minutes(20);
        other.session();
      }
      minutes(rest);
      visit.memory.follow('granted');
      visit.reload();
      const isNext = rest > 30;
      expect(visit.session().n).toBe(isNext ? 2 : 1);
      expect(visit.session().id === id).toBe(!isNext);
      expect(visit.comeback().away).toBe(isNext ? rest * 60_000 : 0);
      minutes(2);
      expect(other.session()).toEqual(visit.session());
    },
  );

  it('does not shorten a visit that another tab goes on with', () => {
    const visit = open('unknown');
    visit.session();
    const other = open();
    minutes(28);
    const { id } = other.session();
    minutes(1);
    visit.memory.follow('granted');
    visit.reload();
    minutes(4);
    expect(open().session()).toMatchObject({ id, n: 1 });
  });

  it('loses nothing of what was answered while it knew nothing for a while', () => {
    const visit = open();
    visit.session();
    visit.memory.follow('unknown');
    visit.setSegments(['x']);
    visit.memory.follow('granted');
    visit.reload();
    minutes(2);
    expect(visit.visitor().segments).toEqual(['x']);
    expect(open().segments()).toEqual(['x']);
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
  it('events carry nothing that was stored: the visit of somebody unknown begins', () => {
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
    expect(refused?.session).toEqual({ id: expect.any(String), n: 1 });
    expect(refused?.session.id).not.toBe(known?.session.id);
    expect(refused).not.toHaveProperty('visitor');
    expect(again?.session).toEqual(refused?.session);
    expect(again?.visitor).toMatchObject({ isNew: true, segments: [] });
    expect(again?.visitor?.id).not.toBe(known?.visitor?.id);
  });
});
