/** Whether another try may end better: no answer (0) or none that can be read (2xx), 408, 429, and what passes of 5xx. */
export function isPassing(status: number): boolean {
  return /^(0|2|408|429|[6-9]|5(?!01|05|11))/.test(`${status}`);
}

/**
 * How long to wait after so many failures in a row, in ms: 0.5 to 1 s, doubling to 30 to 60 s, so that visitors whose
 * requests failed together do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). Tries have no end, so that no pause may be
 * none: half of it is fixed. Where the server said how long, this comes on top.
 */
export function pauseAfter(failures: number, retryAfter: number): number {
  return retryAfter + Math.min(30_000, 250 * 2 ** failures) * (1 + Math.random());
}

/**
 * `Retry-After` in ms (RFC 9110, section 10.2.3): seconds, or a date, which is measured by the server's own clock where that
 * can be read. At most 300 s. 0 for what is absent, past or neither.
 */
export function readRetryAfter(headers: Headers): number {
  const text = `${headers.get('retry-after')}`;
  const wait = /^\d+$/.test(text)
    ? +text * 1_000
    : /GMT$/.test(text)
      ? Date.parse(text) - (Date.parse(`${headers.get('date')}`) || Date.now())
      : 0;
  return wait > 0 ? Math.min(wait, 300_000) : 0;
}
