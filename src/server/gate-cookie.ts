import { readGrant } from './gate-grant.ts';

/** A cookie that holds a grant. The first fields are what most frameworks take: `(await cookies()).set(cookie)`. */
export interface GateCookie {
  readonly name: string;
  /** The grant, or nothing to forget it. */
  readonly value: string;
  readonly path: '/';
  readonly secure: true;
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  /** Seconds: the rest of the grant, 0 to forget it. */
  readonly maxAge: number;
  /** All of it as the value of a `Set-Cookie` header. */
  readonly header: string;
}

/** Browsers keep no cookie longer than 400 days (RFC 6265bis, section 5.5). */
const maxAgeOfCookies = 400 * 24 * 3600;

/**
 * The prefix `__Host-` makes browsers refuse the cookie unless it is secure, for the whole site and for this host alone
 * (RFC 6265bis, section 4.1.3.2): no subdomain and no plain-text connection can plant one.
 */
const nameOf = (magnet: string) => `__Host-sy-gate-${magnet}`;

/** The cookie for a grant. One that is no grant, is for another magnet, or is over, makes a cookie that forgets. */
export function createCookie(magnet: string, token: string | undefined, now: number): GateCookie {
  const grant = readGrant(token)?.grant;
  const rest = grant?.magnet === magnet ? grant.expiresAt - now : 0;
  const maxAge = Math.max(0, Math.min(rest, maxAgeOfCookies));
  const name = nameOf(magnet);
  const value = maxAge > 0 && token !== undefined ? token : '';
  return {
    name,
    value,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge,
    header: `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; Secure; SameSite=Lax`,
  };
}

/** The grant of a magnet in a `Cookie` header. Two that differ are as good as a broken one. */
export function readCookie(magnet: string, header: string | null | undefined): string | undefined {
  const start = `${nameOf(magnet)}=`;
  const values = new Set<string>();
  for (const part of (header ?? '').split(';')) {
    const pair = part.trim();
    if (pair.startsWith(start)) values.add(pair.slice(start.length));
  }
  return values.size > 1 ? 'ambiguous' : [...values][0];
}
