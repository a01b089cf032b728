import { isolate } from '../events/isolate.ts';
import { failure } from '../internal/messages.ts';
import { type GateTexts, guarded, type Refusal, refuse } from './gate-answer.ts';
import { createCookie, type GateCookie, readCookie } from './gate-cookie.ts';
import { deliver, discard } from './gate-delivery.ts';
import { type GrantCheck, type GrantRefusal, isFor, isGenuine, readGrant, writeGrant } from './gate-grant.ts';
import { createKeyRing } from './gate-keys.ts';
import {
  checkMagnets,
  checkSeconds,
  type GateErrorSource,
  type GateOptions,
  type GrantOptions,
  type GrantTest,
} from './gate-options.ts';

/** Makes grants, checks them, and answers requests that bring one. All functions may be passed on alone. */
export interface Gate<Magnet extends string> {
  /** Makes a grant: a text of about 100 characters, safe in a URL, a header and a cookie. */
  readonly grant: (magnet: Magnet, options?: GrantOptions) => Promise<string>;
  /** Checks a grant. Never throws, whatever a stranger sends. */
  readonly verify: <M extends Magnet>(
    magnet: M,
    grant: string | null | undefined,
    test?: GrantTest,
  ) => Promise<GrantCheck<M>>;
  /** The address that delivers: with a grant for a link or a mail, without one for a visitor who has the cookie. */
  readonly href: (magnet: Magnet, grant?: string) => string;
  /** The cookie that remembers an unlock in this browser. Without a grant: the one that forgets it. */
  readonly cookie: (magnet: Magnet, grant?: string) => GateCookie;
  /** Checks the grant in a visitor's cookie, so that the first paint can show what they have unlocked. */
  readonly recall: <M extends Magnet>(
    magnet: M,
    source: Request | Headers | string | null | undefined,
    test?: GrantTest,
  ) => Promise<GrantCheck<M>>;
  /**
   * Answers GET and HEAD for `?magnet=…`, with the grant in `&grant=…`, in `Authorization: Bearer …` (RFC 6750) or in the
   * cookie: with the magnet, or with a status and a line for the visitor.
   */
  readonly handle: (request: Request) => Promise<Response>;
}

/**
 * Makes the gate before things that are given only in return. What it guards is in no bundle and no page: it leaves
 * your server only for a grant that is signed, has not ended and is for that very thing. Throws when keys, magnets or
 * times cannot work.
 */
export function createGate<Magnet extends string>(options: GateOptions<Magnet>): Gate<Magnet> {
  const {
    expiresIn = 86_400,
    leeway = 5,
    path = '/gate',
    locale = 'en',
    now = Date.now,
    onError = logError,
  } = options;
  const magnets = checkMagnets(options.magnets);
  checkSeconds('expiresIn', expiresIn, 1);
  checkSeconds('leeway', leeway, 0, 300);
  const keyRing = createKeyRing(options.keys);
  const seconds = () => Math.floor(now() / 1000);
  const find = (magnet: Magnet) => {
    const known = magnets.get(magnet);
    if (!known) throw failure(604, `the magnet ${JSON.stringify(magnet)}, which the gate does not have`);
    return known;
  };
  const texts: GateTexts = options.labels ?? {};
  const answerNo = (request: Request, reason: Refusal) => refuse(request, reason, locale, texts);

  /** What a function of the developer's gives; undefined when it failed, which is reported. */
  async function attempt<T>(
    source: GateErrorSource,
    run: () => T | PromiseLike<T>,
    signal?: AbortSignal,
  ): Promise<{ readonly got: T } | undefined> {
    try {
      return { got: await run() };
    } catch (error) {
      // That a visitor left while the storage was still thinking is nobody's failure.
      if (!signal?.aborted)
        isolate(
          () => onError(error, source),
          () => {},
        );
      return undefined;
    }
  }

  async function verify<M extends Magnet>(
    magnet: M,
    token: string | null | undefined,
    test?: GrantTest,
  ): Promise<GrantCheck<M>> {
    const no = (reason: GrantRefusal) => ({ ok: false, reason }) as const;
    if (token === undefined || token === null || token === '') return no('missing');
    const parts = readGrant(token);
    if (!parts) return no('malformed');
    const ring = await attempt('keys', keyRing);
    if (!ring) return no('unavailable');
    const { grant } = parts;
    const key = ring.got.all.get(grant.keyId);
    if (!key) return no('unknown-key');
    if (!(await isGenuine(parts, key))) return no('forged');
    if (grant.magnet !== magnet) return no('foreign');
    if (!(await isFor(parts, key, test?.subject))) return no('wrong-subject');
    const time = seconds();
    if (grant.issuedAt > time + leeway) return no('not-yet-valid');
    if (time >= grant.expiresAt + leeway) return no('expired');
    const { isRevoked } = options;
    if (isRevoked) {
      const revoked = await attempt('isRevoked', () => isRevoked(grant));
      if (!revoked) return no('unavailable');
      if (revoked.got) return no('revoked');
    }
    return { ok: true, grant: { ...grant, magnet } };
  }

  async function handle(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answerNo(request, 'method');
    const { searchParams } = new URL(request.url);
    const names = searchParams.getAll('magnet');
    const name = names[0] as Magnet;
    const magnet = names.length === 1 ? magnets.get(name) : undefined;
    if (!magnet) return answerNo(request, 'unknown');
    const subject = options.subject
      ? await attempt('subject', () => options.subject?.(request))
      : { got: undefined };
    if (!subject) return answerNo(request, 'unavailable');
    const check = await verify(name, tokenOf(request, searchParams, name), { subject: subject.got });
    if (!check.ok) return answerNo(request, check.reason);
    const answer = await attempt(
      magnet.redirect ? 'redirect' : 'stream',
      () => deliver(name, magnet, check.grant, request),
      request.signal,
    );
    if (!answer) return answerNo(request, 'undelivered');
    const { redeem } = options;
    // Only after the storage has answered: a failure of yours must not cost the visitor the one download.
    if (redeem && request.method === 'GET' && answer.got.status < 304) {
      const redeemed = await attempt('redeem', () => redeem(check.grant, request));
      if (!redeemed?.got) {
        discard(answer.got);
        return answerNo(request, redeemed ? 'revoked' : 'unavailable');
      }
    }
    return guarded(answer.got);
  }

  return {
    verify,
    handle,
    async grant(magnet, { subject, expiresIn: own } = {}) {
      const known = find(magnet);
      // A subject that got lost on its way must not make a grant that is bound to nobody.
      if (subject !== undefined && (typeof subject !== 'string' || subject === ''))
        throw failure(604, 'a subject that is no text or empty');
      if (own !== undefined) checkSeconds('expiresIn', own, 1);
      const issuedAt = seconds();
      const expiresAt = issuedAt + (own ?? known.expiresIn ?? expiresIn);
      return writeGrant(await keyRing(), { magnet, issuedAt, expiresAt }, subject);
    },
    href: (magnet, grant) =>
      `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ magnet, ...(grant && { grant }) })}`,
    cookie(magnet, grant) {
      // Another name would write attributes of its own into the header.
      find(magnet);
      return createCookie(magnet, grant, seconds());
    },
    recall: (magnet, source, test) => verify(magnet, readCookie(magnet, cookieHeader(source)), test),
  };
}

/** The grant that a request brings, the explicit one first. Two at a time are none (RFC 6750, section 2). */
function tokenOf(request: Request, searchParams: URLSearchParams, magnet: string): string | undefined {
  const tokens = searchParams.getAll('grant');
  const bearer = /^bearer(?: +(.*))?$/i.exec(request.headers.get('authorization')?.trim() ?? '');
  if (bearer) tokens.push(bearer[1] ?? 'empty');
  if (tokens.length > 1) return 'ambiguous';
  return tokens[0] ?? readCookie(magnet, request.headers.get('cookie'));
}

function cookieHeader(source: Request | Headers | string | null | undefined): string | null | undefined {
  if (typeof source !== 'object' || source === null) return source;
  // Asked in this order, because what Next.js gives as Headers also has a field `headers`.
  return ('get' in source ? source : source.headers).get('cookie');
}

function logError(error: unknown, source: GateErrorSource): void {
  // biome-ignore lint/suspicious/noConsole: a server whose downloads fail must not be silent
  console.error(`[smallyes] A gate could not answer: ${source} failed.`, error);
}
