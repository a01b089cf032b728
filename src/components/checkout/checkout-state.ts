import { isMoney } from '../../events/money.ts';
import { findTwin } from '../../internal/list-problems.ts';
import type { CheckoutOrder, CheckoutStep } from './checkout-props.ts';

/** Entries of an order's list, without those that a server left empty. */
export const entriesOf = <T>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? list.filter(Boolean) : [];

/** What a visitor agrees to by paying: lines, pieces and total. Two orders that look the same read the same. */
export function signatureOf(order: CheckoutOrder | undefined): string {
  return JSON.stringify(
    order && [
      order.total,
      entriesOf(order.lines).map(({ id, quantity = 1, amount }) => [id, quantity, amount]),
      entriesOf(order.sums).map(({ label, amount }) => [label, amount]),
    ],
  );
}

/** What keeps a checkout from working, in words for its developer. */
export function findCheckoutProblem(
  given: unknown,
  steps: readonly CheckoutStep[],
  order: CheckoutOrder | undefined,
  isTaken: boolean,
): string | undefined {
  const ids = steps.map(({ id }) => id);
  const twin = findTwin(ids);
  if (ids.length === 0) return 'it has no steps';
  if (!Array.isArray(given) || given.length > ids.length) return 'a step without an id, which is left out';
  if (twin !== undefined) return `two steps "${twin}"`;
  if (order && !Array.isArray(order.lines)) return 'an order without a list of lines';
  if (order?.lines.some((line) => !line)) return 'an order with a line that is null, which is left out';
  if (order && !isMoney(order.total)) return `the total ${JSON.stringify(order.total)}, which is no price`;
  return isTaken ? undefined : 'neither onSubmit nor action takes the order';
}

/** The first step that a server's answer finds fault with. */
export function faultyStep(
  ids: readonly string[],
  errors: Readonly<Record<string, string>> | undefined,
): number {
  return ids.findIndex((id) => errors && Object.hasOwn(errors, id));
}
