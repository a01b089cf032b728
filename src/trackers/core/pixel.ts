import type { CommitmentEvent, Identity, Tracker } from '../../events/index.ts';
import { fault } from '../../internal/messages.ts';
import { type AdapterOptions, createAdapter } from './adapter.ts';
import { type EventTable, type MappingOptions, mapEvent } from './mapping.ts';

/**
 * Options of trackers that count conversions for advertising. They get commitments alone, whatever the phase filter of others
 * says: a look at a form is no conversion.
 */
export interface ConversionOptions extends Omit<AdapterOptions, 'phases'> {}

/** Options of adapters to pixels that take events by name. */
export interface PixelOptions extends ConversionOptions, MappingOptions {}

/** What makes one pixel's adapter out of the common one. */
export interface PixelParts<Client> {
  readonly name: string;
  /** The only kinds that are sent, unless the developer's table names more. */
  readonly table: EventTable;
  /** What is said of every event beside its worth. */
  readonly about?: ((event: CommitmentEvent) => Readonly<Record<string, unknown>>) | undefined;
  /** Longest name that the product takes. Default 255 characters. */
  readonly longest?: number | undefined;
  find(): Client | undefined;
  send(
    client: Client,
    name: string,
    properties: Readonly<Record<string, unknown>>,
    event: CommitmentEvent,
  ): unknown;
  identify?: ((client: Client, identity: Identity) => unknown) | undefined;
}

/**
 * The common part of advertising pixels. They learn of a commitment only what its place in the table names, and its worth:
 * none of the properties that analytics products get. A `value` without a currency is left out and reported (SY-1003), because
 * it would be summed up as the account's own currency.
 */
export function createPixel<Client>(parts: PixelParts<Client>, options: PixelOptions): Tracker {
  const { name: product = parts.name, events = {} } = options;
  return createAdapter<Client>(
    {
      ...parts,
      name: product,
      purpose: 'advertising',
      takes: ({ kind }) => !!(events[kind] ?? parts.table[kind]),
      send(client, event, report) {
        const mapped = mapEvent(event, events, parts.table, () => '') || undefined;
        if (!mapped?.name) return;
        const { name, properties } = mapped;
        const { longest = 255 } = parts;
        if (name.length > longest) {
          report(fault(1004, product, name, `it has more than ${longest} characters`));
          return;
        }
        const { amount: value, currency } = event.value ?? {};
        const given = compact({ ...parts.about?.(event), value, currency, ...properties });
        if (!isWorth(given)) {
          delete given['value'];
          report(fault(1003, product, name, 'value'));
        }
        return parts.send(client, name, given, event);
      },
    },
    { ...options, phases: ['committed'] },
  );
}

/** False for a value that lacks its currency. */
export function isWorth({ value, currency }: Readonly<Record<string, unknown>>): boolean {
  return value === undefined || (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency));
}

/** A copy without what is undefined. */
export function compact(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/**
 * The SHA-256 of an address as `identify` got it, 64 hex digits. Anything else is no hash: an address in plain text goes to no
 * advertiser.
 */
export function hashOf(
  { traits }: Identity,
  trait: 'sha256_email_address' | 'sha256_phone_number',
): string | undefined {
  const hash = traits?.[trait];
  return typeof hash === 'string' && /^[\da-f]{64}$/i.test(hash) ? hash.toLowerCase() : undefined;
}
