import { failure } from '../internal/messages.ts';

/** A secret that signs grants, and the name under which a grant refers to it. */
export interface GateKey {
  /** Its name: 1 to 32 letters, digits, `-` or `_`, such as the month in which you made it. It stands in each grant. */
  readonly id: string;
  /** At least 32 bytes that nobody can guess: what `openssl rand -base64 32` prints, or the bytes themselves. */
  readonly secret: string | Uint8Array;
}

/** A key as Web Crypto has it. Named by what makes it, because Node's own types know no `CryptoKey` on their own. */
export type SecretKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Keys as Web Crypto wants them. The first one signs, all of them verify. */
export interface KeyRing {
  readonly first: string;
  readonly all: ReadonlyMap<string, SecretKey>;
}

type KeySource = readonly GateKey[] | (() => readonly GateKey[] | PromiseLike<readonly GateKey[]>);

/**
 * Checks the keys, at once when they are there, else when they are first needed, and imports them once. A source that
 * fails is asked again the next time.
 */
export function createKeyRing(source: KeySource): () => Promise<KeyRing> {
  if (typeof source !== 'function') checkKeys(source);
  let ring: Promise<KeyRing> | undefined;
  return () => {
    ring ??= importKeys(source).catch((error: unknown) => {
      ring = undefined;
      throw error;
    });
    return ring;
  };
}

async function importKeys(source: KeySource): Promise<KeyRing> {
  const keys = typeof source === 'function' ? await source() : source;
  checkKeys(keys);
  const imported = keys.map(
    async ({ id, secret }) =>
      [
        id,
        await crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
          'sign',
          'verify',
        ]),
      ] as const,
  );
  return { first: keys[0]?.id ?? '', all: new Map(await Promise.all(imported)) };
}

/** Throws SY-601. Says which key is wrong, and never what its secret is. */
function checkKeys(keys: readonly GateKey[]): void {
  if (!Array.isArray(keys) || keys.length === 0) throw failure(601, 'there is none');
  const ids = new Set<unknown>();
  for (const key of keys as readonly (Partial<GateKey> | null | undefined)[]) {
    const { id, secret } = key ?? {};
    if (typeof id !== 'string' || !/^[\w-]{1,32}$/.test(id))
      throw failure(601, `the id ${JSON.stringify(id)} is not 1 to 32 letters, digits, "-" or "_"`);
    if (ids.has(id)) throw failure(601, `the id "${id}" is there twice`);
    ids.add(id);
    if (typeof secret !== 'string' && !(secret instanceof Uint8Array))
      throw failure(601, `"${id}" has no secret`);
    const { length } = bytesOf(secret);
    // RFC 2104, section 3: a key shorter than the hash's output weakens HMAC.
    if (length < 32) throw failure(601, `the secret of "${id}" has ${length} bytes, which is less than 32`);
  }
}

function bytesOf(secret: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof secret === 'string' ? new TextEncoder().encode(secret) : new Uint8Array(secret);
}
