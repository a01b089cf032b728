import type { ComponentProps, Ref } from 'react';
import type { ProductData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';

/** State of a product, for `render`. */
export interface ProductViewState {
  /** It was looked at for long enough. Known only where there is a `next`: otherwise nothing is drawn anew for it. */
  readonly isViewed: boolean;
}

/** The root element. */
export interface ProductViewElement extends HTMLDivElement {
  /** Begins a new attempt. */
  reset(): void;
}

/** Props of {@link ProductView}. What is not listed goes to the root element. */
export interface ProductViewProps
  extends AskProps<'product-view.view'>,
    Omit<AskLook<ProductViewState, never>, 'appearance' | 'labels'>,
    Omit<ComponentProps<'div'>, 'id' | 'ref'> {
  /** The shop's own id of the product. Default: the `id`. */
  item?: string | undefined;
  /** Pieces, such as of a set. Default none: one. */
  quantity?: number | undefined;
  /** How long it must be on the screen without a break, in seconds. Default 3. */
  seconds?: number | undefined;
  /** How much of it, above 0 and up to 1; of one that is taller than the window, that share of the window. Default 0.5. */
  share?: number | undefined;
  /** The next ask, once it was viewed. It stands below the children. */
  next?: NextProp<ProductData> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<ProductViewElement> | undefined;
}
