'use client';
import type { JSX } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import type { ReturnVisitProps, ReturnVisitState } from './return-visit-props.ts';
import { useReturnVisit } from './use-return-visit.ts';

/**
 * Counts a visitor who comes back, once a session and only where the visitor allows memory, and shows its children to no
 * others. Renders nothing on a server and on a first visit.
 *
 * ```tsx
 * <ReturnVisit id="back">
 *   {({ visits, days }) => <p>Welcome back. This is visit {visits}, {days} days after the last.</p>}
 * </ReturnVisit>
 * ```
 */
export function ReturnVisit(props: ReturnVisitProps): JSX.Element | null {
  const { children, minGap, next, ...rest } = props;
  const { ref, back } = useReturnVisit(props);
  if (!back) return null;
  const content = typeof children === 'function' ? children(back) : children;
  if (!content && !next) return null;
  return renderAsk<ReturnVisitState>('return-visit', rest, back, {
    ref,
    children: (
      <>
        {content}
        <NextSlot
          next={next as NextProp<object>}
          outcome={{ phase: 'committed', data: { days: back.days } }}
        />
      </>
    ),
  });
}
