import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { rolldown } from 'rolldown';
import type { TestProject } from 'vitest/node';
import { browserFlags, findBrowser } from '../../../scripts/find-browser.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens, and the folder of the pages' programs. */
    clients: { readonly browser: string; readonly bundles: string };
  }
}

/** Bundles the pages with the real clients once, and starts one browser for all test files. */
export default async function setup(project: TestProject) {
  const bundles = await mkdtemp(path.join(tmpdir(), 'smallyes-clients-'));
  const executablePath = findBrowser();
  await bundle(bundles);
  const browser = await chromium.launchServer({
    args: browserFlags,
    ...(executablePath && { executablePath }),
  });
  project.provide('clients', { browser: browser.wsEndpoint(), bundles });
  return async () => {
    await browser.close();
    await rm(bundles, { recursive: true, force: true });
  };
}

async function bundle(dir: string): Promise<void> {
  const build = await rolldown({
    input: globSync('test/trackers/clients/pages/*.ts'),
    platform: 'browser',
    resolve: { conditionNames: ['smallyes-source', 'import', 'browser', 'module', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'self',
        resolveId(source) {
          return /^smallyes\//.test(source) ? this.resolve(source, `${process.cwd()}/package.json`) : null;
        },
      },
    ],
    // Other people's code: not ours to mend.
    logLevel: 'silent',
  });
  await build.write({ dir, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' });
  await build.close();
}
