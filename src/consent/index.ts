/** The visitor's word from the consent tool of the page, for the provider's `consent`. No tool is bundled. */

export type { Consent, ConsentState, Purpose } from '../events/index.ts';
export type { ConsentInput } from '../provider/index.ts';
export { type GlobalPrivacyControlOptions, globalPrivacyControl } from './global-privacy-control.ts';
export { type GoogleConsentModeOptions, googleConsentMode } from './google-consent-mode.ts';
export { type IabGppOptions, iabGpp } from './iab-gpp.ts';
export { type IabTcfOptions, iabTcf } from './iab-tcf.ts';
export type { ConsentSource } from './source.ts';
export { useConsent } from './use-consent.ts';
