/**
 * Runs someone else's code so that nothing it does reaches the caller: what it throws, or what a promise of
 * it rejects with, goes to `fail`. A promise is never waited for, so one that hangs holds up nobody.
 */
export function isolate(run: () => unknown, fail: (error: unknown) => void): void {
  try {
    const result = run() as
      | { then?: (done: undefined, fail: (error: unknown) => void) => unknown }
      | undefined;
    if (typeof result?.then === 'function') result.then(undefined, fail);
  } catch (error) {
    fail(error);
  }
}

/** Hands an error to the page's own error handling without stopping the caller. */
export function reportToPlatform(error: unknown): void {
  (globalThis as { reportError?: (error: unknown) => void }).reportError?.(error);
}
