import { globalWith } from '../internal/global.ts';
import type { Tracker } from './core/adapter.ts';
import type { EventTable } from './core/mapping.ts';
import { compact, createPixel, hashOf, type PixelOptions } from './core/pixel.ts';
import { stageOf } from './core/shop.ts';

export type { Tracker } from './core/adapter.ts';
export type { EventTable, Mapped } from './core/mapping.ts';
export type { PixelOptions } from './core/pixel.ts';

/** The queue of Microsoft's tag. */
interface UetQueue {
  push(...call: unknown[]): unknown;
}

/** Options of {@link microsoftUet}. */
export interface MicrosoftUetOptions extends PixelOptions {
  /** Name of the tag's queue on `window`, when it is not the usual one. Default `'uetq'`. */
  readonly queue?: string | undefined;
}

const table: EventTable = {
  'newsletter-form.subscribe': 'sign_up',
  'account-form.create': 'sign_up',
  // A gate that another yes opened got nobody's address.
  'lead-gate.unlock': ({ data }) => !data.key && 'generate_lead',
  'contact-dialog.submit': 'generate_lead',
  'step-form.submit': 'generate_lead',
  'callback-request.request': 'generate_lead',
  'add-to-cart-button.add': 'add_to_cart',
  'checkout.step': ({ data }) => stageOf(data) === 'begin' && 'begin_checkout',
  'checkout.subscribe': ({ data }) => ({ name: 'subscribe', properties: { transaction_id: data.order } }),
  'checkout.purchase': ({ data }) => ({ name: 'purchase', properties: { transaction_id: data.order } }),
};

/**
 * Sends commitments that count, and those that you name, to Microsoft Advertising's tag (UET), as actions for which you set up
 * conversion goals: the kind as `event_category`, the name of the ask as `event_label`, and the worth as `revenue_value` with
 * `currency` (https://help.ads.microsoft.com/apex/index/3/en/56916). Our id goes as `event_id`, by which your server's events
 * are matched.
 *
 * `identify` hands over the traits `sha256_email_address` and `sha256_phone_number`, if they are hashes. Consent is never set
 * here: that is your consent tool's.
 */
export function microsoftUet(options: MicrosoftUetOptions = {}): Tracker {
  const { queue = 'uetq' } = options;
  return createPixel<UetQueue>(
    {
      name: 'microsoft-uet',
      table,
      find: () => globalWith<UetQueue>(queue, 'push'),
      about: ({ kind, ask }) => ({ event_category: kind, event_label: ask.id }),
      send: (uetq, name, { value, ...properties }, { id }) =>
        uetq.push('event', name, compact({ revenue_value: value, event_id: id, ...properties })),
      identify(uetq, identity) {
        const pid = compact({
          em: hashOf(identity, 'sha256_email_address'),
          ph: hashOf(identity, 'sha256_phone_number'),
        });
        if (Object.keys(pid).length > 0) uetq.push('set', { pid });
      },
    },
    options,
  );
}
