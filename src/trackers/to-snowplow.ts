import { functionNamed } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

interface DeviceTime {
  type: 'dtm';
  value: number;
}

/** What is called of `@snowplow/browser-tracker`; pass the whole module. */
export interface SnowplowClient {
  trackStructEvent(event: {
    category: string;
    action: string;
    label?: string;
    property?: string;
    value?: number;
    timestamp?: DeviceTime;
  }): unknown;
  trackSelfDescribingEvent(event: {
    event: { schema: string; data: Record<string, unknown> };
    timestamp?: DeviceTime;
  }): unknown;
  setUserId(userId: string): unknown;
}

/** The function that Snowplow's snippet puts on the page. */
export type SnowplowQueue = (command: keyof SnowplowClient, details: never) => unknown;

/** Options of {@link snowplow}. */
export interface SnowplowOptions extends AdapterOptions, MappingOptions {
  /**
   * Your Iglu schema for commitments, such as `'iglu:com.acme/commitment/jsonschema/1-0-0'`: events are sent as
   * self-describing ones, with all properties and the event's name as `name`. Snowplow drops what does not fit the schema.
   * Default: none; events are sent as structured ones, which every collector takes and which hold little.
   */
  readonly schema?: string | undefined;
}

/**
 * Sends commitments to Snowplow. Pass the module, or nothing for `window.snowplow`. Our time goes as the device's, so that
 * Snowplow can put a wrong clock right. Without a `schema` an event is a structured one: category `poll.vote` (or the
 * name that you give it), action `committed`, label the id of the ask, property our id, by which events can be told apart
 * and put in order, value the amount of money.
 */
export function snowplow(client?: SnowplowClient | SnowplowQueue, options: SnowplowOptions = {}): Tracker {
  const { name = 'snowplow', schema } = options;
  const compose = composer({ name, reserved: /^name$/ }, options);
  return createAdapter<SnowplowClient | SnowplowQueue>(
    {
      name,
      purpose: 'analytics',
      find: () => client ?? functionNamed<SnowplowQueue>('snowplow'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        const timestamp = { type: 'dtm', value: event.time };
        if (schema) {
          const data = { name: composed.name, ...composed.properties };
          return call(target, 'trackSelfDescribingEvent', { event: { schema, data }, timestamp });
        }
        return call(target, 'trackStructEvent', {
          category: composed.name,
          action: event.phase,
          label: event.ask.id,
          property: event.id,
          ...(event.value && { value: event.value.amount }),
          timestamp,
        });
      },
      identify: (target, { userId }) => call(target, 'setUserId', userId),
    },
    options,
  );
}

function call(target: SnowplowClient | SnowplowQueue, command: keyof SnowplowClient, details: unknown) {
  return typeof target === 'function' ? target(command, details as never) : target[command](details as never);
}
