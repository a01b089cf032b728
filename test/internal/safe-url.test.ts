import { describe, expect, it } from 'vitest';
import { isSafeUrl } from '../../src/internal/safe-url.ts';

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
});
