import { functionNamed } from '../internal/global.ts';
import { createAdapter, type Tracker } from './core/adapter.ts';
import { type ConversionTable, conversionOf, conversionsIn } from './core/conversions.ts';
import type { ConversionOptions } from './core/pixel.ts';

export type { Tracker } from './core/adapter.ts';
export type { ConversionTable } from './core/conversions.ts';
export type { ConversionOptions } from './core/pixel.ts';

/** What is called of `lintrk`, the function that LinkedIn's snippet defines. */
export type LinkedinTag = (command: 'track', details: { conversion_id: number; event_id: string }) => void;

/** Options of {@link linkedin}. */
export interface LinkedinOptions extends ConversionOptions {
  /**
   * Id of the conversion rule that each kind is, from the rule's page in Campaign Manager. Kinds that are not named are not
   * sent; a function tells asks of one kind apart.
   */
  readonly conversions: ConversionTable<number>;
}

/**
 * Counts commitments as conversions of LinkedIn by the Insight Tag. Our id goes as `event_id`, by which LinkedIn drops what
 * your server sends again (https://learn.microsoft.com/linkedin/marketing/conversions/deduplication). The tag takes no worth;
 * that stands in the rule. There is no `identify`: the tag wants addresses in plain text.
 */
export function linkedin(options: LinkedinOptions): Tracker {
  const conversions = conversionsIn('linkedin', options);
  return createAdapter<LinkedinTag>(
    {
      name: 'linkedin',
      purpose: 'advertising',
      find: () => functionNamed('lintrk'),
      takes: ({ kind }) => kind in conversions,
      send(lintrk, event) {
        const conversion_id = conversionOf(event, conversions);
        if (conversion_id) lintrk('track', { conversion_id, event_id: event.id });
      },
    },
    { ...options, phases: ['committed'] },
  );
}
