import { tell } from '../internal/messages.ts';
import type { GuideHost } from './guide.ts';
import { emptyHistory, type History, joinHistories, noteOf, readHistory } from './history.ts';
import type { Ladder } from './ladder.ts';

/** The history of one ladder as this page holds it, kept as a note in the visitor's memory. Reads nothing before `load`. */
export interface Notes {
  history(): History;
  /** Reads the memory, the first time. */
  load(now: number): void;
  /** Joins a note of another tab, another visit or a server. */
  join(note: string | null | undefined, now: number): void;
  /** Replaces the history and writes it down, joined with what other tabs have written meanwhile. */
  save(next: History, now: number, isForgetting?: boolean): void;
  /** Reads what storage has now; after the visitor refused it, nothing is remembered any more. */
  follow(now: number): void;
}

export function createNotes(ladder: Ladder, memory: GuideHost['memory']): Notes {
  const key = `ladder:${ladder.id}`;
  let history = emptyHistory();
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
    save(next, now, isForgetting) {
      history = next;
      write(now, isForgetting);
    },
    follow(now) {
      const note = memory.get(key);
      const stored = memory.stored(key);
      if (note === null) {
        known = note;
        if (history !== emptied) history = emptied;
      } else if (stored !== null && stored !== known) write(now);
    },
  };
}

const emptied = emptyHistory();
