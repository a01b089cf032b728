// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { asksSaying } from './hostile.tsx';

const texts = [
  '<img src=x onerror="globalThis.hacked=1">',
  '"><script>globalThis.hacked=1</script>',
  "' onmouseover='globalThis.hacked=1",
  '</textarea></title></style><svg onload=globalThis.hacked=1>',
  '&lt;b&gt; &amp;lt;script&amp;gt;',
  '{{constructor.constructor("globalThis.hacked=1")()}}',
  '$' + '{globalThis.hacked=1}',
  '\u202Eevil\u202C \u0000 \uD800',
];
const cases = texts.flatMap((text) => asksSaying(text).map(([name, ask]) => [name, text, ask] as const));

/** What no text may bring into the page. */
function foreign(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const handlers = element.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$/.test(name));
    const isForeign = /^(script|img|iframe|object|embed|b|base|meta|style)$/i.test(element.tagName);
    return isForeign || handlers.length ? [element.outerHTML] : [];
  });
}

beforeEach(forgetMessages);

describe('a hostile text in every prop that a visitor reads', () => {
  it.each(cases)('of %s stands there as text, rendered on a server: %j', (_name, text, ask) => {
    const html = renderToString(<CommitmentProvider>{ask}</CommitmentProvider>);
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(foreign(page.body)).toEqual([]);
    const plain = text.replace('\u0000', '').replace('\uD800', '').trim();
    if (plain === text) expect(page.body.textContent).toContain(text);
  });

  it.each(cases)('of %s stands there as text, rendered in a browser: %j', (_name, text, ask) => {
    const { container } = render(<CommitmentProvider>{ask}</CommitmentProvider>);
    expect(foreign(container)).toEqual([]);
    expect(container.textContent).toContain(text);
    expect('hacked' in globalThis).toBe(false);
  });
});
