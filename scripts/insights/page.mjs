// How a page feels that counts 100,000 events itself: the longest task, and how long presses of a tab wait meanwhile.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { rolldown } from 'rolldown';
import { browserFlags, findBrowser } from '../find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Beyond this a task is long by the browsers' own measure (W3C, "Long Tasks API"). */
const longest = 50;
/** A good interaction to next paint, by web.dev's thresholds. */
const goodPress = 200;

const source = `
import { createElement, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { analyze, count } from 'smallyes/insights';
import { CommitmentReport } from 'smallyes/insights/react';
import { question, season } from './scripts/insights/season.mjs';

const events = [...season(100_000)];
const out = createRoot(document.querySelector('#report'));
const tab = document.querySelector('button');
tab.addEventListener('click', () => tab.setAttribute('aria-selected', tab.getAttribute('aria-selected') === 'true' ? 'false' : 'true'));
const presses = [];
// What one press sets off are several events: the slowest is what is felt.
new PerformanceObserver((list) => presses.push(...list.getEntries())).observe({ type: 'event', durationThreshold: 16 });
window.pressesOf = () => presses.filter(({ interactionId }) => interactionId).map(({ duration }) => duration);
window.run = async () => {
  presses.length = 0;
  performance.mark('count');
  const counts = await count(events, question);
  performance.mark('analyze');
  const insights = analyze(counts);
  performance.mark('draw');
  await new Promise((done) => {
    startTransition(() => out.render(createElement(CommitmentReport, { insights, ref: () => done() })));
  });
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  performance.mark('end');
  const at = (name) => performance.getEntriesByName(name).at(-1).startTime;
  return { count: at('analyze') - at('count'), analyze: at('draw') - at('analyze'), draw: at('end') - at('draw') };
};
window.isReady = true;
`;

/** Prints the figures; gives what is too slow. */
export async function measurePage() {
  const script = await bundle();
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript
        ? script
        : '<!doctype html><title>report</title><link rel="icon" href="data:,"><button role="tab" aria-selected="false">Tab</button><div id="report"></div><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  try {
    const runs = [];
    for (let run = 0; run < 3; run++) runs.push(await visit(browser, server.address().port));
    const least = (of) => Math.min(...runs.map(of));
    const problems = [];
    console.log(
      '\nA page that counts 100,000 events in Chromium while a tab is pressed; of three runs the best',
    );
    const say = (value, what) => console.log(`${value.toFixed(0).padStart(9)} ms  ${what}`);
    for (const phase of ['count', 'analyze', 'draw']) {
      say(
        least(({ tasks }) => tasks[phase]),
        `${phase}: the longest task, its own time`,
      );
    }
    say(
      least(({ clock }) => clock.count),
      'count: from first to last, on the clock',
    );
    const press = least(({ presses }) => Math.max(0, ...presses));
    say(press, `the slowest of ${runs[0].presses.length} presses until its paint (INP), on the clock`);
    const task = least(({ tasks }) => tasks.count);
    if (!(task <= longest))
      problems.push(`the longest task of counting: ${task.toFixed(0)} ms, at most ${longest}`);
    if (press > goodPress) problems.push(`a press of a tab: ${press} ms, at most ${goodPress}`);
    return problems;
  } finally {
    await browser.close();
    server.close();
  }
}

async function visit(browser, port) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction('window.isReady');
  // Warm: compiling is the first page's cost, and this is about the counting.
  await page.evaluate('run()');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', 'devtools.timeline'] });
  let isOver = false;
  const running = page.evaluate('run()').then((clock) => {
    isOver = true;
    return clock;
  });
  while (!isOver) {
    await page.mouse.click(20, 20);
    await new Promise((done) => setTimeout(done, 30));
  }
  const clock = await running;
  await page.waitForTimeout(200);
  const presses = await page.evaluate('pressesOf()');
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await page.close();
  return { clock, presses, tasks: tasksOf(trace.traceEvents) };
}

/** The longest task of each phase on the page's thread, in the time that the thread itself worked. */
function tasksOf(events) {
  const mark = (name) => events.filter((one) => one.name === name && one.cat.includes('user_timing')).at(-1);
  const [count, analyze, draw, end] = ['count', 'analyze', 'draw', 'end'].map(mark);
  const tasks = events.filter(
    ({ name, tid, pid, tdur }) => /RunTask$/.test(name) && tid === count.tid && pid === count.pid && tdur > 0,
  );
  const within = (from, to) =>
    Math.max(0, ...tasks.filter(({ ts, dur }) => ts + dur > from.ts && ts < to.ts).map(({ tdur }) => tdur)) /
    1_000;
  // The task in which counting ends is the one in which the analysis runs; it belongs to that.
  const before = tasks.find(({ ts, dur }) => ts <= analyze.ts && ts + dur >= analyze.ts);
  return {
    count: within(count, before ?? analyze),
    analyze: within(analyze, draw),
    draw: within({ ts: before ? before.ts + before.dur : draw.ts }, end),
  };
}

async function bundle() {
  const id = '\0page';
  const built = await rolldown({
    input: id,
    cwd: root,
    platform: 'browser',
    resolve: { conditionNames: ['smallyes-source', 'import', 'browser', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'page',
        resolveId(given) {
          if (given === id) return id;
          const isOurs =
            given.startsWith('smallyes') || given.startsWith('react') || given.startsWith('./scripts/');
          return isOurs ? this.resolve(given, `${root}package.json`) : null;
        },
        load: (given) => (given === id ? source : null),
      },
    ],
    onLog() {},
  });
  const { output } = await built.generate({ format: 'esm', minify: true });
  await built.close();
  return output[0].code;
}
