import type { Commitment, CommitmentEvent, Kind } from '../../events/index.ts';
import { show, tell } from '../../internal/messages.ts';

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
  const { kind } = event;
  if (event.phase !== 'committed') return own[kind] !== false && { name: fallback(event) };
  for (const table of [own, adapters]) {
    const rule = (table[kind] ?? undefined) as Rule;
    const word = typeof rule === 'function' ? rule(event) : rule;
    if (word === false) return false;
    const mapped = typeof word === 'string' ? { name: word } : word;
    if (typeof mapped?.name === 'string') return mapped;
    // The kind keeps what it is called without this.
    if (process.env.NODE_ENV !== 'production' && rule !== undefined) tell(1007, kind, show(word));
  }
  return { name: fallback(event) };
}

type Word = string | false | Mapped | undefined;
type Rule = Word | ((event: CommitmentEvent) => Word);

/** The name of an event that a product has no word for: its kind, and its phase if that is not `committed`. */
export function nameOf({ kind, phase }: CommitmentEvent): string {
  return phase === 'committed' ? kind : `${kind} ${phase}`;
}
