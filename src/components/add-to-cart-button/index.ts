/** AddToCartButton: one press puts a product into the cart of your shop. */

export type { Kind, ProductData } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { AddToCartButton } from './add-to-cart-button.tsx';
export type { AddToCartButtonLabels } from './add-to-cart-button-labels.ts';
export type {
  AddToCartButtonElement,
  AddToCartButtonProps,
  AddToCartButtonState,
  CartChange,
  CartProduct,
} from './add-to-cart-button-props.ts';
export { QuantityStepper, type QuantityStepperProps } from './quantity-stepper.tsx';
