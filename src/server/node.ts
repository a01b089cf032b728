/** Mounts a function from Request to Response in Express and in Node's own server. */
import { isolate } from '../events/isolate.ts';
import { failure } from '../internal/messages.ts';

/** The body as it arrives: that part of `IncomingMessage` which is needed, so that no types of Node are. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The whole path, where a router has cut `url`: Express. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket?: object | undefined;
  readonly readableEnded: boolean;
  /** What a middleware before made of the body. */
  readonly body?: unknown;
  on(event: string, listener: (value: Uint8Array & Error) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
}

/** The answer as it leaves: the part of `ServerResponse` that is needed. */
export interface NodeResponse {
  readonly headersSent: boolean;
  readonly writableFinished: boolean;
  writeHead(status: number, headers?: Record<string, string | string[]>): unknown;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  on(event: string, listener: () => void): unknown;
  once(event: string, listener: () => void): unknown;
}

/** Options of {@link toNodeHandler}. */
export interface NodeHandlerOptions {
  /**
   * Takes what the function throws, a missing response (SY-613), or what breaks its answer off; not that a visitor left. No
   * answer tells of it. Default: one line and the error on the console.
   */
  readonly onError?: ((error: unknown, request: Request) => void) | undefined;
}

/** Bytes of a refused body that are still taken off the line, so that the visitor can read the answer. */
const maxWaste = 1_048_576;

/** Milliseconds that this may take. */
const maxWait = 2_000;

const addresses = new WeakMap<Request, string>();

/**
 * The address that a request came from: a key for your rate limit. Behind a proxy it is the proxy's; use the header that the
 * proxy writes. Undefined for a request that did not come through {@link toNodeHandler}.
 */
export function addressOf(request: Request): string | undefined {
  return addresses.get(request);
}

/**
 * Gives the listener for `http.createServer`, and for a route of Express. The body is passed on as it comes, no faster than
 * it is read, and `request.signal` aborts when the visitor leaves. What is no request of the web is answered with 400; when
 * the function fails, with 500. Throws SY-612 when it is given no function.
 */
export function toNodeHandler(
  handle: (request: Request) => Response | PromiseLike<Response>,
  { onError = logError }: NodeHandlerOptions = {},
): (from: NodeRequest, to: NodeResponse) => Promise<void> {
  if (typeof handle !== 'function') throw failure(612, nameOf(handle));
  return async (from, to) => {
    const gone = new AbortController();
    to.on('close', () => {
      if (!to.writableFinished) gone.abort();
    });
    const body = hasBody(from) && !from.readableEnded ? bodyOf(from) : undefined;
    let request: Request;
    try {
      request = requestOf(from, body?.stream, gone.signal);
    } catch {
      // Nothing that the web knows, such as TRACE.
      giveUp(to, 400);
      return;
    }
    try {
      const response: unknown = await handle(request);
      if (!isResponse(response)) throw failure(613, `it gave ${nameOf(response)} instead of a Response`);
      await send(response, to, gone.signal);
      body?.stop();
      if (!from.readableEnded) waste(from);
    } catch (error) {
      // That a visitor left in the middle is nobody's failure.
      if (!gone.signal.aborted)
        isolate(
          () => onError(error, request),
          () => {},
        );
      giveUp(to, 500);
    }
  };
}

function giveUp(to: NodeResponse, status: number): void {
  if (to.headersSent) to.destroy();
  else {
    to.writeHead(status, { connection: 'close' });
    to.end();
  }
}

/** By what is needed of it: frameworks bring classes of their own. */
function isResponse(value: unknown): value is Response {
  const { status, headers } = (value ?? {}) as Partial<Response>;
  return typeof status === 'number' && typeof headers?.getSetCookie === 'function';
}

function nameOf(value: unknown): string {
  if (typeof (value as { handle?: unknown } | undefined | null)?.handle === 'function')
    return 'an object that has the function handle';
  return value === undefined ? 'nothing' : value === null ? 'null' : `a value of type ${typeof value}`;
}

function logError(error: unknown): void {
  const isOwn = error instanceof Error && error.message.startsWith('[smallyes] SY-613');
  // biome-ignore lint/suspicious/noConsole: a server that fails must not be silent
  if (isOwn) console.error(error.message);
  // biome-ignore lint/suspicious/noConsole: as above
  else console.error(failure(613, 'see the error').message, error);
}

function hasBody({ method = 'GET' }: NodeRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function requestOf(
  from: NodeRequest,
  body: ReadableStream<Uint8Array> | undefined,
  signal: AbortSignal,
): Request {
  const { encrypted, remoteAddress } = (from.socket ?? {}) as { encrypted?: boolean; remoteAddress?: string };
  const path = from.originalUrl ?? from.url ?? '/';
  // HTTP/2 names the host in a field of its own (RFC 9113, section 8.3.1).
  const name = from.headers[':authority'] ?? from.headers['host'] ?? 'localhost';
  const host = `${encrypted ? 'https' : 'http'}://${name}`;
  const headers = new Headers();
  // What begins with a colon belongs to HTTP/2 itself.
  for (const [name, value] of Object.entries(from.headers))
    if (value !== undefined && name[0] !== ':') for (const one of [value].flat()) headers.append(name, one);
  const init: RequestInit & { duplex: 'half' } = {
    method: from.method ?? 'GET',
    headers,
    signal,
    duplex: 'half',
    ...(hasBody(from) && { body: body ?? readAlready(from.body) }),
  };
  // `//host` would be another host, if it were resolved.
  const request = new Request(path[0] === '/' ? host + path : new URL(path).href, init);
  if (remoteAddress) addresses.set(request, remoteAddress);
  return request;
}

/** The body that a middleware has read, such as `express.json()`. */
function readAlready(body: unknown): BodyInit | null {
  if (body === undefined || body === null) return null;
  return typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
}

/** The body as a stream, and how to end it before it is read to its end. */
function bodyOf(from: NodeRequest) {
  let isOpen = true;
  const stop = () => {
    isOpen = false;
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        from.pause();
        from.on('data', (chunk) => {
          if (!isOpen) return;
          // A copy of its own: Node takes its buffers back.
          controller.enqueue(new Uint8Array(chunk));
          if ((controller.desiredSize ?? 0) <= 0) from.pause();
        });
        const fail = (error?: Error) => {
          if (!isOpen) return;
          isOpen = false;
          controller.error(error ?? new Error('The visitor left.'));
        };
        from.on('end', () => {
          if (!isOpen) return;
          isOpen = false;
          controller.close();
        });
        from.on('error', fail);
        from.on('close', () => fail());
      },
      pull() {
        from.resume();
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
  return { stream, stop };
}

/** Takes the rest of a body off the line without keeping it, and hangs up when there is much more. */
function waste(from: NodeRequest): void {
  let bytes = 0;
  const timer = setTimeout(() => from.destroy(), maxWait);
  const stop = () => clearTimeout(timer);
  from.on('data', (chunk) => {
    bytes += chunk.byteLength;
    if (bytes > maxWaste) from.destroy();
  });
  from.on('end', stop);
  from.on('close', stop);
  from.resume();
}

async function send(response: Response, to: NodeResponse, gone: AbortSignal): Promise<void> {
  // It closed while the function was at work, and never will again.
  if (gone.aborted) return response.body?.cancel();
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  to.writeHead(response.status, headers);
  const reader = response.body?.getReader();
  if (reader) {
    const closed = new Promise<'closed'>((resolve) => to.once('close', () => resolve('closed')));
    for (;;) {
      // The end first: what has been read already must not win over it for as long as there is more.
      const part = await Promise.race([closed, reader.read()]);
      if (part === 'closed') {
        await reader.cancel();
        return;
      }
      if (part.done) break;
      if (!to.write(part.value))
        await Promise.race([new Promise<void>((resolve) => to.once('drain', resolve)), closed]);
    }
  }
  to.end();
}
