'use client';
import { useEffect, useRef, useState } from 'react';
import { focusIn } from '../internal/focus-in.ts';

type RootRef<Stop> = (element: HTMLElement | null) => Stop;

/**
 * The ref for the root of a form: stable, `arrive` is that of the first render. Moves the focus to where the visitor's own
 * doing has led, which `find` knows. Never when the visitor is elsewhere by then: not in the root, or in `home` within it.
 */
export function useFormRoot<Stop>(
  stage: string,
  isOwn: boolean | undefined,
  arrive: RootRef<Stop>,
  find: (root: HTMLElement, isAsking: boolean) => HTMLElement | null,
  home?: string,
): RootRef<Stop> {
  const root = useRef<HTMLElement>(null);
  const [ref] = useState(() => (element: HTMLElement | null) => {
    root.current = element;
    return arrive(element);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it leads is the same in every render
  useEffect(() => {
    const { current } = root;
    if (!isOwn || !current) return;
    const now = focusIn(current) ?? current.ownerDocument.activeElement;
    const isLost = !now || now.matches('body, [hidden], [hidden] *');
    if (isLost || (home ? current.querySelector(home) : current)?.contains(now))
      find(current, stage === 'asking')?.focus();
  }, [stage, isOwn]);
  return ref;
}
