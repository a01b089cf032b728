import type { ConsentState } from '../events/index.ts';

/** Makes one note of the stored one and the one that was written before storage was open. */
export type Join = (older: string, note: string) => string;

/** Small notes about this visitor. Held in memory until `functional` is granted, then in local storage; drafts also in that of their tab. */
export interface VisitorMemory {
  /** The visitor allows storage. */
  isOpen(): boolean;
  /** The note, or null. Never throws. */
  get(key: string): string | null;
  /** The note as an earlier page left it in storage, or null. Never throws. */
  stored(key: string): string | null;
  /**
   * Writes a note. Never throws. Where storage is closed yet and then holds one of an earlier visit, that stays, or is what `join`
   * makes of both.
   */
  set(key: string, note: string, join?: Join): void;
  /** Follows the visitor's word: granted writes what is held, denied removes what was stored. */
  follow(functional: ConsentState): void;
  /**
   * Follows a word that was said in another tab: the note that was removed there from local storage, or with null each one, is
   * forgotten here, too.
   */
  hear(key: string | null): void;
}

const prefix = 'smallyes:';
const draft = 'draft:';

/** Makes the memory of one page. Touches no storage before it may. */
export function createMemory(): VisitorMemory {
  // Where storage refuses, a note still holds for this page.
  const held = new Map<string, readonly [note: string, join?: Join | undefined]>();
  let granted = false;
  const stored = (key: string) =>
    (granted && withStorage(key, (storage, name) => storage.getItem(name))) || null;
  return {
    isOpen: () => granted,
    stored,
    get: (key) => held.get(key)?.[0] ?? stored(key),
    set(key, note, join) {
      held.set(key, granted ? [note] : [note, join]);
      if (granted) withStorage(key, (storage, name) => storage.setItem(name, note));
    },
    follow(functional) {
      granted = functional === 'granted';
      if (granted)
        for (const [key, [note, join]] of held) {
          // What an earlier visit left is older, and stays, unless a join says otherwise. Not so a draft: words that were sent since
          // must not come back.
          const older = !key.startsWith(draft) && stored(key);
          if (!older) this.set(key, note);
          else if (join) this.set(key, join(older, note));
        }
      if (functional !== 'denied') return;
      held.clear();
      withStorage(draft, (storage) => forget(storage));
    },
    hear(key) {
      for (const name of held.keys()) if (!key || key === prefix + name) held.delete(name);
      try {
        forget(sessionStorage, key);
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
