import { allOf, type ConsentSource } from './source.ts';

/** Options of {@link globalPrivacyControl}. */
export interface GlobalPrivacyControlOptions {
  /** Whether the signal stops analytics too. Default false: it speaks of selling and sharing, not of counting. */
  readonly analytics?: boolean | undefined;
}

/**
 * The browser's Global Privacy Control (https://www.w3.org/TR/gpc/): where it is on, advertising is denied. Where it is off it
 * has nothing against anything: alone that is a yes, beside another source that one decides. Without the provider's `consent`
 * the signal is kept to anyway; this is for sites that pass one.
 */
export function globalPrivacyControl(options: GlobalPrivacyControlOptions = {}): ConsentSource {
  const yes = allOf('granted');
  const no = Object.freeze({
    ...yes,
    advertising: 'denied' as const,
    ...(options.analytics && { analytics: 'denied' as const }),
  });
  return {
    // There is no event: browsers apply a change to pages that load after it.
    read: () =>
      (globalThis.navigator as { globalPrivacyControl?: unknown } | undefined)?.globalPrivacyControl === true
        ? no
        : yes,
    subscribe: () => () => {},
  };
}
