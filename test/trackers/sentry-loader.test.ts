import { commitmentFixture } from 'smallyes/testing';
import { sentry } from 'smallyes/trackers/sentry';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected } from './queue-suite.ts';

/**
 * What Sentry's loader script puts on the page until the SDK is there: it queues a few functions, `setUser` is none of them, and
 * `onLoad` runs what it got when the SDK has come (https://docs.sentry.io/platforms/javascript/install/loader/).
 */
function loader() {
  const queued: unknown[] = [];
  const whenLoaded: (() => void)[] = [];
  const early = {
    addBreadcrumb: (breadcrumb: unknown) => void queued.push(breadcrumb),
    captureException: () => {},
    onLoad: (callback: () => void) => void whenLoaded.push(callback),
    forceLoad: () => {},
  };
  vi.stubGlobal('Sentry', early);
  const users: unknown[] = [];
  const load = () => {
    // The bundle adds to the object that is there.
    Object.assign(early, { setUser: (user: unknown) => void users.push(user) });
    for (const callback of whenLoaded) callback();
  };
  return { queued, users, load };
}

const user = { userId: 'user-7', traits: { plan: 'pro' } };

it('a user whom Sentry’s loader cannot take yet is told when the SDK has come', () => {
  const { queued, users, load } = loader();
  const { tracker, texts } = connected(sentry());
  tracker.track(commitmentFixture('poll.vote'));
  tracker.identify?.(user);
  tracker.track(commitmentFixture('poll.vote'));
  expect(texts()).toEqual([]);
  expect(queued).toHaveLength(2);
  load();
  expect(users).toEqual([{ id: 'user-7', plan: 'pro' }]);
});

it('of several users the loader keeps the last one', () => {
  const { users, load } = loader();
  const { tracker } = connected(sentry());
  tracker.identify?.(user);
  tracker.identify?.({ userId: 'user-8' });
  load();
  expect(users).toEqual([{ id: 'user-8' }]);
});

describe('while the visitor is asked anew', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['denied', []],
    ['granted', [{ id: 'user-7', plan: 'pro' }]],
  ] as const)('the SDK is told of nobody; after %s of %j', (word, expected) => {
    const { users, load } = loader();
    const { tracker, state } = connected(sentry());
    tracker.identify?.(user);
    state.word = 'unknown';
    load();
    expect(users).toEqual([]);
    state.word = word;
    vi.advanceTimersByTime(400);
    expect(users).toEqual(expected);
  });
});

it('a user whom the visitor’s no has met is nobody, also after a yes', () => {
  const { users, load } = loader();
  const { tracker } = connected(sentry());
  tracker.identify?.(user);
  tracker.forget?.();
  load();
  expect(users).toEqual([]);
});
