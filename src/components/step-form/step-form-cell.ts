'use client';
import { useSyncExternalStore } from 'react';

/** A value outside React: only what shows it is rendered when it changes. */
export interface Cell<T extends object> {
  get(): T;
  /** Changes parts of it. What is the same tells nobody. */
  set(part: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

export function createCell<T extends object>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(part) {
      if ((Object.keys(part) as (keyof T)[]).every((key) => Object.is(part[key], value[key]))) return;
      value = { ...value, ...part };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export function useCell<T extends object>(cell: Cell<T>): T {
  return useSyncExternalStore(cell.subscribe, cell.get, cell.get);
}
