import type { ComponentProps, ReactNode, Ref } from 'react';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { Duration } from '../../ladder/rung.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';

/** What is known of a visitor who has come back, for children and `render`. */
export interface ReturnVisitState {
  /** Which visit this is: 2 or more. */
  readonly visits: number;
  /** Whole days since the visit before; 0 for less than one. */
  readonly days: number;
}

/** The root element. */
export interface ReturnVisitElement extends HTMLDivElement {
  /** Begins a new attempt. The visit stays counted. */
  reset(): void;
}

/** Props of {@link ReturnVisit}. What is not listed goes to the root element. */
export interface ReturnVisitProps
  extends AskProps<'return-visit.return'>,
    Omit<AskLook<ReturnVisitState, never>, 'labels'>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'ref'> {
  /**
   * What those who have come back see: content, or a function of how often and after how long. Default nothing: the visit is
   * only counted. A server and a first visit show nothing, and it comes once the page is alive: put it where it moves nothing,
   * such as below what is read first, or in a place of a fixed height.
   */
  children?: ReactNode | ((visit: ReturnVisitState) => ReactNode);
  /**
   * How long a visitor must have been away. Default `'30m'`, which is every new session; `'12h'` for those who come on
   * another day. Anything below half an hour is the same visit still.
   */
  minGap?: Duration | undefined;
  /** The next ask, below the children. Only those who have come back see it. */
  next?: NextProp<{ days?: number }> | undefined;
  /** The root element, null while there is none; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<ReturnVisitElement> | undefined;
}
