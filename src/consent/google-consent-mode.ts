import type { ConsentState } from '../events/index.ts';
import { globalNamed } from '../internal/global.ts';
import { attempt, type ConsentSource, createSource, lookFor, objectOf, strictest } from './source.ts';

/** Options of {@link googleConsentMode}. */
export interface GoogleConsentModeOptions {
  /** Name of the data layer on `window`. Default `'dataLayer'`. */
  readonly dataLayer?: string | undefined;
  /**
   * Where the visitor is, by ISO 3166-2 such as `'US-CA'` or `'DE'`, as your server knows it: picks among defaults that are for
   * single regions. Default not known: where such defaults differ from the general one, they say nothing.
   */
  readonly region?: string | undefined;
  /** Whether advertising needs `ad_personalization` too. Default false: `ad_storage` and `ad_user_data`. */
  readonly personalization?: boolean | undefined;
  /** How long to look for a data layer that comes late, or is replaced, in ms. Default 10,000. */
  readonly timeout?: number | undefined;
}

type Word = 'granted' | 'denied';

/**
 * The visitor's word from Google's consent mode (https://developers.google.com/tag-platform/security/guides/consent): hears the
 * `consent` commands that pass through the data layer, those too that passed before. It sets nothing and holds nothing up.
 *
 * `analytics_storage` is analytics, `ad_storage` and `ad_user_data` together are advertising, `functionality_storage` and
 * `personalization_storage`, as far as the page names them, functional. An update is the visitor's word. A default is granted
 * where the page grants it, after its `wait_for_update`; a default of denied means that nobody has been asked: unknown. What a
 * template inside a Tag Manager container sets there does not pass through the data layer and cannot be heard.
 */
export function googleConsentMode(options: GoogleConsentModeOptions = {}): ConsentSource {
  const { dataLayer: name = 'dataLayer', region = '', personalization, timeout = 10_000 } = options;
  const place = region.toUpperCase();

  return createSource('googleConsentMode', (set) => {
    const updates = new Map<string, Word>();
    const defaults = new Map<string, Map<string, Word>>();
    let layer: unknown;
    let unwrap: (() => void) | undefined;
    let wait: ReturnType<typeof setTimeout> | undefined;

    const defaultOf = (type: string): Word | undefined => {
      const words = defaults.get(type);
      if (place) return words?.get(place) ?? words?.get(place.split('-')[0] ?? '') ?? words?.get('');
      // One for a region alone says nothing of a visitor who may be elsewhere.
      const general = words?.get('');
      return words && [...words.values()].every((word) => word === general) ? general : undefined;
    };
    const stateOf = (type: string): ConsentState =>
      updates.get(type) ?? (defaultOf(type) === 'granted' && wait === undefined ? 'granted' : 'unknown');
    const tell = () => {
      const kept = ['functionality_storage', 'personalization_storage'];
      const ads = ['ad_storage', 'ad_user_data', ...(personalization ? ['ad_personalization'] : [])];
      set(
        Object.freeze({
          analytics: stateOf('analytics_storage'),
          advertising: strictest(ads.map(stateOf)),
          functional: strictest(kept.filter((type) => updates.has(type) || defaults.has(type)).map(stateOf)),
        }),
      );
    };
    const endWait = () => {
      clearTimeout(wait);
      wait = undefined;
    };

    const hear = (entry: unknown) => {
      const { 0: command, 1: action, 2: given } = objectOf(entry);
      if (command !== 'consent' || (action !== 'default' && action !== 'update')) return;
      const { region, wait_for_update: pause, ...words } = objectOf(given);
      const regions = [region ?? ''].flat().map((one) => String(one).toUpperCase());
      for (const [type, word] of Object.entries(words)) {
        if (word !== 'granted' && word !== 'denied') continue;
        if (action === 'update') updates.set(type, word);
        else {
          const byRegion = defaults.get(type) ?? new Map<string, Word>();
          defaults.set(type, byRegion);
          for (const one of regions) byRegion.set(one, word);
        }
      }
      if (action === 'update') endWait();
      else if (typeof pause === 'number' && pause > 0 && updates.size === 0) {
        endWait();
        wait = setTimeout(
          () => {
            wait = undefined;
            tell();
          },
          Math.min(pause, 10_000),
        );
      }
    };
    const hearAll = (entries: readonly unknown[]) => {
      for (const entry of entries) attempt('googleConsentMode', () => hear(entry));
      // Once for all: what an older command said may have been taken back by a later one.
      tell();
    };

    const stop = lookFor('googleConsentMode', name, timeout, () => {
      const next = globalNamed(name);
      // A page may set up its own layer after one was there.
      if (Array.isArray(next) && next !== layer) {
        unwrap?.();
        layer = next;
        hearAll(next);
        unwrap = listenTo(next, hearAll);
      }
      return layer ? 'tool' : 'nothing';
    });
    return () => {
      stop();
      endWait();
      unwrap?.();
    };
  });
}

/**
 * Hears what is pushed to a layer. Whoever else wraps `push`, before or after, still gets every call. Afterwards the layer is as
 * it was, unless somebody has wrapped ours: then ours stays below theirs, deaf.
 */
function listenTo(layer: unknown[], hear: (entries: readonly unknown[]) => void): () => void {
  const isOwn = Object.hasOwn(layer, 'push');
  const { push } = layer;
  let isOver = false;
  const listening = function (this: unknown[], ...entries: unknown[]): number {
    if (!isOver) hear(entries);
    return Reflect.apply(push, this, entries);
  };
  layer.push = listening;
  return () => {
    isOver = true;
    if (layer.push !== listening) return;
    if (isOwn) layer.push = push;
    else Reflect.deleteProperty(layer, 'push');
  };
}
