// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftInMemory } from '../../src/fields/draft-in-memory.ts';
import { createDraftKeeper } from '../../src/fields/form-draft.ts';
import { freshNote } from '../../src/fields/fresh-note.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import type { Hub } from '../../src/provider/hub.ts';
import { createMemory } from '../../src/provider/memory.ts';
import { Vote, vote } from './asks.tsx';

const stored = () => Object.fromEntries(Object.entries(localStorage));

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the memory', () => {
  it('touches no storage before the visitor allows it, and remembers within the page', () => {
    const storage = vi.fn(() => localStorage);
    const real = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: storage });
    try {
      const memory = createMemory();
      memory.set('a', '1');
      memory.follow('unknown');
      expect(memory.get('a')).toBe('1');
      expect(memory.get('b')).toBeNull();
      expect(storage).not.toHaveBeenCalled();
    } finally {
      Object.defineProperty(globalThis, 'localStorage', real);
    }
  });

  it('writes down what it held once it may, and everything from then on', () => {
    const memory = createMemory();
    memory.set('a', '1');
    memory.follow('granted');
    memory.set('b', '2');
    expect(stored()).toEqual({ 'smallyes:a': '1', 'smallyes:b': '2' });
  });

  it('keeps what an earlier visit left, which is older', () => {
    localStorage.setItem('smallyes:a', 'earlier');
    const memory = createMemory();
    memory.set('a', 'now');
    memory.follow('granted');
    expect(stored()).toEqual({ 'smallyes:a': 'earlier' });
    expect(memory.stored('a')).toBe('earlier');
  });

  it('makes one note of both where it is told how, once, whatever word comes before', () => {
    localStorage.setItem('smallyes:a', 'earlier');
    const memory = createMemory();
    memory.set('a', 'now', (older, note) => `${older} ${note}`);
    memory.follow('unknown');
    memory.follow('granted');
    expect(stored()).toEqual({ 'smallyes:a': 'earlier now' });
    expect(memory.get('a')).toBe('earlier now');
    memory.follow('unknown');
    memory.follow('granted');
    expect(memory.get('a')).toBe('earlier now');
  });

  it('makes nothing of a note that was written when storage was open', () => {
    const memory = createMemory();
    memory.follow('granted');
    memory.set('a', 'mine', (older, note) => `${older} ${note}`);
    localStorage.setItem('smallyes:a', 'of another tab');
    memory.follow('unknown');
    memory.follow('granted');
    expect(stored()).toEqual({ 'smallyes:a': 'of another tab' });
  });

  it('gives a draft of this page the place of an earlier one, above all when it was sent', () => {
    const visit = (key: string, typed: string) => {
      localStorage.setItem(key, 'old words');
      sessionStorage.clear();
      const memory = createMemory();
      memory.set('draft:talk', typed);
      memory.follow('granted');
      sessionStorage.clear();
      const next = createMemory();
      next.follow('granted');
      return next.get('draft:talk');
    };
    expect(visit('smallyes:draft:talk', '')).toBeNull();
    expect(visit('smallyes:draft:talk', 'new words')).toBe('new words');
  });

  it('reads what an earlier visit left once it may', () => {
    localStorage.setItem('smallyes:a', 'earlier');
    const memory = createMemory();
    expect(memory.get('a')).toBeNull();
    memory.follow('granted');
    expect(memory.get('a')).toBe('earlier');
  });

  it('removes all that is its own, and nothing else, when it is refused', () => {
    localStorage.setItem('cart', '3');
    localStorage.setItem('smallyes:old', 'x');
    const memory = createMemory();
    memory.follow('granted');
    memory.set('a', '1');
    memory.follow('denied');
    memory.set('b', '2');
    expect(stored()).toEqual({ cart: '3' });
    expect(memory.get('b')).toBe('2');
    expect(memory.stored('b')).toBeNull();
  });

  it('keeps what was typed for its own tab, whatever another tab has typed since, and for a new one the latest', () => {
    const memory = createMemory();
    memory.follow('granted');
    memory.set('draft:talk', 'mine');
    memory.set('a', '1');
    localStorage.setItem('smallyes:draft:talk', 'of another tab');
    const reloaded = createMemory();
    reloaded.follow('granted');
    expect(reloaded.get('draft:talk')).toBe('mine');
    // Nothing but drafts is a tab's own.
    expect(Object.keys(sessionStorage)).toEqual(['smallyes:draft:talk']);
    sessionStorage.clear();
    const another = createMemory();
    another.follow('granted');
    expect(another.get('draft:talk')).toBe('of another tab');
  });

  it('brings nothing back to a tab that has sent, and takes from no other tab what is typed there', () => {
    const typing = createMemory();
    typing.follow('granted');
    typing.set('draft:talk', 'mine');
    const typed = { ...sessionStorage };
    sessionStorage.clear();
    const sending = createMemory();
    sending.follow('granted');
    sending.set('draft:talk', '');
    // Typed on in the first tab since.
    localStorage.setItem('smallyes:draft:talk', 'mine, and more');
    const reloaded = createMemory();
    reloaded.follow('granted');
    expect(reloaded.stored('draft:talk')).toBeNull();
    expect(reloaded.get('draft:talk')).toBeNull();
    Object.assign(sessionStorage, typed);
    expect(reloaded.get('draft:talk')).toBe('mine');
  });

  it('forgets what is stale, wherever it lies, and finds the fresh note behind it', () => {
    const isStale = (note: string) => note.startsWith('old');
    const memory = createMemory();
    memory.follow('granted');
    memory.set('draft:talk', 'old');
    localStorage.setItem('smallyes:draft:talk', 'fresh');
    // In this page it is held as well, and older than what lies there.
    expect(freshNote(memory, 'draft:talk', isStale)).toBe('fresh');
    expect([{ ...sessionStorage }, stored()]).toEqual([{}, { 'smallyes:draft:talk': 'fresh' }]);
    localStorage.setItem('smallyes:draft:talk', 'old as well');
    expect(freshNote(memory, 'draft:talk', isStale)).toBeNull();
    expect(stored()).toEqual({});
  });

  it('gives a form the fresh draft of another tab instead of an expired one of its own, and erases neither tab', () => {
    const note = (age: number, name: string) =>
      JSON.stringify({ v: 1, t: Date.now() - age, values: { name } });
    sessionStorage.setItem('smallyes:draft:talk', note(2_000, 'expired'));
    localStorage.setItem('smallyes:draft:talk', note(0, 'fresh'));
    const memory = createMemory();
    memory.follow('granted');
    const draft = draftInMemory({ site: { memory } } as Hub, 'talk', { days: 1 / 86_400 }, 7);
    const keeper = createDraftKeeper(
      () => draft,
      () => ({}),
    );
    expect(keeper.restore()).toEqual({ name: 'fresh' });
    expect(stored()['smallyes:draft:talk']).toContain('fresh');
  });

  it('removes drafts of the tab as well, when it is refused', () => {
    const memory = createMemory();
    memory.follow('granted');
    memory.set('draft:talk', 'mine');
    memory.follow('denied');
    expect([Object.keys(sessionStorage), stored()]).toEqual([[], {}]);
  });

  it.each([
    [
      'cannot even be named',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    [
      'is full',
      () =>
        new Proxy({} as Storage, {
          get: () => () => {
            throw new DOMException('full', 'QuotaExceededError');
          },
          ownKeys() {
            throw new Error('no');
          },
        }),
    ],
    ['is missing', () => undefined],
  ])('never throws where storage %s, and remembers within the page', (_name, get) => {
    const names = ['localStorage', 'sessionStorage'] as const;
    const real = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name)!);
    for (const name of names) Object.defineProperty(globalThis, name, { configurable: true, get });
    try {
      const memory = createMemory();
      memory.follow('granted');
      memory.set('a', '1');
      memory.set('draft:a', '1');
      expect(memory.get('a')).toBe('1');
      expect(memory.get('draft:a')).toBe('1');
      expect(memory.get('b')).toBeNull();
      expect(memory.get('draft:b')).toBeNull();
      memory.follow('denied');
      const recorder = createRecorder();
      render(
        <recorder.Provider>
          <Vote />
        </recorder.Provider>,
      );
      vote();
      expectEvents(recorder, ['poll.vote seen', 'poll.vote started', 'poll.vote committed']);
    } finally {
      for (const [at, name] of names.entries()) Object.defineProperty(globalThis, name, real[at]!);
    }
  });
});

describe('what a provider stores', () => {
  const tree = (functional: boolean | null, analytics = true) => (
    <CommitmentProvider consent={{ functional, analytics }}>
      <Vote id="a" />
      <Vote id="b" />
    </CommitmentProvider>
  );

  it('is nothing until functional is granted, then the visit, and nothing again after a refusal', () => {
    const { rerender } = render(tree(null));
    vote('a');
    expect(stored()).toEqual({});
    rerender(tree(true));
    expect(Object.keys(stored())).toEqual(['smallyes:visit']);
    rerender(tree(false));
    expect(stored()).toEqual({});
    vote('b');
    expect(stored()).toEqual({});
  });

  it('goes from this tab as well when another tab removes it, by a refusal or with all the rest', () => {
    const gone = (key: string | null, newValue: string | null) =>
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    const keep = () => {
      for (const key of ['smallyes:draft:talk', 'smallyes:draft:talk-2', 'cart'])
        sessionStorage.setItem(key, 'typed');
    };
    const left = () => Object.keys(sessionStorage).sort();
    const { unmount } = render(tree(true));
    keep();
    gone('smallyes:draft:talk', '');
    gone('cart', null);
    expect(left()).toEqual(['cart', 'smallyes:draft:talk', 'smallyes:draft:talk-2']);
    gone('smallyes:draft:talk', null);
    expect(left()).toEqual(['cart', 'smallyes:draft:talk-2']);
    gone(null, null);
    expect(left()).toEqual(['cart']);
    unmount();
    keep();
    gone(null, null);
    expect(left()).toHaveLength(3);
  });

  it('is nothing that was rendered but never acted on', () => {
    render(tree(true));
    expect(stored()).toEqual({});
  });

  it('is not decided by a provider below', () => {
    render(
      <CommitmentProvider consent={{ functional: false }}>
        <CommitmentProvider consent={{ functional: true }}>
          <Vote />
        </CommitmentProvider>
      </CommitmentProvider>,
    );
    vote();
    expect(stored()).toEqual({});
  });
});
