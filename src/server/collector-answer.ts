import type { CollectorSettings } from './collector-options.ts';

/** Why an event was not taken. Each is final: sending it again changes nothing. */
export type RejectionReason = 'schema' | 'too-large' | 'too-old' | 'from-the-future' | 'consent' | 'kind';

/** An event that was not taken. */
export interface Rejection {
  /** Its id, if it has one. */
  readonly id: string | null;
  /** Its place in the batch, from 0. */
  readonly index: number;
  readonly reason: RejectionReason;
  /** What was expected, and where. */
  readonly detail: string;
}

/** What became of a batch. */
export interface CollectorAnswer {
  readonly v: 1;
  /** New events that are now in the store. */
  readonly accepted: number;
  /** Events that were there already, or twice in the batch. 0 with a store that cannot tell. */
  readonly duplicates: number;
  readonly rejected: readonly Rejection[];
}

/** Why a whole batch was refused. */
export type RefusalName =
  | 'unreadable'
  | 'origin'
  | 'method'
  | 'slow'
  | 'too-large'
  | 'type'
  | 'rate'
  | 'unavailable';

const statuses = {
  unreadable: 400,
  origin: 403,
  method: 405,
  slow: 408,
  'too-large': 413,
  type: 415,
  rate: 429,
  unavailable: 503,
} as const satisfies Record<RefusalName, number>;

/** The refusal that a status stands for. */
export const refusalOf = (status: number): RefusalName =>
  (Object.keys(statuses) as RefusalName[]).find((name) => statuses[name] === status) ?? 'unreadable';

const methods = 'POST, OPTIONS';

/** Whether a page of another site may send: its origin if so, false if not, undefined when there is nothing to ask. */
export async function allowedOrigin(
  request: Request,
  ask: (origin: string) => boolean | PromiseLike<boolean>,
): Promise<string | false | undefined> {
  const origin = request.headers.get('origin');
  if (origin === null) return undefined;
  // Behind a proxy that ends TLS the address of the request has another scheme; what the browser says of the site then
  // counts, which no script can write (Fetch Metadata, section 2.2).
  const isOwn =
    origin !== 'null' &&
    (origin === new URL(request.url).origin || request.headers.get('sec-fetch-site') === 'same-origin');
  return isOwn || (await ask(origin)) === true ? origin : false;
}

/** The answer to a batch. */
export function answer(origin: string | undefined, body: CollectorAnswer): Response {
  return reply(origin, 200, { ...body });
}

/** The answer to the question whether a batch may be sent, and with which headers: a page that may send may bring its own. */
export function permit(origin: string | undefined, { headers: asked }: Request): Response {
  const headers = new Headers({ allow: methods, 'cache-control': 'no-store', vary: 'origin' });
  if (origin !== undefined) {
    allow(headers, origin);
    headers.set('access-control-allow-methods', methods);
    headers.set(
      'access-control-allow-headers',
      asked.get('access-control-request-headers') ?? 'content-type',
    );
    headers.set('access-control-max-age', '86400');
  }
  return new Response(null, { status: 204, headers });
}

/** A refusal of a whole batch. It says one word and nothing of what went wrong inside. */
export function refuse(origin: string | undefined, name: RefusalName, retryAfter?: number): Response {
  const response = reply(origin, statuses[name], { v: 1, error: name });
  if (name === 'method') response.headers.set('allow', methods);
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
  return response;
}

function reply(origin: string | undefined, status: number, body: object): Response {
  const headers = new Headers({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'origin',
  });
  if (origin !== undefined) {
    allow(headers, origin);
    // Else a page of another site cannot read how long to wait (Fetch, "CORS-safelisted response-header name").
    headers.set('access-control-expose-headers', 'retry-after');
  }
  return new Response(JSON.stringify(body), { status, headers });
}

/** With cookies too: an outbox with `credentials: 'include'` would see no answer to what is kept, and send it for ever. */
function allow(headers: Headers, origin: string): void {
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-allow-credentials', 'true');
}

/** Whether a page may send, by the option `origins`. */
export function askOrigins(
  { origins }: CollectorSettings,
  origin: string,
  request: Request,
): boolean | PromiseLike<boolean> {
  return typeof origins === 'function' ? origins(origin, request) : origins.includes(origin);
}
