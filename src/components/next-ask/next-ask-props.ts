import type { ComponentProps, ReactNode } from 'react';
import type { Moment } from '../../events/index.ts';
import type { RenderProp } from '../../internal/render-element.tsx';
import type { Ladder } from '../../ladder/ladder.ts';
import type { OwnLabels } from '../../provider/labels.ts';
import type { NextAskLabels } from './next-ask-labels.ts';

/** An ask, or what makes it: a function runs only when its ask is the next one. */
export type NextAskNode = ReactNode | (() => ReactNode);

/** State of the spot, for `render`. */
export interface NextAskState {
  /** The ask that is open here. */
  readonly ask: string | undefined;
  /** The ask that was answered here last, in this page view. */
  readonly answered: string | undefined;
  /** 1-based rung of `ask`. */
  readonly rung: number | undefined;
  /** How many rungs the ladder has. */
  readonly of: number;
  /** The ladder's goal is reached. */
  readonly isDone: boolean;
}

/** Props of {@link NextAsk}. What is not listed goes to the root element. */
export interface NextAskProps<Id extends string = string>
  extends Omit<ComponentProps<'div'>, 'children' | 'ref'> {
  /**
   * The asks that this spot can show, by the id that they have on the ladder and in their own `id`. An ask without a node is
   * not offered here. An ask may load late (`React.lazy`): until it is there, the spot is empty.
   * A server that streams waits for the one that it shows; with `renderToString`, put that one into a `<Suspense>` of its
   * own.
   */
  asks: { readonly [A in NoInfer<Id>]?: NextAskNode | undefined };
  /** The provider's ladder once more, only for the compiler: with it an id that the ladder lacks is a type error. */
  ladder?: Ladder<Id> | undefined;
  /** The visitor's intent at this spot, for rungs with the condition `moment`. Default none. */
  moment?: Moment | undefined;
  /** Where several spots could show the next ask, the one with the smaller number does; then the first. Default 0. */
  order?: number | undefined;
  /** The ask as it is, in its place, or in a slim strip that says no as easily as yes. Default `'place'`. */
  appearance?: 'place' | 'banner' | undefined;
  /**
   * Shows a banner over the page, at the end edge of the window. It steps aside for whatever has the focus. What covers
   * content annoys: leave it off unless you have a reason. Default false.
   */
  overlay?: boolean | undefined;
  /** Offers a button that says no for now. Default true for a banner, else false: many asks have a way out of their own. */
  dismissible?: boolean | undefined;
  /** What stands here while there is neither an ask nor an answer. Default nothing, which takes no room. */
  fallback?: ReactNode | undefined;
  /** Texts of your own. */
  labels?: OwnLabels<NextAskLabels> | undefined;
  /** Replaces the root element. */
  render?: RenderProp<NextAskState> | undefined;
  /** The root element, which is there even while it is empty. */
  ref?: ComponentProps<'div'>['ref'] | undefined;
}
