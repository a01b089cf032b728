// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { allow } from '../../src/components/push-opt-in/push-subscription.ts';
import type { PushWork } from '../../src/components/push-opt-in/push-work.ts';
import { collectRejections } from '../support/rejections.ts';

const rejections = collectRejections();

/** A browser that gives no subscription back. `arrive` is asked to hand over one that is made. */
function clinging(arrive: (subscription: unknown) => unknown = (subscription) => subscription) {
  const asked: unknown[] = [];
  const subscription = {
    // No spy: one takes the rejection itself.
    unsubscribe() {
      asked.push(this);
      return Promise.reject(new DOMException('no push service', 'AbortError'));
    },
    toJSON: () => ({}),
  };
  const pushManager = { getSubscription: async () => null, subscribe: async () => arrive(subscription) };
  const registration = { active: {}, pushManager } as unknown as ServiceWorkerRegistration;
  return { asked, registration };
}
const workWith = (registration: ServiceWorkerRegistration, more: Partial<PushWork>) =>
  ({
    props: { id: 'order-news', publicKey: 'key', registration },
    answer: 'granted',
    isOver: () => false,
    show: () => {},
    end: () => {},
    ...more,
  }) as unknown as PushWork;

it('a subscription that the server does not take, and the browser does not give back, is no failure of the page', async () => {
  const { registration, asked } = clinging();
  const end = vi.fn();
  const send = ((_values, _data, _then, undo) => {
    undo?.({ status: 'failed' });
    return true;
  }) as PushWork['send'];
  await allow(workWith(registration, { send, end }));
  await rejections.settle();
  expect(asked).toHaveLength(1);
  expect(end).toHaveBeenCalledWith({ problem: 'failed', message: undefined });
  expect(rejections.all).toEqual([]);
});

it('nor is one that comes when nobody waits for it any more', async () => {
  vi.useFakeTimers();
  let arrive!: () => void;
  const { registration, asked } = clinging(
    (subscription) =>
      new Promise((resolve) => {
        arrive = () => resolve(subscription);
      }),
  );
  const late = allow(workWith(registration, {})).catch(String);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await late).toContain('no answer');
  vi.useRealTimers();
  arrive();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await rejections.settle();
  expect(rejections.all).toEqual([]);
});
