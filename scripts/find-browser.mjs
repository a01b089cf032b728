// Finds a Chromium for the browser tests, or gets one. Prints its path; as a module, gives it.
// Order: CHROME_PATH, the usual places, Playwright's own build, the system's packages (as root on Debian and Ubuntu),
// Playwright's download, a sentence.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const known = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** The path of a Chromium that is already on this machine, or undefined. */
export function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROME_PATH names ${asked}, and there is no such file.`);
  }
  return [...(known[process.platform] ?? []), playwrightsOwn()].find((file) => file && existsSync(file));
}

/** The same, and if there is none, installs one. */
export function findOrInstallBrowser() {
  let found = findBrowser();
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && runs('apt-get', ['--version'])) {
    console.error('No browser found: installing Chromium with apt-get.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    quietly('apt-get', ['update'], env);
    quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], env);
    found = findBrowser();
    if (found) return found;
  }
  console.error("No browser found: downloading Playwright's Chromium.");
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return findBrowser();
}

/** Flags for a browser that runs as root in a container and talks to nobody but the page under test. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function quietly(command, args, env) {
  const { status, stderr } = spawnSync(command, args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0)
    console.error(`${command} ${args[0]} failed: ${stderr?.trim().split('\n').slice(-3).join(' ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const found = findOrInstallBrowser();
    if (!found) {
      throw new Error(
        'No Chromium found and none could be installed: install Chromium or Chrome and set CHROME_PATH to its executable.',
      );
    }
    console.log(`browser: ${found}`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
