import type { Phase } from './event.ts';
import type { Kind } from './kinds.ts';

/** The kinds of an order: what is bought once, and what is paid for again and again. */
export type OrderKind = 'checkout.purchase' | 'checkout.subscribe';

/**
 * The id of what happened to an order: the same whoever makes it, the page that saw it or the server that was told of it by the
 * payment service, so that all copies count once. It is the attempt's own UUID, whose random end is mixed with the phase, the kind
 * and the shop's number of the order. Nobody who does not know the attempt can guess it, and so take an order's place with an
 * event of their own. Undefined for what can happen to one order several times, such as a payment that fails.
 */
export function orderIdOf(attempt: string, phase: Phase, kind: Kind, order: unknown): string | undefined {
  const isOnce = phase === 'committed' || phase === 'confirmed' || phase === 'withdrawn';
  if (!isOnce || !isOrderKind(kind) || typeof order !== 'string' || !order) return undefined;
  // FNV-1a, 32 bits (RFC 9923, section 2): it parts the few orders of one attempt, the attempt itself parts all others.
  let hash = 0x811c9dc5;
  for (const letter of `${phase} ${kind} ${order}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const end = (Number.parseInt(attempt.slice(28), 16) ^ hash) >>> 0;
  return attempt.slice(0, 28) + end.toString(16).padStart(8, '0');
}

/** A number of an order, or a name of a plan, as events carry it: servers may well call them by numbers. Undefined for what is none. */
export function orderText(given: unknown): string | undefined {
  return typeof given === 'number' || typeof given === 'string' ? String(given) || undefined : undefined;
}

/** Whether a kind is that of an order. */
export function isOrderKind(kind: unknown): kind is OrderKind {
  return kind === 'checkout.purchase' || kind === 'checkout.subscribe';
}
