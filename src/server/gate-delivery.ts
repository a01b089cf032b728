import { failure } from '../internal/messages.ts';
import type { Grant } from './gate-grant.ts';

/** A stream of the web: the platform's own, or that of `node:stream/web`, whose types differ. Its pieces are bytes. */
export interface ByteStream {
  readonly locked: boolean;
  getReader(): object;
  cancel(reason?: unknown): PromiseLike<void>;
}

/** What a stream function may give. A Response, usually that of `fetch`, keeps its status, type, length and ranges. */
export type GateSource = Response | ByteStream | Blob | ArrayBuffer | Uint8Array | string;

/** A magnet whose bytes pass through your server, so that nobody learns where they lie. */
export interface GateStream {
  /**
   * Gives the bytes. Runs only after the grant was found good. `request` is the visitor's own, with `Range`; hand on what
   * your storage may know of it with {@link passOn}.
   */
  readonly stream: (grant: Grant, request: Request) => GateSource | PromiseLike<GateSource>;
  /** Under which name it is saved, such as `12 points.pdf`. Default: what the storage says, else the browser decides. */
  readonly fileName?: string | undefined;
  /** Its media type, such as `application/pdf`. Default: what the storage says, else `application/octet-stream`. */
  readonly type?: string | undefined;
  /** Whether it is shown in the browser, as a video or a PDF may be, and not saved. Default false. */
  readonly inline?: boolean | undefined;
  /** Seconds until a grant for it ends. Default: that of the gate. */
  readonly expiresIn?: number | undefined;
  readonly redirect?: never;
}

/** A magnet that lies at an address of its own, best one that ends soon. */
export interface GateRedirect {
  /** Gives the address: absolute, http or https. Runs only after the grant was found good. */
  readonly redirect: (grant: Grant, request: Request) => string | URL | PromiseLike<string | URL>;
  /** Seconds until a grant for it ends. Default: that of the gate. */
  readonly expiresIn?: number | undefined;
  readonly stream?: never;
  readonly fileName?: never;
  readonly type?: never;
  readonly inline?: never;
}

/** What a grant opens. */
export type GateMagnet = GateStream | GateRedirect;

/** The part of a visitor's request that your storage may know: the second argument of `fetch`. */
export interface PassedOn {
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

const passedOn = ['range', 'if-range', 'if-none-match', 'if-modified-since'];

/**
 * What to hand on to the storage: the method, ranges and conditions (RFC 9110, sections 13 and 14) and the signal that
 * tells when the visitor leaves. No cookie, no grant, no address of the visitor.
 *
 * ```ts
 * stream: (_grant, request) => fetch(privateUrl, passOn(request))
 * ```
 */
export function passOn(request: Request): PassedOn {
  // Compressed on the way, a part would no longer be the part that was asked for.
  const headers = new Headers({ 'accept-encoding': 'identity' });
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return { method: request.method, headers, signal: request.signal };
}

/**
 * The answer of a magnet, its body untouched and unread, so it flows as it comes and stops when the visitor leaves.
 * Throws when the storage fails.
 */
export async function deliver(
  name: string,
  magnet: GateMagnet,
  grant: Grant,
  request: Request,
): Promise<Response> {
  if (magnet.redirect) {
    const location = readAddress(name, await magnet.redirect(grant, request));
    return new Response(null, { status: 303, headers: { location } });
  }
  const source = await magnet.stream(grant, request);
  const answer = isResponse(source) ? source : plainAnswer(name, source);
  // 304, 412 and 416 answer conditions and ranges; they have no body worth a grant.
  if (!answer.ok && ![304, 412, 416].includes(answer.status)) {
    discard(answer);
    throw failure(605, name, `its storage answered ${answer.status}`);
  }
  const isBare = request.method === 'HEAD' || !answer.ok;
  if (isBare) discard(answer);
  return new Response(isBare ? null : answer.body, {
    status: answer.status,
    headers: headersOf(answer, magnet),
  });
}

/** Lets go of a body that nobody will read. */
export function discard(answer: Response): void {
  if (!answer.body?.locked) answer.body?.cancel().catch(() => {});
}

// Only what describes the bytes. Cookies, server names and storage ids of the private address stay behind.
const kept = [
  'accept-ranges',
  'content-disposition',
  'content-language',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
];

function headersOf(answer: Response, { fileName, type, inline }: GateStream): Headers {
  const headers = new Headers();
  const keep = (name: string) => {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  };
  kept.forEach(keep);
  // `fetch` has unpacked a compressed body but left its headers as they were: the length would be that of the packed one.
  const isUnpacked = answer.url !== '' && answer.headers.has('content-encoding');
  if (!isUnpacked) ['content-encoding', 'content-length'].forEach(keep);
  if (type && !headers.get('content-type')?.startsWith('multipart/byteranges'))
    headers.set('content-type', type);
  if (!headers.has('content-type')) headers.set('content-type', 'application/octet-stream');
  const isNamed = fileName !== undefined || inline !== undefined || !headers.has('content-disposition');
  if (isNamed) headers.set('content-disposition', disposition(inline ? 'inline' : 'attachment', fileName));
  return headers;
}

/**
 * The value of Content-Disposition (RFC 6266): the name in plain ASCII for old clients, and in full as `filename*`
 * (RFC 8187) where that differs. No quote, backslash, percent sign, path or line break gets into the plain one.
 */
export function disposition(kind: 'attachment' | 'inline', fileName: string | undefined): string {
  const name = fileName?.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\p{Cc}/\\]/gu, '_');
  if (!name) return kind;
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\%/]/gu, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${full}`}`;
}

function readAddress(name: string, value: unknown): string {
  let address: URL | undefined;
  try {
    address = new URL(String(value));
  } catch {
    // Told below, without the value: it may carry a signature.
  }
  if (!address || !/^https?:$/.test(address.protocol))
    throw failure(605, name, 'its redirect is no absolute http or https address');
  return address.href;
}

function plainAnswer(name: string, source: unknown): Response {
  const length = lengthOf(source);
  const isStream = typeof (source as ReadableStream | null | undefined)?.getReader === 'function';
  if (length === undefined && !isStream)
    throw failure(605, name, 'its stream function gave no Response, stream, Blob, bytes or text');
  // Response takes the type of a Blob and of a text by itself.
  const answer = new Response(source as BodyInit);
  if (length !== undefined) answer.headers.set('content-length', String(length));
  return answer;
}

function lengthOf(source: unknown): number | undefined {
  if (typeof source === 'string') return new TextEncoder().encode(source).length;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source.byteLength;
  return source instanceof Blob ? source.size : undefined;
}

/** By its shape, since frameworks bring classes of their own. */
function isResponse(source: unknown): source is Response {
  const { status, headers } = (source ?? {}) as Partial<Response>;
  return typeof status === 'number' && typeof headers?.get === 'function';
}
