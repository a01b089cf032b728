import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { type HandleDocumentRequestFunction, ServerRouter } from 'react-router';

export const streamTimeout = 5_000;

/** Renders a page, with a nonce for the scripts that React Router writes into it. */
const handleRequest: HandleDocumentRequestFunction = (request, status, headers, context) =>
  new Promise((resolve, reject) => {
    // Vite's development server writes inline styles and scripts of its own.
    const nonce = import.meta.env.PROD ? randomUUID() : undefined;
    const isBot = isbot(request.headers.get('user-agent'));
    let statusCode = status;
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={context} url={request.url} {...(nonce && { nonce })} />,
      {
        nonce,
        // Search engines wait for the whole page, visitors see its beginning first.
        [isBot ? 'onAllReady' : 'onShellReady']() {
          const body = new PassThrough();
          headers.set('content-type', 'text/html');
          if (nonce) headers.set('content-security-policy', policy(nonce));
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: statusCode }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          statusCode = 500;
          console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });

export default handleRequest;

function policy(nonce: string) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
