'use client';
import { useLayoutEffect, useState } from 'react';
import { numberOption } from '../../internal/number-option.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { watchSeen } from '../../internal/watch-seen.ts';
import type { Ask } from '../../provider/ask.ts';
import { useHub } from '../../provider/context.ts';
import type { Hub } from '../../provider/hub.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useRootRef } from '../../provider/use-root-ref.ts';
import type { ProductViewProps } from './product-view-props.ts';

const kinds = { 'product-view.view': 1 } as const;

/** What is read anew when something happens. */
interface Options {
  readonly seconds: number;
  readonly share: number;
  readonly data: object;
  /** Hears that it was viewed, if somebody wants to know. */
  readonly onView: (() => void) | undefined;
}

/** What a product knows and does. */
export function useProductView(props: ProductViewProps) {
  const { id, placement, quantity, next } = props;
  const name = `ProductView "${id}"`;
  const seconds = numberOption(name, 'seconds', props.seconds, 3, 0, 3_600);
  const share = numberOption(name, 'share', props.share, 0.5, 0.01, 1);
  const pieces = numberOption(name, 'quantity', quantity, undefined, 1, 1e9);
  const [viewedId, setViewedId] = useState<string>();
  const data = { item: String(props.item ?? id), ...(pieces !== undefined && { quantity: pieces }) };
  const latest = useLatest<Options>({
    seconds,
    share,
    data,
    onView: next === undefined ? undefined : () => setViewedId(id),
  });
  const hub = useHub();
  const ask = useAsk({ component: 'ProductView', kinds, props });
  const [view] = useState(() => createView(ask, hub, () => latest.current));
  const ref = useRootRef(view, () => setViewedId(undefined));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another product or another rule is looked at anew
  useLayoutEffect(() => view.mount(), [view, id, placement, seconds, share]);
  return { ref, data, isViewed: viewedId !== undefined && viewedId === id };
}

/** Watches for as long as a view takes, besides what the ask itself watches. */
function createView(ask: Ask, hub: Hub, options: () => Options) {
  let element: Element | null = null;
  let isMounted = false;
  let stop: (() => void) | undefined;
  const watch = () => {
    stop?.();
    stop = undefined;
    if (!element || !isMounted) return;
    const { seconds, share } = options();
    const see = () => {
      if (hub.isOff()) return false;
      const { data, onView } = options();
      ask.record('committed', data);
      onView?.();
      return true;
    };
    stop = watchSeen(element, see, seconds, share);
  };
  return {
    ref(node: Element | null) {
      const isSame = element === node;
      element = node;
      if (!isSame) watch();
      const forget = ask.ref(node);
      return () => {
        forget?.();
        // As in an ask: an inline ref goes and comes with each render, and the element stays.
        queueMicrotask(() => {
          if (element !== node || node?.isConnected) return;
          element = null;
          watch();
        });
      };
    },
    reset() {
      ask.reset();
      watch();
    },
    mount() {
      isMounted = true;
      watch();
      // Another page view is another attempt.
      hub.site.turns.add(watch);
      return () => {
        hub.site.turns.delete(watch);
        isMounted = false;
        watch();
      };
    },
  };
}
