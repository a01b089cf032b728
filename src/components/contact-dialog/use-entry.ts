'use client';
import { useLayoutEffect, useRef } from 'react';
import { useLatest } from '../../internal/use-latest.ts';
import { type Opening, recordOpening } from './contact-dialog-link.ts';
import type { ContactDialogModel } from './use-contact-dialog.ts';

/** Counts each opening once it has come to it, and those that the page itself has made by its own state. */
export function useEntry(
  { ask, isOpen, opening, count, enter }: ContactDialogModel,
  begin: (opening: Opening) => void,
): void {
  const latestBegin = useLatest(begin);
  const entered = useRef(0);
  useLayoutEffect(() => {
    const isByPage = entered.current === count;
    entered.current = count;
    if (!isOpen) return;
    if (isByPage || !opening)
      enter({
        ask,
        reason: 'code',
        trigger: 'code',
        payload: undefined,
        element: document.activeElement,
        event: undefined,
        isSilent: !navigator.userActivation?.isActive,
      });
    else {
      latestBegin.current(opening);
      recordOpening(opening);
    }
    // StrictMode runs this twice.
    return () => {
      entered.current = count - 1;
    };
  }, [ask, isOpen, opening, count, enter, latestBegin]);
}
