import type { CommitmentEvent, EventContext, EventDraft } from './event.ts';
import type { Kind } from './kinds.ts';
import { isMoney } from './money.ts';
import { safeData } from './safe-data.ts';
import { tabState } from './tab-state.ts';
import { uuid } from './uuid.ts';

/** A finished event and what its payload lost on the way. */
export interface CreatedEvent<K extends Kind = Kind> {
  readonly event: CommitmentEvent<K>;
  /** Keys of `data` that were dropped or cut. */
  readonly lost: readonly string[];
}

/**
 * Completes a draft into a frozen event: gives it its id, its time and its place in line, and makes its
 * payload safe. A `value` without a finite amount or a three-letter currency is left out.
 */
export function createEvent<K extends Kind>(draft: EventDraft<K>, context: EventContext): CreatedEvent<K> {
  const { exchange, value } = draft;
  const { data, lost } = safeData(draft.data);
  const deal = exchange && safeData({ give: exchange.give, get: exchange.get });
  const isWorth = isMoney(value);
  const time = Date.now();
  const all: Record<string, unknown> = {
    v: 1,
    id: uuid(time),
    ...draft,
    ask: Object.freeze({ ...draft.ask }),
    exchange: deal?.data,
    value: isWorth ? safeData({ amount: value.amount, currency: value.currency }).data : undefined,
    data,
    ...context,
    time,
    seq: ++tabState().seq,
  };
  // Copied: an object that something was deleted from is slow for all who read it.
  const event: Record<string, unknown> = {};
  for (const key in all) if (all[key] !== undefined) event[key] = all[key];
  // The payload was copied, not checked against its kind: its shape is what the ask's own types promise.
  return {
    event: Object.freeze(event) as unknown as CommitmentEvent<K>,
    lost: [...lost, ...(deal?.lost ?? []), ...(value && !isWorth ? ['value'] : [])],
  };
}
