// Pictures of every story on a phone and on a desk, in the light, the dark and the right-to-left look, into .shots/.
// `npm run shots -- poll` takes those whose id holds the word. Builds the static Storybook when there is none, or with
// `--build`.
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright';
import { browserFlags, findBrowser } from './find-browser.mjs';
import { run } from './run.mjs';

const site = path.resolve('storybook-static');
const out = '.shots';
const widths = [360, 1280];
const looks = {
  light: 'theme:light;direction:ltr',
  dark: 'theme:dark;direction:ltr',
  rtl: 'theme:light;direction:rtl',
};
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));

if (process.argv.includes('--build') || !existsSync(path.join(site, 'index.json'))) {
  await run(process.execPath, [
    'node_modules/storybook/dist/bin/dispatcher.js',
    'build',
    '-o',
    site,
    '--quiet',
  ]);
}

const { entries } = JSON.parse(await readFile(path.join(site, 'index.json'), 'utf8'));
const stories = Object.values(entries)
  .filter(
    ({ type, id }) => type === 'story' && (words.length === 0 || words.some((word) => id.includes(word))),
  )
  .map(({ id }) => id);

const server = createServer(serve).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const executablePath = findBrowser();
const browser = await chromium.launch({ args: browserFlags, ...(executablePath && { executablePath }) });

await mkdir(out, { recursive: true });
let taken = 0;
const failed = [];
for (const width of widths) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  for (const id of stories) {
    for (const [look, globals] of Object.entries(looks)) {
      try {
        await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
        await page.locator('body.sb-show-main').waitFor({ timeout: 10_000 });
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: path.join(out, `${id}.${look}.${width}.png`), fullPage: true });
        taken += 1;
      } catch (error) {
        failed.push(`${id} ${look} ${width}: ${error.message.split('\n')[0]}`);
      }
    }
  }
  await page.close();
}
await browser.close();
server.close();

for (const line of failed) console.error(line);
console.log(`shots: ${taken} pictures of ${stories.length} stories in ${out}/, ${failed.length} failed`);
if (failed.length > 0) process.exitCode = 1;

async function serve(request, response) {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
  };
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = path.join(site, path.normalize(decodeURIComponent(pathname)));
  try {
    const body = await readFile(file);
    response
      .writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
      .end(body);
  } catch {
    response.writeHead(404).end();
  }
}
