// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
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
    another.set('draft:talk', '');
    expect(another.stored('draft:talk')).toBeNull();
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
