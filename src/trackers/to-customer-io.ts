import type { AdapterOptions, Tracker } from './core/adapter.ts';
import type { MappingOptions } from './core/mapping.ts';
import { type SegmentClient, segmentLike } from './core/segment-like.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';
export type { SegmentClient } from './core/segment-like.ts';

/** Options of {@link customerIo}. */
export interface CustomerIoOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to Customer.io's data pipelines (`@customerio/cdp-analytics-browser`). Pass what `AnalyticsBrowser.load`
 * gives, or nothing for `window.cioanalytics`. Our time goes as `timestamp`; the client gives every message an id of its own, so
 * ours goes as the property `event_id`. Kinds for which Segment's specification has an event take its name, because Customer.io
 * reads the same ones.
 *
 * The client does not send again what the server answered with an error of its own (500 and above).
 */
export function customerIo(client?: SegmentClient, options: CustomerIoOptions = {}): Tracker {
  return segmentLike(
    {
      name: 'customer-io',
      global: 'cioanalytics',
      options: ({ time }, page) => ({ timestamp: new Date(time), context: { page } }),
    },
    client,
    options,
  );
}
