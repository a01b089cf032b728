import { tell } from '../internal/messages.ts';
import type { GuideHost } from './guide.ts';
import { emptyHistory, type History } from './history.ts';
import { noteOf, readHistory } from './history-text.ts';
import { joinHistories } from './join-histories.ts';
import type { Ladder } from './ladder.ts';

/** The history of one ladder as this page holds it, kept as a note in the visitor's memory. Reads nothing before `load`. */
export interface Notes {
  history(): History;
  /** Reads the memory, the first time. */
  load(now: number): void;
  /** Joins a note of another tab, another visit or a server. */
  join(note: string | null | undefined, now: number): void;
  /**
   * Changes the history and writes it down, joined with what other tabs have written meanwhile. False where nothing changes. The
   * change is made a second time, to what this page knows by itself.
   */
  save(change: (history: History) => History, now: number, isForgetting?: boolean): boolean;
  /** Reads what storage has now. After the visitor refused it, only what happened on this page is known, for as long as it stands. */
  follow(now: number): void;
}

export function createNotes(ladder: Ladder, memory: GuideHost['memory']): Notes {
  const key = `ladder:${ladder.id}`;
  let history = emptyHistory();
  /** What happened on this page. */
  let own = history;
  let isLoaded = false;
  /** The note that is part of the history already. */
  let known: string | null | undefined;

  /** False for a note of a newer version of the kit, which is left as it is: the page then remembers by itself. */
  const take = (note: string | null | undefined, now: number): boolean => {
    if (!note || note === known) return true;
    const read = readHistory(note, now);
    if (read === 'newer') {
      if (process.env.NODE_ENV !== 'production') tell(1214, ladder.id);
      return false;
    }
    if (read) history = joinHistories(history, read);
    return true;
  };
  const write = (now: number, isForgetting?: boolean) => {
    if (!take(memory.stored(key), now) && !isForgetting) return;
    known = noteOf(history);
    memory.set(key, known);
  };

  return {
    history: () => history,
    load(now) {
      if (isLoaded) return;
      isLoaded = true;
      const note = memory.get(key);
      if (!take(note, now)) return;
      known = note;
      // Times of a clock that was ahead would begin anew with each page that only reads.
      if (note && noteOf(history) !== note) write(now);
    },
    join(note, now) {
      const before = history;
      take(note, now);
      if (history !== before) write(now);
    },
    save(change, now, isForgetting) {
      const next = change(history);
      if (next === history) return false;
      history = next;
      own = change(own);
      write(now, isForgetting);
      return true;
    },
    follow(now) {
      const note = memory.get(key);
      const stored = memory.stored(key);
      if (note === null) {
        if (!known) return;
        known = note;
        history = joinHistories(own, emptyHistory(history.since));
        if (Object.keys(history.asks).length) write(now);
      } else if (stored !== null && stored !== known) write(now);
    },
  };
}
