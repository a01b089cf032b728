// Compares the asks and the emitter with hand-written baselines: `npm run bench`. All pages are measured in
// turn, again and again, in one run of one browser, because these figures only mean something as ratios:
// machines are noisy. Writes the tables into the guide. `npm run bench -- step-form` measures one part and
// prints it; a number sets the rounds. A figure in time or bytes never fails the run; a commit too many does.

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { rolldown } from 'rolldown';
import { parts } from '../bench/parts.mjs';
import { flattenCss } from './css.mjs';
import { browserFlags, findBrowser } from './find-browser.mjs';

const words = process.argv.slice(2);
const rounds = Number(words.find((word) => Number(word) > 0) ?? 3);
const wanted = words.filter((word) => !(Number(word) > 0));
const known = [...parts.map(({ name }) => name), 'others', 'written', 'emit'];
const unknown = wanted.find((word) => !known.includes(word));
if (unknown) {
  console.error(`bench: there is no part "${unknown}". There are: ${known.join(', ')}.`);
  process.exit(1);
}
const has = (name) => wanted.length === 0 || wanted.includes(name);
const chosen = parts.filter(({ name, page }) => has(name) || (page && has('others')));
const emitters = has('emit') ? ['native-emit', 'emit', 'emit-trackers', 'emit-adapters'] : [];

/** Pages that a server wrote: nothing, then five asks far below, by hand, ours, and ours from `smallyes/lazy`. */
const written = has('written') ? ['written-floor', 'native-five', 'five', 'five-lazy'] : [];

const root = fileURLToPath(new URL('..', import.meta.url));
const define = { 'process.env.NODE_ENV': '"production"' };
const pages = ['floor', ...chosen.flatMap(({ name }) => [`native-${name}`, name]), ...written, ...emitters];
const files = new Map();
const weight = {};
for (const page of pages) {
  for (const { fileName, code } of await bundle(page, [])) files.set(`/${page}/${fileName}`, code);
  weight[page] = weigh(await bundle(page, [/^react($|\/)/, /^react-dom($|\/)/]));
}
const css = await flattenCss(`${root}src/styles/styles.css`);

const { renderers } = await bundleServer();

const server = createServer((request, response) => {
  const script = files.get(request.url);
  const isSheet = request.url === '/css';
  const page = request.url.slice(1);
  response.setHeader('content-type', script ? 'text/javascript' : isSheet ? 'text/css' : 'text/html');
  if (script) response.end(script);
  else if (isSheet) response.end(css);
  else if (request.method === 'POST') response.writeHead(204).end();
  else
    response.end(
      `<!doctype html><title>${page}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/css"><body>${written.includes(page) ? `<p style="block-size: 5000px"></p><main>${renderers[page]?.() ?? ''}</main>` : ''}<script type="module" src="/${page}/entry.js"></script>`,
    );
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
const samples = Object.fromEntries(pages.map((page) => [page, {}]));

for (let round = 0; round < rounds; round++)
  for (const page of pages) await (written.includes(page) ? visitWritten(page) : visit(page));
const version = browser.version();
await browser.close();
server.close();

const serverRender = measureServerRender();
const table = write();
console.log(table);
if (wanted.length === 0) writeFileSync(`${root}stories/guides/benchmarks.md`, table);

/** One page as one visitor meets it, with nothing cached. */
async function visit(name) {
  const note = (figures) => {
    for (const [figure, value] of Object.entries(figures)) (samples[name][figure] ??= []).push(value);
  };
  // One of the asks copies a link.
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const cdp = await context.newCDPSession(page);
  const cpu = await threadClock(cdp);
  const before = await cpu();
  await page.goto(`${origin}/${name}`, { waitUntil: 'load' });
  await page.waitForFunction('window.bench');
  note({ load: (await cpu()) - before });
  const part = chosen.find((one) => name === one.name || name === `native-${one.name}`);
  if (emitters.includes(name)) {
    await page.evaluate('bench.emit(2000)');
    const idle = await cpu();
    note({ emit: await page.evaluate('bench.emit(500)') });
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))');
    note({ cpu: (((await cpu()) - idle) * 1000) / 500 });
    note(await findLongTasks(context, name));
  } else if (part) {
    await part.visit?.({
      page,
      note,
      cpu,
      take: () => page.evaluate('bench.take()'),
      settle: () => page.waitForTimeout(250),
      throttle: (rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate }),
    });
    await page.evaluate('bench.unmount()');
    // Warm, as on a page that has rendered before: a cold engine measures its compiler.
    const count = part.mounts ?? 100;
    await page.evaluate(`for (let i = 0; i < 3; i++) { bench.mount(${count}); bench.unmount(); }`);
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) {
      const idle = await cpu();
      await page.evaluate(`bench.mount(${count})`);
      least = Math.min(least, (await cpu()) - idle);
      await page.evaluate('bench.unmount()');
    }
    note({ mount: least });
  }
  await context.close();
}

/** The main thread's own time so far, in milliseconds: what else the machine does meanwhile does not count. */
async function threadClock(cdp) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
}

/** One page that a server wrote, read for a second from its top. */
async function visitWritten(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const cpu = await threadClock(cdp);
  await page.goto(`${origin}/${name}`, { waitUntil: 'load' });
  await page.waitForTimeout(1_000);
  (samples[name].written ??= []).push(await cpu());
  await context.close();
}

/** A slow phone meets the page for the first time and answers ten asks in one handler, which no visitor does. */
async function findLongTasks(context, name) {
  const page = await context.newPage();
  await page.goto(`${origin}/${name}`, { waitUntil: 'load' });
  await page.waitForFunction('window.bench');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const found = await page.evaluate(async () => {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    observer.observe({ type: 'longtask' });
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    // What loading the page cost is another figure.
    await pause(500);
    tasks.push(...observer.takeRecords());
    tasks.length = 0;
    window.bench.emit(10);
    await pause(500);
    tasks.push(...observer.takeRecords());
    return tasks.length;
  });
  await page.close();
  return { longTasks: found };
}

function write() {
  const at = (name, figure) => {
    if (figure === 'js') return weight[name].eager - weight.floor.eager;
    if (figure === 'later') return weight[name].later;
    if (figure === 'server') return serverRender[name];
    const value = median(samples[name][figure]);
    return figure === 'load' ? value - median(samples.floor.load) : value;
  };
  const missed = new Map();
  const tables = chosen
    .filter(({ page }) => !page)
    .map(({ name, title, figures }) => {
      const rows = figures.map(({ figure, label, unit, max, times, more }) => {
        const native = at(`native-${name}`, figure);
        const ours = at(name, figure);
        const limits = [max, times && native * times, more && native + more].filter(
          (limit) => limit !== undefined,
        );
        const isMissed = limits.some((limit) => ours > limit);
        if (isMissed) missed.set(title, [...(missed.get(title) ?? []), label]);
        if (isMissed && !unit) process.exitCode = 1;
        const budget = [
          times && `${times} ×`,
          more && `by hand + ${more} ms`,
          max !== undefined && show(max, unit),
        ].filter(Boolean);
        const verdict = limits.length === 0 ? '' : isMissed ? '**missed**' : 'held';
        const ratio = unit && native > 0 && ours > 0 ? `${(ours / native).toFixed(2)} ×` : '';
        return `| ${[label, show(native, unit), show(ours, unit), ratio, budget.map((one) => `≤ ${one}`).join(', '), verdict].join(' | ')} |`;
      });
      return `### ${title}\n\n| | by hand | smallyes | ratio | budget | |\n|---|--:|--:|--:|--:|---|\n${rows.join('\n')}\n`;
    });
  const others = chosen.filter(({ page }) => page);
  if (others.length) {
    const rows = others.map(({ name, title, act, figures: [{ times }, commits] }) => {
      const native = at(`native-${name}`, 'mount');
      const ours = at(name, 'mount');
      const isSlow = ours > times * native;
      const found = commits && at(name, 'actCommits');
      const isTooMany = found > commits?.max;
      const [byHand, waited] = act ? [at(`native-${name}`, 'actSlowest'), at(name, 'actSlowest')] : [];
      const isLong = waited > Math.min(byHand + 16, 100);
      const labels = [
        isSlow && '100 mounts',
        isTooMany && 'React commits',
        isLong && `slowest event per ${act}, 4× throttle`,
      ].filter(Boolean);
      if (labels.length) missed.set(title, labels);
      if (isTooMany) process.exitCode = 1;
      const verdict = labels.length ? '**missed**' : 'held';
      const mounts = [
        show(native, 'ms'),
        show(ours, 'ms'),
        `${(ours / native).toFixed(2)} ×`,
        `≤ ${times} ×`,
      ];
      const counts = commits
        ? [`${show(found)} per ${act}`, `≤ ${commits.max}`, show(byHand, 'ms'), show(waited, 'ms')]
        : ['', '', '', ''];
      return `| ${[title, ...mounts, ...counts, verdict].join(' | ')} |`;
    });
    tables.push(
      `### The other asks\n\nSlowest event: of the act that the column before counts the commits of, at 4× throttle; the budget is 16 ms over the one by hand, and 100 ms. 0 is less than 16, of which a browser does not tell.\n\n| 100 mounts of | by hand | smallyes | ratio | budget | React commits | budget | slowest event by hand | smallyes | |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|---|\n${rows.join('\n')}\n`,
    );
  }
  if (written.length) {
    const title = 'Five asks far down a page that a server wrote';
    const row = (label, name, isLimited) => {
      const js = weight[name].eager - weight['written-floor'].eager;
      const load = median(samples[name].written) - median(samples['written-floor'].written);
      const limits = [js > 12_000 && 'JavaScript before any intent', load > 6 && 'load over the floor'];
      const labels = isLimited ? limits.filter(Boolean) : [];
      if (labels.length) missed.set(title, labels);
      const verdict = isLimited ? (labels.length ? '**missed**' : 'held') : '';
      const budget = isLimited ? '≤ 12 kB, ≤ 6 ms' : '';
      return `| ${[label, show(js, 'kB'), show(load, 'ms'), show(serverRender[name], 'µs'), budget, verdict].join(' | ')} |`;
    };
    tables.push(
      `### ${title}\n\nPoll, StarRating, ContactDialog, LeadGate and StepForm. Load: main-thread time until a second after the page has loaded, over such a page with React alone.\n\n| | JavaScript before any intent | load over the floor | server render | budget | |\n|---|--:|--:|--:|--:|---|\n${[
        row('by hand', 'native-five'),
        row('smallyes', 'five'),
        row('`smallyes/lazy`', 'five-lazy', true),
      ].join('\n')}\n`,
    );
  }
  if (emitters.length) {
    const row = (label, name, max) => {
      const inHandler = at(name, 'emit');
      const inAll = at(name, 'cpu');
      const longTasks = at(name, 'longTasks');
      const isMissed =
        inHandler > (max?.[0] || Infinity) || inAll > (max?.[1] || Infinity) || (max && longTasks > 0);
      if (isMissed) missed.set('Emitting one event', [...(missed.get('Emitting one event') ?? []), label]);
      const verdict = max ? (isMissed ? '**missed**' : 'held') : '';
      return `| ${[label, inHandler.toFixed(1), inAll.toFixed(1), longTasks, max ? max.map((most) => (most ? `≤ ${most}` : 'any')).join(' · ') : '', verdict].join(' | ')} |`;
    };
    const bytes = at('native-emit', 'js');
    tables.push(
      `### Emitting one event\n\nLong tasks: of 50 ms and more, by ten first events in one handler, at 4× throttle; none is the budget.\n\n| | in the handler, µs | main thread in all, µs | long tasks | budget | |\n|---|--:|--:|--:|--:|---|\n${[
        row(`beacon queue by hand (${bytes} B)`, 'native-emit'),
        row('smallyes, no tracker', 'emit', [10, 0]),
        row('smallyes, three trackers that do nothing', 'emit-trackers', [0, 20]),
        row(
          'smallyes, three adapters (GA4, Plausible, PostHog) to products that do nothing',
          'emit-adapters',
        ),
      ].join('\n')}\n`,
    );
  }
  const intro = `Medians of ${rounds} rounds, all pages in turn in one run of ${version} on ${process.arch} ${process.platform}. Bytes: gzip, with the provider, without React. Load: main-thread time over a page with React alone.`;
  const sum =
    missed.size > 0
      ? `**Budgets missed in this run:**\n\n${[...missed].map(([title, labels]) => `- ${title}: ${labels.join('; ')}`).join('\n')}`
      : 'Every budget was held in this run.';
  return `<!-- Written by \`npm run bench\`; do not edit. -->\n\n${intro}\n\n${sum}\n\n${tables.join('\n')}`;
}

function show(value, unit) {
  if (unit === 'kB') return value < 1000 ? `${value} B` : `${(value / 1000).toFixed(1)} kB`;
  if (!unit) return String(Math.round(value * 100) / 100);
  return `${value < 10 ? Number(value.toFixed(2)) : Math.round(value)} ${unit}`;
}

/** Bundles one page for production, in chunks as a page gets them. What `external` matches is left out. */
async function bundle(page, external) {
  // The other asks share a file, of which a page gets the one that it shows.
  const other = chosen.find((one) => one.page && (page === one.name || page === `native-${one.name}`));
  const file = other?.name === page ? 'others' : 'native-others';
  const build = await rolldown({
    input: { entry: `${root}bench/${written.includes(page) ? 'written' : 'app'}.tsx` },
    preserveEntrySignatures: false,
    external,
    platform: 'browser',
    logLevel: 'silent',
    resolve: { conditionNames: ['smallyes-source', 'browser', 'import', 'default'] },
    transform: { define },
    plugins: [
      {
        name: 'asks',
        resolveId: (id) =>
          id === 'bench:asks'
            ? other
              ? '\0asks'
              : `${root}bench/pages/${page.replace('written-', '')}.tsx`
            : null,
        load: (id) =>
          id === '\0asks' ? `export { ${other.page} as asks } from '${root}bench/${file}.tsx';` : null,
      },
    ],
  });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  return output;
}

/** Bytes that load at the start, and those that `import()` brings later. */
function weigh(output) {
  const eager = new Set();
  const reach = (name) => {
    const chunk = output.find(({ fileName }) => fileName === name);
    if (!chunk || eager.has(chunk)) return;
    eager.add(chunk);
    chunk.imports.forEach(reach);
  };
  reach('entry.js');
  const sum = (chunks) => chunks.reduce((all, { code }) => all + gzipSync(code, { level: 9 }).length, 0);
  return { eager: sum([...eager]), later: sum(output.filter((chunk) => !eager.has(chunk))) };
}

/** What writes the pages on a server. */
async function bundleServer() {
  const build = await rolldown({
    input: `${root}bench/server.tsx`,
    external: [/^react/],
    platform: 'node',
    logLevel: 'silent',
    resolve: { conditionNames: ['smallyes-source', 'node', 'import', 'default'] },
    transform: { define },
  });
  const file = `${root}.cache/bench-server.mjs`;
  await build.write({ file, format: 'esm', codeSplitting: false });
  process.env.NODE_ENV = 'production';
  return import(file);
}

/** Microseconds per server render of one ask, our own and the hand-written, in turn. */
function measureServerRender() {
  const mine = Object.keys(renderers).filter((name) => pages.includes(name));
  const times = Object.fromEntries(mine.map((name) => [name, []]));
  for (let round = 0; round < 30; round++)
    for (const name of mine) {
      const count = name.endsWith('long-form') ? 5 : 100;
      const began = performance.now();
      for (let i = 0; i < count; i++) renderers[name]();
      times[name].push(((performance.now() - began) * 1000) / count);
    }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
