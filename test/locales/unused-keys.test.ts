import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { labelReads } from './label-reads.ts';

const root = path.resolve(import.meta.dirname, '../..').replaceAll('\\', '/');

it('proto', { timeout: 60_000 }, () => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} };
  const config = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, {}, host);
  if (!config) throw new Error('no tsconfig.json');
  const files = config.fileNames.filter((file) => file.startsWith(`${root}/src/`));
  const program = ts.createProgram(files, config.options);
  const reads = labelReads(program, `${root}/src/locales/catalogue.ts`);
  expect(reads.length).toBeGreaterThan(300);
  expect(reads.filter(({ isRead }) => !isRead).map(({ text }) => text)).toEqual([]);
});
