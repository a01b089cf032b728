/** Brings elements onto the screen and off it, where there is no screen. */
export interface FakeScreen {
  /** The element, with all that is in it, is on the screen. `seen` goes out one second later. */
  show(element: Element): void;
  /** The element, with all that is in it, is off the screen. */
  hide(element: Element): void;
  /** Puts back what was there before. */
  restore(): void;
}

// All fakes for good: the kit keeps its one observer from test to test, even when this is installed anew.
const observers = new Set<FakeObserver>();
const shown = new Set<Element>();

class FakeObserver implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '0px';
  readonly scrollMargin = '0px';
  readonly thresholds: readonly number[] = [0];
  readonly targets = new Set<Element>();
  readonly #callback: IntersectionObserverCallback;

  constructor(callback: IntersectionObserverCallback) {
    this.#callback = callback;
    observers.add(this);
  }

  observe(target: Element) {
    this.targets.add(target);
    // As in a browser, what is on the screen already is reported soon after.
    if (isShown(target))
      setTimeout(() => this.targets.has(target) && isShown(target) && this.report(target, 1));
  }

  unobserve(target: Element) {
    this.targets.delete(target);
  }

  disconnect() {
    this.targets.clear();
  }

  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }

  report(target: Element, intersectionRatio: 0 | 1) {
    const boundingClientRect = target.getBoundingClientRect();
    const entry = {
      target,
      isIntersecting: intersectionRatio > 0,
      intersectionRatio,
      intersectionRect: intersectionRatio > 0 ? boundingClientRect : { ...noRect, toJSON: () => noRect },
      boundingClientRect,
      rootBounds: null,
      time: performance.now(),
    };
    this.#callback([entry], this);
  }
}

const noRect = { x: 0, y: 0, width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0 };

function isShown(target: Element): boolean {
  return [...shown].some((element) => element.contains(target));
}

/**
 * Installs an `IntersectionObserver` that obeys you, for jsdom and happy-dom, which have none that works. Works under
 * jest, vitest or anything else; with fake timers, a second passes at once:
 *
 * ```ts
 * const screen = installIntersectionObserver();
 * screen.show(container);
 * vi.advanceTimersByTime(1_000); // or jest.advanceTimersByTime
 * expectEvents(recorder, ['poll.vote seen']);
 * screen.restore();
 * ```
 */
export function installIntersectionObserver(): FakeScreen {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'IntersectionObserver');
  Object.defineProperty(globalThis, 'IntersectionObserver', {
    value: FakeObserver,
    configurable: true,
    writable: true,
  });
  const report = (element: Element, ratio: 0 | 1) => {
    for (const observer of observers)
      for (const target of [...observer.targets])
        if (element.contains(target)) observer.report(target, ratio);
  };
  return {
    show(element) {
      shown.add(element);
      report(element, 1);
    },
    hide(element) {
      for (const one of [...shown]) if (element.contains(one)) shown.delete(one);
      report(element, 0);
    },
    restore() {
      shown.clear();
      if (before) Object.defineProperty(globalThis, 'IntersectionObserver', before);
      else Reflect.deleteProperty(globalThis, 'IntersectionObserver');
    },
  };
}
