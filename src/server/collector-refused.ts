import { isolate } from '../events/isolate.ts';
import { failure } from '../internal/messages.ts';

/** Origins that are told of at most: who sends is a stranger, and must not fill your log. */
const most = 20;

/**
 * Tells the developer, once for each, of a page that was refused. The page itself cannot say why: its browser shows a refusal
 * as a failure of the network.
 */
export function tellRefused(
  onError: ((error: unknown, source: 'origins') => void) | undefined,
  code: 611 | 615 = 611,
): (origin: string) => void {
  const told = new Set<string>();
  return (given) => {
    const origin = JSON.stringify(given.slice(0, 200));
    if (told.has(origin) || told.size >= most) return;
    told.add(origin);
    const refusal = failure(code, origin);
    isolate(
      // biome-ignore lint/suspicious/noConsole: a site whose events are refused must not be silent
      () => (onError ? onError(refusal, 'origins') : console.warn(refusal.message)),
      () => {},
    );
  };
}
