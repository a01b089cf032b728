'use client';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Moment } from '../events/index.ts';
import type { Slot } from '../ladder/guide.ts';
import { rungNumber } from '../ladder/recall.ts';
import { useHub, useSettings } from '../provider/context.ts';
import { checkKnown, checkMounted } from './check-asks.ts';
import { firstShowing, printShowing, shownFirst } from './first-paint.ts';
import { useGuideAtWork, useGuideValue } from './use-guide.ts';

/** Options of {@link useNextAsk}. */
export interface UseNextAskOptions {
  /** Asks that this spot can show. Default: every ask of the ladder. May be written inline. */
  asks?: readonly string[] | undefined;
  /** The visitor's intent at this spot, for rungs with the condition `moment`. Default: none. */
  moment?: Moment | undefined;
  /** Where several spots could show the next ask, the one with the smaller number does; then the one that came first. Default 0. */
  order?: number | undefined;
}

/** What a spot is to show: see {@link useNextAsk}. */
export interface NextAskHandle {
  /** The ask that is open here. At most one spot of the page has one, apart from those that the visitor has left behind. */
  readonly ask: string | undefined;
  /** The ask that was answered here last, in this page view: keep it, so that its thanks stay; `ask` belongs below it. */
  readonly answered: string | undefined;
  /** 1-based rung of `ask`. */
  readonly rung: number | undefined;
  /** How many rungs the ladder has; 0 without a usable ladder. */
  readonly of: number;
  /** The goal is reached: the ladder asks for nothing more. */
  readonly isDone: boolean;
  /**
   * For an element that is always there, even while there is no ask: tells whether the spot stands in another ask's
   * success or dismissal view, where the next ask may come at once. Stable.
   */
  readonly ref: (element: Element | null) => void;
  /**
   * For the attribute `data-sy-spot` of the same element: names the spot and its ask, while it has one. Needed where a server
   * renders several spots and parts of the page load in their own time (`Suspense`): by it the browser finds whose ask it is.
   */
  readonly spot: string | undefined;
}

/**
 * The next ask for one spot of the page, by the nearest provider's ladder. The spot renders it; give each its own key, so that
 * an answered ask keeps its state:
 *
 * ```tsx
 * const { ask, answered, ref, spot } = useNextAsk({ asks: Object.keys(asks) });
 * const shown = [answered, ask].map((id) => id && <Fragment key={id}>{asks[id]}</Fragment>);
 * return <div ref={ref} data-sy-spot={spot}>{shown}</div>;
 * ```
 *
 * An open ask stays until it is answered or refused, the spot goes, or the page view ends. When the visitor has seen it, has not
 * begun with it, and is a window or more away for five seconds, another spot may have an open ask as well. On the server and in the first paint
 * it shows what the provider's `remembered` says; without that, the ask comes when the browser has read the visitor's memory.
 */
export function useNextAsk(options: UseNextAskOptions = {}): NextAskHandle {
  const { asks, moment, order } = options;
  const { site } = useHub();
  const { ladder, remembered } = useSettings();
  const key = useId();
  const guide = useGuideAtWork('useNextAsk');
  const element = useRef<Element | null>(null);
  const [ref] = useState(() => (node: Element | null) => {
    element.current = node;
  });
  const slot: Slot = { key, asks, moment, order };
  const text = useGuideValue(
    guide,
    () => {
      const { showings, decision } = guide?.state() ?? {};
      const { ask, answered } = showings?.get(key) ?? {};
      return printShowing(ask, answered, !!decision?.isDone);
    },
    () => firstShowing(site, ladder, remembered, slot),
  );
  const [ask, answered, isDone] = JSON.parse(text) as [string | null, string | null, boolean];

  const takeBack = useRef<(() => void) | undefined>(undefined);
  const names = asks && JSON.stringify(asks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks are compared by their names
  useLayoutEffect(() => {
    if (process.env.NODE_ENV !== 'production' && guide) checkKnown(1212, guide.ladder, asks);
    const isReply = !!element.current?.closest('.sy-next');
    takeBack.current = guide?.offer({ ...slot, isReply, shows: shownFirst(site, key) });
  }, [guide, key, names, moment, order]);
  // Apart, so that other options do not take the spot back, and with it what stands there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a spot of its own for each guide and key
  useLayoutEffect(() => {
    // Late, because nobody has left anything behind yet; offline the open ask just stays the open one.
    const watching =
      guide &&
      import('./watch-passed.ts')
        .then(({ watchPassed }) => watchPassed(guide, site, key, element.current))
        .catch(() => {});
    return () => {
      watching?.then((stop) => stop?.());
      takeBack.current?.();
    };
  }, [guide, key]);
  if (process.env.NODE_ENV !== 'production')
    // biome-ignore lint/correctness/useHookAtTopLevel: a build always goes the same way
    useEffect(() => (ask === null ? undefined : checkMounted(site, ask)), [site, ask]);

  return {
    ask: ask ?? undefined,
    answered: answered ?? undefined,
    rung: (guide && rungNumber(guide.ladder, ask ?? undefined)) || undefined,
    of: guide?.ladder.rungs.length ?? 0,
    isDone,
    ref,
    spot: ask === null ? undefined : `${key} ${ask}`,
  };
}
