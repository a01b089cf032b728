import type { ConsentState } from '../events/index.ts';

/** Small notes about this visitor. Held in memory until `functional` is granted, then in local storage; drafts also in that of their tab. */
export interface VisitorMemory {
  /** The note, or null. Never throws. */
  get(key: string): string | null;
  /** The note as an earlier page left it in storage, or null. Never throws. */
  stored(key: string): string | null;
  /** Writes a note. Never throws. */
  set(key: string, note: string): void;
  /** Follows the visitor's word: granted writes what is held, denied removes what was stored. */
  follow(functional: ConsentState): void;
  /** Follows a word that was said in another tab: what is removed there from local storage goes from this tab's own. */
  hear(event: StorageEvent): void;
}

const prefix = 'smallyes:';
const draft = 'draft:';

/** Makes the memory of one page. Touches no storage before it may. */
export function createMemory(): VisitorMemory {
  // Where storage refuses, a note still holds for this page.
  const held = new Map<string, string>();
  let granted = false;
  const stored = (key: string) =>
    (granted && withStorage(key, (storage, name) => storage.getItem(name))) || null;
  const write = (note: string, key: string) =>
    granted && withStorage(key, (storage, name) => storage.setItem(name, note));
  return {
    stored,
    get: (key) => held.get(key) ?? stored(key),
    set(key, note) {
      held.set(key, note);
      write(note, key);
    },
    follow(functional) {
      granted = functional === 'granted';
      // What an earlier visit left is older, and stays. Not so a draft: words that were sent since must not come back.
      for (const [key, note] of held) if (key.startsWith(draft) || !stored(key)) write(note, key);
      if (functional !== 'denied') return;
      held.clear();
      withStorage(draft, (storage) => forget(storage));
    },
    hear({ key, newValue }) {
      try {
        if (newValue === null) forget(sessionStorage, key);
      } catch {}
    },
  };
}

/** Removes all that is the kit's own, or one note of it. */
function forget(storage: Storage, only?: string | null) {
  for (const key of Object.keys(storage))
    if (key.startsWith(prefix) && (only ?? key) === key) storage.removeItem(key);
}

/**
 * Uses local storage. A draft belongs to its tab first: what the visitor types in another one must not take its place, and none
 * comes from there once this one was sent, which is the empty note. Ends with what it finds. Even reading the property throws
 * where storage is forbidden.
 */
export function withStorage<T>(key: string, use: (storage: Storage, name: string) => T): T | undefined {
  let found: T | undefined;
  for (const name of ['sessionStorage', 'localStorage'] as const)
    try {
      if (name === 'localStorage' || key.startsWith(draft)) found ??= use(globalThis[name], prefix + key);
    } catch {}
  return found;
}

/**
 * Calls `look` when what is remembered may have changed: by the visitor's word on storage, by another tab, or while the visitor
 * was away, which tells of what a browser says nothing of.
 */
export function followMemory(
  visit: { subscribe(listener: () => void): () => void },
  look: () => void,
): () => void {
  const unsubscribe = visit.subscribe(look);
  addEventListener('storage', look);
  addEventListener('focus', look);
  return () => {
    unsubscribe();
    removeEventListener('storage', look);
    removeEventListener('focus', look);
  };
}
