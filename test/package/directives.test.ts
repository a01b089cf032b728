import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { clientNeeds, isClientModule } from './directives.ts';
import { serverSafeEntries } from './entries.ts';
import { importsOf } from './import-rules.ts';

it('every emitted module that needs the browser starts with the client directive', () => {
  const modules = globSync('dist/**/*.js');
  expect(modules.length).toBeGreaterThan(0);
  const bare = modules.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const needs = isClientModule(source) ? [] : clientNeeds(source);
    return needs.length > 0 ? [`${file}: ${needs.join(', ')}`] : [];
  });
  expect(bare).toEqual([]);
});

it.each(serverSafeEntries)('$name reaches no client module', ({ output }) => {
  const reached = new Set<string>();
  const reach = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { specifier } of importsOf(file, readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.')) reach(path.join(path.dirname(file), specifier));
    }
  };
  reach(path.normalize(output));
  expect([...reached].filter((file) => isClientModule(readFileSync(file, 'utf8')))).toEqual([]);
});

it.each([
  ['const [open] = useState(false);', ['useState']],
  ['const box = React.useRef(null);', ['useRef']],
  ["import { use } from 'react'; const value = use(Context);", ['use']],
  ["import { createContext } from 'react'; export const C = createContext(null);", ['createContext']],
  ['_jsx("button", { onClick: press });', ['onClick']],
  ['_jsx(Poll, { onCommit: tell }); user(); use(5);', []],
])('%s needs %j', (source, needs) => {
  expect(clientNeeds(source)).toEqual(needs);
});

it('knows the directive only as the first statement', () => {
  expect(isClientModule("'use client';\nimport 'react';")).toBe(true);
  expect(isClientModule("import 'react';\n'use client';")).toBe(false);
});
