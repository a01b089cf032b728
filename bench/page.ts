import type { ReactNode } from 'react';

/** What a page of the benchmark holds. */
export interface Page {
  /** The nth ask. */
  one(index: number): ReactNode;
  /** What stands around all asks. */
  wrap(children: ReactNode): ReactNode;
  /** Records `count` events; returns microseconds per event. */
  emit?(count: number): number;
}

export const question = 'What holds your shop back?';
export const options = ['Too few visitors', 'Too little trust', 'Prices', 'A slow checkout'];
export const label = 'Was this article useful?';
