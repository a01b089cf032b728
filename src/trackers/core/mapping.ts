import type { Commitment, CommitmentEvent, Kind } from '../../events/index.ts';

/** An event as a product takes it. */
export interface Mapped {
  /** The product's name for it. */
  readonly name: string;
  /** Added to the properties that are sent anyway; `undefined` takes one of those out. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What becomes of each kind of commitment at one product: another name, a name with properties, a function that gives either,
 * or false for "not sent". Kinds that are not named keep the adapter's own table, and those it does not name keep their kind.
 */
export type EventTable = {
  readonly [K in Kind]?:
    | string
    | false
    | Mapped
    | ((event: Commitment<K>) => string | false | Mapped)
    | undefined;
};

/** The same for products that take names alone. */
export type NameTable = {
  readonly [K in Kind]?: string | false | ((event: Commitment<K>) => string | false) | undefined;
};

/** Options of adapters that map kinds to a product's own events. */
export interface MappingOptions {
  /** Your words on single kinds, over the adapter's own. Commitments only; other phases keep `kind phase` as their name. */
  readonly events?: EventTable | undefined;
}

/** The product's event for one of ours, or false when it is not to be sent. */
export function mapEvent(
  event: CommitmentEvent,
  own: EventTable,
  adapters: EventTable = {},
  fallback: (event: CommitmentEvent) => string = nameOf,
): Mapped | false {
  // Only a commitment is what a product's own events stand for; a mere look at a form is no lead.
  const rule =
    event.phase === 'committed'
      ? (own[event.kind] ?? adapters[event.kind])
      : own[event.kind] === false
        ? false
        : undefined;
  const word =
    typeof rule === 'function' ? (rule as (event: CommitmentEvent) => string | false | Mapped)(event) : rule;
  if (word === false) return false;
  if (word === undefined) return { name: fallback(event) };
  return typeof word === 'string' ? { name: word } : word;
}

/** The name of an event that a product has no word for: its kind, and its phase if that is not `committed`. */
export function nameOf({ kind, phase }: CommitmentEvent): string {
  return phase === 'committed' ? kind : `${kind} ${phase}`;
}
