'use client';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { tell } from '../internal/messages.ts';
import type { Guide } from '../ladder/ladder.ts';
import { useHub, useSettings } from '../provider/context.ts';
import { connectGuide } from './connect-guide.ts';

/** The guide of this page, by the nearest provider's ladder. Undefined without a ladder. */
export function useGuide(): Guide | undefined {
  const { site } = useHub();
  return useSettings().ladder?.guide(site);
}

/** The same, at work while the component is mounted. `name` is told to developers who have no ladder. */
export function useGuideAtWork(name: string): Guide | undefined {
  const hub = useHub();
  const { remembered } = useSettings();
  const guide = useGuide();
  useLayoutEffect(() => {
    if (guide) return connectGuide(guide, hub, remembered);
    if (process.env.NODE_ENV !== 'production') tell(1211, name);
    return undefined;
  }, [guide, hub, remembered, name]);
  return guide;
}

const never = () => () => {};

/**
 * Reads something of the guide's state, and `readFirst` on the server and while the browser takes its markup over. React
 * listens to a store only after it has painted; until then this listens itself, so that the first paint is right.
 */
export function useGuideValue<T>(guide: Guide | undefined, read: () => T, readFirst: () => T): T {
  const value = useSyncExternalStore(guide?.subscribe ?? never, read, readFirst);
  const [, refresh] = useState(value);
  const stop = useRef<(() => void) | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it reads depends on the guide alone
  useLayoutEffect(() => {
    stop.current = guide?.subscribe(() => refresh(read));
    return () => stop.current?.();
  }, [guide]);
  useEffect(() => {
    stop.current?.();
    guide?.start();
  }, [guide]);
  return value;
}
