import type { Money } from './event.ts';

/** Whether something can be the worth of an event: a finite number, and three capital letters as its currency (ISO 4217). */
export function isMoney(money: Partial<Money> | null | undefined): money is Money {
  return Number.isFinite(money?.amount) && /^[A-Z]{3}$/.test(money?.currency as string);
}
