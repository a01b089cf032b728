import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { derivedTokens } from '../../stories/guides/blocks/derived-tokens.ts';

it('the guide "Theming" lists the derived tokens of the stylesheet, each once and no other', () => {
  const base = readFileSync('src/styles/base.css', 'utf8');
  const derived =
    /:where\(\s*:root,\s*\[data-sy-theme\],\s*\[data-sy-ask\][^)]*\) \{([^}]*)\}/.exec(base)?.[1] ?? '';
  const names = [...derived.matchAll(/^ *(--sy-[a-z][a-z-]*):/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(Object.keys(derivedTokens).sort()).toEqual(names.sort());
});
