import { functionNamed } from '../internal/global.ts';
import { createAdapter, type Tracker } from './core/adapter.ts';
import { type ConversionTable, conversionOf, conversionsIn } from './core/conversions.ts';
import { type ConversionOptions, compact, hashOf } from './core/pixel.ts';

export type { Tracker } from './core/adapter.ts';
export type { ConversionTable } from './core/conversions.ts';
export type { ConversionOptions } from './core/pixel.ts';

/** A conversion of Google Ads: the id of the account and the label of the action, `'AW-123456789/AbC-D_efG'`. */
export type GoogleAdsConversion = `AW-${string}/${string}`;

/** What is called of `gtag`, the function that Google's snippet defines. */
export interface GoogleAdsGtag {
  (command: 'event', name: string, params: Record<string, unknown>): void;
  (command: 'set', name: string, params: Record<string, unknown>): void;
}

/** Options of {@link googleAds}. */
export interface GoogleAdsOptions extends ConversionOptions {
  /** Which conversion each kind is. Kinds that are not named are not sent; a function tells asks of one kind apart. */
  readonly conversions: ConversionTable<GoogleAdsConversion>;
}

/**
 * Counts commitments as conversions of Google Ads by the page's `gtag`. Our id goes as `transaction_id`, so a conversion that
 * arrives twice counts once (https://support.google.com/google-ads/answer/6386790); for a purchase with an order number that
 * number does. `identify` hands over the traits `sha256_email_address` and `sha256_phone_number` for enhanced conversions, if
 * they are hashes; nothing in plain text, and no other trait.
 */
export function googleAds(options: GoogleAdsOptions): Tracker {
  const conversions = conversionsIn('google-ads', options);
  return createAdapter<GoogleAdsGtag>(
    {
      name: 'google-ads',
      purpose: 'advertising',
      find: () => functionNamed('gtag'),
      takes: ({ kind }) => kind in conversions,
      send(gtag, event) {
        const send_to = conversionOf(event, conversions);
        if (!send_to) return;
        const { amount: value, currency } = event.value ?? {};
        const order = event.kind === 'checkout.purchase' ? event.data.order : undefined;
        gtag('event', 'conversion', compact({ send_to, transaction_id: order ?? event.id, value, currency }));
      },
      identify(gtag, identity) {
        const user = compact({
          sha256_email_address: hashOf(identity, 'sha256_email_address'),
          sha256_phone_number: hashOf(identity, 'sha256_phone_number'),
        });
        if (Object.keys(user).length > 0) gtag('set', 'user_data', user);
      },
    },
    { ...options, phases: ['committed'] },
  );
}
