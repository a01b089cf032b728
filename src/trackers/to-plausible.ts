import { functionNamed } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import { cutBytes } from './core/cut-bytes.ts';
import type { MappingOptions } from './core/mapping.ts';
import { addressOf } from './core/page-address.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** Tells Plausible of an event: the global of its script, or `track` of `@plausible-analytics/tracker`. */
export type PlausibleTrack = (
  name: string,
  options: {
    props: Record<string, string>;
    interactive: boolean;
    url: string;
    revenue?: { amount: number; currency: string };
  },
) => unknown;

/** The module `@plausible-analytics/tracker`. */
export interface PlausibleModule {
  readonly track: PlausibleTrack;
}

/** Options of {@link plausible}. */
export interface PlausibleOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to Plausible. Pass the module `@plausible-analytics/tracker`, or nothing for `window.plausible`. Money goes as
 * revenue. Plausible takes neither id nor time; both go as properties, all of them texts.
 *
 * Limits: 30 properties, 300 bytes a name, 2,000 bytes a text, 120 characters an event's name
 * (https://plausible.io/docs/custom-props/introduction). Each name needs a goal in Plausible's settings to be seen.
 */
export function plausible(
  client?: PlausibleModule | PlausibleTrack,
  options: PlausibleOptions = {},
): Tracker {
  const { name = 'plausible' } = options;
  const compose = composer(
    {
      name,
      isFlat: true,
      limits: { count: 30, key: 300, text: 2_000, cut: cutBytes },
      refuses: (event) =>
        event.length > 120
          ? 'it has more than 120 characters'
          : /^(pageview|engagement)$/.test(event)
            ? 'it is reserved'
            : undefined,
    },
    options,
  );
  return createAdapter<PlausibleModule | PlausibleTrack>(
    {
      name,
      purpose: 'analytics',
      find: () => client ?? functionNamed<PlausibleTrack>('plausible'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        const props: Record<string, string> = {};
        for (const [key, value] of Object.entries(composed.properties)) props[key] = String(value);
        const track = typeof target === 'function' ? target : target.track;
        return track(composed.name, {
          props,
          // A look at an ask is no sign that the visitor stays.
          interactive: event.phase !== 'seen',
          url: addressOf(event),
          ...(event.value && { revenue: { ...event.value } }),
        });
      },
    },
    options,
  );
}
