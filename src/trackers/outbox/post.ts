import { tell } from '../../internal/messages.ts';
import { hintAtOrigin, problemWithHeaders } from './hints.ts';
import type { HttpTrackerOptions } from './options.ts';
import { readRetryAfter } from './pace.ts';

/** What came of one request. */
export interface Reply {
  /** 0 when there was no answer, or only half of one; -1 when the browser took it over, and nobody sees the answer. */
  readonly status: number;
  readonly text: string;
  /** How long the server asked to wait, in ms. */
  readonly retryAfter: number;
}

/** A request under way. */
export interface Flight {
  readonly reply: Promise<Reply>;
  stop(): void;
}

/** Most bytes of a request that shall outlive its page. */
export const partSize = 16_000;
const most = 56_000;
const key = Symbol.for('smallyes.keepalive');
const noAnswer: Reply = { status: 0, text: '', retryAfter: 0 };
const unseen: Reply = { ...noAnswer, status: -1 };

/**
 * What is in flight with keepalive, over all outboxes and copies of the kit. Browsers allow 64 KiB for all such requests of
 * a page together (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, step on inflightKeepaliveBytes), and Chromium
 * no more than 9 at a time; other libraries need some of it.
 */
function inFlight(): { bytes: number; count: number } {
  const page = globalThis as { [key]?: { bytes: number; count: number } };
  return (page[key] ??= { bytes: 0, count: 0 });
}

/** How many bytes the next request may have that shall outlive the page. */
export function keepaliveRoom(): number {
  const { bytes, count } = inFlight();
  return count < 8 ? Math.min(partSize, most - bytes) : 0;
}

/**
 * Sends one body. Text, not JSON, because only that needs no preflight, and a preflight may not outlive the page. `onRequest`
 * runs once for each request. Never throws; the reply always comes. One that
 * the browser refused at once did not leave, and is not counted beside the one in its place.
 */
export function post(
  options: HttpTrackerOptions,
  body: string,
  bytes: number,
  isKeepalive: boolean,
  isLeaving: boolean,
  onRequest: () => void,
): Flight {
  const { url, timeout, headers, credentials } = options;
  const control = new AbortController();
  let stop!: () => void;
  const reply = new Promise<Reply>((resolve) => {
    let timer: ReturnType<typeof setTimeout>;
    let isOpen = true;
    const count = (requests: number) => {
      inFlight().bytes += requests * bytes;
      inFlight().count += requests;
    };
    const end = (reply: Reply) => {
      clearTimeout(timer);
      if (isOpen) count(-isKeepalive);
      isOpen = false;
      resolve(reply);
    };
    stop = () => {
      end(noAnswer);
      control.abort();
    };
    // In four steps: when a page comes back from the back-forward cache, only one of them has run out meanwhile.
    const wait = (steps: number) => {
      timer = setTimeout(
        () => (steps ? wait(steps - 1) : stop()),
        ((timeout as number) > 0 ? Math.min(timeout as number, 300_000) : 10_000) / 4,
      );
    };
    const init = (keepalive: boolean): RequestInit => {
      const given = typeof headers === 'function' ? headers() : headers;
      if (process.env.NODE_ENV !== 'production') {
        const problem = problemWithHeaders(given);
        if (problem) tell(1039, problem);
      }
      return {
        method: 'POST',
        body,
        keepalive,
        // Left out it means 'same-origin' (https://fetch.spec.whatwg.org/#concept-request-credentials-mode).
        credentials: credentials as RequestCredentials,
        headers: { 'content-type': 'text/plain;charset=UTF-8', ...given },
        signal: control.signal,
      };
    };
    const request = async (keepalive: boolean): Promise<void> => {
      let isRefused = true;
      setTimeout(() => {
        isRefused = false;
      });
      try {
        const response = await (options.fetch ?? fetch)(url, init(keepalive));
        const { status, ok } = response;
        // Read to the end, whatever it is: Chromium counts a request until its answer has been read.
        const text = await response.text().catch(() => {});
        end(
          ok && text === undefined
            ? noAnswer
            : { status, text: text as string, retryAfter: readRetryAfter(response.headers) },
        );
      } catch {
        if (process.env.NODE_ENV !== 'production' && isOpen && !isLeaving) hintAtOrigin(url);
        // Another library may have used up what the page has. The browser says so at once, and of the network later.
        if (!keepalive || !isLeaving || !isOpen) end(noAnswer);
        else if (isRefused && defer(options, () => init(false))) end(unseen);
        else {
          if (!isRefused) onRequest();
          await request(false);
        }
      }
    };
    const isTaken = () =>
      isKeepalive
        ? !('keepalive' in Request.prototype) && beacon(options, body)
        : defer(options, () => init(false));
    count(+isKeepalive);
    onRequest();
    if (isLeaving && isTaken()) end(unseen);
    else {
      wait(3);
      void request(isKeepalive);
    }
  });
  return { reply, stop };
}

/**
 * Has the browser send a request when the page is gone: Chromium's `fetchLater` has 64 KiB of its own beside those of keepalive
 * (https://github.com/WICG/pending-beacon). Nobody sees the answer, so only for a page that goes, and what does not fit else. A
 * hidden page mostly stays; one that goes is hidden only after `pagehide`.
 */
function defer({ url, fetch }: HttpTrackerOptions, init: () => RequestInit): boolean {
  try {
    if (fetch || document.hidden) return false;
    (globalThis as unknown as Deferring).fetchLater(url, { ...init(), activateAfter: 0 });
    return true;
  } catch {
    // Another browser, or there is no room left.
    return false;
  }
}

interface Deferring {
  fetchLater(url: string, init: RequestInit & { activateAfter: number }): unknown;
}

/** For browsers without keepalive, Firefox before 133. It always takes cookies along, and never headers. */
function beacon({ url, headers, credentials }: HttpTrackerOptions, body: string): boolean {
  try {
    const isOwn = new URL(url, location.href).origin === location.origin;
    const isFit = !headers && (credentials === 'include' || (credentials !== 'omit' && isOwn));
    return isFit && navigator.sendBeacon(url, body);
  } catch {
    return false;
  }
}
