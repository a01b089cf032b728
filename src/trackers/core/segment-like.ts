import type { CommitmentEvent } from '../../events/index.ts';
import { globalWith } from '../../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './adapter.ts';
import { composer } from './compose.ts';
import type { EventTable, MappingOptions } from './mapping.ts';
import { addressOf } from './page-address.ts';

/** What is called of a client that speaks as Segment's does. */
export interface SegmentClient {
  track(name: string, properties?: Record<string, unknown>, options?: Record<string, unknown>): unknown;
  identify(userId: string, traits?: Record<string, unknown>): unknown;
}

/** Where an event happened, over what the client reads off the address bar. */
export interface SegmentPage {
  readonly url: string;
  readonly path: string;
  readonly search: '';
}

/** What sets one of these products apart. */
export interface SegmentLike {
  readonly name: string;
  /** Name of the global that its snippet makes. */
  readonly global: string;
  /** How this product wants id, time and page of an event. */
  readonly options: (event: CommitmentEvent, page: SegmentPage) => Record<string, unknown>;
}

/**
 * Events of the Segment specification that say the same as ours
 * (https://segment.com/docs/connections/spec/ecommerce/v2/, …/spec/video/ and …/spec/b2b-saas/).
 */
const table: EventTable = {
  'video-player.play': 'Video Playback Started',
  'video-player.complete': 'Video Playback Completed',
  'search-box.search': 'Products Searched',
  'offer-filter.filter': 'Product List Filtered',
  'review-form.submit': 'Product Reviewed',
  'account-form.create': 'Signed Up',
  'product-view.view': ({ data }) => ({ name: 'Product Viewed', properties: { product_id: data.item } }),
  'add-to-cart-button.add': ({ data }) => ({
    name: 'Product Added',
    properties: { product_id: data.item },
  }),
  'checkout.step': 'Checkout Step Completed',
  'checkout.purchase': ({ data, value }) => ({
    name: 'Order Completed',
    properties: { order_id: data.order, total: value?.amount, revenue: value?.amount },
  }),
};

/** Makes the adapter of a product that speaks as Segment does. */
export function segmentLike(
  product: SegmentLike,
  client: SegmentClient | undefined,
  options: AdapterOptions & MappingOptions,
): Tracker {
  const { name = product.name } = options;
  const compose = composer(
    {
      name,
      table,
      // They would take the place of columns that the product fills itself.
      reserved:
        /^(id|event|event_text|user_id|anonymous_id|timestamp|(sent|received)_at|original_timestamp)$/,
    },
    options,
  );
  return createAdapter<SegmentClient>(
    {
      name,
      purpose: 'analytics',
      find: () => client ?? globalWith<SegmentClient>(product.global, 'track'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        const page = { url: addressOf(event), path: event.page.path, search: '' } as const;
        return target.track(composed.name, composed.properties, product.options(event, page));
      },
      identify: (target, { userId, traits }) => target.identify(userId, { ...traits }),
    },
    options,
  );
}
