import { globalWith } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Identity, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of Sentry: `@sentry/browser`, `@sentry/react`, or the global of its loader. */
export interface SentryClient {
  addBreadcrumb(breadcrumb: {
    category: string;
    type: string;
    level: 'info';
    message: string;
    data: Record<string, unknown>;
    timestamp: number;
  }): unknown;
  setUser(user: { id: string; [trait: string]: unknown }): unknown;
}

/** What Sentry's loader puts on the page until the SDK is there: it queues some functions, `setUser` not among them. */
interface SentryLoader extends Pick<SentryClient, 'addBreadcrumb'> {
  readonly setUser?: undefined;
  onLoad(callback: () => void): unknown;
}

/** Options of {@link sentry}. */
export interface SentryOptions extends AdapterOptions, MappingOptions {}

/**
 * Leaves a breadcrumb in Sentry for each commitment, so that an error report says what the visitor did before. Pass the
 * module, or nothing for `window.Sentry`. Nothing is sent until an error is: Sentry keeps the last 100 breadcrumbs. What the
 * visitor must have allowed is `functional` unless you say otherwise.
 */
export function sentry(client?: SentryClient, options: SentryOptions = {}): Tracker {
  const { name = 'sentry' } = options;
  const compose = composer({ name }, options);
  let early: Identity | undefined;
  const tracker = createAdapter<SentryClient | SentryLoader>(
    {
      name,
      purpose: 'functional',
      find: () => client ?? globalWith<SentryClient | SentryLoader>('Sentry', 'addBreadcrumb'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        const { event_time, ...data } = composed.properties;
        return target.addBreadcrumb({
          category: 'commitment',
          type: 'user',
          level: 'info',
          message: `${composed.name} ${event.ask.id}`,
          data,
          timestamp: event.time / 1000,
        });
      },
      identify(target, identity) {
        const { userId, traits } = identity;
        if (target.setUser) return target.setUser({ ...traits, id: userId });
        // By the same way as any other, because the visitor's word may change before the SDK comes.
        const tell = () => {
          const last = early;
          early = undefined;
          if (last && globalWith<SentryClient>('Sentry', 'setUser')) tracker.identify?.(last);
        };
        if (!early) target.onLoad(tell);
        early = identity;
        return undefined;
      },
      forget() {
        early = undefined;
      },
    },
    options,
  );
  return tracker;
}
