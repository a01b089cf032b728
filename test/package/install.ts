// Packs the package as it would be published and lays it out as an installation, once for all tests of this folder.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const exec = promisify(execFile);

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed file. */
    readonly tarball: string;
    /** A project with the package and React installed, without zod. */
    readonly consumer: string;
    /** The same, with zod. */
    readonly consumerWithZod: string;
  }
}

export default async function install(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist')) throw new Error('There is no dist: run `npm run build` first.');
  const folder = await mkdtemp(path.join(tmpdir(), 'smallyes-package-'));
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await exec('npm', pack, { shell: process.platform === 'win32' });
  const report: unknown = JSON.parse(stdout.slice(stdout.indexOf('[')));
  const tarball = path.join(folder, (report as [{ filename: string }])[0].filename);
  await exec('tar', ['-xzf', tarball, '-C', folder]);

  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: object };
  const react = ['react', 'react-dom', 'scheduler', 'csstype', '@types/react', '@types/react-dom'];
  const linked = [...react, ...Object.keys(dependencies)];
  const consumer = await layOut(path.join(folder, 'consumer'), linked);
  const consumerWithZod = await layOut(path.join(folder, 'consumer-with-zod'), [...linked, 'zod']);
  project.provide('tarball', tarball);
  project.provide('consumer', consumer);
  project.provide('consumerWithZod', consumerWithZod);
  return () => rm(folder, { recursive: true, force: true });
}

async function layOut(folder: string, linked: readonly string[]): Promise<string> {
  const modules = path.join(folder, 'node_modules');
  await mkdir(path.join(modules, '@types'), { recursive: true });
  await cp(path.join(folder, '..', 'package'), path.join(modules, 'smallyes'), { recursive: true });
  for (const name of linked) {
    await mkdir(path.dirname(path.join(modules, name)), { recursive: true });
    await symlink(path.resolve('node_modules', name), path.join(modules, name), 'junction');
  }
  await cp('test/package/consumer', folder, { recursive: true });
  return folder;
}
