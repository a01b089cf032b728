import { pauseAfter } from './pace.ts';

/** A pause, which is another object each time. */
export interface Pause {
  /** The server asked for it, and said how long. */
  isAsked: boolean;
}

/** When work is done next: soon, or after a pause when it failed. Waits by timers alone, which no change of the clock moves. */
export interface Pauses {
  /** How often the work has failed since it last succeeded. Who knows of a success sets it to 0: the next pause is short again. */
  failures: number;
  /** The pause that it is, if there is one. */
  now: Pause | undefined;
  /** Has the work done in so many ms, or earlier if that is planned already; in a pause, after it. */
  schedule(ms: number): void;
  /** Waits after a failure. Of several at once the longest wait counts. */
  wait(retryAfter: number): void;
  /** Has the work done now. */
  wake(): void;
  /** Plans nothing any more. */
  stop(): void;
}

export function createPauses(work: () => void): Pauses {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;

  const arm = (ms: number, isLater: boolean) => {
    const next = performance.now() + ms;
    if (due <= next !== isLater) return;
    clearTimeout(timer);
    due = next;
    timer = setTimeout(wake, ms);
  };
  const stop = () => {
    globalThis.removeEventListener?.('online', begin);
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    pauses.now = undefined;
  };
  const wake = () => {
    stop();
    work();
  };
  /** A network that is back ends the pause, unless the server wants quiet. What failed without one says nothing of the server. */
  const begin = () => {
    if (pauses.now?.isAsked) return;
    pauses.failures = 0;
    wake();
  };
  const pauses: Pauses = {
    failures: 0,
    now: undefined,
    schedule(ms) {
      if (!pauses.now) arm(ms, false);
    },
    wait(retryAfter) {
      if (!pauses.now) {
        pauses.now = { isAsked: false };
        pauses.failures++;
        due = 0;
      }
      arm(pauseAfter(pauses.failures, retryAfter), true);
      pauses.now.isAsked ||= retryAfter > 0;
      globalThis.addEventListener?.('online', begin);
    },
    wake,
    stop,
  };
  return pauses;
}
