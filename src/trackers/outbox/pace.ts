const longest = 60_000;

/** Whether another try may end better: no answer at all (0), 408, 429, and failures of a server that may pass. */
export function isPassing(status: number): boolean {
  return !status || status === 408 || status === 429 || (status >= 500 && !/501|505|511/.test(`${status}`));
}

/**
 * How long to wait after so many failures in a row, in ms: anything up to 1 s, doubling to 60 s, so that visitors whose
 * requests failed together do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). Where the server said how long, not earlier.
 */
export function pauseAfter(failures: number, retryAfter: number): number {
  const most = retryAfter ? 1_000 : Math.min(longest, 1_000 * 2 ** (failures - 1));
  return retryAfter + Math.random() * most;
}

/**
 * `Retry-After` in ms (RFC 9110, section 10.2.3): seconds, or a date, which is measured by the server's own clock where that
 * can be read. At most 300 s. 0 for what is absent, past or neither.
 */
export function readRetryAfter(headers: Headers): number {
  const text = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(text)
    ? +text * 1_000
    : /^\w{3,9}, .+ GMT$/.test(text)
      ? Date.parse(text) - (Date.parse(headers.get('date') ?? '') || Date.now())
      : 0;
  return wait > 0 ? Math.min(wait, 300_000) : 0;
}
