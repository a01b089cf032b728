import { failure } from '../internal/messages.ts';
import type { GateMagnet } from './gate-delivery.ts';
import type { Grant } from './gate-grant.ts';
import type { GateKey } from './gate-keys.ts';
import type { GateLabels } from './gate-labels.ts';

/** Options of {@link createGate}. */
export interface GateOptions<Magnet extends string> {
  /**
   * The keys. The first signs, all verify, and a key that you take away ends its grants. A function is asked once, when
   * the first grant is made or checked: for secrets that are not there yet while the site is being built.
   */
  readonly keys: readonly GateKey[] | (() => readonly GateKey[] | PromiseLike<readonly GateKey[]>);
  /** What the gate guards, by name: 1 to 64 letters, digits, `-` or `_`, a letter or digit first. */
  readonly magnets: Readonly<Record<Magnet, GateMagnet>>;
  /** Seconds until a grant ends. Default 86,400, which is a day. */
  readonly expiresIn?: number | undefined;
  /** Seconds by which the clocks of your servers may differ, at both ends of a grant. 0 to 300, default 5. */
  readonly leeway?: number | undefined;
  /** Where `handle` is mounted, for {@link Gate.href}: a path, or a whole address for mails. Default `'/gate'`. */
  readonly path?: string | undefined;
  /** Who asks, for `handle`: the same text that the grant was made with, such as the user id of your session. */
  readonly subject?:
    | ((request: Request) => string | null | undefined | PromiseLike<string | null | undefined>)
    | undefined;
  /** Whether a genuine grant was withdrawn. When it fails, nobody gets in: `unavailable`, or status 503. */
  readonly isRevoked?: ((grant: Grant) => boolean | PromiseLike<boolean>) | undefined;
  /**
   * Called by `handle` right before a magnet leaves, never for HEAD: count, or use a grant once. False refuses as
   * `revoked`. A viewer may fetch one file in several ranges, and mail scanners open links: count generously.
   */
  readonly redeem?: ((grant: Grant, request: Request) => boolean | PromiseLike<boolean>) | undefined;
  /** Takes what your own functions throw; visitors never see it. Default: one line and the error on the console. */
  readonly onError?: ((error: unknown, source: GateErrorSource) => void) | undefined;
  /** Texts by language tag, over the English, German and Arabic ones that come with the kit. */
  readonly labels?:
    | Readonly<
        Record<string, { readonly [Key in keyof GateLabels]?: GateLabels[Key] | undefined } | undefined>
      >
    | undefined;
  /** The language for visitors whose own is not there. Default `'en'`. */
  readonly locale?: string | undefined;
  /** The time in milliseconds, for tests. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Which of your functions failed. */
export type GateErrorSource = 'keys' | 'subject' | 'isRevoked' | 'redeem' | 'stream' | 'redirect';

/** Options of {@link Gate.grant}. */
export interface GrantOptions {
  /** Binds the grant to someone: only who names the same text gets in. The grant holds no trace of it. */
  readonly subject?: string | undefined;
  /** Seconds until it ends. Default: that of the magnet. */
  readonly expiresIn?: number | undefined;
}

/** Options of {@link Gate.verify} and {@link Gate.recall}. */
export interface GrantTest {
  /** Who asks. Must be what the grant was made with: the same text, or nothing on both sides. */
  readonly subject?: string | null | undefined;
}

// RFC 9110, section 8.3.1.
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: *;[ -~]*)?$/;

/** The magnets by name, out of reach of names such as `constructor`. Throws SY-602. */
export function checkMagnets(magnets: Readonly<Record<string, GateMagnet>>): ReadonlyMap<string, GateMagnet> {
  const all = new Map(Object.entries(magnets));
  for (const [name, magnet] of all) {
    // What stands in grants, addresses and names of cookies as it is.
    if (!/^[A-Za-z\d][\w-]{0,63}$/.test(name))
      throw failure(
        602,
        name,
        'its name is not 1 to 64 letters, digits, "-" or "_", a letter or digit first',
      );
    const given: unknown[] = [magnet?.stream, magnet?.redirect].filter((one) => one !== undefined);
    if (given.length !== 1 || typeof given[0] !== 'function')
      throw failure(602, name, 'it needs one function, stream or redirect');
    if (magnet.type !== undefined && !mediaType.test(magnet.type))
      throw failure(602, name, `"${magnet.type}" is no media type`);
    if (magnet.expiresIn !== undefined) checkSeconds('expiresIn', magnet.expiresIn, 1);
  }
  if (all.size === 0) throw failure(602, '', 'there is none');
  return all;
}

/** Ten years. Longer is a mistake in the unit: milliseconds, most of the time. */
const longest = 10 * 366 * 24 * 3600;

/** Throws SY-603. */
export function checkSeconds(option: string, value: number, least: number, most = longest): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw failure(603, option, String(value), String(least), String(most));
}
