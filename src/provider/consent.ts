import type { Consent, ConsentState, Purpose } from '../events/index.ts';

/**
 * The visitor's word per purpose, as a consent tool gives it: `true` or `'granted'`, `false` or `'denied'`;
 * left out, `null` or `'unknown'` while the visitor has not been asked.
 */
export type ConsentInput = { readonly [P in Purpose]?: boolean | ConsentState | null | undefined };

/**
 * Reads the `consent` setting. Without one all purposes are granted, because the host has taken care, but a
 * browser that sends Global Privacy Control (https://w3c.github.io/gpc/) still stops advertising. With one
 * the prop alone decides, because only the host knows of a later opt-in.
 */
export function readConsent(input: ConsentInput | undefined): Consent {
  const states = {} as Record<Purpose, ConsentState>;
  for (const purpose of ['analytics', 'advertising', 'functional'] as const) {
    const word = input
      ? input[purpose]
      : purpose !== 'advertising' || !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
    states[purpose] =
      word === true || word === 'granted'
        ? 'granted'
        : word === false || word === 'denied'
          ? 'denied'
          : 'unknown';
  }
  return Object.freeze(states);
}
