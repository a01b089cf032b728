import type { LabelText } from '../../provider/labels.ts';

/** Every text of the button that a visitor reads or hears. */
export interface AddToCartButtonLabels {
  /** The button. */
  add: LabelText;
  /** In its place, when there is none to be had. */
  soldOut: LabelText;
  /** Below it, when the visitor has as many as one may have: `{count}`. */
  most: LabelText;
  /** How many are in the cart: `{count}`. */
  inCart: LabelText;
  /** After the yes. */
  added: LabelText;
  /** Takes it back. */
  undo: LabelText;
  /** After it was taken back. */
  removed: LabelText;
  /** When the server did not take it, and gave no reason. */
  failed: LabelText;
  /** Names the number of pieces. */
  quantity: LabelText;
  /** The buttons beside that number. Spoken only. */
  less: LabelText;
  more: LabelText;
}

/** The English texts. */
export const addToCartButtonLabels: AddToCartButtonLabels = {
  add: 'Add to cart',
  soldOut: 'Sold out',
  most: { one: 'You can have {count} of these.', other: 'You can have {count} of these at most.' },
  inCart: '{count} in your cart',
  added: 'Added to your cart.',
  undo: 'Undo',
  removed: 'Taken out of your cart again.',
  failed: 'That did not work, and your cart is as it was. Please try again.',
  quantity: 'Quantity',
  less: 'One less',
  more: 'One more',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'add-to-cart-button': AddToCartButtonLabels;
  }
}
