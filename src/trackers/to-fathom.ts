import type { Money } from '../events/index.ts';
import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { mapEvent, type NameTable } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { NameTable } from './core/mapping.ts';

/** What is called of Fathom: the module `fathom-client`, or the global of its script. */
export interface FathomClient {
  trackEvent(name: string, options?: { _value?: number }): unknown;
}

/** Options of {@link fathom}. */
export interface FathomOptions extends AdapterOptions {
  /** The names of single kinds, over the usual ones. Names alone: Fathom takes no properties. */
  readonly events?: NameTable | undefined;
}

/**
 * Sends commitments to Fathom. Pass the module `fathom-client`, or nothing for `window.fathom`. Fathom takes a name and a
 * worth, in the smallest unit of its currency: cents, or yen, which have none (https://usefathom.com/docs/features/events).
 * To tell asks apart, put them into the name: `{ 'poll.vote': ({ ask }) => 'Vote: ' + ask.id }`.
 */
export function fathom(client?: FathomClient, options: FathomOptions = {}): Tracker {
  return createAdapter<FathomClient>(
    {
      name: 'fathom',
      purpose: 'analytics',
      find: () => client ?? globalWith<FathomClient>('fathom', 'trackEvent'),
      send(target, event) {
        const mapped = mapEvent(event, options.events ?? {});
        if (mapped) target.trackEvent(mapped.name, event.value && { _value: smallest(event.value) });
      },
    },
    options,
  );
}

function smallest({ amount, currency }: Money): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return Math.round(amount * 10 ** maximumFractionDigits);
}
