import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import { cutBytes } from './core/cut-bytes.ts';
import { createFresh } from './core/fresh.ts';
import type { MappingOptions } from './core/mapping.ts';
import { addressOf } from './core/page-address.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of a Mixpanel client: `mixpanel-browser`, or the global of its snippet. */
export interface MixpanelClient {
  track(
    name: string,
    properties?: Record<string, unknown>,
    options?: { transport: 'sendBeacon'; send_immediately: boolean },
  ): unknown;
  identify(userId: string): unknown;
  get_distinct_id?(): unknown;
  readonly people?: { set(properties: Record<string, unknown>): unknown } | undefined;
}

/** Options of {@link mixpanel}. */
export interface MixpanelOptions extends AdapterOptions, MappingOptions {}

const atOnce = { transport: 'sendBeacon', send_immediately: true } as const;

/**
 * Sends commitments to Mixpanel. Pass the client, or nothing for `window.mixpanel`. Our id and time go as `$insert_id` and
 * `time`, by which Mixpanel counts an event once that arrives twice
 * (https://docs.mixpanel.com/docs/data-structure/deduplication). It does when the visitor leaves soon after: Mixpanel sends in
 * batches, and loses what is in one, so that events of the last seconds then go once more, by a beacon.
 *
 * Limits: 255 properties with Mixpanel's own, 255 bytes a text
 * (https://docs.mixpanel.com/docs/data-structure/property-reference/data-type).
 */
export function mixpanel(client?: MixpanelClient, options: MixpanelOptions = {}): Tracker {
  const { name = 'mixpanel' } = options;
  const fresh = createFresh();
  const compose = composer(
    {
      name,
      limits: { count: 220, text: 255, cut: cutBytes },
      reserved: /^(\$|mp_|(distinct_id|token|time)$)/,
      refuses: (event) => (/^(\$|mp_)/.test(event) ? 'names with $ or mp_ are its own' : undefined),
    },
    options,
  );
  return createAdapter<MixpanelClient>(
    {
      name,
      purpose: 'analytics',
      find: () => client ?? globalWith<MixpanelClient>('mixpanel', 'track'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        const { event_id: $insert_id, event_time: _, ...rest } = composed.properties;
        const properties = { $current_url: addressOf(event), ...rest, $insert_id, time: event.time / 1000 };
        const result = target.track(composed.name, properties);
        // Once more as whom it was: an event of somebody else would count again.
        const distinct_id = target.get_distinct_id?.();
        const again = { ...properties, ...(distinct_id ? { distinct_id } : {}) };
        fresh.keep(() => target.track(composed.name, again, atOnce));
        return result;
      },
      identify(target, { userId, traits }) {
        target.identify(userId);
        return traits && target.people?.set({ ...traits });
      },
      flush: fresh.sendAgain,
      forget: fresh.forget,
    },
    options,
  );
}
