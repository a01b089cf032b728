import type { KeyRing, SecretKey } from './gate-keys.ts';

/** What a genuine grant says. It holds nothing about a person. */
export interface Grant<Magnet extends string = string> {
  /** Its own, random name: 22 characters, never used twice. Store it to count, revoke or use a grant once. */
  readonly id: string;
  /** The one magnet that it opens. */
  readonly magnet: Magnet;
  /** When it was made, in seconds since 1970. */
  readonly issuedAt: number;
  /** From this second on it opens nothing, in seconds since 1970. */
  readonly expiresAt: number;
  /** The key that signed it. */
  readonly keyId: string;
}

/**
 * Why a grant opens nothing. `missing`: there is none. `malformed`: it is none of ours, or was cut or changed on its way.
 * `unknown-key`: its key is no longer among the keys. `forged`: its signature is wrong. `foreign`: it is for another
 * magnet. `wrong-subject`: it is for another subject, or one side names a subject and the other none. `not-yet-valid`:
 * it is from the future, so a clock is wrong. `expired`, `revoked`. `unavailable`: the keys or `isRevoked` failed, so
 * nobody can tell.
 */
export type GrantRefusal =
  | 'missing'
  | 'malformed'
  | 'unknown-key'
  | 'forged'
  | 'foreign'
  | 'wrong-subject'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  | 'unavailable';

/** What came of looking at a grant. */
export type GrantCheck<Magnet extends string = string> =
  | { readonly ok: true; readonly grant: Grant<Magnet> }
  | { readonly ok: false; readonly reason: GrantRefusal };

interface Parts {
  readonly grant: Grant;
  /** What the signature covers. */
  readonly signed: string;
  readonly signature: string;
  /** The subject, sealed with the key; empty without one. */
  readonly subject: string;
}

/*
 * version.key.magnet.issued.expires.id.subject.signature: seconds in base 36, bytes in base64url (RFC 4648, section 5)
 * without padding. Each part has one spelling only: no leading zero, and the last character of a base64url text may not
 * carry bits that decoding drops. So no two tokens mean the same, and a list of revoked tokens cannot be dodged.
 */
const layout =
  /^1\.([\w-]{1,32})\.([A-Za-z\d][\w-]{0,63})\.([1-9a-z][\da-z]{0,8})\.([1-9a-z][\da-z]{0,8})\.([\w-]{21}[AQgw])\.((?:[\w-]{42}[AEIMQUYcgkosw048])?)\.([\w-]{42}[AEIMQUYcgkosw048])$/;

/** Takes a token apart. Undefined when it is none; says nothing about whether it is genuine. */
export function readGrant(token: unknown): Parts | undefined {
  // Each part is bounded, so a megabyte of anything is given up after a few characters.
  const parts = typeof token === 'string' && layout.exec(token);
  if (!parts) return undefined;
  const [, keyId = '', magnet = '', issued = '', expires = '', id = '', subject = '', signature = ''] = parts;
  return {
    grant: {
      id,
      magnet,
      issuedAt: Number.parseInt(issued, 36),
      expiresAt: Number.parseInt(expires, 36),
      keyId,
    },
    signed: token.slice(0, -signature.length - 1),
    signature,
    subject,
  };
}

/** Writes and signs a token with the first key. Times in seconds. */
export async function writeGrant(
  { first, all }: KeyRing,
  grant: Pick<Grant, 'magnet' | 'issuedAt' | 'expiresAt'>,
  subject: string | undefined,
): Promise<string> {
  const key = all.get(first) as SecretKey;
  const id = toBase64url(crypto.getRandomValues(new Uint8Array(16)));
  const sealed = subject === undefined ? '' : await sign(key, subjectText(id, subject));
  const times = [grant.issuedAt.toString(36), grant.expiresAt.toString(36)];
  const signed = ['1', first, grant.magnet, ...times, id, sealed].join('.');
  return `${signed}.${await sign(key, grantText(signed))}`;
}

/** Whether a token is genuine: HMAC with SHA-256 (RFC 2104), compared by Web Crypto in constant time. */
export async function isGenuine({ signed, signature }: Parts, key: SecretKey): Promise<boolean> {
  return isSignedBy(key, signature, grantText(signed));
}

/** Whether both sides name no subject, or both the same. */
export async function isFor(
  { grant, subject: sealed }: Parts,
  key: SecretKey,
  subject: unknown,
): Promise<boolean> {
  if (sealed === '' || subject === undefined || subject === null)
    return sealed === '' && (subject === undefined || subject === null);
  return typeof subject === 'string' && isSignedBy(key, sealed, subjectText(grant.id, subject));
}

// Two texts that can never be the same, so that neither signature passes for the other.
const grantText = (signed: string) => `smallyes.grant.${signed}`;
const subjectText = (id: string, subject: string) => `smallyes.subject.${id}.${subject}`;

async function sign(key: SecretKey, text: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))));
}

function isSignedBy(key: SecretKey, signature: string, text: string): Promise<boolean> {
  return crypto.subtle.verify('HMAC', key, fromBase64url(signature), new TextEncoder().encode(text));
}

function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
