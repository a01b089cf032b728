// The whole required check, in the order in which a mistake is cheapest to find. Stops at the first failure.
// `npm test -- unit types` runs the named steps only.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

const node = process.execPath;
const results = '.cache/check';
const cores = availableParallelism();

const steps = [
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['scripts/types.mjs'] },
  { name: 'unused', command: ['node_modules/knip/bin/knip.js'] },
  // Most of these wait more than they work: a core for each leaves the machine idle. They wait for real clocks, frames and
  // servers, so that a machine which does something else for a second may fail one: its file gets a second try, and is named.
  { name: 'unit', tests: true, workers: cores + 1, secondTry: true },
  { name: 'browser-ready', command: ['scripts/find-browser.mjs'] },
  { name: 'browser', tests: true, workers: 3 * cores, secondTry: true },
  { name: 'stories', tests: true, workers: 2 * cores, secondTry: true },
  { name: 'build', command: ['scripts/build.mjs'] },
  { name: 'package', tests: true, workers: cores },
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
  const first = await outcome(step);
  const again = step.secondTry && (await triedAgain(step, first));
  const ok = first.ok || again;
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  const count = first.passed + (again ? first.failed : 0);
  passed += count;
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(14)} ${seconds} s${step.tests ? `  ${count} tests` : ''}`,
  );
  if (!first.ok && ok) console.log(`passed at the second try only, and so to be mended:\n${first.why}`);
  if (!ok) console.log(first.why);
  else if (step.show) console.log(first.output.trimEnd());
  if (!ok) {
    console.log(
      `${passed} passed, ${Math.max(1, first.failed)} failed (${step.name}); the steps after it did not run`,
    );
    await setImmediate();
    process.exit(1);
  }
}
console.log(`${passed} passed, 0 failed`);

/** Runs a step, or the named files of it, and says how it went. */
async function outcome(step, files = [], part = step.name) {
  const { code, output } = await run(step, files, part);
  if (!step.tests) {
    const ok = code === 0;
    return { ok, passed: ok ? 1 : 0, failed: ok ? 0 : 1, output, why: output.trimEnd(), failedFiles: [] };
  }
  const report = await reportOf(part);
  const ok = code === 0 && report.numFailedTests === 0;
  return {
    ok,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    output,
    why: ok ? '' : await failures(part, report, output),
    failedFiles: report.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name }) => relative('', name)),
  };
}

/** Whether the files that failed, if they are few, pass in a browser of their own. */
async function triedAgain(step, { ok, failedFiles }) {
  if (ok || failedFiles.length === 0 || failedFiles.length > 3) return false;
  return (await outcome(step, failedFiles, `${step.name}-again`)).ok;
}

function run({ name, command, tests, workers }, files, part) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}/${part}.json`];
  const more = workers ? [`--maxWorkers=${workers}`] : [];
  const args = tests
    ? ['node_modules/vitest/vitest.mjs', 'run', '--project', name, ...files, ...more, ...reporters]
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

/** What failed and how, without the thousands of tests that passed: a record of this command may be cut. */
async function failures(part, { testResults }, output) {
  const whole = `${results}/${part}.log`;
  const plain = stripVTControlCharacters(output);
  await writeFile(whole, plain);
  const told = testResults.flatMap((file) => {
    const path = relative('', file.name);
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that could not be loaded, or a worker that died, has a message and no failed test.
    if (tests.length === 0 && file.status === 'failed') return [`${path}\n${start(file.message)}`];
    return tests.map((test) => `${path} > ${test.fullName}\n${start(test.failureMessages.join('\n'))}`);
  });
  const lines = plain.split('\n');
  const unhandled = lines.findIndex((line) => line.includes('Unhandled Error'));
  if (unhandled >= 0) told.push(lines.slice(unhandled, unhandled + 12).join('\n'));
  if (told.length === 0) told.push(lines.slice(-20).join('\n'));
  const rest = told.length > 12 ? [`and ${told.length - 12} more`] : [];
  return [...told.slice(0, 12), ...rest, `The whole output: ${whole}`].join('\n\n');
}

/** The first lines of a message: what went wrong, and where in our files. */
function start(message = '') {
  return stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/\/node_modules\/|at new Promise/.test(line))
    .slice(0, 8)
    .map((line) => `  ${line.slice(0, 240)}`)
    .join('\n');
}

async function reportOf(part) {
  try {
    return JSON.parse(await readFile(`${results}/${part}.json`, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
}
