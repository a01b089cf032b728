import { useSyncExternalStore } from 'react';
import type { CheckoutOrder } from 'smallyes/checkout';
import { type Glaze, glazes, pieceOf, type ShopCurrency } from './shop-pieces.ts';

/** A line of the cart: a piece in a glaze. */
export interface CartLine {
  readonly item: string;
  readonly glaze: Glaze;
  readonly quantity: number;
}

/** What lies in the cart, and what was chosen for it. Prices are the server's. */
export interface Cart {
  readonly lines: readonly CartLine[];
  /** A code that the server knows. */
  readonly coupon?: string | undefined;
  readonly delivery: 'parcel' | 'workshop';
}

/** How the parcel is paid for, by currency: the workshop sends to Japan too. */
const parcel: Readonly<Record<ShopCurrency, number>> = { EUR: 6.9, JPY: 2400 };

/** Where the cart is kept. On a site it may be the server's, by a cookie; what matters is that all tabs see the same. */
export const cartKey = 'bredal:cart';
const empty: Cart = { lines: [], delivery: 'parcel' };

const heard = new Set<() => void>();
let text: string | null | undefined;
let known: Cart = empty;

function read(): Cart {
  const now = localStorage.getItem(cartKey);
  if (now !== text) {
    text = now;
    known = now ? (JSON.parse(now) as Cart) : empty;
  }
  return known;
}

function write(next: Cart): void {
  localStorage.setItem(cartKey, JSON.stringify(next));
  for (const hear of heard) hear();
}

/** The cart of this browser. */
export const cart = {
  read,
  write,
  /** Puts pieces in, or takes them out again. */
  change({ item, glaze, quantity }: CartLine): void {
    const { lines, ...rest } = read();
    const isOf = (line: CartLine) => line.item === item && line.glaze === glaze;
    const before = lines.find(isOf)?.quantity ?? 0;
    const after = lines.some(isOf)
      ? lines.map((line) => (isOf(line) ? { ...line, quantity: before + quantity } : line))
      : [...lines, { item, glaze, quantity }];
    write({ ...rest, lines: after.filter((line) => line.quantity > 0) });
  },
  choose(choice: Partial<Pick<Cart, 'coupon' | 'delivery'>>): void {
    write({ ...read(), ...choice });
  },
  clear(): void {
    write(empty);
  },
};

function subscribe(hear: () => void): () => void {
  heard.add(hear);
  addEventListener('storage', hear);
  return () => {
    heard.delete(hear);
    removeEventListener('storage', hear);
  };
}

/** The cart now, whichever tab changed it. */
export function useCart(): Cart {
  return useSyncExternalStore(subscribe, read, () => empty);
}

/** Pieces in a cart, of one item or of all. */
export function piecesIn({ lines }: Cart, item?: string): number {
  return lines.reduce((sum, line) => sum + (item && line.item !== item ? 0 : line.quantity), 0);
}

/** Rounds to what the currency has: cents, or whole yen. */
function round(amount: number, currency: ShopCurrency): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const factor = 10 ** maximumFractionDigits;
  return Math.round((amount + Number.EPSILON) * factor) / factor;
}

/** What a cart costs. The page and the server reckon alike; the server's word counts. */
export function orderOf({ lines, coupon, delivery }: Cart, currency: ShopCurrency): CheckoutOrder {
  const priced = lines.flatMap(({ item, glaze, quantity }) => {
    const piece = pieceOf(item);
    if (!piece) return [];
    const amount = round(piece.price[currency] * quantity, currency);
    return [{ id: `${item} ${glaze}`, name: piece.name, note: glazes[glaze], quantity, amount }];
  });
  const goods = priced.reduce((sum, { amount }) => sum + amount, 0);
  const off = coupon ? -round(goods * 0.1, currency) : 0;
  const way = delivery === 'parcel' && priced.length > 0 ? parcel[currency] : 0;
  return {
    lines: priced,
    sums: [
      ...(off ? [{ label: 'Letter coupon, 10%', amount: off }] : []),
      { label: delivery === 'parcel' ? 'Parcel' : 'Picked up at the workshop', amount: way },
    ],
    total: { amount: round(goods + off + way, currency), currency },
  };
}
