import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import { type GoogleEventOptions, googleEvents, googleName } from './core/google-events.ts';
import type { MappingOptions } from './core/mapping.ts';
import { compact } from './core/pixel.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { GoogleEventOptions } from './core/google-events.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** The array that a container reads. */
interface DataLayer {
  push(message: Record<string, unknown>): unknown;
}

/** Options of {@link googleTagManager}. */
export interface GoogleTagManagerOptions extends AdapterOptions, MappingOptions, GoogleEventOptions {
  /** Name of the container's array on `window`. Default `'dataLayer'`. */
  readonly dataLayer?: string | undefined;
}

/**
 * Pushes commitments to a container of Google Tag Manager, under the names that {@link ga4} has for them. All that is said of
 * an event lies below the key `smallyes`, so that it meets nothing of the page's own: read it with variables such as
 * `smallyes.choice`. Items and orders lie below `ecommerce`, as Google's tags want them. The container keeps what it once got,
 * so both keys are emptied before each event. `identify` pushes `user_id`.
 *
 * The container decides which tags fire. If it has tags of advertisers, give the tracker the purpose `'advertising'` or let
 * the tags check consent themselves.
 */
export function googleTagManager(options: GoogleTagManagerOptions = {}): Tracker {
  const { name = 'google-tag-manager', dataLayer = 'dataLayer' } = options;
  const compose = composer(
    {
      name,
      table: googleEvents(options),
      nameOf: googleName,
      refuses: (event) => (/^gtm\./.test(event) ? 'names with "gtm." are the container\'s own' : undefined),
      reserved: /^(items|transaction_id)$/,
    },
    options,
  );
  return createAdapter<DataLayer>(
    {
      name,
      purpose: 'analytics',
      find: () => globalWith<DataLayer>(dataLayer, 'push'),
      send(layer, event, report) {
        const composed = compose(event, report);
        if (!composed) return;
        const { items, transaction_id, ...properties } = composed.properties;
        const { value, currency } = properties;
        layer.push({ ecommerce: null, smallyes: null });
        layer.push({
          event: composed.name,
          smallyes: properties,
          ...((items || transaction_id) && {
            ecommerce: compact({ transaction_id, value, currency, items }),
          }),
        });
      },
      identify: (layer, { userId }) => layer.push({ user_id: userId }),
    },
    options,
  );
}
