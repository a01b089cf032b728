'use client';
import { useState } from 'react';
import { useLatest } from '../internal/use-latest.ts';
import type { Ask } from './ask.ts';

/**
 * The ref for the root of an ask without a form. The element gets `reset()`, which begins a new attempt; `onReset` then
 * brings the screen back to its start. Stable for the component's lifetime.
 */
export function useRootRef(ask: Pick<Ask, 'ref' | 'reset'>, onReset?: () => void): Ask['ref'] {
  const latest = useLatest(onReset);
  const [ref] = useState(() => (element: Element | null) => {
    if (element)
      (element as HTMLFormElement).reset = () => {
        ask.reset();
        latest.current?.();
      };
    return ask.ref(element);
  });
  return ref;
}
