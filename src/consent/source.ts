import type { Consent, ConsentState, Purpose } from '../events/index.ts';
import { isolate, reportToPlatform } from '../events/isolate.ts';
import { fault, tell } from '../internal/messages.ts';
import type { ConsentInput } from '../provider/index.ts';

/** Where the visitor's word comes from, such as a consent tool. Write one of your own where none of ours fits. */
export interface ConsentSource {
  /** The visitor's word now. A purpose that is left out is none of this source's business. */
  read(): ConsentInput;
  /** Calls `changed` whenever `read` may answer otherwise, until the returned function is called. */
  subscribe(changed: () => void): () => void;
}

/** The purposes that a word is given on. */
export const purposes: readonly Purpose[] = ['analytics', 'advertising', 'functional'];

/** The same word on all purposes. */
export function allOf(word: ConsentState): Consent {
  return Object.freeze({ analytics: word, advertising: word, functional: word });
}

const strictness: readonly ConsentState[] = ['granted', 'unknown', 'denied'];

/** The strictest of some words: denied before unknown, unknown before granted; unknown when there is none. */
export function strictest(words: readonly ConsentState[]): ConsentState {
  return strictness.findLast((state) => words.includes(state)) ?? 'unknown';
}

/** Nobody has been asked yet. */
export const unasked: Consent = allOf('unknown');

/** Sets the word; ignored once nobody listens any more. */
export type SetWord = (word: ConsentInput) => void;

/**
 * Makes a source that asks a tool of the page as long as somebody listens. `begin` turns to the tool and returns how to stop;
 * before it has answered, and after the last listener went, all is unknown. What `begin` or a listener throws is reported to
 * the platform and stops nobody.
 */
export function createSource(name: string, begin: (set: SetWord) => () => void): ConsentSource {
  const listeners = new Set<() => void>();
  let word: ConsentInput = unasked;
  let stop: (() => void) | undefined;
  let round = 0;
  const start = () => {
    const own = ++round;
    const set: SetWord = (next) => {
      // A tool may go on calling what it was asked to forget.
      if (own !== round) return;
      word = next;
      for (const listener of [...listeners]) isolate(listener, reportToPlatform);
    };
    attempt(name, () => {
      const end = begin(set);
      // A tool that answers at once may have been all that somebody waited for.
      if (own === round) stop = end;
      else end();
    });
  };
  return {
    read: () => word,
    subscribe(changed) {
      // A wrapper of its own lets the same function listen twice and stop once.
      const own = () => changed();
      listeners.add(own);
      if (listeners.size === 1) start();
      return () => {
        if (!listeners.delete(own) || listeners.size) return;
        round++;
        attempt(name, () => stop?.());
        stop = undefined;
        // Nobody hears any more what the visitor says: what is known goes stale.
        word = unasked;
      };
    },
  };
}

/** Runs code that talks to a tool of the page; what it throws is reported as SY-1052, unless `isNews` says that it is known. */
export function attempt(name: string, run: () => void, isNews: () => boolean = () => true): void {
  isolate(run, (error) => {
    if (isNews()) reportToPlatform(fault(1052, name, String(error)));
  });
}

const interval = 200;

/** What a look has found: nothing, a tool that may still be replaced, or all that was wanted. */
export type Found = 'nothing' | 'tool' | 'all';

/**
 * Looks every 200 ms, and at once, until `look` has found all, for at most `timeout` milliseconds; a tool that has not come by
 * then is told in development (SY-1051). Counted in looks, not by a clock that may jump. Returns how to stop.
 */
export function lookFor(name: string, tool: string, timeout: number, look: () => Found): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  const next = () => {
    let found = 'nothing' as Found;
    attempt(name, () => {
      found = look();
    });
    // What `look` did may have been enough for whoever waited.
    if (isOver || found === 'all') return;
    if (looks++ * interval < timeout) timer = setTimeout(next, interval);
    else if (process.env.NODE_ENV !== 'production' && found === 'nothing')
      tell(1051, name, tool, String(timeout / 1000));
  };
  let isOver = false;
  next();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Anything as an object to look into: tools call back with whatever they like. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
}
