'use client';
import { type MouseEvent, useState } from 'react';
import type { Grade, Kind } from '../events/index.ts';
import { tell } from '../internal/messages.ts';
import type { AskProps } from './ask.ts';
import { useHub } from './context.ts';
import { useAsk } from './use-ask.ts';
import { readAction } from './use-ask-root.ts';
import { useRootRef } from './use-root-ref.ts';

/** Props of an ask that is a link. */
export interface LinkProps<K extends Kind = Kind, Target extends string = string>
  extends AskProps<K, { target: Target }> {
  /** Where it leads: relative, http, https, mailto or tel. */
  href: string;
  /** What events call it, from a list of your own: a name, never an address. */
  target: Target;
}

/** An ask that is one link: see {@link useLink}. */
export interface Link {
  /** Where it leads, if that is safe; else the developer is told. */
  readonly href: string | undefined;
  /** It was followed in this attempt. */
  readonly isFollowed: boolean;
  /** For the root element. Links in the next ask are not heard. */
  readonly root: {
    ref(element: Element | null): (() => void) | undefined;
    onClick(event: MouseEvent): void;
    onAuxClick(event: MouseEvent): void;
  };
}

/**
 * An ask whose yes is a click on its link, by any button or key that opens it. The yes is recorded, and trackers get it, before
 * the browser follows the link. The root's element gets `reset()`.
 */
export function useLink<K extends Kind>(
  component: string,
  kinds: Readonly<Partial<Record<K, Grade>>>,
  // biome-ignore lint/suspicious/noExplicitAny: callbacks are narrowed by each ask's own props
  props: LinkProps<any>,
  settled?: boolean,
): Link {
  const hub = useHub();
  const [isFollowed, setFollowed] = useState(false);
  const ask = useAsk({ component, kinds, props, settled: settled || isFollowed });
  const ref = useRootRef(ask, () => setFollowed(false));
  if (process.env.NODE_ENV !== 'production')
    for (const prop of ['href', 'target'] as const)
      if (!props[prop]) tell(1415, `${component} "${props.id}"`, prop);
  const href = readAction(`${component} "${props.id}"`, props.href);
  const onClick = ({ target, currentTarget }: MouseEvent) => {
    // What leads nowhere is no yes.
    if (!href) return;
    const link = (target as Element).closest('a');
    if (link?.closest('.sy-next, [data-sy-ask]') !== currentTarget) return;
    ask.record('committed', { target: String(props.target) });
    hub.flush();
    setFollowed(true);
  };
  return {
    href,
    isFollowed,
    root: {
      ref,
      onClick,
      onAuxClick: (event) => event.button === 1 && onClick(event),
    },
  };
}
