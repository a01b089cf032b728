import { cleanPath } from '../internal/clean-path.ts';

/** Options of {@link cleanUrl}. */
export interface CleanUrlOptions {
  /** Names of query parameters that stay. Default none. */
  readonly keep?: readonly string[] | undefined;
}

/**
 * An address that may be told to others: without user name, password and fragment, of the query only what `keep` names, and with
 * `:email` and `:token` in place of e-mail addresses, JSON Web Tokens and 32 or more hex digits. `event.page.path` is cleaned the
 * same way. A relative address stays relative. What is no http or https address gives an empty text; it never throws.
 */
export function cleanUrl(url: string | URL, options: CleanUrlOptions = {}): string {
  const { keep = [] } = options;
  const base = 'http://relative.invalid';
  let parsed: URL;
  try {
    parsed = new URL(url, base);
  } catch {
    return '';
  }
  const { origin, protocol, pathname, searchParams } = parsed;
  if (protocol !== 'http:' && protocol !== 'https:') return '';
  // To take the others out one by one would write the address anew for each of them.
  const query = new URLSearchParams([...searchParams].filter(([name]) => keep.includes(name)));
  const path = cleanPath(pathname + (query.size ? `?${query}` : ''));
  return origin === base ? path : origin + path;
}
