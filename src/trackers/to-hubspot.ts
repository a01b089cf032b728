import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import { googleName, wordOf } from './core/google-events.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** The queue of HubSpot's tracking code. */
interface HubspotQueue {
  push(call: readonly [command: string, details: Record<string, unknown>]): unknown;
}

/** Options of {@link hubspot}. */
export interface HubspotOptions extends AdapterOptions, MappingOptions {
  /** Number of the account, for the internal names of its events: `pe123_poll_vote`. Default: `poll_vote` alone. */
  readonly hubId?: number | string | undefined;
}

/**
 * Sends commitments to HubSpot as custom events, an Enterprise feature. HubSpot records only what has been set up there: each
 * event under its internal name, which you can also give in `events`, and each property that you want to see; 500 events
 * an account. `identify` hands over our user's id and all traits; HubSpot knows contacts by `email`, and learns of them with
 * the event that follows.
 *
 * Limits (https://developers.hubspot.com/docs/api-reference/events-send-event-completions-v3/guide): 50 properties, their
 * names of 50 small letters, digits and `_`, 256 characters a text.
 */
export function hubspot(options: HubspotOptions = {}): Tracker {
  const { name = 'hubspot', hubId } = options;
  const compose = composer(
    {
      name,
      nameOf: (event) => (hubId ? `pe${hubId}_` : '') + googleName(event),
      keyOf: wordOf,
      isFlat: true,
      limits: {
        count: 50,
        key: 50,
        text: 256,
        takes: (key, properties) => /^[a-z][a-z\d_]*$/.test(key) && typeof properties[key] !== 'object',
      },
    },
    options,
  );
  return createAdapter<HubspotQueue>(
    {
      name,
      // It writes to a person's record for marketing.
      purpose: 'advertising',
      find: () => globalWith<HubspotQueue>('_hsq', 'push'),
      send(queue, event, report) {
        const composed = compose(event, report);
        if (composed) queue.push(['trackCustomBehavioralEvent', { ...composed }]);
      },
      identify: (queue, { userId, traits }) => queue.push(['identify', { ...traits, id: userId }]),
    },
    options,
  );
}
