// A visitor in Chromium who notes every event that an example's page hands out, and everything the browser complains of.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import * as z from 'zod/mini';
import { browserFlags, findOrInstallBrowser } from '../find-browser.mjs';

/** Long enough for a machine that builds another app meanwhile. */
const patience = 10_000;

export function openBrowser() {
  const executablePath = findOrInstallBrowser();
  return chromium.launch({
    args: browserFlags,
    // Playwright turns the back/forward cache off; visitors have it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath && { executablePath }),
  });
}

/**
 * A fresh visitor on the page at `url`, who waits until it is alive: an island of Astro comes alive after the page has
 * loaded. The impatient one is there before any script, until asked to wait with `isAlive`.
 */
export async function openVisitor(browser, url, { isImpatient, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 700 },
    locale: 'en-US',
    ...options,
  });
  await context.addInitScript(note);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const complaints = [];
  page.on('console', (message) => {
    if (/^(error|warning|assert)$/.test(message.type()))
      complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.push(`${response.status()} for ${new URL(response.url()).pathname}`);
  });
  const patient = Promise.withResolvers();
  if (!isImpatient) patient.resolve();
  // On one machine scripts come before the first paint, where nothing can be seen to move. Visitors wait for them.
  await context.route('**/*.js', async (route) => {
    await patient.promise;
    await wait(300);
    await route.continue().catch(() => {});
  });
  const isAlive = async () => {
    patient.resolve();
    // Not by `waitForFunction`, which does not know a page that comes out of the back/forward cache.
    await until(async () => assert.ok(await page.evaluate(areAsksAlive), 'the asks come alive'));
  };
  await page.goto(url, { waitUntil: isImpatient ? 'commit' : 'load' });
  if (!isImpatient) await isAlive();
  return { page, context, complaints, isAlive, ...notesOf(page), close: () => context.close() };
}

/** Runs in the page. React leaves its mark on each element that it has taken over; what comes later is not waited for. */
function areAsksAlive() {
  const asks = [...document.querySelectorAll('[data-sy-ask]:not(.sy-lazy *)')];
  const isMarked = (ask) => Object.keys(ask).some((key) => key.startsWith('__reactFiber'));
  return asks.length > 0 && asks.every(isMarked);
}

/**
 * Runs in each document before its own scripts. Writes to session storage, because that outlives the document, and the
 * last events of a page happen while it goes.
 */
function note() {
  if (window.origin === 'null') return;
  const keep = (name, value) => {
    const notes = JSON.parse(sessionStorage.getItem(`note ${name}`) ?? '[]');
    sessionStorage.setItem(`note ${name}`, JSON.stringify([...notes, value]));
  };
  const layer = [];
  layer.push = (...entries) => {
    for (const { event, step, commitment } of entries) keep(event, step ?? commitment);
    return Array.prototype.push.apply(layer, entries);
  };
  window.dataLayer = layer;
  const { log } = console;
  console.log = (...args) => {
    if (args[1]?.phase) keep('tracker', args[1]);
    log(...args);
  };
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    keep('violation', `${effectiveDirective} ${blockedURI} ${sample}`),
  );
  addEventListener('pageshow', ({ persisted }) => keep('shown', persisted ? 'restored' : 'loaded'));
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) keep('shift', value);
  }).observe({ type: 'layout-shift', buffered: true });
}

function notesOf(page) {
  const readAll = (...names) =>
    page.evaluate(
      (all) => all.map((name) => JSON.parse(sessionStorage.getItem(`note ${name}`) ?? '[]')),
      names,
    );
  const read = async (name) => (await readAll(name))[0];

  /** What each ask has said so far: its phases, a commitment with its data. */
  const lines = async () => {
    const byAsk = {};
    for (const { ask, phase, data } of await read('ask_step')) {
      byAsk[ask.id] ??= [];
      byAsk[ask.id].push(phase === 'committed' ? `${phase} ${JSON.stringify(data)}` : phase);
    }
    return byAsk;
  };

  /** Waits until the asks named have said exactly this. */
  const heard = (expected) =>
    until(async () => {
      const all = await lines();
      for (const [ask, phases] of Object.entries(expected))
        assert.deepEqual(all[ask] ?? [], phases, `events of ${ask}`);
    });

  return {
    read,
    readAll,
    heard,
    /** The same, then makes sure that nothing more comes, and that other asks were seen at most: once in each load. */
    async heardOnly(expected) {
      await heard(expected);
      await wait(500);
      const loads = (await read('shown')).filter((how) => how === 'loaded').length;
      for (const [ask, phases] of Object.entries(await lines())) {
        const seen = Array(Math.min(phases.length, loads)).fill('seen');
        assert.deepEqual(phases, expected[ask] ?? seen, `events of ${ask}`);
      }
    },
    /** How much of the page moved by itself so far. */
    async shift() {
      return (await read('shift')).reduce((sum, value) => sum + value, 0);
    },
  };
}

/**
 * Notes the body of everything that comes from servers from now on, on its way to the page: the browser itself forgets
 * those of prefetches. Gives the list, which grows.
 */
export async function record(page, pattern = '**/*') {
  const noted = [];
  await page.route(pattern, async (route) => {
    // A request made in the browser's place does not say where it comes from, and the collector refuses it.
    if (isTracking(route.request())) return route.continue();
    try {
      const response = await route.fetch({ maxRedirects: 0 });
      noted.push({ url: response.url(), body: await response.text() });
      await route.fulfill({ response });
    } catch (error) {
      // The page has gone meanwhile.
      if (!/closed|disposed|already handled|Invalid InterceptionId/i.test(error.message)) throw error;
    }
  });
  return noted;
}

/** Whether a request brings events to the collector, which may happen at any time. */
export const isTracking = (request) => request.url().endsWith('/api/commitments');

/** Tries until it holds, or throws what it threw last. */
export async function until(holds) {
  for (const began = Date.now(); ; await wait(50)) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() - began > patience) throw error;
    }
  }
}

/** What must be true of every visit, whatever happened in it. `allowed` are complaints that the visit provokes. */
export async function audit(visitor, schema, allowed = []) {
  const idsOf = (events) => events.map(({ id }) => id);
  // All at one moment, because asks are still being seen.
  const [steps, commitments] = await until(async () => {
    const [steps, commitments, tracked] = await visitor.readAll('ask_step', 'commitment', 'tracker');
    assert.deepEqual(idsOf(tracked), idsOf(steps), 'the tracker gets the same events');
    return [steps, commitments];
  });
  const ids = idsOf(steps);
  const committed = steps.filter(({ phase }) => phase === 'committed');
  assert.deepEqual(idsOf(commitments), idsOf(committed), 'onCommit hears the commitments and nothing else');

  assert.deepEqual(await visitor.read('violation'), [], 'violations of the Content-Security-Policy');
  const complaints = visitor.complaints.filter((text) => !allowed.some((pattern) => pattern?.test(text)));
  assert.deepEqual(complaints, [], 'complaints of the browser');

  const invalid = steps.filter((step) => !z.safeParse(schema, step).success);
  assert.deepEqual(invalid, [], 'events that the schema refuses');
  assert.equal(new Set(ids).size, ids.length, 'no id comes twice');
  // All copies of an order have one id, with the time of its attempt.
  const inTurn = idsOf(steps.filter(({ kind }) => kind !== 'checkout.purchase'));
  assert.deepEqual(inTurn, inTurn.toSorted(), 'ids rise');
  steps.forEach(({ seq, page }, index) => {
    // A page that comes out of the back/forward cache goes on where it was.
    const ofPage = steps.slice(0, index).findLast((one) => one.page.viewId === page.viewId);
    const before = ofPage ?? steps[index - 1];
    const isNewLoad = seq === 1 && page.viewId !== before?.page.viewId;
    // What is handed over with an order takes a number too: for the copy that a server records.
    const passed = steps[index].kind === 'checkout.purchase' ? [1, 2] : [1];
    assert.ok(isNewLoad || passed.includes(seq - before?.seq), `seq ${before?.seq} is followed by ${seq}`);
  });
  assert.ok(new Set(steps.map(({ session }) => session.id)).size <= 1, 'more than one session');
}
