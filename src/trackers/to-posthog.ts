import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import { createFresh } from './core/fresh.ts';
import type { MappingOptions } from './core/mapping.ts';
import { addressOf } from './core/page-address.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of a PostHog client: `posthog-js`, or the global of its snippet. */
export interface PosthogClient {
  capture(
    name: string,
    properties?: Record<string, unknown>,
    options?: { uuid?: string; timestamp?: Date; send_instantly?: boolean; transport?: 'sendBeacon' },
  ): unknown;
  get_distinct_id?(): string;
  identify(userId: string, properties?: Record<string, unknown>): unknown;
}

/** Options of {@link posthog}. */
export interface PosthogOptions extends AdapterOptions, MappingOptions {}

const atOnce = { transport: 'sendBeacon', send_instantly: true } as const;

/**
 * Sends commitments to PostHog. Pass the client, or nothing for `window.posthog`. Our id and time go as `uuid` and `timestamp`, by
 * which PostHog counts an event once that arrives twice. It may when the visitor leaves soon after: events of the last
 * seconds then go once more, by a beacon. Names that begin with `$` are PostHog's own (https://posthog.com/docs/data/events).
 */
export function posthog(client?: PosthogClient, options: PosthogOptions = {}): Tracker {
  const { name = 'posthog' } = options;
  const fresh = createFresh();
  const compose = composer(
    {
      name,
      reserved: /^(\$|(distinct_id|token)$)/,
      refuses: (event) => (event.startsWith('$') ? 'names with $ are its own' : undefined),
    },
    options,
  );
  return createAdapter<PosthogClient>(
    {
      name,
      purpose: 'analytics',
      find: () => client ?? globalWith<PosthogClient>('posthog', 'capture'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        const { event_id, event_time, ...properties } = composed.properties;
        const all = { $current_url: addressOf(event), ...properties };
        const stamp = { uuid: event.id, timestamp: new Date(event.time) };
        const result = target.capture(composed.name, all, stamp);
        // Once more as whom it was: an event of somebody else would count again.
        const distinct_id = target.get_distinct_id?.();
        const again = { ...all, ...(distinct_id ? { distinct_id } : {}) };
        fresh.keep(() => target.capture(composed.name, again, { ...stamp, ...atOnce }));
        return result;
      },
      identify: (target, { userId, traits }) => target.identify(userId, { ...traits }),
      flush: fresh.sendAgain,
      forget: fresh.forget,
    },
    options,
  );
}
