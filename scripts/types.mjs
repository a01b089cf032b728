// Type check: the whole repository, the build's own (stricter) project, and the guards that keep a folder free of
// browser globals. Every tsconfig.json below src/ is a project.
import { globSync } from 'node:fs';
import { run, tsc } from './run.mjs';

const projects = ['tsconfig.json', ...globSync('src/**/tsconfig.json').sort()];
for (const project of projects) await run(process.execPath, [tsc, '--noEmit', '-p', project]);
console.log(`types: ${projects.length} projects, no errors`);
