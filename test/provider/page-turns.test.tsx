// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { type ReactNode, useEffect } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { type CommitHandle, useCommit } from 'smallyes/provider';
import { createRecorder, expectEvents, installIntersectionObserver } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { setHidden, showPage, View, Vote, vote } from './asks.tsx';
import { useFakeScreen } from './fake-screen.ts';

let ask: CommitHandle<'poll.vote'>;
const grip = (handle: CommitHandle<'poll.vote'>) => {
  ask = handle;
};

/** A page behind a client-side router, which changes the address before it renders. */
function mount(page: (path: string) => ReactNode) {
  const recorder = createRecorder();
  const turn = (path: string) => {
    window.history.pushState(null, '', path);
    return <recorder.Provider>{page(path)}</recorder.Provider>;
  };
  const { rerender } = render(turn('/a'));
  return { recorder, go: (path: string) => rerender(turn(path)) };
}

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => {
  showPage();
  window.history.replaceState(null, '', '/');
});

describe('on the next page', () => {
  it('a yes that stands can be withdrawn, and another answer counts', () => {
    const { recorder, go } = mount((path) => (
      <>
        <View path={path} />
        <Vote handle={grip} />
      </>
    ));
    vote();
    go('/b');
    ask.withdraw();
    ask.commit({ choice: 'Price' });
    expect(recorder.events.map(({ page, phase }) => `${page.path} ${phase}`)).toEqual([
      '/a seen',
      '/a started',
      '/a committed',
      '/b seen',
      '/b started',
      '/b withdrawn',
      '/b committed',
    ]);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('a yes that was taken back cannot be withdrawn again', () => {
    const { recorder, go } = mount((path) => (
      <>
        <View path={path} />
        <Vote handle={grip} />
      </>
    ));
    vote();
    ask.withdraw();
    go('/b');
    expect(ask.withdraw()).toBeUndefined();
    expect(recorder.phases()).toHaveLength(4);
  });

  it('what its effects record belongs to it, wherever the router tells of it', () => {
    function ProductView({ id }: { id: string }) {
      const { commit } = useCommit('product-view.view', { id });
      useEffect(() => void commit({ item: id }), [commit, id]);
      return null;
    }
    const { recorder, go } = mount((path) => (
      <>
        <ProductView key={path} id={path} />
        <View path={path} />
      </>
    ));
    go('/b');
    const [one, two] = recorder.commitments;
    expect([one?.ask.id, two?.ask.id]).toEqual(['/a', '/b']);
    expect(two?.page.path).toBe('/b');
    expect(two?.page.viewId).not.toBe(one?.page.viewId);
  });

  it('a new page view begins even when the hook mounts anew with each page', () => {
    const { recorder, go } = mount((path) => (
      <>
        <View key={path} path={path} />
        <Vote />
      </>
    ));
    vote();
    go('/b');
    vote();
    expect(recorder.commitments).toHaveLength(2);
    expect(new Set(recorder.events.map(({ page }) => page.viewId)).size).toBe(2);
  });
});

describe('an ask in several places', () => {
  /** A page with the same ask in its header, where it stays, and in its article, if it is there. */
  function places(isThere: (path: string) => boolean) {
    expectConsole('warn', 'SY-103');
    const heard: string[] = [];
    const hear = (place: string) => ({
      onEvent: ({ phase, page }: CommitmentEvent) => void heard.push(`${page.path} ${phase} ${place}`),
      handle: place === 'header' ? grip : () => {},
    });
    const all = mount((path) => (
      <>
        <View path={path} />
        <header>
          <Vote {...hear('header')} />
        </header>
        <main>{isThere(path) && <Vote {...hear('article')} />}</main>
      </>
    ));
    return { ...all, heard };
  }
  const look = (place: string) => {
    screen.hide(document.body);
    screen.show(document.querySelector(place) as Element);
    vi.advanceTimersByTime(1_000);
  };
  const screen = useFakeScreen();

  it('is seen anew on the next page where it stays, though its last place has gone', () => {
    const { go, heard } = places((path) => path === '/a');
    look('header');
    go('/b');
    look('header');
    expect(heard).toEqual(['/a seen header', '/b seen header']);
  });

  it('is seen anew on the next page in whichever place comes into sight', () => {
    const { go, heard } = places(() => true);
    look('header');
    go('/b');
    look('header');
    go('/c');
    look('main');
    expect(heard).toEqual(['/a seen header', '/b seen header', '/c seen article']);
  });

  it('is abandoned where it still stands', () => {
    const { go, heard } = places((path) => path === '/a');
    go('/b');
    ask.start();
    setHidden(true);
    expect(heard).toEqual(['/b seen header', '/b started header', '/b abandoned header']);
  });
});

describe('an ask that was left under way', () => {
  it('is abandoned when the page turns without it, once, and on the page where it stood', () => {
    const { recorder, go } = mount((path) => (
      <>
        <View path={path} />
        {path === '/a' && <Vote handle={grip} />}
      </>
    ));
    ask.start();
    go('/b');
    expectEvents(recorder, ['poll.vote seen', 'poll.vote started', 'poll.vote abandoned']);
    expect(new Set(recorder.events.map(({ page }) => `${page.path} ${page.viewId}`)).size).toBe(1);
    expect(recorder.events[2]?.page.path).toBe('/a');
    go('/c');
    setHidden(true);
    expect(recorder.phases()).toHaveLength(3);
  });

  it('begins a new attempt when it comes back, and is seen anew', () => {
    vi.useFakeTimers();
    const screen = installIntersectionObserver();
    try {
      const { recorder, go } = mount((path) => (
        <>
          <View path={path} />
          {path !== '/b' && <Vote handle={grip} />}
        </>
      ));
      ask.start();
      go('/b');
      go('/c');
      screen.show(document.body);
      vi.advanceTimersByTime(1_000);
      const seen = recorder.events.filter(({ phase }) => phase === 'seen');
      expect(seen.map(({ page }) => page.path)).toEqual(['/a', '/c']);
      expect(seen[0]?.attempt).not.toBe(seen[1]?.attempt);
    } finally {
      screen.restore();
      vi.useRealTimers();
    }
  });

  it('is abandoned under its own id, though the component has become another ask', () => {
    const recorder = createRecorder();
    const tree = (id: string) => (
      <recorder.Provider>
        <Vote id={id} handle={grip} />
      </recorder.Provider>
    );
    const { rerender } = render(tree('a'));
    ask.start();
    rerender(tree('b'));
    setHidden(true);
    expect(recorder.events.map(({ ask, phase }) => `${ask.id} ${phase}`)).toEqual([
      'a seen',
      'a started',
      'a abandoned',
    ]);
  });
});
