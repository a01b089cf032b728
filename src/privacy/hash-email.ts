import { tell } from '../internal/messages.ts';

/** Options of {@link hashEmail}. */
export interface HashEmailOptions {
  /**
   * Whom the hash is for. `'google'` also drops the dots before `@gmail.com` and `@googlemail.com`, as Google asks; the others,
   * like the default, take the address trimmed and in lower case. A hash for one does not match at another that has other rules.
   */
  readonly for?: 'google' | 'meta' | 'linkedin' | 'tiktok' | undefined;
}

/**
 * SHA-256 of an e-mail address, in lower-case hex, as advertising products take it to recognise a customer. Undefined for what
 * is no address, and where the page is not secure (no Web Crypto): never the address itself. A hash is still personal data: make
 * one only after the visitor has allowed that purpose, and hand it to `identify`, not to events.
 *
 * Rules: Google https://developers.google.com/google-ads/api/docs/conversions/enhanced-conversions/web, Meta
 * https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters.
 */
export async function hashEmail(email: string, options: HashEmailOptions = {}): Promise<string | undefined> {
  const address = normalize(email, options.for === 'google');
  if (!address) return undefined;
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) {
    if (process.env.NODE_ENV !== 'production') tell(1053);
    return undefined;
  }
  try {
    const hash = await subtle.digest('SHA-256', new TextEncoder().encode(address));
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined;
  }
}

/** One `@`, something before it, a name with a dot after it, no spaces, at most 254 characters (RFC 5321). */
const shape = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

function normalize(email: unknown, isForGoogle: boolean): string | undefined {
  const address = typeof email === 'string' ? email.trim().toLowerCase() : '';
  if (address.length > 254 || !shape.test(address)) return undefined;
  const [name = '', host = ''] = address.split('@');
  return isForGoogle && /^(gmail|googlemail)\.com$/.test(host)
    ? `${name.replaceAll('.', '')}@${host}`
    : address;
}
