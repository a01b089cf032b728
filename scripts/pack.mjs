// Packs the package and uses it as a stranger would: each example is copied out of the repository, installed with the
// packed file, type checked, built, started, and visited in Chromium. `npm run test:pack -- vite` takes one of them.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNext } from './pack/next.mjs';
import { npm } from './pack/processes.mjs';
import { check, conclude } from './pack/report.mjs';
import { openBrowser } from './pack/visitor.mjs';
import { checkVite } from './pack/vite.mjs';

const examples = { vite: checkVite, next: checkNext };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(examples, name));
if (unknown.length > 0) {
  console.error(`No example ${unknown.join(', ')}. Examples: ${Object.keys(examples).join(', ')}.`);
  process.exit(1);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = await mkdtemp(path.join(tmpdir(), 'smallyes-pack-'));
try {
  const tarball = await check('the package builds and packs', pack);
  const browser = tarball && (await check('a browser starts', openBrowser));
  if (browser) {
    for (const [name, checkExample] of Object.entries(examples)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      const app = await layOut(name, tarball);
      if (app) await checkExample(browser, app, await loadSchema());
    }
    await browser.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
conclude();

async function pack() {
  await npm(['run', 'build'], process.cwd());
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const output = await npm(args, process.cwd());
  const [{ filename }] = JSON.parse(output.slice(output.indexOf('[')));
  return path.join(folder, filename);
}

/** An example as a folder of its own that has everything installed; undefined when that fails. */
async function layOut(name, tarball) {
  const app = path.join(folder, `${name}-app`);
  const source = path.join('examples', `${name}-app`);
  const made = /[\\/](node_modules|dist|\.next|next-env\.d\.ts)$/;
  const isReady =
    (await check(`${name}: installs with the packed file`, async () => {
      await cp(source, app, { recursive: true, filter: (file) => !made.test(file) });
      const manifest = JSON.parse(await readFile(path.join(app, 'package.json'), 'utf8'));
      manifest.dependencies.smallyes = `file:${tarball}`;
      await writeFile(path.join(app, 'package.json'), JSON.stringify(manifest, undefined, 2));
      await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'], app);
    })) &&
    (await check(`${name}: type checks, strictly`, async () => void (await npm(['run', 'types'], app)))) &&
    (await check(`${name}: builds`, async () => void (await npm(['run', 'build'], app))));
  return isReady && app;
}

/** The published schema, which also knows the example's own kind. */
async function loadSchema() {
  const { createEventSchema } = await import('smallyes/events/schema');
  const z = await import('zod/mini');
  return createEventSchema({ kinds: { 'checklist.copy': z.object({ items: z.int() }) } });
}
