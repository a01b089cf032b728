import { functionNamed } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of Vercel Web Analytics: the module `@vercel/analytics`. */
export interface VercelClient {
  track(name: string, properties: Record<string, string | number | boolean>): unknown;
}

/** Options of {@link vercel}. */
export interface VercelOptions extends AdapterOptions, MappingOptions {
  /**
   * Which properties go along, in this order, after those that `events` maps. A plan takes 2 an event, or 8 with the add-on
   * (https://vercel.com/docs/analytics/limits-and-pricing). Default `['ask_id', 'ask_placement']`.
   */
  readonly properties?: readonly string[] | undefined;
}

/**
 * Sends commitments to Vercel Web Analytics. Pass the module `@vercel/analytics`, or nothing for the queue `window.va`; the
 * module's own `track` forgets what comes before its `inject()`, so the adapter waits for that in both cases. There is no
 * place for our id and time but a property.
 *
 * Limits: 8 properties, 255 characters a name or text, nothing nested.
 */
export function vercel(client?: VercelClient, options: VercelOptions = {}): Tracker {
  const { name = 'vercel', properties: only = ['ask_id', 'ask_placement'] } = options;
  const compose = composer(
    {
      name,
      only,
      refuses: ({ length }) => (length > 255 ? 'it has more than 255 characters' : undefined),
      isFlat: true,
      limits: { count: 8, text: 255 },
    },
    options,
  );
  return createAdapter<VercelClient>(
    {
      name,
      purpose: 'analytics',
      find() {
        const va = functionNamed<(command: 'event', event: object) => void>('va');
        return va && (client ?? { track: (event, data) => va('event', { name: event, data }) });
      },
      send(target, event, report) {
        const composed = compose(event, report);
        return composed && target.track(composed.name, composed.properties);
      },
    },
    options,
  );
}
