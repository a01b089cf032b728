/** Pieces as a form gives them: a whole number from 1, else what is usual; at most `max`. */
export function readQuantity(given: unknown, usual: number, max: number): number {
  const count = Number(given);
  return Math.min(count > 0 && Number.isInteger(count) ? count : usual, max);
}

/**
 * Pieces in the cart on the screen: what the developer's store says, and what was sent since it said so. No number that can be
 * shown gives undefined.
 */
export function countInCart(inCart: unknown, sent: number): number | undefined {
  // No text: that would be joined, and not added.
  return Number.isFinite(inCart) ? Math.max(0, (inCart as number) + sent) : undefined;
}
