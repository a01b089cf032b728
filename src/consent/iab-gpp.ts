import { functionNamed } from '../internal/global.ts';
import type { ConsentInput } from '../provider/index.ts';
import { allOf, attempt, type ConsentSource, createSource, lookFor, objectOf, unasked } from './source.ts';

/** Options of {@link iabGpp}. */
export interface IabGppOptions {
  /** Whether an opt-out stops analytics too. Default false: it speaks of selling, sharing and targeted advertising. */
  readonly analytics?: boolean | undefined;
  /** How long to look for a consent tool that the page loads late, in ms. Default 10,000. */
  readonly timeout?: number | undefined;
}

/**
 * The visitor's word from a consent tool of the IAB Global Privacy Platform 1.1 (`__gpp`,
 * https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform), for the sections of the United States: advertising is
 * denied to who opted out of sale, sharing or targeted advertising, or sends Global Privacy Control; else all is granted. All is
 * unknown until the tool is ready, and while the visitor changes the choice. Where a section of Europe or Canada applies, it has
 * no say: pass `iabTcf()` too.
 */
export function iabGpp(options: IabGppOptions = {}): ConsentSource {
  const { analytics, timeout = 10_000 } = options;
  const yes = allOf('granted');
  const no: ConsentInput = Object.freeze({
    ...yes,
    advertising: 'denied',
    ...(analytics && { analytics: 'denied' as const }),
  });

  const wordOf = (event: Readonly<Record<string, unknown>>): ConsentInput => {
    const { eventName, data, pingData } = event;
    const { signalStatus, applicableSections, parsedSections } = objectOf(pingData);
    if (signalStatus !== 'ready' || (eventName === 'signalStatus' && data !== 'ready')) return unasked;
    const american = Object.entries(objectOf(parsedSections)).filter(([name]) => name.startsWith('us'));
    // A section is a list of segments; some tools leave out the list.
    const segments = american.flatMap(([, section]) => [section].flat(2).map(objectOf));
    if (segments.some(isOptOut)) return no;
    const sections = Array.isArray(applicableSections) ? applicableSections : [];
    // -1: none applies. From 6 on: the United States, all of them opt-out laws.
    if (sections.length && sections.every((id) => id === -1)) return yes;
    if (sections.length && sections.every((id) => id >= 6)) return segments.length ? yes : unasked;
    return sections.length ? {} : unasked;
  };

  return createSource('iabGpp', (set) => {
    const ids = new Set<unknown>();
    let isOver = false;
    let isReady = false;
    let isHeard = false;
    let asked: unknown;
    const remove = (id: unknown) =>
      attempt('iabGpp', () => functionNamed('__gpp')?.('removeEventListener', () => {}, id));
    const hear = (given: unknown, success: unknown) =>
      attempt('iabGpp', () => {
        const event = objectOf(given);
        const { listenerId } = event;
        // The number is the tool's own, and 0 stands for none.
        if (listenerId) ids.add(listenerId);
        if (isOver) return ids.forEach(remove);
        if (success !== true || event['eventName'] === 'listenerRemoved') return;
        // A stub answers too, with nothing to go by.
        isHeard ||= objectOf(event['pingData'])['cmpStatus'] !== 'stub';
        const word = wordOf(event);
        isReady = word !== unasked;
        set(word);
      });
    const stop = lookFor('iabGpp', '__gpp', timeout, () => {
      const api = functionNamed('__gpp');
      // The tool takes over what its stub was asked; one that does not is asked again.
      if (api && api !== asked && !isHeard) {
        asked = api;
        api('addEventListener', hear);
      }
      return isReady ? 'all' : asked ? 'tool' : 'nothing';
    });
    return () => {
      isOver = true;
      stop();
      ids.forEach(remove);
    };
  });
}

/** 1 is "opted out" in every section of a state; `OptOutSale` is that of the older California string. */
function isOptOut(segment: Readonly<Record<string, unknown>>): boolean {
  const { SaleOptOut, SharingOptOut, TargetedAdvertisingOptOut, Gpc, OptOutSale } = segment;
  return (
    SaleOptOut === 1 ||
    SharingOptOut === 1 ||
    TargetedAdvertisingOptOut === 1 ||
    Gpc === true ||
    OptOutSale === 'Y'
  );
}
