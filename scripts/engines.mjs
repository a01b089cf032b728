// The stories, with their `play` and axe, and the tests of real input in Firefox and WebKitGTK. Installs what is missing
// where it can. `npm run test:engines webkit` runs one of them, `npm run test:engines firefox test/components/poll` the
// tests of a path. Not part of `npm test`.
import { spawn, spawnSync } from 'node:child_process';
import { findFirefox, findWebKit } from './engines/find.mjs';

const engines = {
  firefox: {
    find: findFirefox,
    packages: ['firefox-esr'],
    advice: 'Firefox is not here: install it (on Debian `apt-get install firefox-esr`) or set FIREFOX_PATH.',
  },
  webkit: {
    find: findWebKit,
    packages: ['webkit2gtk-driver', 'xvfb'],
    advice:
      'WebKitGTK is not here: it runs on Linux only, and comes with `apt-get install webkit2gtk-driver xvfb`.',
  },
};

const args = process.argv.slice(2);
const asked = args.filter((name) => Object.hasOwn(engines, name));
const rest = args.filter((name) => !Object.hasOwn(engines, name));

let failed = false;
for (const name of asked.length > 0 ? asked : Object.keys(engines)) {
  const { find, packages, advice } = engines[name];
  try {
    if (!find()) install(packages);
    if (!find()) throw new Error(advice);
    // One after the other: two windows of one Firefox take the focus from each other, and with it what Space and Enter
    // press.
    for (const part of ['input', 'stories']) if ((await test(`${name} ${part}`)) !== 0) failed = true;
  } catch (error) {
    console.error(error.message);
    failed = true;
  }
}
if (failed) process.exitCode = 1;

/** Runs a project, and gives the exit code. */
function test(project) {
  const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.engines.config.ts'];
  // A path of tests may match no story, and the other way round.
  const filters = rest.length > 0 ? ['--passWithNoTests', ...rest] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command, '--project', project, ...filters], {
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** With apt-get, as root; does nothing elsewhere. */
function install(packages) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  console.error(`Installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stderr } = spawnSync('apt-get', command, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) console.error(`apt-get ${command[0]} failed: ${stderr?.trim().split('\n').at(-1)}`);
  }
}
