import { type PageInfo, uuid } from '../events/index.ts';
import { cleanPath } from '../internal/clean-path.ts';

/** The page that events happen on. */
export interface Page {
  info(allowQuery: readonly string[] | undefined): PageInfo;
  /** Begins a new page view, after `farewell`: what that tells still belongs to the page that goes. */
  turn(farewell: () => void): void;
}

/** Describes the page when asked. A view id is made at first use, never while rendering. */
export function createPage(): Page {
  let known: PageInfo | undefined;
  let knownUrl: string | undefined;
  let isTurning = false;
  return {
    info(allowQuery) {
      // The same as `location.href`, and ten times as fast to read.
      const { URL: url } = document;
      if (known && (isTurning || url === knownUrl)) return known;
      const { pathname, search, host } = location;
      knownUrl = url;
      const query = new URLSearchParams(search);
      for (const name of [...query.keys()]) if (!allowQuery?.includes(name)) query.delete(name);
      // No URL object: the referrer may be empty, and parsing would throw.
      const referrerHost = document.referrer.split('/')[2];
      known = Object.freeze({
        path: cleanPath(pathname + (query.size ? `?${query}` : '')).slice(0, 500),
        viewId: known?.viewId ?? uuid(),
        ...(referrerHost && referrerHost !== host && { referrerHost }),
      });
      return known;
    },
    turn(farewell) {
      isTurning = true;
      farewell();
      isTurning = false;
      known = undefined;
    },
  };
}
