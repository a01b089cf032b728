import { pauseAfter } from './pace.ts';

/** When work is done next: soon, or after a pause when it failed. Waits by timers alone, which no change of the clock moves. */
export interface Pauses {
  /** Which pause it is, from 1; 0 while there is none. */
  now(): number;
  /** The pause was asked for by the server, who said how long. */
  isAsked(): boolean;
  /** Has the work done in so many ms, or earlier if that is planned already; in a pause, after it. */
  schedule(ms: number): void;
  /** Waits after a failure. Of several at once the longest wait counts. */
  wait(retryAfter: number): void;
  /** The work succeeded: the next pause is short again. */
  calm(): void;
  /** Has the work done now. */
  wake(): void;
  /** Plans nothing any more. */
  stop(): void;
}

export function createPauses(work: () => void): Pauses {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let failures = 0;
  let count = 0;
  let isPaused = false;
  let isAsked = false;

  const arm = (ms: number) => {
    clearTimeout(timer);
    due = performance.now() + ms;
    timer = setTimeout(wake, ms);
  };
  const isSooner = (ms: number) => timer !== undefined && due <= performance.now() + ms;
  const stop = () => {
    globalThis.removeEventListener?.('online', wake);
    clearTimeout(timer);
    timer = undefined;
    isPaused = isAsked = false;
  };
  const wake = () => {
    stop();
    work();
  };
  return {
    now: () => (isPaused ? count : 0),
    isAsked: () => isAsked,
    schedule(ms) {
      if (!isPaused && !isSooner(ms)) arm(ms);
    },
    wait(retryAfter) {
      if (!isPaused) {
        count++;
        failures++;
      }
      const ms = pauseAfter(failures, retryAfter);
      if (!isPaused || isSooner(ms)) arm(ms);
      isPaused = true;
      isAsked ||= retryAfter > 0;
      // A network that is back ends the pause, unless the server wants quiet.
      globalThis[isAsked ? 'removeEventListener' : 'addEventListener']?.('online', wake);
    },
    calm() {
      failures = 0;
    },
    wake,
    stop,
  };
}
