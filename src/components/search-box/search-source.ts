import type { SuggestHandler } from './search-box-props.ts';

/** Milliseconds between the last key and asking, and until a source's silence means that it has nothing to offer. */
const rest = 150;
const patience = 4_000;

/**
 * Asks a source of suggestions, of which only the newest answer is heard: with nothing once the words are gone, and with what went
 * wrong where it fails or hangs.
 */
export function createSource(suggest: SuggestHandler, hear: (found: unknown, problem?: string) => void) {
  let stop = () => {};
  return {
    ask(query: string) {
      stop();
      if (!query) return hear([]);
      const abort = new AbortController();
      let isOpen = true;
      let timer: ReturnType<typeof setTimeout>;
      stop = () => {
        isOpen = false;
        clearTimeout(timer);
        abort.abort();
      };
      const settle = (found: unknown, problem?: string) => {
        if (!isOpen) return;
        isOpen = false;
        clearTimeout(timer);
        hear(found, problem);
      };
      timer = setTimeout(() => {
        timer = setTimeout(() => {
          settle([], `no answer within ${patience} ms`);
          abort.abort();
        }, patience);
        // One that answers at once, and one that throws, are heard as well.
        new Promise((resolve) => resolve(suggest(query, { signal: abort.signal }))).then(
          (found) => settle(found, Array.isArray(found) ? undefined : 'it gave no list'),
          (error: unknown) => settle([], String(error)),
        );
      }, rest);
    },
    stop() {
      stop();
    },
  };
}
