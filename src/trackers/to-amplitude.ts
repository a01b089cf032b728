import { globalWith, isHidden } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of an Amplitude client: `@amplitude/analytics-browser`, an instance of it, or the global of its snippet. */
export interface AmplitudeClient {
  track(event: {
    event_type: string;
    event_properties?: Record<string, unknown>;
    user_properties?: Record<string, unknown>;
    insert_id?: string;
    time?: number;
  }): unknown;
  setUserId(userId: string): unknown;
  flush?(): unknown;
  setTransport?(transport: 'beacon' | 'fetch'): unknown;
}

/** Options of {@link amplitude}. */
export interface AmplitudeOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to Amplitude. Pass the client, or nothing for `window.amplitude`. Our id and time go as `insert_id` and
 * `time`, so an event that arrives twice counts once.
 */
export function amplitude(client?: AmplitudeClient, options: AmplitudeOptions = {}): Tracker {
  const { name = 'amplitude' } = options;
  let isLeaving = false;
  const compose = composer(
    {
      name,
      limits: { count: 1_000, text: 1_024 },
      refuses: (event) => (/^(\$|\[Amplitude\])/.test(event) ? 'it is one of its own' : undefined),
    },
    options,
  );
  return createAdapter<AmplitudeClient>(
    {
      name,
      purpose: 'analytics',
      find: () => client ?? globalWith<AmplitudeClient>('amplitude', 'track'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        // The visitor only looked elsewhere, and is back.
        if (isLeaving && !isHidden()) {
          isLeaving = false;
          target.setTransport?.('fetch');
        }
        const { event_id, event_time, ...event_properties } = composed.properties;
        return target.track({
          event_type: composed.name,
          event_properties,
          insert_id: event.id,
          time: event.time,
        });
      },
      identify(target, { userId, traits }) {
        target.setUserId(userId);
        // What its Identify class makes; the class is not always at hand.
        return traits && target.track({ event_type: '$identify', user_properties: { $set: { ...traits } } });
      },
      flush(target) {
        // A fetch would end with the page. The client asks for its transport later than now.
        target.setTransport?.('beacon');
        isLeaving = true;
        return target.flush?.();
      },
    },
    options,
  );
}
