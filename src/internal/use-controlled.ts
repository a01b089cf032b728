'use client';
import { useState } from 'react';

/**
 * A value that the consumer may own (`value`) or leave to the component (`defaultValue`). The setter tells
 * the consumer in both cases, and keeps the value itself only when it is left to the component.
 */
export function useControlled<T, Rest extends unknown[]>(
  value: T | undefined,
  defaultValue: T,
  onChange: ((value: T, ...rest: Rest) => void) | undefined,
): [T, (value: T, ...rest: Rest) => void] {
  const [own, setOwn] = useState(defaultValue);
  const current = value === undefined ? own : value;
  const set = (next: T, ...rest: Rest) => {
    if (Object.is(next, current)) return;
    if (value === undefined) setOwn(next);
    try {
      onChange?.(next, ...rest);
    } catch (error) {
      // What fails in the page takes no answer with it.
      globalThis.reportError?.(error);
    }
  };
  return [current, set];
}
