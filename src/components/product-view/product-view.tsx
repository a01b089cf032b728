'use client';
import type { JSX } from 'react';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import type { ProductViewProps, ProductViewState } from './product-view-props.ts';
import { useProductView } from './use-product-view.ts';

/**
 * Tells that a visitor looked at a product for long enough. Draws nothing of its own; with `render` the product's own element
 * is the root. One observer serves every product on the page.
 *
 * ```tsx
 * <ProductView id={product.sku} render={<li className="product" />}>…</ProductView>
 * ```
 */
export function ProductView(props: ProductViewProps): JSX.Element {
  const { item, quantity, seconds, share, next, children, ...rest } = props;
  const { ref, data, isViewed } = useProductView(props);
  return renderAsk<ProductViewState>(
    'product-view',
    rest,
    { isViewed },
    {
      // The product keeps the page's own looks.
      'data-sy-ask': undefined,
      'data-viewed': isViewed || undefined,
      ref,
      children: (
        <>
          {children}
          {isViewed && <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data }} />}
        </>
      ),
    },
  );
}
