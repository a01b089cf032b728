import type { AdapterOptions, Tracker } from './core/adapter.ts';
import type { MappingOptions } from './core/mapping.ts';
import { type SegmentClient, segmentLike } from './core/segment-like.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';
export type { SegmentClient } from './core/segment-like.ts';

/** Options of {@link segment}. */
export interface SegmentOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to Segment. Pass what `AnalyticsBrowser.load` gives, or nothing for `window.analytics`. Our id goes as
 * `messageId`, by which Segment leaves out what comes twice, and our time as `timestamp`. Kinds for which Segment's
 * specification has an event take its name, such as `Order Completed`.
 *
 * For visitors who leave, load the client with
 * `{ integrations: { 'Segment.io': { deliveryStrategy: { config: { keepalive: true } } } } }`: without it a request that is
 * under way ends with the page, and arrives at the next visit at best.
 */
export function segment(client?: SegmentClient, options: SegmentOptions = {}): Tracker {
  return segmentLike(
    {
      name: 'segment',
      global: 'analytics',
      options: ({ id, time }, page) => ({
        messageId: id,
        timestamp: new Date(time),
        context: { page },
      }),
    },
    client,
    options,
  );
}
