// @vitest-environment jsdom
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { links } from './hostile.tsx';

/** Every address of the markup, resolved as a browser would. */
function addressesOf(html: string): { text: string; url: URL; element: Element }[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('*')].flatMap((element) =>
    ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc', 'data'].flatMap((name) => {
      const text = element.getAttribute(name);
      return text === null ? [] : [{ text, url: new URL(text, 'https://shop.example/'), element }];
    }),
  );
}

const show = (element: React.ReactElement) =>
  renderToString(<CommitmentProvider>{element}</CommitmentProvider>);

/** What some forms tell once their address is left out. */
const leadNowhere = ['SY-1422', 'SY-1445', 'SY-1522', 'SY-1531'];

beforeEach(forgetMessages);

describe.each(links)('%s', (_name, make) => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://shop.example/1',
  ])('leaves out %j', (url) => {
    const html = show(make(url));
    const others = addressesOf(html).filter(({ url }) => !['https:', 'mailto:'].includes(url.protocol));
    expect(others.map(({ text }) => text)).toEqual([]);
    expect(html).not.toContain('alert(1)');
    // A render on a server tells of no fallback, and the dialog's own form comes later.
    if (!/ fallback$|^ContactDialog action$/.test(_name)) expectConsole('warn', 'SY-110');
    for (const code of leadNowhere)
      if (consoleOutput().some((line) => line.includes(code))) expectConsole('warn', code);
  });

  it.each(['/next', 'https://other.example/next', 'next?a=b:c'])('lets %s pass', (url) => {
    const found = addressesOf(show(make(url)));
    // The dialog's own form comes with the visitor's first turn to it.
    if (_name === 'ContactDialog action') expect(found.map(({ text }) => text)).not.toContain('javascript:');
    else expect(found.map(({ text }) => text)).toContain(url);
  });
});

it('a link that opens another tab gives it no way back', () => {
  const opened = links.flatMap(([, make]) =>
    addressesOf(show(make('/next'))).filter(({ element }) => element.getAttribute('target') === '_blank'),
  );
  expect(opened.length).toBeGreaterThan(0);
  for (const { element } of opened) expect(element.getAttribute('rel')).toContain('noopener');
});
