import { readConsent } from './consent.ts';
import type { Hub } from './hub.ts';

/**
 * Calls `look` when storage may be read, where it may not be yet: a consent tool often has the visitor's word only after the page
 * has come alive. Once; returns how to stop, where there is something to wait for.
 */
export function whenOpen(hub: Pick<Hub, 'site' | 'get'>, look: () => void): (() => void) | undefined {
  const isOpen = () => readConsent(hub.get('consent')).functional === 'granted';
  if (isOpen()) return undefined;
  const stop = hub.site.visit.subscribe(() => {
    if (!isOpen()) return;
    stop();
    look();
  });
  return stop;
}
