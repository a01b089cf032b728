import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Answers a request of node:http, and so one of Express, with a function from Request to Response. */
export async function bridge(
  handle: (request: Request) => Promise<Response>,
  from: IncomingMessage,
  to: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  to.on('close', () => gone.abort());
  try {
    const headers = Object.entries(from.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const request = new Request(`http://localhost${from.url}`, {
      method: from.method ?? 'GET',
      headers,
      signal: gone.signal,
    });
    const response = await handle(request);
    to.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), to);
    else to.end();
  } catch {
    // The visitor left, the storage broke off, or the request was none that the web knows, such as TRACE.
    if (to.headersSent) to.destroy();
    else to.writeHead(400).end();
  }
}
