import type { ProductData } from '../events/index.ts';
import { functionNamed } from '../internal/global.ts';
import type { Tracker } from './core/adapter.ts';
import type { EventTable, Mapped } from './core/mapping.ts';
import { compact, createPixel, hashOf, type PixelOptions } from './core/pixel.ts';
import { piecesOf, pixelStepOf } from './core/shop.ts';

export type { Tracker } from './core/adapter.ts';
export type { EventTable, Mapped } from './core/mapping.ts';
export type { PixelOptions } from './core/pixel.ts';

/** Options of {@link metaPixel}. */
export interface MetaPixelOptions extends PixelOptions {
  /** The one pixel that gets the events. Default: all that the page has started; but `identify` needs it. */
  readonly pixelId?: string | undefined;
}

/** https://developers.facebook.com/docs/meta-pixel/reference */
const standard =
  /^(AddPaymentInfo|AddToCart|AddToWishlist|CompleteRegistration|Contact|CustomizeProduct|Donate|FindLocation|InitiateCheckout|Lead|PageView|Purchase|Schedule|Search|StartTrial|SubmitApplication|Subscribe|ViewContent)$/;

const table: EventTable = {
  'reading-progress.read': 'ViewContent',
  'video-player.complete': 'ViewContent',
  'audio-player.complete': 'ViewContent',
  'calculator.result': 'CustomizeProduct',
  'search-box.search': 'Search',
  'offer-filter.filter': 'Search',
  // Meta's Subscribe is a paid one.
  'newsletter-form.subscribe': 'CompleteRegistration',
  'account-form.create': 'CompleteRegistration',
  'checkout.subscribe': 'Subscribe',
  // A gate that another yes opened got nobody's address.
  'lead-gate.unlock': ({ data }) => !data.key && 'Lead',
  'contact-dialog.submit': 'Contact',
  'step-form.submit': 'Lead',
  'callback-request.request': 'Schedule',
  'product-view.view': ({ data }) => product('ViewContent', data),
  'add-to-cart-button.add': ({ data }) => product('AddToCart', data),
  'checkout.step': ({ data }) => pixelStepOf(data),
  'checkout.purchase': ({ data }) => ({ name: 'Purchase', properties: { order_id: data.order } }),
};

/**
 * Sends commitments that Meta has a standard event for, and those that you name, to Meta's pixel: the name of the ask, its
 * worth if it has one, items and orders, and nothing else. A name outside Meta's list goes as a custom event; it may have 50
 * characters. Our id goes as
 * `eventID`, by which Meta drops what your server sends again within 48 hours
 * (https://developers.facebook.com/docs/marketing-api/conversions-api/deduplicate-pixel-and-server-events).
 *
 * `identify` hands over the traits `sha256_email_address` and `sha256_phone_number`, if they are hashes, and our user's id;
 * it needs `pixelId`.
 */
export function metaPixel(options: MetaPixelOptions = {}): Tracker {
  const { pixelId } = options;
  return createPixel<(...call: unknown[]) => void>(
    {
      name: 'meta-pixel',
      table,
      longest: 50,
      find: () => functionNamed('fbq'),
      about: ({ ask }) => ({ content_name: ask.id }),
      send(fbq, name, properties, { id }) {
        const command = `track${pixelId ? 'Single' : ''}${standard.test(name) ? '' : 'Custom'}`;
        fbq(command, ...(pixelId ? [pixelId] : []), name, properties, { eventID: id });
      },
      identify:
        pixelId === undefined
          ? undefined
          : (fbq, identity) =>
              fbq(
                'init',
                pixelId,
                compact({
                  external_id: identity.userId,
                  em: hashOf(identity, 'sha256_email_address'),
                  ph: hashOf(identity, 'sha256_phone_number'),
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
      content_ids: [data.item],
      contents: [{ id: data.item, quantity: piecesOf(data) }],
    },
  };
}
