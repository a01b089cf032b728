import type { LabelText } from '../../provider/labels.ts';

/** Every text of the button that a visitor reads or hears. */
export interface ShareButtonLabels {
  /** What the button says. */
  share: LabelText;
  /** Names the field with the address. Spoken only. */
  link: LabelText;
  /** The button beside it. */
  copy: LabelText;
  /** After that has worked. */
  copied: LabelText;
  /** When the browser did not allow it: the address is selected by then. */
  refused: LabelText;
  /** Names the list of targets. Spoken only. */
  targets: LabelText;
  /** The target that the kit knows itself. */
  mail: LabelText;
  /** After any other way to share. */
  thanks: LabelText;
}

/** The English texts that the button needs from the start. */
export const shareButtonLabels: Pick<ShareButtonLabels, 'share' | 'copied' | 'thanks'> = {
  share: 'Share',
  copied: 'Link copied. Thank you for sharing!',
  thanks: 'Thank you for sharing!',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'share-button': ShareButtonLabels;
  }
}
