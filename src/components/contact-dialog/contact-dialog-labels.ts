import type { LabelText } from '../../provider/labels.ts';

/** Every text of the dialog that a visitor reads or hears; those of its form stand under `form`. */
export interface ContactDialogLabels {
  /** On the trigger, while the dialog is on its way. */
  opening: LabelText;
  /** Below the trigger, when the network gave out. */
  notOpened: LabelText;
  /** At the trigger, when sending fails while the dialog is closed. */
  notSent: LabelText;
  /** The button in the corner. */
  close: LabelText;
  /** After a press beside the dialog, when something is written in it. */
  kept: LabelText;
  /** Closes the dialog after the yes. */
  done: LabelText;
  /** Begins anew after the yes. */
  again: LabelText;
}

/** The English texts. */
export const contactDialogLabels: ContactDialogLabels = {
  opening: 'Opening …',
  notOpened: 'This could not be opened. Please check your connection and try again.',
  notSent: 'This was not sent. What you wrote is kept: open it again to send it.',
  close: 'Close',
  kept: 'Still here, with what you wrote. To leave, press Escape or “Close”: your text is kept.',
  done: 'Done',
  again: 'Write something else',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'contact-dialog': ContactDialogLabels;
  }
}
