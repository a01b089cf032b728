// Packs the package and uses it as a stranger would: each example is copied out of the repository, installed with the
// packed file, built, type checked, started, and visited in Chromium. `npm run test:pack -- astro` takes one of them.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { astro } from './pack/apps/astro.mjs';
import { next } from './pack/apps/next.mjs';
import { reactRouter } from './pack/apps/react-router.mjs';
import { vite } from './pack/apps/vite.mjs';
import { article } from './pack/checks/article.mjs';
import { development } from './pack/checks/development.mjs';
import { returns } from './pack/checks/returns.mjs';
import { npm } from './pack/processes.mjs';
import { check, conclude } from './pack/report.mjs';
import { openBrowser } from './pack/visitor.mjs';
import { visitsTo } from './pack/visits.mjs';

/** The slowest first: the others run meanwhile. */
const all = [next, astro, reactRouter, vite];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.some((app) => app.name === name));
if (unknown.length > 0) {
  console.error(`No example ${unknown.join(', ')}. Examples: ${all.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const apps = all.filter(({ name }) => asked.length === 0 || asked.includes(name));

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = await mkdtemp(path.join(tmpdir(), 'smallyes-pack-'));
try {
  const tarball = await check('package', 'builds and packs', pack, 'build');
  const browser = tarball && (await check('package', 'a browser starts', openBrowser));
  if (browser) {
    const visitors = { browser, schema: await loadSchema() };
    await Promise.all(apps.map((app) => use(app, tarball, visitors)));
    await browser.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
conclude(apps.map(({ name }) => name));

async function pack() {
  await npm(['run', 'build'], process.cwd());
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const output = await npm(args, process.cwd());
  const [{ filename }] = JSON.parse(output.slice(output.indexOf('[')));
  return path.join(folder, filename);
}

/** Everything that is checked of one app. */
async function use(app, tarball, visitors) {
  const { name } = app;
  const home = path.join(folder, `${name}-app`);
  const script = (script) => check(name, `npm run ${script}`, () => npm(['run', script], home), script);
  if (!(await check(name, 'installs with the packed file', () => layOut(home, tarball), 'install'))) return;
  if (!(await script('build'))) return;

  const types = app.buildChecksTypes ? undefined : script('types');
  await serve('the server starts', app.start, async (visits) => {
    const others = async () => {
      for (const group of app.checks) await group(visits);
      // Both write what the framework generates.
      await types;
      await serve('the development server starts', app.develop, development);
    };
    // Visits mostly wait, so several go at once.
    await Promise.all([article(visits), returns(visits), others()]);
  });
  await types;

  async function serve(title, start, look) {
    const site = await check(name, title, () => start(home));
    if (!site) return;
    try {
      await look(visitsTo(app, home, site.origin, visitors));
    } finally {
      await site.close();
    }
  }
}

/** A folder of its own, outside the repository, that has everything installed. */
async function layOut(home, tarball) {
  const source = path.join('examples', path.basename(home));
  const made = /[\\/](node_modules|dist|build|\.next|\.astro|\.react-router|next-env\.d\.ts)$/;
  await cp(source, home, { recursive: true, filter: (file) => !made.test(file) });
  const manifest = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
  manifest.dependencies.smallyes = `file:${tarball}`;
  await writeFile(path.join(home, 'package.json'), JSON.stringify(manifest, undefined, 2));
  // The cache of npm is shared, and asked first.
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'], home);
}

/** The published schema, which also knows the example's own kind. */
async function loadSchema() {
  const { createEventSchema } = await import('smallyes/events/schema');
  const z = await import('zod/mini');
  return createEventSchema({ kinds: { 'checklist.copy': z.object({ items: z.int() }) } });
}
