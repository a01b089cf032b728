'use client';
import { useEffect, useReducer, useSyncExternalStore } from 'react';
import type { GuideState } from '../ladder/guide.ts';
import type { Guide } from '../ladder/ladder.ts';

/** The guide's state now. Also renders anew each `every` milliseconds, because time alone changes what is true. */
export function useGuideState(guide: Guide, every: number): GuideState {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, every);
    return () => clearInterval(timer);
  }, [every]);
  return useSyncExternalStore(guide.subscribe, guide.state);
}

/** The ask that is open on the page, whatever the slot. */
export function openAsk({ showings }: GuideState): string | undefined {
  for (const { ask, isPassed } of showings.values()) if (ask !== undefined && !isPassed) return ask;
  return undefined;
}
