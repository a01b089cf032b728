import type { Commitment, CommitmentEvent, Kind } from '../../events/index.ts';
import { tell } from '../../internal/messages.ts';

/** The product's own id of a conversion by kind, or a function that gives it, or nothing for "not counted". */
export type ConversionTable<Id> = {
  readonly [K in Kind]?: Id | ((event: Commitment<K>) => Id | undefined) | undefined;
};

/** The table that a developer has passed, or an empty one where none was. */
export function conversionsIn<Id>(
  tracker: string,
  options: { readonly conversions: ConversionTable<Id> } | undefined,
): ConversionTable<Id> {
  const { conversions } = options ?? {};
  if (typeof conversions === 'object' && conversions) return conversions;
  if (process.env.NODE_ENV !== 'production') tell(1006, tracker);
  return {};
}

/** The product's own id of what an event is, if it counts there. */
export function conversionOf<Id extends string | number>(
  event: CommitmentEvent,
  table: ConversionTable<Id>,
): Id | undefined {
  // Only an own key: an event of a kind "constructor" is no conversion.
  const rule = Object.hasOwn(table, event.kind) && event.phase === 'committed' && table[event.kind];
  return typeof rule === 'function'
    ? (rule as (event: CommitmentEvent) => Id | undefined)(event)
    : rule || undefined;
}
