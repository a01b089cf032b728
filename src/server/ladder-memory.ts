import { isolate } from '../events/isolate.ts';
import { failure } from '../internal/messages.ts';
import { writeHistory } from '../ladder/fit-history.ts';
import { readHistory } from '../ladder/history-text.ts';
import { joinHistories } from '../ladder/join-histories.ts';
import type { Remembered } from '../ladder/ladder.ts';
import type { Device } from '../ladder/rung.ts';
import { allowedOrigin } from './collector-answer.ts';
import { readBody } from './collector-body.ts';
import { tellRefused } from './collector-refused.ts';
import { isRecord } from './collector-shapes.ts';
import {
  isLadderId,
  isUnit,
  type LadderCookie,
  readLadderCookie,
  writeLadderCookie,
} from './ladder-cookie.ts';
import { type LadderMemoryOptions, memorySettingsOf } from './ladder-memory-options.ts';

/** What your server knows of the page that it renders, over what the request says. */
export interface ReadMore {
  /** Path of the page, without query. Default: that of the request, where there is one. */
  readonly path?: string | undefined;
  /** Default: by the header `Sec-CH-UA-Mobile`, which browsers made of Chromium send. */
  readonly device?: Device | undefined;
}

/** Keeps what visitors did on ladders in a cookie that your server sets. All functions may be passed on alone. */
export interface LadderMemory {
  /**
   * Answers the address that `defineLadder` has as `remember`. POST keeps a note, joined with what the cookie has; GET gives all
   * notes and the unit as JSON; DELETE forgets the ladder named in `?ladder=`, or all. Never throws.
   */
  readonly handle: (request: Request) => Promise<Response>;
  /**
   * What the provider takes as `remembered`, for the first paint: from a request, its headers, or the text of its `Cookie` header.
   * A cookie that cannot be read counts as none. Never throws.
   */
  readonly read: (source: Request | Headers | string | null | undefined, more?: ReadMore) => Remembered;
}

const statuses = {
  unreadable: 400,
  origin: 403,
  method: 405,
  slow: 408,
  'too-large': 413,
  type: 415,
  unavailable: 503,
} as const;

const methods = 'GET, POST, DELETE, OPTIONS';
const maxBody = 16_384;
const bodySeconds = 10;
/** Bytes of one note, as the page writes it at most. */
const maxNote = 3_500;

/**
 * Makes the memory of ladders on your server: a cookie that lasts where browsers throw away what scripts have stored, and by
 * which the first paint already shows the right ask. It holds ids of asks, times, counts, answers from your own options and
 * one random id, `HttpOnly`, in at most 3,800 bytes for all ladders together. It is set when the page sends its first note,
 * which waits for `functional` consent. Needs nothing but web standards. Throws SY-614 when an option cannot work.
 *
 * ```ts
 * export const memory = createLadderMemory();
 * // The address that the ladder names as `remember`:
 * export const { handle: GET, handle: POST, handle: DELETE } = memory;
 * // Where the page is rendered:
 * <CommitmentProvider ladder={b2b} remembered={memory.read(request)}>
 * ```
 */
export function createLadderMemory(options: LadderMemoryOptions = {}): LadderMemory {
  const settings = memorySettingsOf(options);
  const { name, now } = settings;
  const refused = tellRefused(settings.onError, 615);

  const cookieOf = (request: Request) => readLadderCookie(name, request.headers.get('cookie'));
  const setCookie = (cookie: LadderCookie): string =>
    cookie.notes.size > 0
      ? `${name}=${writeLadderCookie(name, cookie, now())}; Max-Age=${settings.maxAge}${settings.attributes}`
      : // Nothing is left that a random id would be for.
        `${name}=; Max-Age=0${settings.attributes}`;

  async function keep(request: Request): Promise<Refusal | Answer> {
    const text = await readBody(request, maxBody, bodySeconds);
    if (typeof text === 'number') return refusalOf(text);
    const sent = readSent(text);
    if (!sent) return 'unreadable';
    const { unit, notes } = cookieOf(request);
    const note = join(notes.get(sent.ladder), sent.note, now());
    if (note === undefined) return 'unreadable';
    const others = [...notes].filter(([id]) => id !== sent.ladder);
    const notesNow = new Map([...others, [sent.ladder, note] as const]);
    return { cookie: setCookie({ unit: unit ?? sent.unit ?? crypto.randomUUID(), notes: notesNow }) };
  }

  function forget(request: Request): Answer {
    const ladder = new URL(request.url).searchParams.get('ladder');
    const { unit, notes } = cookieOf(request);
    const left = [...notes].filter(([id]) => ladder !== null && id !== ladder);
    return { cookie: setCookie({ unit, notes: new Map(left) }) };
  }

  async function handle(request: Request): Promise<Response> {
    let allowed: string | undefined;
    try {
      const origin = await allowedOrigin(request, async (one) => settings.origins(one, request));
      // What carries no origin, such as the address in an image, may still be another site's.
      const isForeign = origin === undefined && request.headers.get('sec-fetch-site') === 'cross-site';
      if (origin === false) refused(request.headers.get('origin') ?? '');
      if (origin === false || isForeign) return reply(undefined, 'origin');
      allowed = origin;
      switch (request.method) {
        case 'OPTIONS':
          return reply(allowed, {});
        case 'GET': {
          const { unit, notes } = cookieOf(request);
          return reply(allowed, { body: { notes: Object.fromEntries(notes), unit } });
        }
        case 'POST':
          return reply(allowed, await keep(request));
        case 'DELETE':
          return reply(allowed, forget(request));
        default:
          return reply(allowed, 'method');
      }
    } catch (error) {
      isolate(
        () => (settings.onError ?? logError)(error, 'origins'),
        () => {},
      );
      return reply(allowed, 'unavailable');
    }
  }

  return {
    handle,
    read(source, more = {}) {
      const request = isRequest(source) ? source : undefined;
      const headers = request?.headers ?? (typeof source === 'object' ? (source as Headers | null) : null);
      const header = typeof source === 'string' ? source : headers?.get('cookie');
      const { unit, notes } = readLadderCookie(name, header);
      const path = more.path ?? (request && new URL(request.url).pathname);
      const device = more.device ?? devices[headers?.get('sec-ch-ua-mobile') ?? ''];
      return {
        notes: Object.fromEntries(notes),
        time: now(),
        ...(unit && { unit }),
        ...(path !== undefined && { path }),
        ...(device && { device }),
      };
    },
  };
}

// https://wicg.github.io/ua-client-hints/#sec-ch-ua-mobile
const devices: Readonly<Record<string, Device | undefined>> = { '?1': 'phone', '?0': 'desktop' };

type Refusal = keyof typeof statuses;

function refusalOf(status: number): Refusal {
  return (Object.keys(statuses) as Refusal[]).find((one) => statuses[one] === status) ?? 'unreadable';
}

/** Headers of a framework may have a field `headers` of their own, but no address. */
function isRequest(source: unknown): source is Request {
  return typeof (source as Partial<Request> | null | undefined)?.url === 'string';
}

interface Sent {
  readonly ladder: string;
  readonly note: string;
  /** The visitor's id in this browser, so that experiments go on as they began there. */
  readonly unit: string | undefined;
}

function readSent(text: string): Sent | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(body)) return undefined;
  const { ladder, note, unit } = body;
  if (!isLadderId(ladder) || typeof note !== 'string') return undefined;
  return { ladder, note, unit: isUnit(unit) ? unit : undefined };
}

/** A note joined with the one before; what a later version of the kit wrote stays as it is. Undefined for what is no note. */
function join(before: string | undefined, sent: string, now: number): string | undefined {
  const [old, next] = [readHistory(before, now), readHistory(sent, now)];
  if (!next) return undefined;
  if (old === 'newer' && next !== 'newer') return before;
  // Written anew, so that it has no white space and nothing else that nobody asked for.
  if (next === 'newer') return sent.length <= maxNote ? JSON.stringify(JSON.parse(sent)) : undefined;
  return writeHistory(old && old !== 'newer' ? joinHistories(old, next) : next, maxNote);
}

interface Answer {
  readonly body?: object;
  readonly cookie?: string;
}

function reply(origin: string | undefined, given: Refusal | Answer): Response {
  const headers = new Headers({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'origin, cookie',
  });
  if (origin !== undefined) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-allow-methods', methods);
    headers.set('access-control-allow-headers', 'content-type');
  }
  const { body, cookie }: Answer = typeof given === 'string' ? { body: { v: 1, error: given } } : given;
  const status = typeof given === 'string' ? statuses[given] : body ? 200 : 204;
  if (status === 405 || status === 204) headers.set('allow', methods);
  if (cookie !== undefined) headers.set('set-cookie', cookie);
  if (!body) return new Response(null, { status, headers });
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers });
}

function logError(error: unknown, source: 'origins'): void {
  // biome-ignore lint/suspicious/noConsole: a server that fails must not be silent
  console.error(failure(616, `${source} failed`).message, error);
}
