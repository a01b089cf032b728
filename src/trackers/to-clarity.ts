import { functionNamed } from '../internal/global.ts';
import { fault } from '../internal/messages.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import type { MappingOptions } from './core/mapping.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of Microsoft Clarity: the module `@microsoft/clarity`. */
export interface ClarityClient {
  event(name: string): unknown;
  setTag(key: string, value: string): unknown;
  identify(userId: string): unknown;
}

/** Options of {@link clarity}. */
export interface ClarityOptions extends AdapterOptions, MappingOptions {
  /**
   * Which properties become tags to filter recordings by, beside those that `events` maps. Default
   * `['ask_id', 'ask_placement', 'moment', 'grade']`.
   */
  readonly tags?: readonly string[] | undefined;
}

/**
 * Sends commitments to Microsoft Clarity, which takes the names of events, and tags of the page. Pass the module
 * `@microsoft/clarity`, or nothing for `window.clarity`; the module calls that function too, so the adapter waits for it in
 * both cases. Our id and time have no place but a tag. `identify` hands over the user's id, which Clarity hashes.
 *
 * Limits (https://learn.microsoft.com/clarity/filters/custom-tags): 128 tags a page view, 255 characters a name or text.
 */
export function clarity(client?: ClarityClient, options: ClarityOptions = {}): Tracker {
  const { name = 'clarity', tags: only = ['ask_id', 'ask_placement', 'moment', 'grade'] } = options;
  const compose = composer(
    {
      name,
      only,
      refuses: ({ length }) => (length > 255 ? 'it has more than 255 characters' : undefined),
      isFlat: true,
      limits: { text: 255 },
    },
    options,
  );
  const tagged = new Set<string>();
  let view: string | undefined;
  return createAdapter<ClarityClient>(
    {
      name,
      purpose: 'analytics',
      find() {
        const call = functionNamed<(command: string, ...details: string[]) => unknown>('clarity');
        return (
          call &&
          (client ?? {
            event: (event) => call('event', event),
            setTag: (key, value) => call('set', key, value),
            identify: (userId) => call('identify', userId),
          })
        );
      },
      send(target, event, report) {
        const composed = compose(event, report);
        if (!composed) return;
        if (view !== event.page.viewId) tagged.clear();
        view = event.page.viewId;
        for (const [key, value] of Object.entries(composed.properties)) {
          const tag = JSON.stringify([key, value]);
          if (tagged.has(tag)) continue;
          if (tagged.size < 128) {
            tagged.add(tag);
            target.setTag(key, String(value));
          } else report(fault(1003, name, composed.name, key));
        }
        return target.event(composed.name);
      },
      identify: (target, { userId }) => target.identify(userId),
    },
    options,
  );
}
