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
 * runs once for each request. Never throws; the reply always comes.
 */
export function post(
  options: HttpTrackerOptions,
  body: string,
  bytes: number,
  isKeepalive: boolean,
  isLeaving: boolean,
  onRequest: () => void,
): Flight {
  const { url, timeout, headers, credentials = 'same-origin' } = options;
  const control = new AbortController();
  let stop = () => {};
  const reply = new Promise<Reply>((resolve) => {
    const spent = isKeepalive ? bytes : 0;
    let timer: ReturnType<typeof setTimeout>;
    let isOpen = true;
    const count = (sign: number) => {
      inFlight().bytes += sign * spent;
      if (spent) inFlight().count += sign;
    };
    const end = (reply: Reply) => {
      clearTimeout(timer);
      if (isOpen) count(-1);
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
        (timeout && timeout > 0 ? Math.min(timeout, 300_000) : 10_000) / 4,
      );
    };
    const init = (keepalive: boolean): RequestInit => ({
      method: 'POST',
      body,
      keepalive,
      credentials,
      headers: {
        'content-type': 'text/plain;charset=UTF-8',
        ...(typeof headers === 'function' ? headers() : headers),
      },
      signal: control.signal,
    });
    const request = async (keepalive: boolean): Promise<void> => {
      onRequest();
      let isRefused = true;
      setTimeout(() => {
        isRefused = false;
      });
      try {
        const response = await (options.fetch ?? fetch)(url, init(keepalive));
        const { status, ok } = response;
        // Read to the end, whatever it is: Chromium counts a request until its answer has been read.
        const text = await response.text().catch(() => undefined);
        end(
          ok && text === undefined
            ? noAnswer
            : { status, text: text ?? '', retryAfter: readRetryAfter(response.headers) },
        );
      } catch {
        // Another library may have used up what the page has. The browser says so at once, and of the network later.
        if (!keepalive || !isLeaving || !isOpen) end(noAnswer);
        else if (isRefused && defer(options, () => init(false))) end(unseen);
        else await request(false);
      }
    };
    const isTaken = () =>
      isKeepalive
        ? !('keepalive' in Request.prototype) && beacon(options, body)
        : defer(options, () => init(false));
    count(1);
    if (isLeaving && isTaken()) {
      onRequest();
      end(unseen);
    } else {
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
