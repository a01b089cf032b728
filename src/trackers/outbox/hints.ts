import { tell } from '../../internal/messages.ts';

/** Why headers of a request cannot be used, for the developer. `fetch` would leave such headers out without a word. */
export function problemWithHeaders(headers: unknown): string | undefined {
  if (headers === undefined) return undefined;
  if (typeof (headers as { then?: unknown } | null)?.then === 'function')
    return 'headers gives a promise, and a page that goes cannot wait for one';
  if (typeof headers !== 'object' || headers === null || Symbol.iterator in headers)
    return 'headers is no plain object of names and values';
  return undefined;
}

/**
 * Says early what a page never learns: a browser tells a refused origin from a dead network in its own console alone, and the
 * tries go on for as long as the page lives.
 */
export function hintAtOrigin(url: string): void {
  const { location, navigator } = globalThis as Partial<typeof globalThis>;
  if (!location || navigator?.onLine === false || !URL.canParse(url, location.href)) return;
  const { origin } = new URL(url, location.href);
  if (origin !== location.origin) tell(1040, origin, location.origin);
}
