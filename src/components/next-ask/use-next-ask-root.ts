'use client';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useGuide } from '../../guidance/use-guide.ts';
import type { NextAskHandle } from '../../guidance/use-next-ask.ts';
import { focusIn } from '../../internal/focus-in.ts';
import { tell } from '../../internal/messages.ts';
import { useHub } from '../../provider/context.ts';
import type { NextAskProps } from './next-ask-props.ts';

/** What a spot shows, how it comes, and the ways out of it. */
export interface NextAskRoot {
  /** Ids of what is shown: the answered ask, then the open one. */
  readonly items: readonly string[];
  /** It shows something, as a banner. */
  readonly isBanner: boolean;
  /** For each item: one that comes while the page is read moves in and is announced. */
  readonly item: (element: HTMLElement | null) => (() => void) | undefined;
  /** For the live region, a child of the root. */
  readonly status: RefObject<HTMLParagraphElement | null>;
  /** Says no to the open ask; of an answered one, takes the thanks away. */
  dismiss(): void;
}

/** The root of a spot that shows `next`. `arrived` is spoken when an ask comes. */
export function useNextAskRoot(
  { ask, answered, rung }: NextAskHandle,
  { ladder, overlay }: Pick<NextAskProps, 'ladder' | 'overlay'>,
  appearance: string,
  arrived: string,
): NextAskRoot {
  const { site } = useHub();
  const guide = useGuide();
  if (process.env.NODE_ENV !== 'production' && ladder && guide && guide.ladder !== ladder)
    tell(1231, ladder.id, guide.ladder.id);
  const status = useRef<HTMLParagraphElement>(null);
  const isPainted = useRef(false);
  const [closed, setClosed] = useState<string>();
  const items = [answered !== closed && answered, ask].filter(Boolean) as string[];
  const isBanner = appearance === 'banner' && items.length > 0;
  const root = () => status.current?.closest<HTMLElement>('.sy-next-ask');

  // What is there at the first paint is no news.
  useEffect(() => {
    requestAnimationFrame(() => {
      isPainted.current = true;
    });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the root stays the same element
  useEffect(() => {
    if (!isBanner) return;
    const leaving = new AbortController();
    // Offline it stands where it stands, and its button still sends it away; the next turn to anything asks for the rest again.
    const watch = () =>
      void import('./watch-banner.ts').then(
        ({ watchBanner }) => watchBanner(root(), overlay, leaving.signal),
        () => {},
      );
    watch();
    addEventListener('focusin', watch, leaving);
    return () => leaving.abort();
  }, [isBanner, overlay]);

  const dismiss = () => {
    const place = root();
    if (place && focusIn(place)) hold(place);
    if (!ask) return setClosed(answered);
    const before = guide?.state().history;
    let refuse: (() => void) | undefined;
    // A dialog may have triggers all over the page; the no is said to the one here.
    for (const one of site.asks.values())
      for (const part of one.mounted)
        if (one.ask.id === ask && (!refuse || (place && part.isIn(place))))
          refuse = () => part.record('dismissed', one);
    refuse?.();
    // An ask of somebody else's making, or one that could not load, tells nobody of a no; the ladder heeds it all the same.
    const kind = guide?.ladder.rungs[Number(rung) - 1]?.kind;
    if (kind && guide.state().history === before)
      guide.take({ kind, phase: 'dismissed', ask: { id: ask }, data: {} });
  };

  return {
    items,
    isBanner,
    status,
    item: useCallback(
      (item) => {
        if (!item) return undefined;
        if (isPainted.current && status.current) {
          item.dataset['new'] = '';
          status.current.textContent = arrived;
        }
        return () => {
          // An ask that ends by a button of its own takes the focus along when it goes; a dialog of it hands the focus back
          // to such a button first.
          const place = item.closest<HTMLElement>('.sy-next-ask');
          let last: unknown = focusIn(item);
          item.addEventListener('focusin', (event) => {
            last = event;
          });
          queueMicrotask(() => {
            if (last && place && document.activeElement === document.body) hold(place);
          });
        };
      },
      [arrived],
    ),
    dismiss,
  };
}

/** The reading place stays here, whatever goes: the button that was pressed, or all of the ask. */
function hold(place: HTMLElement): void {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
