import type { ComponentProps, ReactNode, Ref } from 'react';
import type { Money, ProductData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { AddToCartButtonLabels } from './add-to-cart-button-labels.ts';

/** A product as your shop knows it. */
export interface CartProduct {
  /** Your own id of it, such as an SKU. Events carry it as `item`. */
  readonly id: string;
  /** What it is called. Spoken with the button, so that several on a page are told apart. */
  readonly name: string;
  /**
   * Price of one piece in whole units of its currency (49.9, not 4990). With several pieces the button shows the sum beside it:
   * "4 × €12.50 = €50.00". Default: none is shown, and events carry no value.
   */
  readonly price?: Money | undefined;
  /** Your own name of the variant, such as `'blue-xl'`. Goes to your server; no event carries it. */
  readonly variant?: string | undefined;
  /** How many pieces one press puts into the cart. Default 1. */
  readonly quantity?: number | undefined;
}

/** What a press changes in the cart. Goes to `onSubmit`. */
export interface CartChange {
  /** Id of the product. */
  readonly item: string;
  readonly variant?: string | undefined;
  /** How many pieces come or go, 1 or more. */
  readonly quantity: number;
  /** Whether they were added; false when the visitor took the last press back. */
  readonly added: boolean;
}

/** State of the root element, for `render`. */
export interface AddToCartButtonState {
  /** Pieces in the cart as far as the page knows; undefined without `inCart`. */
  readonly inCart: number | undefined;
  /** Something was added on this page, and not taken back. */
  readonly isAdded: boolean;
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface AddToCartButtonElement extends HTMLDivElement {
  /** Begins a new attempt. The cart itself is yours. */
  reset(): void;
}

/** Props of {@link AddToCartButton}. What is not listed goes to the root element. */
export interface AddToCartButtonProps
  extends AskProps<'add-to-cart-button.add'>,
    Omit<AskLook<AddToCartButtonState, AddToCartButtonLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'id' | 'onSubmit' | 'ref'> {
  /** What is put into the cart. Events carry its price times the pieces as their value, unless `worth` is there. */
  product: CartProduct;
  /** Above the button, in its form: a `QuantityStepper`, or fields of your own named `quantity` and `variant`. Default none. */
  children?: ReactNode;
  /**
   * Pieces of it in the cart now, from your own store, whichever tab changed it: the one truth. Until your store says otherwise
   * the screen adds what it has just sent. Default: the number is not shown.
   */
  inCart?: number | undefined;
  /** Most pieces one visitor may have, those in the cart among them. Default: as many as they like. */
  max?: number | undefined;
  /** There is none to be had. Default false. */
  soldOut?: boolean | undefined;
  /**
   * Takes each press to your server. The screen goes ahead; the event waits until this has succeeded. Where the stock has run
   * out meanwhile, answer `{ status: 'invalid', errors: { quantity: 'Only two are left.' } }`.
   */
  onSubmit?: SubmitHandler<CartChange> | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action. With no `onSubmit` it goes there with JavaScript
   * as well. Fields: `sy-ask`, `add` or `remove` with the product's id, `variant`, `quantity`. Without one there is no button
   * then.
   */
  action?: string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** The next ask, once something was added on this page: the way to the checkout. */
  next?: NextProp<ProductData> | undefined;
  /** `'card'` puts a card around it. Default `'plain'`: it stands beside its product. */
  appearance?: 'card' | 'plain' | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<AddToCartButtonElement> | undefined;
}
