'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ProductData } from '../../events/index.ts';
import { isMoney } from '../../events/money.ts';
import { focusIn } from '../../internal/focus-in.ts';
import { tell } from '../../internal/messages.ts';
import { timesMoney } from '../../provider/money.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { type Act, useButtons } from '../../provider/use-buttons.ts';
import type { AddToCartButtonProps, CartChange, CartProduct } from './add-to-cart-button-props.ts';
import { countInCart, readQuantity } from './add-to-cart-button-state.ts';

const kind = 'add-to-cart-button.add';
const kinds = { [kind]: 2 } as const;

/** What the button knows and does; `look` are the props left over for `add-to-cart-button.tsx`. */
export function useAddToCart(props: AddToCartButtonProps) {
  const { product, inCart, max: most, soldOut = false, onSubmit, action, ...look } = props;
  const { id, price, variant, quantity: usual = 1 } = product;
  // How many presses stand, and the last one, which can be taken back.
  const [stack, setStack] = useState<{ readonly count: number; readonly last?: CartChange }>({ count: 0 });
  const { last } = stack;
  // What was sent since the store last spoke.
  const [sent, setSent] = useState({ inCart, pieces: 0 });
  if (!Object.is(sent.inCart, inCart)) setSent({ inCart, pieces: 0 });
  const count = countInCart(inCart, sent.pieces);
  const max = (most ?? Infinity) - (count ?? 0);
  const isFull = max < 1;
  // Null is a form without the field: most mount without a second render.
  const [typed, setTyped] = useState<unknown>(null);

  const now = useRef(usual);
  const main = useRef<HTMLButtonElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const ask = useAsk({
    component: 'AddToCartButton',
    kinds,
    props: {
      ...props,
      // Of the pieces that the event is about.
      get worth() {
        return props.worth ?? (price && timesMoney(price, now.current));
      },
    },
    settled: (soldOut || isFull) && 'closed',
    // Each press is a yes of its own, so none completes the ask.
    leaving: () => !last && {},
  });

  // What the store has said since the press holds its pieces, or does not because it has taken them back itself.
  const show = (pieces: number) =>
    setSent((now) => (Object.is(now.inCart, inCart) ? { inCart, pieces: now.pieces + pieces } : now));

  const { root, handlers, clear, ...sending } = useButtons<CartChange>(
    ask,
    'AddToCartButton',
    props,
    (_, button, later): Act<CartChange> => {
      const fields = root.fields();
      const change =
        button === 'add' || !last
          ? {
              item: id,
              variant: (fields.get('variant') as string | null) ?? variant,
              quantity: readQuantity(fields.get('quantity'), usual, max),
              added: true,
            }
          : { ...last, added: false };
      const { quantity, added } = change;
      const pieces = added ? quantity : -quantity;
      const data: ProductData = { item: id, quantity };
      now.current = quantity;
      return {
        values: change,
        field: added ? ['add', id] : ['remove', id],
        data,
        show() {
          // The button that is about to be disabled would drop the focus.
          if (count !== undefined && pieces >= max && focusIn(main.current)) root.keepFocus('.sy-status');
          show(pieces);
        },
        succeed({ status }) {
          const before = added ? stack.count : stack.count - 1;
          const phase = added ? 'committed' : 'withdrawn';
          if (status !== 'already') ask.record(phase, data, kind, undefined, id + before);
          // The button that takes it back goes with this.
          if (focusIn(undo.current)) root.keepFocus('[name="add"]:enabled', '.sy-status');
          later(() => setStack(added ? { count: before + 1, last: change } : { count: before }));
        },
        undo: () => show(-pieces),
      };
    },
  );

  const readForm = () => {
    const next = root.fields().get('quantity');
    // React commits for a state that stays as it is, too.
    if (next !== typed) setTyped(next);
  };
  // Whatever fields the page has put there, and what a browser kept in them over a reload.
  useLayoutEffect(readForm);

  return {
    ...sending,
    look,
    count,
    /** How many the next press adds. */
    pieces: readQuantity(typed, usual, max),
    isFull,
    main,
    undo,
    last,
    /** Handlers of the root, where those of the page come first. */
    root: {
      ...handlers,
      ref: root.ref,
      onInput: root.ours(readForm),
      onReset: root.ours(() => {
        // Its fields are reset after this.
        setTimeout(readForm);
        clear();
        ask.reset();
        setStack({ count: 0 });
      }),
    },
  };
}

/** Tells of a product that cannot be sold as it is. For development. */
export function tellProblems({ id, product, onSubmit, action }: AddToCartButtonProps): void {
  const problem = problemOf(product);
  if (problem) tell(1541, id, problem);
  if (!onSubmit && action === undefined) tell(1542, id);
}

function problemOf(product: Partial<CartProduct> | null | undefined): string | undefined {
  if (!product) return 'nothing in it';
  const { id, name, price, quantity = 1 } = product;
  if (!id) return 'no id';
  if (typeof id !== 'string') return `the id ${id}, which is no text`;
  if (!name) return 'no name';
  if (price && !isMoney(price)) return `the price ${JSON.stringify(price)}`;
  return Number.isInteger(quantity) && quantity >= 1 ? undefined : `the quantity ${quantity}`;
}
