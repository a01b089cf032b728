import type { ProductData } from '../events/index.ts';
import { globalWith } from '../internal/global.ts';
import type { Tracker } from './core/adapter.ts';
import type { EventTable, Mapped } from './core/mapping.ts';
import { compact, createPixel, hashOf, type PixelOptions } from './core/pixel.ts';
import { piecesOf, pixelStepOf } from './core/shop.ts';

export type { Tracker } from './core/adapter.ts';
export type { EventTable, Mapped } from './core/mapping.ts';
export type { PixelOptions } from './core/pixel.ts';

/** What is called of `ttq`, the object that TikTok's snippet defines. */
export interface TiktokPixel {
  track(name: string, properties: Record<string, unknown>, options: { event_id: string }): unknown;
  identify(user: Record<string, unknown>): unknown;
  /** One of several pixels on the page. */
  instance?(pixelId: string): Pick<TiktokPixel, 'track'>;
}

/** Options of {@link tiktok}. */
export interface TiktokOptions extends PixelOptions {
  /** The one pixel that gets the events. Default: all on the page. */
  readonly pixelId?: string | undefined;
}

const table: EventTable = {
  'reading-progress.read': 'ViewContent',
  // One recording is one content, however often it is started.
  'video-player.complete': 'ViewContent',
  'audio-player.complete': 'ViewContent',
  'calculator.result': 'CustomizeProduct',
  'search-box.search': 'Search',
  'offer-filter.filter': 'Search',
  'download-link.download': 'Download',
  'newsletter-form.subscribe': 'Subscribe',
  'account-form.create': 'CompleteRegistration',
  // A gate that another yes opened got nobody's address.
  'lead-gate.unlock': ({ data }) => (data.key ? 'Download' : 'Lead'),
  'contact-dialog.submit': 'Contact',
  'step-form.submit': 'Lead',
  'callback-request.request': 'Schedule',
  'product-view.view': ({ data }) => product('ViewContent', data),
  'add-to-cart-button.add': ({ data }) => product('AddToCart', data),
  'checkout.step': ({ data }) => pixelStepOf(data),
  'checkout.subscribe': 'Subscribe',
  'checkout.purchase': 'Purchase',
};

/**
 * Sends commitments that TikTok has a standard event for, and those that you name, to TikTok's pixel: the name of the ask as
 * `description`, its worth if it has one, items, and nothing else. Our id goes as `event_id`, by which TikTok drops what comes
 * again within 48 hours (https://ads.tiktok.com/help/article/event-deduplication).
 *
 * `identify` hands over the traits `sha256_email_address` and `sha256_phone_number`, if they are hashes, and our user's id.
 */
export function tiktok(options: TiktokOptions = {}): Tracker {
  const { pixelId } = options;
  return createPixel<TiktokPixel>(
    {
      name: 'tiktok',
      table,
      find: () => globalWith<TiktokPixel>('ttq', 'track'),
      about: ({ ask }) => ({ description: ask.id }),
      send(ttq, name, properties, { id }) {
        const pixel = (pixelId && ttq.instance?.(pixelId)) || ttq;
        return pixel.track(name, properties, { event_id: id });
      },
      identify: (ttq, identity) =>
        ttq.identify(
          compact({
            external_id: identity.userId,
            email: hashOf(identity, 'sha256_email_address'),
            phone_number: hashOf(identity, 'sha256_phone_number'),
          }),
        ),
    },
    options,
  );
}

function product(name: string, data: ProductData): Mapped {
  return {
    name,
    properties: {
      content_type: 'product',
      contents: [{ content_id: data.item, content_type: 'product', quantity: piecesOf(data) }],
    },
  };
}
