'use client';
import { useLayoutEffect } from 'react';
import { useHub } from './context.ts';

/**
 * Tells the kit that a client-side router shows another page: `usePageView(usePathname())`. Each new path
 * begins a page view with its own `viewId`; asks that are under way keep their attempt.
 */
export function usePageView(path: string): void {
  const hub = useHub();
  // Before the effects of the new page, so that what they record belongs to it.
  useLayoutEffect(() => hub.turnPage(path), [hub, path]);
}
