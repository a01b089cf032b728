import type { AdapterOptions, Tracker } from './core/adapter.ts';
import type { MappingOptions } from './core/mapping.ts';
import { segmentLike } from './core/segment-like.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of a `RudderAnalytics` of `@rudderstack/analytics-js`. */
export interface RudderstackClient {
  track(
    name: string,
    properties?: Record<string, unknown> | null,
    options?: Record<string, unknown> | null,
  ): unknown;
  identify(userId: string, traits?: Record<string, unknown> | null): unknown;
}

/** Options of {@link rudderstack}. */
export interface RudderstackOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to RudderStack. Pass the `RudderAnalytics` instance, or nothing for `window.rudderanalytics`. Our time goes
 * as `originalTimestamp`; the client gives every message an id of its own, so ours goes as the property `event_id`: leave out
 * by it what comes twice. Kinds for which the specification has an event take its name, such as `Order Completed`.
 */
export function rudderstack(client?: RudderstackClient, options: RudderstackOptions = {}): Tracker {
  return segmentLike(
    {
      name: 'rudderstack',
      global: 'rudderanalytics',
      options: ({ time }, page) => ({
        originalTimestamp: new Date(time).toISOString(),
        context: { page: { ...page, tab_url: page.url } },
      }),
    },
    client,
    options,
  );
}
