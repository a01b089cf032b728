import { tell } from '../internal/messages.ts';
import type { GuideHost } from './guide.ts';
import { emptyHistory, type History } from './history.ts';
import { noteOf, readHistory } from './history-text.ts';
import { joinHistories } from './join-histories.ts';
import type { Ladder } from './ladder.ts';

/** The history of one ladder as this page holds it, kept as a note in the visitor's memory. Reads nothing before `load`. */
export interface Notes {
  history(): History;
  /** Reads the memory, the first time. Later, where the machine's clock was set back, times that now lie far ahead are set to it. */
  load(): void;
  /** Joins a note of another tab, another visit or a server. */
  join(note: string | null | undefined, now: number): void;
  /**
   * Changes the history and writes it down, joined with what other tabs have written meanwhile. False where nothing changes. The
   * change is made a second time, to what this page knows by itself.
   */
  save(change: (history: History) => History, now: number, isForgetting?: boolean): boolean;
  /**
   * Reads what storage has now. After the visitor refused it, only what happened on this page is known, for as long as it stands, and
   * what was before is never written again.
   */
  follow(now: number): void;
}

export function createNotes(ladder: Ladder, memory: GuideHost['memory']): Notes {
  const key = `ladder:${ladder.id}`;
  let history = emptyHistory();
  /** What of it may be written. */
  let kept = history;
  /** What happened on this page. */
  let own = history;
  /** When the clock was last looked at. */
  let last = 0;
  /** The note that is part of the history already. */
  let known: string | null = null;

  /**
   * Takes in a note that is new, and gives what it says. One of a newer version of the kit is left as it is: the page then
   * remembers by itself.
   */
  const take = (note: string | null | undefined, now: number) => {
    const read = note !== known && readHistory(note, now);
    if (read === 'newer') {
      if (process.env.NODE_ENV !== 'production') tell(1214, ladder.id);
    } else if (read) {
      history = joinHistories(history, read);
      kept = joinHistories(kept, read);
    }
    return read;
  };
  const write = (now: number, isForgetting?: boolean) => {
    if (take(memory.stored(key), now) === 'newer' && !isForgetting) return;
    known = noteOf(kept);
    memory.set(key, known);
  };
  /**
   * Takes in what stands in storage, and writes where this page knows more. At first also what reads differently by now: times
   * of a clock that was ahead would begin anew with each page that only reads. Later not, or tabs whose clocks differ would
   * answer each other for ever.
   */
  const heed = (note: string | null, now: number) => {
    const read = take(note, now);
    if (read === 'newer' || note === known) return;
    known = note;
    if (!read || noteOf(kept) !== (last ? noteOf(read) : note)) write(now);
  };

  return {
    history: () => history,
    load() {
      const now = Date.now();
      if (!last) heed(memory.get(key), now);
      // What this page writes is of its own version.
      else if (now < last) {
        history = readHistory(noteOf(history), now) as History;
        kept = readHistory(noteOf(kept), now) as History;
      }
      last = now;
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
      kept = change(kept);
      own = change(own);
      write(now, isForgetting);
      return true;
    },
    follow(now) {
      const note = memory.get(key);
      const stored = memory.stored(key);
      if (note === null) {
        if (known) {
          known = note;
          kept = emptyHistory(history.since);
          history = joinHistories(kept, readHistory(noteOf(own), now) as History);
        }
      } else if (stored !== null) heed(stored, now);
    },
  };
}
