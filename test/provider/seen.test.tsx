// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { useCallback, useEffect, useState } from 'react';
import { setEmitting } from 'smallyes/events';
import { useCommit } from 'smallyes/provider';
import { createRecorder, expectEvents, type FakeScreen, installIntersectionObserver } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { Vote } from './asks.tsx';

let screen: FakeScreen;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.useFakeTimers();
  screen = installIntersectionObserver();
});
afterEach(() => {
  setEmitting(true);
  screen.restore();
  vi.useRealTimers();
});

/** An ask on a page that renders four times a second, with a ref that is made anew each time or is not. */
function Restless({ isInline }: { isInline: boolean }) {
  const [count, setCount] = useState(0);
  const { ref } = useCommit('poll.vote', { id: 'restless' });
  useEffect(() => {
    const timer = setInterval(() => setCount((before) => before + 1), 250);
    return () => clearInterval(timer);
  }, []);
  return <p ref={isInline ? (element) => ref(element) : ref}>{count}</p>;
}

describe('seen', () => {
  it.each([
    ['the ref of the kit', false],
    ['an inline ref of the page', true],
  ])('comes once, after a second, though the ask renders all the time with %s', async (_name, isInline) => {
    const recorder = createRecorder();
    const { container } = render(
      <recorder.Provider>
        <Restless isInline={isInline} />
      </recorder.Provider>,
    );
    screen.show(container);
    // Awaited, because the kit looks a moment later whether a ref that went has come back.
    const pass = () => act(async () => void vi.advanceTimersByTime(250));
    for (let i = 0; i < 3; i++) await pass();
    expectEvents(recorder, []);
    for (let i = 0; i < 10; i++) await pass();
    expect(container.textContent).toBe('13');
    expectEvents(recorder, ['poll.vote seen']);
  });

  it('comes for each of two asks on one element', () => {
    const recorder = createRecorder();
    function Product() {
      const { ref: view } = useCommit('product-view.view', { id: 'product' });
      const { ref: cart } = useCommit('add-to-cart-button.add', { id: 'cart' });
      const ref = useCallback(
        (element: Element | null) => {
          const ends = [view(element), cart(element)];
          return () => {
            for (const end of ends) end?.();
          };
        },
        [view, cart],
      );
      return <div ref={ref}>Grinder</div>;
    }
    const { container } = render(
      <recorder.Provider>
        <Product />
      </recorder.Provider>,
    );
    screen.show(container);
    vi.advanceTimersByTime(1_000);
    expectEvents(recorder, ['product-view.view seen', 'add-to-cart-button.add seen']);
  });

  it('comes when its provider is switched on while the ask is on the screen', () => {
    const recorder = createRecorder();
    const tree = (disabled: boolean) => (
      <recorder.Provider disabled={disabled}>
        <Vote />
      </recorder.Provider>
    );
    const { container, rerender } = render(tree(true));
    screen.show(container);
    vi.advanceTimersByTime(5_000);
    expectEvents(recorder, []);
    rerender(tree(false));
    vi.advanceTimersByTime(1_000);
    expectEvents(recorder, ['poll.vote seen']);
  });

  it('comes when the tab is switched on while the ask is on the screen, and not for one that has left it', () => {
    const recorder = createRecorder();
    const { getByRole } = render(
      <recorder.Provider>
        <Vote id="stays" />
        <Vote id="leaves" />
      </recorder.Provider>,
    );
    setEmitting(false);
    for (const id of ['stays', 'leaves']) screen.show(getByRole('button', { name: id }));
    vi.advanceTimersByTime(5_000);
    screen.hide(getByRole('button', { name: 'leaves' }));
    setEmitting(true);
    vi.advanceTimersByTime(5_000);
    expect(recorder.events.map(({ ask, phase }) => `${ask.id} ${phase}`)).toEqual(['stays seen']);
  });

  it('comes from the observer that a test installs, though the kit has used another one before', async () => {
    // Copies of their own, whose first observer is not the fake one.
    vi.resetModules();
    screen.restore();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
    const asks: typeof import('./asks.tsx') = await import('./asks.tsx');
    const testing: typeof import('smallyes/testing') = await import('smallyes/testing');
    const recorder = testing.createRecorder();
    const tree = (
      <recorder.Provider>
        <asks.Vote />
      </recorder.Provider>
    );
    render(tree).unmount();
    screen = testing.installIntersectionObserver();
    const { container } = render(tree);
    screen.show(container);
    vi.advanceTimersByTime(1_000);
    expectEvents(recorder, ['poll.vote seen']);
  });
});
