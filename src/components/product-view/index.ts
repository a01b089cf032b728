/** A product that a visitor looked at for long enough. */

export type { Kind, ProductData } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { ProductView } from './product-view.tsx';
export type { ProductViewElement, ProductViewProps, ProductViewState } from './product-view-props.ts';
