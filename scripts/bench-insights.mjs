// How long counting takes: `npm run bench:insights`. Generates a believable season of events, then prints how long all counts
// take without the time of making the events, the largest heap, and the longest stretch without giving way. Fails over 3 s or
// 0.5 GB for a million events, and over 0.15 s for 100,000. Times are the best of several runs, in processor time where the
// machine does other work too. Node strips the types of the sources by itself. In the end a page counts 100,000 events in Chromium
// while somebody presses a tab of it again and again; `npm run bench:insights -- --page` does that alone.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// A heap that is too small ends the process, so what fits into it is proved.
const heap = '--max-old-space-size=384';
if (!process.execArgv.includes(heap)) {
  const args = ['--no-warnings', '--expose-gc', heap, fileURLToPath(import.meta.url)];
  const { status } = process.argv.includes('--page')
    ? { status: 0 }
    : spawnSync(process.execPath, args, { stdio: 'inherit' });
  const { measurePage } = await import('./insights/page.mjs');
  const slow = await measurePage();
  for (const problem of slow) console.error(`bench-insights: ${problem}`);
  process.exit(status || (slow.length > 0 ? 1 : 0));
}
process.env.NODE_ENV = 'production';
const { analyze, count, readNdjson } = await import('../src/insights/index.ts');
const { question, season } = await import('./insights/season.mjs');

const milliseconds = async (run) => {
  globalThis.gc();
  const began = performance.now();
  const before = process.threadCpuUsage();
  const result = await run();
  const { user, system } = process.threadCpuUsage(before);
  return { wall: performance.now() - began, own: (user + system) / 1_000, result };
};
const best = async (times, run) => {
  const all = [];
  for (let at = 0; at < times; at++) all.push(await milliseconds(run));
  return all.sort((one, two) => one.own - two.own)[0];
};
const drain = (events) => {
  let last;
  for (const event of events) last = event;
  return last;
};

const problems = [];
const check = (what, value, most, unit) => {
  console.log(`${value.toFixed(value < 10 ? 2 : 0).padStart(9)} ${unit.padEnd(3)} ${what}`);
  if (value > most) problems.push(`${what}: ${value.toFixed(2)} ${unit}, at most ${most}`);
};

// A report page: 100,000 events that are there.
const page = [...season(100_000)];
const small = await best(15, () => count(page, question));
check('100,000 events in an array, processor time of all counts', small.own, 150, 'ms');
console.log(`${small.wall.toFixed(0).padStart(9)} ms  the same on the clock`);
let [longest, since] = [0, 0];
await count(page, {
  ...question,
  onProgress: () => {
    longest = Math.max(longest, performance.now() - (since || performance.now()));
    since = 0;
    setImmediate(() => (since ||= performance.now()));
  },
});
console.log(`${longest.toFixed(0).padStart(9)} ms  the longest stretch between two rests`);
const told = await best(5, () => analyze(small.result));
console.log(`${told.own.toFixed(0).padStart(9)} ms  analyze of the same`);
page.length = 0;

// A season, made while it is read, as from a file.
const size = 1_000_000;
const making = await best(2, () => drain(season(size)));
let most = 0;
const large = await best(3, () =>
  count(season(size), {
    ...question,
    onProgress() {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, heapUsed + arrayBuffers);
    },
  }),
);
const { rows, units, transitions } = large.result;
console.log(`\n1,000,000 events: ${rows} yeses of ${units} units, ${transitions.length} rows of transitions`);
check(
  'all counts, processor time without that of making the events',
  (large.own - making.own) / 1_000,
  3,
  's',
);
console.log(`${(large.wall / 1_000).toFixed(2).padStart(9)} s   the same on the clock, with making them`);
check('the largest heap, garbage and tables included', most / 2 ** 20, 512, 'MB');

// Lines of JSON: what parsing costs on top.
const lines = Array.from(season(50_000), (event) => JSON.stringify(event));
const text = new TextEncoder().encode(lines.join('\n'));
const pieces = Array.from({ length: Math.ceil(text.length / 65_536) }, (_, at) =>
  text.subarray(at * 65_536, (at + 1) * 65_536),
);
const read = await best(3, async () => {
  for await (const event of readNdjson(pieces)) if (!event) throw new Error('bench-insights: no event');
});
console.log(
  `${((read.own / 50_000) * 1_000).toFixed(1).padStart(9)} µs  to read a line of ${Math.round(text.length / 50_000)} bytes`,
);

// One visitor with 100,000 events, all in the wrong order.
const one = [...season(100_000)]
  .map((event) => ({ ...event, visitor: { id: 'one', isNew: false, segments: [] } }))
  .reverse();
const lone = await best(3, () => count(one, question));
check('100,000 events of one visitor, last first', lone.own, 600, 'ms');

for (const problem of problems) console.error(`bench-insights: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
