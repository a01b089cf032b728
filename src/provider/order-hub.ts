import { isOrderKind, orderIdOf, orderText } from '../events/order-id.ts';
import type { Hub } from './hub.ts';

/** A hub in which what happens to an order has an id that the shop's server can make too, so that both copies count once. */
export function createOrderHub(hub: Hub): Hub {
  return {
    ...hub,
    emit(draft, own) {
      const { order: given, ...rest } = (draft.data ?? {}) as { readonly order?: unknown };
      if (given === undefined || !isOrderKind(draft.kind)) return hub.emit(draft, own);
      const order = orderText(given);
      const id = orderIdOf(draft.attempt, draft.phase, draft.kind, order);
      return hub.emit({ ...draft, data: { ...rest, ...(order && { order }) }, ...(id && { id }) }, own);
    },
  };
}
