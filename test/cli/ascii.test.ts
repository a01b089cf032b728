import { expect, it } from 'vitest';
import { asciiCss, asciiHtml, asciiJson } from '../../src/cli/ascii.ts';

const words = 'Ő, “yes” 🎉';

it('writes every other letter as the format does, and leaves ASCII alone', () => {
  expect(asciiJson(JSON.stringify(words))).toBe('"\\u0150, \\u201cyes\\u201d \\ud83c\\udf89"');
  expect(JSON.parse(asciiJson(JSON.stringify(words)))).toBe(words);
  expect(asciiHtml(words)).toBe('&#x150;, &#x201c;yes&#x201d; &#x1f389;');
  expect(asciiCss(`content: '${words}'`)).toBe("content: '\\150 , \\201c yes\\201d  \\1f389 '");
  expect([asciiJson, asciiHtml, asciiCss].map((write) => write('{"a": 1}\t~\u007f\n'))).toEqual(
    Array(3).fill('{"a": 1}\t~\u007f\n'),
  );
});
