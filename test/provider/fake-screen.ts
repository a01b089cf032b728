import { type FakeScreen, installIntersectionObserver } from 'smallyes/testing';
import { afterEach, beforeEach, vi } from 'vitest';

/** A screen, and time that stands still, for each test around it. */
export function useFakeScreen(): FakeScreen {
  let screen: FakeScreen;
  beforeEach(() => {
    vi.useFakeTimers();
    screen = installIntersectionObserver();
  });
  afterEach(() => {
    screen.restore();
    vi.useRealTimers();
  });
  return {
    show: (element) => screen.show(element),
    hide: (element) => screen.hide(element),
    restore: () => screen.restore(),
  };
}
