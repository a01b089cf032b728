import { fireEvent, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { CommitmentProvider } from 'smallyes/provider';
import { httpTracker } from 'smallyes/trackers/http';
import 'smallyes/styles.css';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { languagesLadder } from '../../stories/journeys/languages/languages-ladder.ts';
import { LanguagesPage } from '../../stories/journeys/languages/languages-page.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  vi.stubGlobal('Notification', { permission: 'default', requestPermission: async () => 'granted' });
  addEventListener('click', stay);
});
afterEach(() => removeEventListener('click', stay));

/** A link of the page must not take the test away. */
function stay(event: Event) {
  if ((event.target as Element).closest('a')) event.preventDefault();
}

/** Counts what code of the kit has begun outside of its elements, which take what is theirs along, and has not ended. */
function watchKit() {
  const held = new Map<string, number>();
  const add = (name: string, by: number) => {
    const count = (held.get(name) ?? 0) + by;
    if (count) held.set(name, count);
    else held.delete(name);
  };
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  onTestFinished(() => {
    Error.stackTraceLimit = limit;
  });
  const isKit = () => /\/src\//.test(new Error().stack ?? '');

  const listening = new WeakMap<EventTarget, Map<unknown, Set<string>>>();
  const keysOf = (target: EventTarget, listener: unknown) => {
    const all = listening.get(target) ?? new Map<unknown, Set<string>>();
    listening.set(target, all);
    const keys = all.get(listener) ?? new Set();
    all.set(listener, keys);
    return keys;
  };
  const keyOf = (type: string, options?: boolean | EventListenerOptions) =>
    `${type} ${typeof options === 'object' ? !!options.capture : !!options}`;
  const end = (target: EventTarget, listener: unknown, key: string) => {
    if (keysOf(target, listener).delete(key)) add(`listener ${key}`, -1);
  };
  const { addEventListener: native } = EventTarget.prototype;
  // The tool that runs the tests gives the window its own.
  for (const place of [EventTarget.prototype, window] as const) {
    if (!Object.hasOwn(place, 'addEventListener')) continue;
    const { addEventListener: listen, removeEventListener: stop } = place as EventTarget;
    vi.spyOn(place, 'addEventListener').mockImplementation(function (
      this: EventTarget | undefined,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions,
    ) {
      const target = this ?? window;
      const isOutside = !(target instanceof AbortSignal) && !(target instanceof Element);
      const key = keyOf(type, options);
      const { once, signal } = Object(options) as AddEventListenerOptions;
      if (listener && isOutside && isKit() && !signal?.aborted && !keysOf(target, listener).has(key)) {
        keysOf(target, listener).add(key);
        add(`listener ${key}`, 1);
        const over = () => end(target, listener, key);
        if (signal) native.call(signal, 'abort', over, { once: true });
        if (once) native.call(target, type, over, { once: true });
      }
      return listen.call(target, type, listener, options);
    });
    vi.spyOn(place, 'removeEventListener').mockImplementation(function (
      this: EventTarget | undefined,
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | EventListenerOptions,
    ) {
      end(this ?? window, listener, keyOf(type, options));
      return stop.call(this ?? window, type, listener, options);
    });
  }

  for (const [start, clear] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ] as const) {
    const [begin, give] = [window[start], window[clear]];
    const running = new Set<unknown>();
    const over = (id: unknown) => running.delete(id) && add(start, -1);
    vi.spyOn(window, start).mockImplementation(((run: () => void, ...rest: [number]) => {
      const id = begin(
        () => {
          if (start === 'setTimeout') over(id);
          run();
        },
        ...rest,
      );
      if (isKit()) {
        running.add(id);
        add(start, 1);
      }
      return id;
    }) as unknown as typeof setTimeout);
    vi.spyOn(window, clear).mockImplementation((id) => {
      over(id);
      give(id);
    });
  }

  for (const Observer of [IntersectionObserver, ResizeObserver, MutationObserver]) {
    const seen = new WeakMap<object, Set<unknown>>();
    const { prototype } = Observer as unknown as { prototype: IntersectionObserver };
    const { observe, unobserve, disconnect } = prototype;
    const name = Observer.name;
    const targetsOf = (one: object) => {
      const targets = seen.get(one) ?? new Set();
      seen.set(one, targets);
      return targets;
    };
    vi.spyOn(prototype, 'observe').mockImplementation(function (this: IntersectionObserver, ...args) {
      if (isKit() && !targetsOf(this).has(args[0])) {
        targetsOf(this).add(args[0]);
        add(name, 1);
      }
      return observe.apply(this, args);
    });
    if (unobserve)
      vi.spyOn(prototype, 'unobserve').mockImplementation(function (this: IntersectionObserver, target) {
        if (targetsOf(this).delete(target)) add(name, -1);
        return unobserve.call(this, target);
      });
    vi.spyOn(prototype, 'disconnect').mockImplementation(function (this: IntersectionObserver) {
      add(name, -targetsOf(this).size);
      targetsOf(this).clear();
      return disconnect.call(this);
    });
  }
  onTestFinished(() => void vi.restoreAllMocks());
  return () => Object.fromEntries([...held].sort());
}

/** Turns to every ask, and presses its first button, or answers its first question. */
async function turnToAll() {
  for (const ask of document.querySelectorAll('[data-sy-ask]')) {
    const first = ask.querySelector<HTMLElement>(
      'input:not([type=hidden], [tabindex="-1"]), textarea, select, button, a[href]',
    );
    if (!first?.checkVisibility()) continue;
    first.focus();
    fireEvent.pointerEnter(first);
    fireEvent.click(first);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('a page with one of every ask leaves nothing behind when it goes', async () => {
  const page = (
    <StrictMode>
      <CommitmentProvider
        ladder={languagesLadder}
        trackers={[httpTracker({ url: '/collect', fetch: async () => new Response(null, { status: 204 }) })]}
      >
        <LanguagesPage language="en" />
      </CommitmentProvider>
    </StrictMode>
  );
  const kit = watchKit();
  const visit = async () => {
    const { unmount } = render(page);
    await turnToAll();
    const during = Object.keys(kit()).length;
    unmount();
    return during;
  };
  const settled = async () => {
    let before = '';
    await vi.waitFor(
      () => {
        const now = JSON.stringify(kit());
        const isSame = now === before;
        before = now;
        expect(isSame && !/Timeout|Interval/.test(now)).toBe(true);
      },
      { timeout: 10_000, interval: 400 },
    );
    return kit();
  };
  // What code brings that loads once may stay.
  await visit();
  const first = await settled();
  for (let round = 0; round < 2; round++) expect(await visit()).toBeGreaterThan(5);
  expect(await settled()).toEqual(first);
}, 60_000);
