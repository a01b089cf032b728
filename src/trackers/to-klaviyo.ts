import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of `klaviyo`, the object or queue that Klaviyo's snippet defines. */
interface KlaviyoQueue {
  push(call: readonly unknown[]): unknown;
}

/** Options of {@link klaviyo}. */
export interface KlaviyoOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to Klaviyo as metrics, of which an account may have 200: name the ones that matter with `events`, and
 * leave the others out with false, before you send all phases. Our id goes as `$event_id`, by which Klaviyo drops what comes
 * again for the same profile and metric, and the worth as `$value` too. Klaviyo takes browser events only of people it knows:
 * from a link in a mail, from its own forms, or by `identify`, which hands over our user's id as `external_id` and all traits
 * (https://developers.klaviyo.com/en/docs/javascript_api).
 */
export function klaviyo(options: KlaviyoOptions = {}): Tracker {
  const { name = 'klaviyo' } = options;
  const compose = composer({ name, reserved: /^\$/ }, options);
  return createAdapter<KlaviyoQueue>(
    {
      name,
      // It writes to a person's record for marketing.
      purpose: 'advertising',
      find: () => globalWith<KlaviyoQueue>('klaviyo', 'push'),
      send(queue, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        const { value } = composed.properties;
        return queue.push([
          'track',
          composed.name,
          {
            $event_id: event.id,
            ...(value !== undefined && { $value: value }),
            ...composed.properties,
          },
        ]);
      },
      identify: (queue, { userId, traits }) => queue.push(['identify', { ...traits, external_id: userId }]),
    },
    options,
  );
}
