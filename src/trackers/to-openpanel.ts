import { functionNamed } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of an `OpenPanel` of `@openpanel/web`. */
export interface OpenpanelClient {
  track(name: string, properties?: Record<string, unknown>): unknown;
  identify(profile: { profileId: string; properties?: Record<string, unknown> }): unknown;
}

/** The function that OpenPanel's snippet puts on the page. */
export type OpenpanelQueue = (command: keyof OpenpanelClient, ...details: never[]) => unknown;

/** Options of {@link openpanel}. */
export interface OpenpanelOptions extends AdapterOptions, MappingOptions {}

/**
 * Sends commitments to OpenPanel. Pass the `OpenPanel` instance, or nothing for `window.op`. Our time goes as `__timestamp`,
 * as the client itself does with what it queues; our id goes as the property `event_id`.
 */
export function openpanel(
  client?: OpenpanelClient | OpenpanelQueue,
  options: OpenpanelOptions = {},
): Tracker {
  const { name = 'openpanel' } = options;
  const compose = composer({ name, reserved: /^(__|groups$)/ }, options);
  return createAdapter<OpenpanelClient | OpenpanelQueue>(
    {
      name,
      purpose: 'analytics',
      find: () => client ?? functionNamed<OpenpanelQueue>('op'),
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return undefined;
        return call(target, 'track', composed.name, {
          ...composed.properties,
          __timestamp: new Date(event.time).toISOString(),
        });
      },
      identify(target, { userId, traits }) {
        const { firstName, lastName, email, avatar, ...properties } = traits ?? {};
        return call(target, 'identify', {
          profileId: userId,
          firstName,
          lastName,
          email,
          avatar,
          properties,
        });
      },
    },
    options,
  );
}

function call(
  target: OpenpanelClient | OpenpanelQueue,
  command: keyof OpenpanelClient,
  ...details: unknown[]
) {
  return typeof target === 'function'
    ? target(command, ...(details as never[]))
    : (target[command] as (...details: unknown[]) => unknown)(...details);
}
