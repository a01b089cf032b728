// Builds dist/: one ES module and one declaration file per source file, and the stylesheets, each flattened into one
// file. No bundler: what is imported is what is loaded, and 'use client' stays where it was written.
import { globSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { flattenCss } from './css.mjs';
import { run, tsc } from './run.mjs';

await rm('dist', { recursive: true, force: true });
await run(process.execPath, [tsc, '-p', 'src']);
// The two parts that know Node, so that no other part is compiled with Node's globals in sight.
for (const part of ['src/server/writers/ndjson', 'src/cli']) await run(process.execPath, [tsc, '-p', part]);
// npm does so as it installs; not everyone installs with npm.
await chmod('dist/cli/index.js', 0o755);

const sheets = globSync('src/**/*.css').sort();
for (const sheet of sheets) {
  const target = path.join('dist', path.relative('src', sheet));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, await flattenCss(sheet));
  // One for each: where two imports lead to one file, a linter takes the second away.
  await writeFile(`${target}.d.ts`, 'export {};\n');
}
// Late, because the pages of asks read the texts and kinds that were compiled above.
const { writeGuides } = await import('./guides/write.mjs');
const pages = await writeGuides('dist');
console.log(
  `build: dist/ with ${globSync('dist/**/*.js').length} modules, ${sheets.length} stylesheets and ${pages} guides`,
);
