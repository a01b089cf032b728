'use client';
import { useState, useSyncExternalStore } from 'react';
import type { ConsentInput } from '../provider/index.ts';
import { combineSources } from './combine.ts';
import { type ConsentSource, unasked } from './source.ts';

/**
 * The visitor's word, from one consent source or by the strictest of several, for the provider's `consent`:
 *
 * ```tsx
 * const consent = useConsent([googleConsentMode(), globalPrivacyControl()]);
 * return <CommitmentProvider consent={consent} trackers={…}>{children}</CommitmentProvider>;
 * ```
 *
 * Sources may be written inline: the first ones are kept. On a server, and until the page is hydrated, all is unknown. The same
 * object until a word changes.
 */
export function useConsent(sources: ConsentSource | readonly ConsentSource[]): ConsentInput {
  const [source] = useState(() => combineSources([sources].flat()));
  return useSyncExternalStore(source.subscribe, source.read, () => unasked);
}
