'use client';
import type { JSX } from 'react';
import { renderAskForm } from '../../internal/ask-form.tsx';
import { hasFailed } from '../../internal/has-failed.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { numberFormat } from '../../provider/labels.ts';
import { formatMoney, timesMoney } from '../../provider/money.ts';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { addToCartButtonLabels } from './add-to-cart-button-labels.ts';
import type { AddToCartButtonProps, AddToCartButtonState } from './add-to-cart-button-props.ts';
import { tellProblems, useAddToCart } from './use-add-to-cart.ts';

/**
 * One press puts a product into the cart: the screen goes ahead, your server has the last word, and the press can be taken
 * back. The cart itself is your store's.
 *
 * ```tsx
 * <AddToCartButton
 *   id="add-grinder"
 *   product={{ id: 'grinder-x1', name: 'Grinder X1', price: { amount: 49, currency: 'EUR' } }}
 *   inCart={cart.pieces('grinder-x1')}
 *   onSubmit={(change) => cart.change(change)}
 *   next={<a href="/checkout">Go to the checkout</a>}
 * />
 * ```
 */
export function AddToCartButton(props: AddToCartButtonProps): JSX.Element | null {
  if (process.env.NODE_ENV !== 'production') tellProblems(props);
  if (!props.product) return null;
  // Another product begins anew, as another ask does.
  return <AddToCartButtonRoot key={`${props.id} ${props.product.id}`} {...props} />;
}

function AddToCartButtonRoot(props: AddToCartButtonProps): JSX.Element {
  const { look, count, pieces, isFull, main, undo, last, isPending, settled, action, root } =
    useAddToCart(props);
  const { children, next, appearance = 'plain', ...rest } = look;
  const { soldOut, max = 0, product } = props;
  const { id, name, price, variant } = product;
  const speak = useLabels('add-to-cart-button', addToCartButtonLabels, rest.labels);
  const whose = <span className="sy-visually-hidden"> {name}</span>;
  const each = price && formatMoney(price, speak.locale);
  const isSeveral = pieces > 1 && !soldOut;
  const isFailed = hasFailed(settled);
  const isDone = settled && !isFailed;
  const isAdded = !!last && count !== 0;

  return renderAsk<AddToCartButtonState>(
    'add-to-cart-button',
    { appearance, ...rest },
    { inCart: count, isAdded, isPending },
    {
      'data-pending': isPending || undefined,
      children: (
        <>
          {renderAskForm(
            props.id,
            action,
            'sy-add-to-cart-button-form',
            <>
              {variant !== undefined && <input type="hidden" name="variant" value={variant} />}
              {children}
              <button
                ref={main}
                className="sy-add-to-cart-button-main sy-button"
                data-variant="primary"
                type="submit"
                name="add"
                value={id}
                disabled={soldOut || isFull}
              >
                <span>
                  <span>{speak(soldOut ? 'soldOut' : 'add')}</span>
                  {whose}
                </span>
                {each && (
                  <span className="sy-add-to-cart-button-price">
                    {isSeveral ? (
                      <>
                        <span className="sy-add-to-cart-button-each">
                          {`${numberFormat(speak.locale).format(pieces)} × ${each} =`}
                        </span>{' '}
                      </>
                    ) : (
                      // Where no script can follow the field, it is said what this is the price of.
                      children && <span className="sy-only-without-script">1 × </span>
                    )}
                    <span>{isSeveral ? formatMoney(timesMoney(price, pieces), speak.locale) : each}</span>
                  </span>
                )}
              </button>
              <div className="sy-add-to-cart-button-after">
                {renderStatus(
                  'sy-add-to-cart-button-status',
                  isDone && (settled.message ?? speak(isAdded ? 'added' : 'removed')),
                  isAdded ? 'success' : undefined,
                  -1,
                )}
                {isAdded && (
                  <button
                    ref={undo}
                    className="sy-button"
                    data-variant="quiet"
                    type="submit"
                    name="remove"
                    value={id}
                  >
                    {speak('undo')}
                    {whose}
                  </button>
                )}
              </div>
              {renderAlert(
                isFailed && (settled?.errors?.['quantity'] ?? settled?.message ?? speak('failed')),
              )}
              {isFull && !soldOut ? (
                <p className="sy-note">{speak('most', { count: max })}</p>
              ) : (
                !!count && <p className="sy-note">{speak('inCart', { count })}</p>
              )}
            </>,
          )}
          {isAdded && (
            <NextSlot next={next as NextProp<object>} outcome={{ phase: 'committed', data: last }} />
          )}
        </>
      ),
      ...root,
    },
  );
}
