import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of `umami`, the object that Umami's script defines. */
export interface UmamiClient {
  track(name: string, data: Record<string, string | number | boolean>): unknown;
  identify(userId: string): unknown;
}

/** Options of {@link umami}. */
export interface UmamiOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to Umami. It has no place for our id and time, so they are properties. `identify` hands over the user's id
 * and no traits.
 *
 * Limits (https://umami.is/docs/track-events): names of 50 characters; 50 properties, 500 characters a text.
 */
export function umami(options: UmamiOptions = {}): Tracker {
  const { name = 'umami' } = options;
  const compose = composer(
    {
      name,
      refuses: ({ length }) => (length > 50 ? 'it has more than 50 characters' : undefined),
      isFlat: true,
      limits: { count: 50, text: 500 },
    },
    options,
  );
  return createAdapter<UmamiClient>(
    {
      name,
      purpose: 'analytics',
      find: () => globalWith<UmamiClient>('umami', 'track'),
      send(client, event, report) {
        const composed = compose(event, report);
        return composed && client.track(composed.name, composed.properties);
      },
      identify: (client, { userId }) => client.identify(userId),
    },
    options,
  );
}
