import type { LabelText } from '../../provider/labels.ts';

/** Every text of the next ask that a visitor reads or hears. */
export interface NextAskLabels {
  /** Names a banner for screen readers. */
  banner: LabelText;
  /** Spoken when an ask comes while the page is read. Never shown. */
  arrived: LabelText;
  /** The button that says no to the ask, for now. */
  dismiss: LabelText;
  /** The button that takes the thanks of an answered ask out of a banner. */
  close: LabelText;
}

/** The English texts. */
export const nextAskLabels: NextAskLabels = {
  banner: 'A short question',
  arrived: 'One more question for you.',
  dismiss: 'Not now',
  close: 'Close',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'next-ask': NextAskLabels;
  }
}
