import type { Phase } from '../../src/events/index.ts';
import type { GuideHost } from '../../src/ladder/guide.ts';
import type { Guide, Ladder } from '../../src/ladder/ladder.ts';
import { rungOf } from '../../src/ladder/recall.ts';

/** What tabs of one browser share. */
export interface Browser {
  readonly storage: Map<string, string>;
  /** How often something was written. */
  writes: number;
  visit: number;
}

export const createBrowser = (): Browser => ({ storage: new Map(), writes: 0, visit: 1 });

/** A page of that browser without a DOM: the visitor's memory and visit, as a provider would have them. */
export function openPage(browser: Browser = createBrowser(), functional = 'granted') {
  const held = new Map<string, string>();
  const listeners = new Set<() => void>();
  let segments: readonly string[] = [];
  let touched = 0;
  let word = functional;
  const stored = (key: string) => (word === 'granted' && browser.storage.get(key)) || null;
  const write = (key: string, note: string) => {
    if (word !== 'granted') return;
    browser.storage.set(key, note);
    browser.writes++;
  };
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  const host: GuideHost = {
    memory: {
      stored,
      get: (key) => {
        touched++;
        return held.get(key) ?? stored(key);
      },
      set(key, note) {
        held.set(key, note);
        write(key, note);
      },
    },
    visit: {
      session() {
        touched++;
        return { id: 'session', n: browser.visit };
      },
      segments: () => segments,
      setSegments(come, gone = []) {
        segments = [...segments.filter((one) => !gone.includes(one)), ...come];
        tellAll();
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
  return {
    host,
    /** What was read or begun so far. */
    touched: () => touched,
    /** What the provider does when another tab has removed what was stored. */
    forget() {
      held.clear();
      tellAll();
    },
    /** The visitor's word, as the provider passes it on. */
    consent(next: 'granted' | 'denied' | 'unknown') {
      word = next;
      for (const [key, note] of held) if (stored(key) === null) write(key, note);
      if (word === 'denied') {
        held.clear();
        browser.storage.clear();
        segments = [];
      }
      tellAll();
    },
  };
}

/** Something happens to an ask: by the kind of its rung, unless another is named. */
export function act(guide: Guide, ask: string, phase: Phase, data: object = {}, kind?: string) {
  const own = kind ?? rungOf(guide.ladder as Ladder, ask)?.kind ?? 'poll.vote';
  return guide.take({ kind: own as 'poll.vote', phase, ask: { id: ask }, data });
}

/** What the slots show, `ask` or `ask after answered`. */
export function shown(guide: Guide): Record<string, string> {
  return Object.fromEntries(
    [...guide.state().showings]
      .filter(([, { ask, answered }]) => ask || answered)
      .map(([key, { ask, answered }]) => [
        key,
        answered ? `${ask ?? 'nothing'} after ${answered}` : `${ask}`,
      ]),
  );
}
