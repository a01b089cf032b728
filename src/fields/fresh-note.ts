import { type VisitorMemory, withStorage } from '../provider/memory.ts';

/** A note that is not stale, or null. A stale one is forgotten where it lies: that of the tab hides a fresh one of another tab. */
export function freshNote(
  memory: Pick<VisitorMemory, 'get' | 'stored'>,
  key: string,
  isStale: (note: string) => boolean,
): string | null {
  // Where nothing may be touched, nothing is stored.
  if (memory.stored(key))
    withStorage(key, (storage, name) => {
      const note = storage.getItem(name);
      if (note && isStale(note)) storage.removeItem(name);
    });
  const note = memory.get(key);
  return note && isStale(note) ? memory.stored(key) : note;
}
