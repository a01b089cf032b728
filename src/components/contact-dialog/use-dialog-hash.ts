'use client';
import { useEffect, useState } from 'react';
import { useLatest } from '../../internal/use-latest.ts';
import type { ContactDialogModel } from './contact-dialog-model.ts';
import { addressOf } from './dialog-address.ts';

interface Tied {
  readonly hash: string | undefined;
  readonly isOpen: boolean;
  readonly open: ContactDialogModel['openByPage'];
  readonly close: (reason: 'hash') => boolean;
}

/**
 * Ties a dialog to a fragment of the address: opening adds one entry to the history, Back closes, Forward opens again,
 * closing takes the entry away. `history.state` stays as it is, since client-side routers keep theirs there.
 */
export function useDialogHash(
  hash: Tied['hash'],
  isOpen: boolean,
  open: Tied['open'],
  close: Tied['close'],
): void {
  const latest = useLatest({ hash, isOpen, open, close });
  const [tie] = useState(() => createTie(() => latest.current));
  useEffect(() => (hash ? tie.listen() : undefined), [tie, hash]);
  useEffect(() => {
    if (hash) tie.follow(isOpen);
  }, [tie, hash, isOpen]);
}

function createTie(read: () => Tied) {
  // Whether the entry is ours, so that the one before it is this page without the dialog.
  let isOurs = false;
  let isReturning = false;
  const address = () => addressOf(read().hash ?? '');
  const isThere = () => location.hash === address().hash;
  const tie = {
    follow(isOpen: boolean) {
      if (isReturning || isOpen === isThere()) return;
      if (isOpen) {
        try {
          history.pushState(history.state, '', address());
          isOurs = true;
        } catch {
          // A frame whose page has no address, or too many entries in a short time: the dialog goes on without.
        }
      } else if (isOurs) {
        isReturning = true;
        history.back();
      } else history.replaceState(history.state, '', location.pathname + location.search);
    },
    listen() {
      const look = () => {
        const { isOpen, open, close } = read();
        if (isReturning) {
          isReturning = false;
          // Opened again while the browser went back.
          tie.follow(isOpen);
        } else if (isThere()) open('hash');
        // The page may insist on the dialog: then the address follows it.
        else if (isOpen && !close('hash')) tie.follow(true);
      };
      addEventListener('popstate', look);
      return () => removeEventListener('popstate', look);
    },
  };
  return tie;
}
