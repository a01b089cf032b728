import { execFile } from 'node:child_process';
import path from 'node:path';
import { publint } from 'publint';
import { expect, inject, it } from 'vitest';
import { entries } from './entries.ts';

it('publint finds nothing to say', async () => {
  const pkgDir = path.join(inject('consumer'), 'node_modules', 'smallyes');
  const { messages } = await publint({ pkgDir, strict: true, pack: false });
  expect(messages).toEqual([]);
});

it('the types are right for every entry under every resolution of ES modules', async () => {
  const styles = entries.filter(({ name }) => name.endsWith('.css')).map(({ subpath }) => subpath);
  const cli = 'node_modules/@arethetypeswrong/cli/dist/index.js';
  const options = [
    '--profile',
    'esm-only',
    '--no-definitely-typed',
    '--no-color',
    '--no-emoji',
    '-f',
    'ascii',
  ];
  const output = await new Promise<{ code: number; text: string }>((resolve) => {
    execFile(
      process.execPath,
      [cli, inject('tarball'), ...options, '--exclude-entrypoints', ...styles],
      (error, stdout, stderr) => resolve({ code: error ? 1 : 0, text: stdout + stderr }),
    );
  });
  expect(output.code, output.text).toBe(0);
});

it('names the file of no tracker as its product names its script: content blockers stop those, and with it every ask of a page', () => {
  const files = entries
    .filter(({ name }) => name.startsWith('smallyes/trackers/'))
    .map(({ output }) => output);
  expect(files).toContain('./dist/trackers/to-plausible.js');
  expect(files.filter((file) => !/\/to-[a-z0-9-]+\.js$/.test(file))).toEqual([]);
});
