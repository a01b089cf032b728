import type { ContactDialogLabels } from './contact-dialog-labels.ts';

/** The texts that a trigger needs before the dialog is there. */
export const triggerLabels: Pick<ContactDialogLabels, 'opening' | 'notOpened'> = {
  opening: 'Opening …',
  notOpened: 'This could not be opened. Please check your connection and try again.',
};
