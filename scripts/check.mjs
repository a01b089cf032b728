// The whole required check, in the order in which a mistake is cheapest to find. Stops at the first failure.
// `npm test -- unit types` runs the named steps only.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';

const node = process.execPath;
const results = '.cache/check';

const steps = [
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['scripts/types.mjs'] },
  { name: 'unused', command: ['node_modules/knip/bin/knip.js'] },
  { name: 'unit', tests: true },
  { name: 'browser-ready', command: ['scripts/find-browser.mjs'] },
  // These tests wait more than they work: a core for each leaves the machine idle.
  { name: 'browser', tests: true, workers: Math.max(3, availableParallelism() - 1) },
  { name: 'stories', tests: true },
  { name: 'build', command: ['scripts/build.mjs'] },
  { name: 'package', tests: true },
  { name: 'size', command: ['scripts/size.mjs'], show: true },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

let passed = 0;
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });
for (const step of steps) {
  if (asked.length > 0 && !asked.includes(step.name)) continue;
  const began = performance.now();
  const { code, output } = await run(step);
  const count = step.tests
    ? await counted(step.name)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  const ok = code === 0 && count.failed === 0;
  passed += count.passed;
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(14)} ${seconds} s${step.tests ? `  ${count.passed} tests` : ''}`,
  );
  if (!ok || step.show) console.log(output.trimEnd());
  if (!ok) {
    console.log(
      `${passed} passed, ${Math.max(1, count.failed)} failed (${step.name}); the steps after it did not run`,
    );
    await setImmediate();
    process.exit(1);
  }
}
console.log(`${passed} passed, 0 failed`);

/** Runs a step and keeps its output, to be shown when it fails. */
function run({ name, command, tests, workers }) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}/${name}.json`];
  const more = workers ? [`--maxWorkers=${workers}`] : [];
  const args = tests
    ? ['node_modules/vitest/vitest.mjs', 'run', '--project', name, ...more, ...reporters]
    : command;
  return new Promise((resolve) => {
    const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function counted(name) {
  try {
    const report = JSON.parse(await readFile(`${results}/${name}.json`, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
