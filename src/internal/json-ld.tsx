import type { JSX } from 'react';

/** A value as JSON-LD holds it. */
export type JsonLdValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonLdValue[]
  | { readonly [key: string]: JsonLdValue };

/** An object of JSON-LD. */
export type JsonLdObject = { readonly [key: string]: JsonLdValue };

/**
 * Writes markup for search engines into server-rendered HTML. In a browser it renders an empty, hidden element and leaves
 * what was served as it is: a script made by a client breaks Trusted Types, and what a visitor does must not change what
 * the page tells search engines.
 */
export function renderJsonLd(data: JsonLdObject): JSX.Element {
  if (typeof document === 'object')
    // An empty text, not no children: React then takes over the element without looking into it.
    return (
      <span hidden suppressHydrationWarning>
        {''}
      </span>
    );
  const __html = `<script type="application/ld+json">${escapeJson(data)}</script>`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped below, and only on a server
  return <span hidden suppressHydrationWarning dangerouslySetInnerHTML={{ __html }} />;
}

/** JSON that can neither end the script element nor break a parser that reads it as JavaScript. */
function escapeJson(data: JsonLdObject): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
