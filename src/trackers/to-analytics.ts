import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of an instance of the package `analytics` (https://getanalytics.io). */
export interface AnalyticsClient {
  track(name: string, payload?: Record<string, unknown>): unknown;
  identify(userId: string, traits?: Record<string, unknown>): unknown;
}

/** Options of {@link analytics}. */
export interface AnalyticsOptions extends AdapterOptions, MappingOptions {}

/**
 * Hands commitments to the package `analytics`, which hands them to its plugins. Its instance has no global name of its own, so
 * it must be passed. The package gives each call an id and a time of its own; ours go as the properties `event_id` and
 * `event_time`.
 */
export function analytics(client: AnalyticsClient, options: AnalyticsOptions = {}): Tracker {
  const { name = 'analytics' } = options;
  const compose = composer({ name }, options);
  return createAdapter<AnalyticsClient>(
    {
      name,
      purpose: 'analytics',
      find: () => client,
      send(target, event, report) {
        const composed = compose(event, report);
        return composed && target.track(composed.name, composed.properties);
      },
      identify: (target, { userId, traits }) => target.identify(userId, { ...traits }),
    },
    options,
  );
}
