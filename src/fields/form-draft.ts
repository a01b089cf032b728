import type { RawValues } from '../form/form-values.ts';
import type { FormDraft } from './form-config.ts';
import { freshNote } from './fresh-note.ts';

interface Note {
  readonly v: 1;
  /** When it was written, in milliseconds. */
  readonly t: number;
  readonly values: RawValues;
  readonly more?: unknown;
}

/** Notes down what was typed, soon but not at each key, and at once when the page hides. */
export function createDraftKeeper(
  read: () => FormDraft | undefined,
  values: () => RawValues,
): {
  note(): void;
  flush(): void;
  drop(): void;
  /** What was kept; null where the visitor has begun since, or with `isOnce` where that was asked for before. */
  restore(isOnce?: true): RawValues | null | undefined;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  let hasBegun = false;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', write);
    const draft = read();
    if (!draft) return;
    try {
      const kept = draft.scrub ? draft.scrub(values()) : values();
      const note: Note = { v: 1, t: Date.now(), values: kept, more: draft.more?.() };
      draft.memory.set(draft.key, Object.keys(kept).length ? JSON.stringify(note) : '');
    } catch (error) {
      // Code of the page's own has failed: nothing is kept then, and the page stays.
      self.reportError?.(error);
    }
  };
  return {
    note() {
      hasBegun = true;
      if (timer !== undefined || !read()) return;
      timer = setTimeout(write, 300);
      document.addEventListener('visibilitychange', write);
    },
    flush() {
      if (timer !== undefined) write();
    },
    drop() {
      clearTimeout(timer);
      timer = undefined;
      document.removeEventListener('visibilitychange', write);
      const draft = read();
      draft?.memory.set(draft.key, '');
    },
    restore(isOnce) {
      if (isOnce ? isAsked : hasBegun) return null;
      isAsked = true;
      const draft = read();
      if (!draft) return undefined;
      const fresh = (text: string | null) => {
        const note = readNote(text);
        return note && Date.now() - note.t <= draft.maxAge ? note : undefined;
      };
      const note = fresh(freshNote(draft.memory, draft.key, (text) => !fresh(text)));
      if (!note) return undefined;
      hasBegun = true;
      draft.onRestore?.(note.more);
      return note.values;
    },
  };
}

/** Storage may hold anything: another version's note, or somebody else's. */
function readNote(text: string | null): Note | undefined {
  try {
    const note = JSON.parse(text || 'null') as Partial<Note> | null;
    return note?.v === 1 && typeof note.t === 'number' && typeof note.values === 'object' && note.values
      ? (note as Note)
      : undefined;
  } catch {
    return undefined;
  }
}
