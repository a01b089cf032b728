import type { Hub } from './hub.ts';

/**
 * Looks at what is remembered now and, where storage may not be read yet, once more when it may: a consent tool often has the
 * visitor's word only after the page has come alive. Returns how to stop, where there is something to wait for.
 */
export function lookAgain({ site }: Pick<Hub, 'site'>, look: () => void): (() => void) | undefined {
  look();
  if (site.memory.isOpen()) return undefined;
  const stop = site.visit.subscribe(() => {
    if (!site.memory.isOpen()) return;
    stop();
    look();
  });
  return stop;
}
