import { functionNamed } from '../internal/global.ts';
import { fault } from '../internal/messages.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { mapEvent, type NameTable, nameOf } from './core/mapping.ts';
import { isProperty, type Property } from './core/properties.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { NameTable } from './core/mapping.ts';

/** What is called of Hotjar: the module `@hotjar/browser`. */
export interface HotjarClient {
  event(name: string): unknown;
  identify(userId: string | null, traits: Record<string, string | number | boolean>): unknown;
}

/** Options of {@link hotjar}. */
export interface HotjarOptions extends AdapterOptions {
  /** The names of single kinds, over the usual ones. Names alone: Hotjar takes no properties. */
  readonly events?: NameTable | undefined;
}

/**
 * Sends the names of commitments to Hotjar, `poll_vote`, to filter recordings by and to start surveys. Pass the module
 * `@hotjar/browser`, or nothing for `window.hj`; the module calls that function too, so the adapter waits for it in both cases.
 * `identify` hands over the user's id, and those traits that are texts, numbers or truth values.
 *
 * Limits (https://help.hotjar.com/hc/en-us/articles/4405109971095): names of 250 letters, digits, `_` and `-`.
 */
export function hotjar(client?: HotjarClient, options: HotjarOptions = {}): Tracker {
  const { name = 'hotjar', events = {} } = options;
  return createAdapter<HotjarClient>(
    {
      name,
      purpose: 'analytics',
      find() {
        const hj = functionNamed<(command: string, ...details: unknown[]) => unknown>('hj');
        return (
          hj &&
          (client ?? {
            event: (event) => hj('event', event),
            identify: (userId, traits) => hj('identify', userId, traits),
          })
        );
      },
      send(target, event, report) {
        const mapped = mapEvent(event, events, {}, (one) => nameOf(one).replace(/[^\w-]/g, '_'));
        if (!mapped) return undefined;
        if (/^[\w-]{1,250}$/.test(mapped.name)) return target.event(mapped.name);
        report(fault(1004, name, mapped.name, 'it must be at most 250 letters, digits, "_" and "-"'));
        return undefined;
      },
      identify: (target, { userId, traits = {} }) =>
        target.identify(
          userId,
          Object.fromEntries(
            Object.entries(traits).filter((trait): trait is [string, Property] => isProperty(trait[1])),
          ),
        ),
    },
    options,
  );
}
