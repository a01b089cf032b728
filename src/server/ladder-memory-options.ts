import { failure } from '../internal/messages.ts';
import { parseDuration } from '../ladder/duration.ts';
import type { Duration } from '../ladder/rung.ts';
import { originProblem } from './collector-options.ts';
import { checkNames } from './option-names.ts';

/** Options of {@link createLadderMemory}. */
export interface LadderMemoryOptions {
  /** Name of the cookie. Default `'smallyes'`. */
  readonly name?: string | undefined;
  /** How long the cookie lasts after the last change, as a duration such as `'90d'`; at most `'400d'`. Default `'180d'`. */
  readonly maxAge?: Duration | undefined;
  /** Path under which browsers send it. Default `'/'`. */
  readonly path?: string | undefined;
  /** Domain whose subdomains get it too, such as `'shop.example'`. Default: this host alone. */
  readonly domain?: string | undefined;
  /** Sent over HTTPS alone. Default true; browsers but Safari take it on `http://localhost` too. */
  readonly secure?: boolean | undefined;
  /**
   * Pages of which other sites may ask (CORS), such as `https://www.shop.example`, a list of them, or a function that decides.
   * Your own site always may. Who is refused, `onError` hears of once. Default none.
   */
  readonly origins?:
    | string
    | readonly string[]
    | ((origin: string, request: Request) => boolean | PromiseLike<boolean>)
    | undefined;
  /** Takes what `origins` throws, and SY-615 for a site that was refused. Default: one line and the error on the console. */
  readonly onError?: ((error: unknown, source: 'origins') => void) | undefined;
  /** The time in milliseconds, for tests. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The options with their defaults. */
export interface LadderMemorySettings {
  readonly name: string;
  /** What follows the value in `Set-Cookie`. */
  readonly attributes: string;
  /** Whole seconds. */
  readonly maxAge: number;
  readonly origins: (origin: string, request: Request) => boolean | PromiseLike<boolean>;
  readonly onError: LadderMemoryOptions['onError'];
  readonly now: () => number;
}

const names = {
  name: true,
  maxAge: true,
  path: true,
  domain: true,
  secure: true,
  origins: true,
  onError: true,
  now: true,
} satisfies Record<keyof LadderMemoryOptions, true>;

/** Browsers keep no cookie longer (RFC 6265bis, section 5.5). */
const longest = 400 * 24 * 3_600;

/** Fills in the defaults. Throws SY-614. */
export function memorySettingsOf(options: LadderMemoryOptions): LadderMemorySettings {
  checkNames('createLadderMemory', options, names, 614);
  const { name = 'smallyes', path = '/', domain, secure = true, now = Date.now, onError } = options;
  const check = (isFine: boolean, problem: string) => {
    if (!isFine) throw failure(614, problem);
  };
  // RFC 6265, section 4.1.1: a token. What begins so binds the other attributes (RFC 6265bis, section 4.1.3).
  check(
    typeof name === 'string' && /^[\w!#$&'*+.^`|~-]{1,64}$/.test(name),
    `name is "${String(name)}", no name of a cookie`,
  );
  check(typeof secure === 'boolean', `secure is "${String(secure)}", not true or false`);
  check(
    !/^__(Host|Secure)-/i.test(name) || secure,
    `name is "${name}", which browsers take with secure: true alone`,
  );
  check(
    !/^__Host-/i.test(name) || (path === '/' && domain === undefined),
    `name is "${name}", which browsers take for path "/" and without domain alone`,
  );
  check(
    typeof path === 'string' && /^\/[!-:<-~]*$/.test(path),
    `path is "${String(path)}", no path such as "/shop"`,
  );
  check(
    domain === undefined || (typeof domain === 'string' && /^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(domain)),
    `domain is "${String(domain)}", no host such as "shop.example"`,
  );
  const maxAge = Math.floor((parseDuration(options.maxAge ?? '180d') ?? 0) / 1_000);
  check(
    maxAge >= 1 && maxAge <= longest,
    `maxAge is "${String(options.maxAge)}", not a time of up to "400d"`,
  );
  const origins = typeof options.origins === 'string' ? [options.origins] : (options.origins ?? []);
  if (typeof origins !== 'function') {
    check(Array.isArray(origins), 'origins is no text, list or function');
    for (const origin of origins) check(!originProblem(origin), originProblem(origin) ?? '');
  }
  for (const [option, given] of Object.entries({ onError, now }))
    check(given === undefined || typeof given === 'function', `${option} is no function`);
  return {
    name,
    attributes: `; Path=${path}; HttpOnly${secure ? '; Secure' : ''}; SameSite=Lax${domain ? `; Domain=${domain}` : ''}`,
    maxAge,
    origins: typeof origins === 'function' ? origins : (origin) => origins.includes(origin),
    onError,
    now,
  };
}
