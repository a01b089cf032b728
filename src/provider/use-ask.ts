'use client';
import { useLayoutEffect, useState } from 'react';
import { useLatest } from '../internal/use-latest.ts';
import { type Ask, type AskConfig, createAsk } from './ask.ts';
import { useHub } from './context.ts';
import type { Hub } from './hub.ts';

/**
 * The events of one ask: for the components of the kit. For an ask of your own, see `useCommit`. They pass through what `wrap`
 * makes of the provider's hub.
 */
export function useAsk(config: AskConfig, wrap?: (hub: Hub) => Hub): Ask {
  const latest = useLatest(config);
  const hub = useHub();
  const [ask] = useState(() => createAsk(wrap ? wrap(hub) : hub, () => latest.current));
  const { id, placement } = config.props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new id or placement is another ask
  useLayoutEffect(() => ask.mount(), [ask, id, placement]);
  return ask;
}
