'use client';
import { useSyncExternalStore } from 'react';
import { useHub } from './context.ts';

/**
 * A note in the visitor's memory, which outlives the page where the visitor allows storage: what it says, and how to write
 * it. Empty when there is none, and with a key that is empty; undefined on a server and while its markup comes alive.
 */
export function useNote(key: string): readonly [note: string | undefined, keep: (note: string) => void] {
  const { memory, visit } = useHub().site;
  const note = useSyncExternalStore(
    visit.subscribe,
    () => (key && memory.get(key)) || '',
    () => undefined,
  );
  return [note, (next) => key && memory.set(key, next)];
}
