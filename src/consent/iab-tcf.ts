import type { ConsentState, Purpose } from '../events/index.ts';
import { functionNamed } from '../internal/global.ts';
import {
  allOf,
  attempt,
  type ConsentSource,
  createSource,
  lookFor,
  objectOf,
  purposes,
  unasked,
} from './source.ts';

/** Options of {@link iabTcf}. */
export interface IabTcfOptions {
  /**
   * The numbers of the framework's purposes that the visitor must have consented to, all of them, for each of ours. Default:
   * analytics 1, 7, 8, 9, 10 (device storage, measurement of advertising and content, statistics, improvement); advertising
   * 1, 2, 3, 4, 7 (storage, basic and personalised advertising, its measurement); functional 1. An empty list: no say.
   */
  readonly purposes?: { readonly [P in Purpose]?: readonly number[] | undefined } | undefined;
  /**
   * Numbers of vendors on the Global Vendor List that must be allowed too, such as 755 for Google Advertising Products. The
   * publisher's restrictions of these vendors are kept to. Default none.
   */
  readonly vendors?: { readonly [P in Purpose]?: readonly number[] | undefined } | undefined;
  /** How long to look for a consent tool that the page loads late, in ms. Default 10,000. */
  readonly timeout?: number | undefined;
}

const defaults: Readonly<Record<Purpose, readonly number[]>> = {
  analytics: [1, 7, 8, 9, 10],
  advertising: [1, 2, 3, 4, 7],
  functional: [1],
};

/**
 * The visitor's word from a consent tool of the IAB Transparency and Consent Framework 2.2 and 2.3 (`__tcfapi`,
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework). Where the tool says that the GDPR does not
 * apply, all is granted. Only consent counts, legitimate interest does not. While the tool asks, what was known before stays.
 */
export function iabTcf(options: IabTcfOptions = {}): ConsentSource {
  const { timeout = 10_000, vendors = {} } = options;
  const wanted = { ...defaults, ...options.purposes };

  /** What the tool's data say; undefined when they say nothing new. */
  const wordOf = (data: Readonly<Record<string, unknown>>) => {
    const { gdprApplies, eventStatus, cmpStatus, isServiceSpecific } = data;
    if (gdprApplies === false) return allOf('granted');
    // A global string is invalid since September 2021.
    if (cmpStatus === 'error' || isServiceSpecific === false) return unasked;
    if (gdprApplies !== true || (eventStatus !== 'tcloaded' && eventStatus !== 'useractioncomplete'))
      return undefined;
    const consents = objectOf(objectOf(data['purpose'])['consents']);
    const allowed = objectOf(objectOf(data['vendor'])['consents']);
    const restrictions = objectOf(objectOf(data['publisher'])['restrictions']);
    const word: Partial<Record<Purpose, ConsentState>> = {};
    for (const purpose of purposes) {
      const numbers = wanted[purpose] ?? [];
      if (!numbers.length) continue;
      const isMet =
        numbers.every((number) => consents[number] === true) &&
        (vendors[purpose] ?? []).every(
          (vendor) =>
            allowed[vendor] === true &&
            // 1: consent is required. All else forbids it, or wants another ground.
            numbers.every((number) => (objectOf(restrictions[number])[vendor] ?? 1) === 1),
        );
      word[purpose] = isMet ? 'granted' : 'denied';
    }
    return Object.freeze(word);
  };

  return createSource('iabTcf', (set) => {
    const ids = new Set<unknown>();
    let isOver = false;
    let hasWord = false;
    let isHeard = false;
    let asked: unknown;
    const remove = (id: unknown) =>
      attempt('iabTcf', () => functionNamed('__tcfapi')?.('removeEventListener', 2, () => {}, id));
    const hear = (given: unknown, success: unknown) =>
      attempt('iabTcf', () => {
        const data = objectOf(given);
        const id = data['listenerId'];
        if (id !== undefined) ids.add(id);
        // A tool that comes late hands out the number of a listener only now.
        if (isOver) return ids.forEach(remove);
        if (success !== true) return;
        isHeard = true;
        const word = wordOf(data);
        if (!word) return;
        hasWord = true;
        set(word);
      });
    const stop = lookFor('iabTcf', '__tcfapi', timeout, () => {
      const api = functionNamed('__tcfapi');
      // The tool takes over what its stub was asked; one that does not is asked again.
      if (api && api !== asked && !isHeard) {
        asked = api;
        api('addEventListener', 2, hear);
      }
      return hasWord ? 'all' : asked ? 'tool' : 'nothing';
    });
    return () => {
      isOver = true;
      stop();
      ids.forEach(remove);
    };
  });
}
