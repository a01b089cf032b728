// Compares the asks and the emitter with hand-written baselines: `npm run bench`. All pages are measured in
// turn, again and again, in one run of one browser, because these figures only mean something as ratios:
// machines are noisy. Writes the table into the guide.

import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { rolldown } from 'rolldown';
import { browserFlags, findBrowser } from './find-browser.mjs';

const rounds = Number(process.argv[2] ?? 15);
const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'floor',
  'native-poll',
  'poll',
  'native-rating',
  'rating',
  'native-emit',
  'emit',
  'emit-trackers',
];

const code = Object.fromEntries(await Promise.all(pages.map(async (page) => [page, await bundle(page, [])])));
const weight = Object.fromEntries(
  await Promise.all(
    pages.map(async (page) => [page, gzipSync(await bundle(page, [/^react/]), { level: 9 }).length]),
  ),
);
const css = readFileSync(`${root}dist/styles/styles.css`);

const server = createServer((request, response) => {
  const page = request.url.slice(1).replace('.js', '');
  const isScript = request.url.endsWith('.js');
  response.setHeader(
    'content-type',
    isScript ? 'text/javascript' : request.url === '/css' ? 'text/css' : 'text/html',
  );
  if (isScript) response.end(code[page]);
  else if (page === 'css') response.end(css);
  else
    response.end(
      `<!doctype html><title>${page}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/css"><body><script type="module" src="/${page}.js"></script>`,
    );
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
const samples = Object.fromEntries(
  pages.map((page) => [page, { load: [], mount: [], click: [], commits: [], emit: [], cpu: [] }]),
);

for (let round = 0; round < rounds; round++) {
  for (const name of pages) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const cpu = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find(({ name: metric }) => metric === 'TaskDuration').value * 1000;
    };
    await page.goto('about:blank');
    const before = await cpu();
    await page.goto(`${origin}/${name}`, { waitUntil: 'load' });
    await page.waitForFunction('window.bench');
    samples[name].load.push((await cpu()) - before);
    if (name.includes('emit')) {
      await page.evaluate('bench.emit(2000)');
      const idle = await cpu();
      samples[name].emit.push(await page.evaluate('bench.emit(500)'));
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))');
      samples[name].cpu.push((((await cpu()) - idle) * 1000) / 500);
    } else if (name !== 'floor') {
      const click = await page.evaluate('bench.click(1)');
      samples[name].click.push(click.ms);
      samples[name].commits.push(click.commits);
      await page.evaluate('bench.unmount()');
      // Warm, as on a page that has rendered before: a cold engine measures its compiler.
      await page.evaluate('for (let i = 0; i < 3; i++) { bench.mount(100); bench.unmount(); }');
      samples[name].mount.push(await page.evaluate('bench.mount(100)'));
    }
    await context.close();
  }
}
await browser.close();
server.close();

const serverRender = await measureServerRender();
const at = (name, figure) => median(samples[name][figure]);
const load = (name) => at(name, 'load') - at('floor', 'load');
const rows = [
  ['poll', 'native-poll', 'poll'],
  ['rating', 'native-rating', 'rating'],
].map(([label, native, ours]) =>
  [
    label,
    `${weight[native] - weight.floor} B · ${kilo(weight[ours] - weight.floor)}`,
    `${load(native).toFixed(1)} · ${load(ours).toFixed(1)}`,
    `${at(native, 'mount').toFixed(1)} · ${at(ours, 'mount').toFixed(1)}`,
    ratio(at(ours, 'mount'), at(native, 'mount')),
    `${at(native, 'click').toFixed(2)} · ${at(ours, 'click').toFixed(2)}`,
    `${at(native, 'commits')} · ${at(ours, 'commits')}`,
    ratio(serverRender[ours], serverRender[native]),
  ].join(' | '),
);
const table = `<!-- Written by \`npm run bench\`; do not edit. -->

Hand-written · smallyes, medians of ${rounds} rounds, all pages in turn in one run of ${browser.version()} on ${process.arch} ${process.platform}. Bytes: gzip, without React. Load: main-thread milliseconds over a page with React alone. The rating and the poll each with the provider.

| ask | JavaScript | load over floor, ms | 100 mounts, ms | ratio | click, ms | React commits per click | server render, ratio |
|---|--:|--:|--:|--:|--:|--:|--:|
| ${rows.join(' |\n| ')} |

| emitting one event | in the handler, µs | main thread in all, µs |
|---|--:|--:|
| hand-written beacon queue (${weight['native-emit'] - weight.floor} B) | ${at('native-emit', 'emit').toFixed(1)} | ${at('native-emit', 'cpu').toFixed(1)} |
| smallyes, no tracker | ${at('emit', 'emit').toFixed(1)} | ${at('emit', 'cpu').toFixed(1)} |
| smallyes, three trackers that do nothing | ${at('emit-trackers', 'emit').toFixed(1)} | ${at('emit-trackers', 'cpu').toFixed(1)} |
`;
writeFileSync(`${root}stories/guides/benchmarks.md`, table);
console.log(table);

/** Bundles one page for production. What `external` matches is left out. */
async function bundle(page, external) {
  const build = await rolldown({
    input: `${root}bench/app.tsx`,
    external,
    logLevel: 'silent',
    resolve: { conditionNames: ['smallyes-source', 'browser', 'import', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      { name: 'asks', resolveId: (id) => (id === 'bench:asks' ? `${root}bench/pages/${page}.tsx` : null) },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false });
  return output[0].code;
}

/** Milliseconds per server render of one ask, our own and the hand-written, in turn. */
async function measureServerRender() {
  const build = await rolldown({
    input: `${root}bench/server.tsx`,
    external: [/^react/],
    platform: 'node',
    logLevel: 'silent',
    resolve: { conditionNames: ['smallyes-source', 'node', 'import', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const file = `${root}.cache/bench-server.mjs`;
  await build.write({ file, format: 'esm', codeSplitting: false });
  process.env.NODE_ENV = 'production';
  const { renderers } = await import(file);
  const times = Object.fromEntries(Object.keys(renderers).map((name) => [name, []]));
  for (let round = 0; round < 40; round++)
    for (const [name, render] of Object.entries(renderers)) {
      const began = performance.now();
      for (let i = 0; i < 200; i++) render();
      times[name].push((performance.now() - began) / 200);
    }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function ratio(ours, native) {
  return `${(ours / native).toFixed(2)} ×`;
}

function kilo(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
