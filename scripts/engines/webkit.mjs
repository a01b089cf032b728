// WebKitGTK under Vitest: the engine of Safari on Linux, driven by its own WebDriver with real input.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { openWebKit } from './webdriver.mjs';

/** The Vitest provider for the parts of WebKitGTK at the paths given. */
export function webkit(paths) {
  // What is not Playwright's own in its provider, the server of the tests, stays.
  const { serverFactory } = playwright();
  return {
    name: 'webkitgtk',
    supportedBrowser: ['webkit'],
    options: {},
    serverFactory,
    providerFactory: (project) => new WebKitProvider(project, paths),
  };
}

// The locators are plain queries, whoever drives the browser.
const locators = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('@vitest/browser-playwright'))),
  'locators.js',
);

class WebKitProvider {
  name = 'webkitgtk';
  supportsParallelism = false;
  initScripts = [locators];
  browser = undefined;

  constructor(project, paths) {
    this.paths = paths;
    for (const [name, command] of Object.entries(commands)) {
      project.browser.registerCommand(`__vitest_${name}`, ({ provider }, ...args) =>
        command(provider.browser, ...args),
      );
    }
  }

  getCommandsContext() {
    return {};
  }

  async openPage(_sessionId, url) {
    this.browser ??= await openWebKit(this.paths);
    await this.browser.send('POST', '/url', { url });
  }

  async close() {
    await this.browser?.close();
    this.browser = undefined;
    for (const folder of uploads.splice(0)) rmSync(folder, { recursive: true });
  }
}

/** Folders of what tests upload, which a page may read at any time. */
const uploads = [];

const commands = {
  click: (browser, target, options) => point(browser, target, 1, options),
  dblClick: (browser, target, options) => point(browser, target, 2, options),
  tripleClick: (browser, target, options) => point(browser, target, 3, options),
  hover: (browser, target, options) => point(browser, target, 0, options),

  async keyboard(browser, text) {
    await enterFrame(browser);
    await type(browser, text);
    return { unreleased: [] };
  },

  async type(browser, target, text) {
    const element = await find(browser, target);
    await browser.send('POST', '/execute/sync', { script: 'arguments[0].focus()', args: [element] });
    await type(browser, text);
    return { unreleased: [] };
  },

  async tab(browser, { shift } = {}) {
    await enterFrame(browser);
    await type(browser, shift ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
  },

  async fill(browser, target, text) {
    const element = await find(browser, target);
    if (await browser.send('POST', '/execute/sync', { script: setAtOnce, args: [element, text] })) return;
    const id = idOf(element);
    await browser.send('POST', `/element/${id}/clear`);
    // WebDriver refuses to type nothing, and a new line is a key.
    if (text)
      await browser.send('POST', `/element/${id}/value`, { text: text.replaceAll('\n', codes.Enter) });
  },

  async clear(browser, target) {
    await browser.send('POST', `/element/${idOf(await find(browser, target))}/clear`);
  },

  async selectOptions(browser, target, wanted) {
    const select = await find(browser, target);
    const script = `
      const [select, wanted] = arguments;
      return [...select.options].find(({ value, label }) => value === wanted || label === wanted) ?? null;`;
    for (const one of wanted) {
      const option =
        typeof one === 'string'
          ? await browser.send('POST', '/execute/sync', { script, args: [select, one] })
          : await find(browser, one.element);
      if (!option) throw new Error(`${target.locator} has no option ${one}.`);
      await browser.send('POST', `/element/${idOf(option)}/click`);
    }
  },

  async upload(browser, target, files) {
    const id = idOf(await find(browser, target));
    const folder = mkdtempSync(path.join(tmpdir(), 'smallyes-upload-'));
    uploads.push(folder);
    const paths = files.map((file) => {
      if (typeof file === 'string') return path.resolve(file);
      const copy = path.join(folder, file.name);
      writeFileSync(copy, Buffer.from(file.base64, 'base64'));
      return copy;
    });
    await browser.send('POST', `/element/${id}/value`, { text: paths.join('\n') });
  },

  // Sets the window so that the page has the size that was asked for, whatever the window's own frame takes.
  async viewport(browser, { width, height }) {
    await browser.send('POST', '/frame', { id: null });
    for (let tries = 0; tries < 20; tries++) {
      const { width: outerWidth, height: outerHeight } = await browser.send('GET', '/window/rect');
      const script = 'return [innerWidth, innerHeight]';
      const [innerWidth, innerHeight] = await browser.send('POST', '/execute/sync', { script, args: [] });
      if (innerWidth >= width && innerHeight >= height) return;
      const next = {
        width: outerWidth + Math.max(0, width - innerWidth),
        height: outerHeight + Math.max(0, height - innerHeight),
      };
      await browser.send('POST', '/window/rect', next);
      await wait(50);
    }
  },

  async cleanup(browser) {
    await browser?.send('DELETE', '/actions');
  },
};

/** The tests run in the page's only frame, a new one for each file. */
async function enterFrame(browser) {
  await browser.send('POST', '/frame', { id: null });
  const frame = await browser.send('POST', '/element', {
    using: 'css selector',
    value: 'iframe[data-vitest]',
  });
  await browser.send('POST', '/frame', { id: frame });
}

// A frame that a test has put on its page is asked with the means of that page.
const query = `
  const { selectorEngine: engine } = (window.__vitest_browser_runner__ ? window : parent).__vitest_browser_runner__;
  const found = engine.querySelectorAll(engine.parseSelector(arguments[0]), document);
  const [element] = found;
  if (found.length !== 1) return found.length + ' elements';
  if (element.matches(':disabled')) return 'a disabled element';
  element.scrollIntoView({ block: 'nearest' });
  return element;`;

/** The one element that a selector finds, in the frame of the tests, once it is there and enabled. */
async function find(browser, { selector, locator }) {
  await enterFrame(browser);
  const deadline = Date.now() + 5000;
  const search = async (part) => {
    for (;;) {
      const found = await browser.send('POST', '/execute/sync', { script: query, args: [part] });
      if (typeof found === 'object') return found;
      if (Date.now() > deadline) throw new Error(`${locator ?? selector} is ${found}.`);
      await wait(50);
    }
  };
  const parts = selector.split(' >> internal:control=enter-frame >> ');
  for (const part of parts.slice(0, -1)) await browser.send('POST', '/frame', { id: await search(part) });
  return search(parts.at(-1));
}

const idOf = (element) => Object.values(element)[0];

// What is no text is set at once, as Playwright does: typed, a date would depend on the order of its parts.
const setAtOnce = `
  const [input, text] = arguments;
  if (!/^(color|date|time|datetime-local|month|range|week)$/.test(input.type)) return false;
  input.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  return true;`;

// The box of an element, once it has stayed where it is from one frame to the next, as a visitor would wait.
const settled = `
  const [element, done] = arguments;
  const end = performance.now() + 2000;
  let last;
  const look = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height];
    if (now.join() === last || performance.now() > end) return done(now);
    last = now.join();
    requestAnimationFrame(look);
  };
  look();`;

/** Longer than what GTK takes for a double click, in milliseconds. */
const doubleClick = 600;

/** Where and when the last click was. */
let clicked = { x: -1, y: -1, at: 0 };

/** Moves the pointer on the middle of an element, or to a place in it, and clicks. */
async function point(browser, target, clicks, { position } = {}) {
  const element = await find(browser, target);
  const [left, top, width, height] = await browser.send('POST', '/execute/async', {
    script: settled,
    args: [element],
  });
  const x = Math.round(left + (position?.x ?? width / 2));
  const y = Math.round(top + (position?.y ?? height / 2));
  if (clicks > 0) {
    // Tests are faster than visitors: a second click in the same place would count as the second one of a double click.
    if (Math.hypot(x - clicked.x, y - clicked.y) < 20)
      await wait(Math.max(0, clicked.at + doubleClick - Date.now()));
    clicked = { x, y, at: Date.now() };
  }
  const place = position ? { origin: 'viewport', x, y } : { origin: element, x: 0, y: 0 };
  const press = [
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await browser.send('POST', '/actions', {
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', duration: 0, ...place },
          ...Array.from({ length: clicks }, () => press).flat(),
        ],
      },
    ],
  });
}

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const codes = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** Presses keys as `userEvent.keyboard` spells them: `a`, `{Enter}`, `{Shift>}` to hold, `{/Shift}` to let go. */
async function type(browser, text) {
  const actions = [...text.matchAll(/\{(\/?)(\w+)(>?)\}|./gsu)].flatMap(([char, release, name, hold]) => {
    if (name && name.length > 1 && !codes[name])
      throw new Error(`No code for the key ${name} in ${import.meta.url}.`);
    const value = codes[name] ?? name ?? char;
    const up = { type: 'keyUp', value };
    const down = { type: 'keyDown', value };
    return release ? [up] : hold ? [down] : [down, up];
  });
  await browser.send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}
