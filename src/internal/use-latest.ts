'use client';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What the last finished render was given, for handlers that keep their identity. Not to be read in render. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
