import type { ComponentProps, ReactNode, Ref } from 'react';
import type { LinkData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskLook } from '../../provider/render-ask.ts';
import type { LinkProps } from '../../provider/use-link.ts';
import type { FollowLinkLabels } from './follow-link-labels.ts';
import type { FollowTarget } from './follow-link-state.ts';

/** State of the root element, for `render`. */
export interface FollowLinkState {
  /** Your server says that the visitor follows you. */
  readonly following: boolean;
  /** The link was followed on this page. */
  readonly isFollowed: boolean;
}

/** The root element. */
export interface FollowLinkElement extends HTMLDivElement {
  /** Begins a new attempt. */
  reset(): void;
}

/** Props of {@link FollowLink}. What is not listed goes to the root element. */
export interface FollowLinkProps<Target extends string = FollowTarget>
  extends LinkProps<'follow-link.follow', Target>,
    Omit<AskLook<FollowLinkState, FollowLinkLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'ref'> {
  /** What is behind the link, as events call it: `'youtube'`, `'spotify'`, a name of yours. Its name is shown, not its address. */
  target: Target;
  /** What it is called on the page. Default: the target, written as its owner does. */
  name?: string | undefined;
  /** What the link says. Default: the label `follow`. */
  children?: ReactNode;
  /** Opens in a new tab. Default false. */
  newTab?: boolean | undefined;
  /**
   * Your server knows that the visitor follows you: the page says so, and the link only opens. A click alone proves nothing,
   * so the kit never decides this. Default false.
   */
  following?: boolean | undefined;
  /** The next ask, once the link was followed. */
  next?: NextProp<LinkData> | undefined;
  /** `'card'` puts a card around it. Default `'plain'`. */
  appearance?: 'card' | 'plain' | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<FollowLinkElement> | undefined;
}
