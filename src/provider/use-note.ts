'use client';
import { useState, useSyncExternalStore } from 'react';
import { useHub } from './context.ts';
import { followMemory, type Join } from './memory.ts';

// Who shows a note: the same ask may stand in several places of a page.
const readers = new Set<() => void>();

/** Both of two lists with one entry a line, the older one first. An entry may stand twice. */
export function joinLines(older: string, note: string): string {
  return note && `${older}\n${note}`;
}

/**
 * A note in the visitor's memory, which outlives the page where the visitor allows storage: what it says, and how to write
 * it. Empty when there is none, and with a key that is empty; undefined on a server and while its markup comes alive. What is
 * written elsewhere on the page, or in another tab, is read at once. What is written before storage may be read takes the place
 * of what an earlier visit has left there; with `join` it is what that makes of both.
 */
export function useNote(
  key: string,
  join: Join = (_, note) => note,
): readonly [note: string | undefined, keep: (note: string) => void] {
  const { memory, visit } = useHub().site;
  const [follow] = useState(() => (look: () => void) => {
    readers.add(look);
    const stop = followMemory(visit, look);
    return () => {
      readers.delete(look);
      stop();
    };
  });
  const note = useSyncExternalStore(
    follow,
    () => (key && memory.get(key)) || '',
    () => undefined,
  );
  const keep = (next: string) => {
    if (!key) return;
    memory.set(key, next, join);
    for (const look of readers) look();
  };
  return [note, keep];
}
