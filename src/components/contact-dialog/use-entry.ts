'use client';
import { useLayoutEffect, useRef } from 'react';
import { useLatest } from '../../internal/use-latest.ts';
import { checkAsked, hasActed, recordOpening } from './contact-dialog-link.ts';
import type { ContactDialogModel, Opening } from './contact-dialog-model.ts';
import type { AnyContactDialogProps } from './contact-dialog-props.ts';

/** Counts each opening once it has come to it, and those that the page itself has made by its own state. */
export function useEntry(
  { ask, isOpen, opening, count, enter }: ContactDialogModel,
  begin: (opening: Opening) => void,
  props: AnyContactDialogProps,
): void {
  const latest = useLatest({ begin, props });
  const entered = useRef(0);
  useLayoutEffect(() => {
    const isByPage = entered.current === count;
    entered.current = count;
    if (!isOpen) return;
    if (isByPage || !opening) {
      const now = latest.current.props;
      const isSilent = !hasActed();
      if (process.env.NODE_ENV !== 'production') checkAsked(now);
      enter({
        ask,
        reason: 'code',
        trigger: isSilent && now.unprompted ? 'unprompted' : 'code',
        payload: undefined,
        element: document.activeElement,
        isSilent,
      });
    } else {
      latest.current.begin(opening);
      recordOpening(opening);
    }
    // StrictMode runs this twice.
    return () => {
      entered.current = count - 1;
    };
  }, [ask, isOpen, opening, count, enter, latest]);
}
