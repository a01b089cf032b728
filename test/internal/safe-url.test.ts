import { describe, expect, it } from 'vitest';
import { isSafeUrl } from '../../src/internal/safe-url.ts';
import { createRandom } from '../events/random.ts';

describe('isSafeUrl', () => {
  it.each([
    'https://example.org/a?b#c',
    'HTTP://example.org',
    '//example.org/a',
    ' \n https://example.org',
    '/vote',
    'vote?next=a:b',
    '#talk',
    '?a=b:c',
    'a/b:c',
    '',
    'mailto:ada@example.org',
    'tel:+431234',
  ])('lets %j pass', (url) => {
    expect(isSafeUrl(url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript\r:alert(1)',
    '\u0000javascript:alert(1)',
    '\u0001\u001fjavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'intent:#Intent;end',
  ])('stops %j', (url) => {
    expect(isSafeUrl(url)).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:,x',
    '/vote',
    'a/b:c',
  ])('agrees with the platform about %j', (url) => {
    const { protocol } = new URL(url, 'https://example.org/');
    expect(isSafeUrl(url)).toBe(['https:', 'http:', 'mailto:', 'tel:'].includes(protocol));
  });

  it('lets nothing pass that the platform takes for another scheme, of 20,000 random addresses', () => {
    const random = createRandom(5);
    const pieces = [
      ...[
        'javascript',
        'JAVAscript',
        'data',
        'vbscript',
        'blob',
        'file',
        'http',
        'https',
        'mailto',
        'view-source',
      ],
      ...[
        ':',
        ':',
        '/',
        '//',
        '\\',
        '?',
        '#',
        '@',
        '.',
        '%3A',
        '&colon;',
        'x',
        ' ',
        '\t',
        '\n',
        '\r',
        '\0',
        '\u0001',
      ],
      ...['\u001f', '\u007f', '\u00a0', '\u2028', '\ufeff', '\u200b', '\ud800', '：'],
    ];
    let passed = 0;
    for (let i = 0; i < 20_000; i++) {
      const url = Array.from({ length: 1 + random.below(7) }, () => random.pick(pieces)).join('');
      if (!isSafeUrl(url) || !URL.canParse(url, 'https://example.org/')) continue;
      passed++;
      const { protocol } = new URL(url, 'https://example.org/');
      expect(['https:', 'http:', 'mailto:', 'tel:'], JSON.stringify(url)).toContain(protocol);
    }
    expect(passed).toBeGreaterThan(2_000);
  });

  it.each([null, undefined, 7, {}, [], new URL('https://example.org')])('throws at nothing: %s', (url) => {
    expect(isSafeUrl(url as string)).toBe(true);
  });

  it('judges an object by what the page would make of it', () => {
    expect(isSafeUrl({ toString: () => 'javascript:alert(1)' } as never)).toBe(false);
  });
});
