import { orderIdOf } from '../events/order-id.ts';
import type { Hub } from './hub.ts';

/** A hub in which what happens to an order has an id that the shop's server can make too, so that both copies count once. */
export function createOrderHub(hub: Hub): Hub {
  return {
    ...hub,
    emit(draft, own) {
      const { order } = (draft.data ?? {}) as { readonly order?: unknown };
      const id = orderIdOf(draft.attempt, draft.phase, draft.kind, order);
      return hub.emit(id ? { ...draft, id } : draft, own);
    },
  };
}
