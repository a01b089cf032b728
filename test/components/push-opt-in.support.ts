import { expect, vi } from 'vitest';
import { cdp } from 'vitest/browser';

interface Protocol {
  send(method: string, params?: object): Promise<{ targetInfo: { browserContextId: string } }>;
}

/** What the visitor has set for this site in the settings of the browser, or says when it asks. */
export async function setPermission(setting: 'granted' | 'denied' | 'prompt'): Promise<void> {
  const protocol = cdp() as unknown as Protocol;
  const { targetInfo } = await protocol.send('Target.getTargetInfo');
  await protocol.send('Browser.setPermission', {
    permission: { name: 'notifications' },
    setting,
    origin: location.origin,
    browserContextId: targetInfo.browserContextId,
  });
  const word = setting === 'prompt' ? 'default' : setting;
  await expect.poll(() => Notification.permission).toBe(word);
}

/** Forgets the service workers of the page. */
export async function forgetWorkers(): Promise<void> {
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
}

export const endpoint = 'https://push.example/send/1';

/**
 * Answers in place of a push service, which a test has none of: the browser, its permission and its service worker stay real.
 */
export function stubPushService() {
  const service = {
    /** The subscription that stands, if any. */
    current: null as PushSubscription | null,
    /** Options of each call. */
    calls: [] as PushSubscriptionOptionsInit[],
    /** Errors for the next calls. */
    errors: [] as Error[],
    /** The browser does not end it. */
    keeps: false,
  };
  const make = (round: number) =>
    ({
      endpoint: `${endpoint}${round}`,
      toJSON: () => ({ endpoint: `${endpoint}${round}`, keys: { p256dh: 'public', auth: 'secret' } }),
      unsubscribe: async () => {
        if (service.keeps) return false;
        service.current = null;
        return true;
      },
    }) as unknown as PushSubscription;
  vi.spyOn(PushManager.prototype, 'subscribe').mockImplementation(async (options) => {
    service.calls.push(options ?? {});
    const error = service.errors.shift();
    if (error) throw error;
    service.current ??= make(service.calls.length);
    return service.current;
  });
  vi.spyOn(PushManager.prototype, 'getSubscription').mockImplementation(async () => service.current);
  return { ...service, state: service, earlier: () => (service.current = make(0)) };
}
