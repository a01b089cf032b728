/** What keeps personal data out of what you send: hashed addresses, clean URLs, events without some of their parts. */

export { type CleanUrlOptions, cleanUrl } from './clean-url.ts';
export { type HashEmailOptions, hashEmail } from './hash-email.ts';
export { type EventPart, without } from './without.ts';
