import { spawn } from 'node:child_process';
import { once as ends } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserFlags, findBrowser } from '../../../scripts/find-browser.mjs';
import { openSite, type Site } from './site.ts';

let site: Site;
/** One that throws pages away when they are left, and one that keeps them to come back to. */
let browsers: Record<'forgetful' | 'keeping', Browser>;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  const executablePath = findBrowser();
  const options = { args: browserFlags, ...(executablePath && { executablePath }) };
  const [opened, forgetful, keeping] = await Promise.all([
    openSite(),
    chromium.launch(options),
    // Playwright switches the back-forward cache off.
    chromium.launch({ ...options, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  ]);
  site = opened;
  browsers = { forgetful, keeping };
});
afterAll(async () => {
  await Promise.all([browsers.forgetful.close(), browsers.keeping.close()]);
  await site.close();
});
beforeEach(() => site.reset());
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
});

async function visitor(kind: keyof typeof browsers = 'forgetful'): Promise<BrowserContext> {
  const context = await browsers[kind].newContext();
  contexts.push(context);
  return context;
}
async function open(context: BrowserContext, query = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.origin}/?${query}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return page;
}
const counts = () => [...site.arrivals.values()];
const places = () => site.events.map(({ seq }) => seq);
const once = (count: number) => Array<number>(count).fill(1);
const arrive = (count: number) =>
  vi.waitFor(() => expect(site.arrivals.size).toBe(count), { timeout: 8_000, interval: 20 });
/** Long enough that what would come twice has come. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('leaving in the same tick', () => {
  it.each(['own', 'other'] as const)(
    'by a link delivers all, over a slow link, to its %s origin',
    async (where) => {
      const page = await open(
        await visitor(),
        where === 'other' ? `url=${encodeURIComponent(`${site.other}/api/commitments`)}` : '',
      );
      site.delay = 600;
      await page.evaluate(() => {
        window.commit(3);
        location.href = '/elsewhere';
      });
      await page.waitForURL('**/elsewhere');
      await arrive(3);
      await settle();
      expect(counts()).toEqual(once(3));
      expect(site.preflights).toBe(0);
      expect(places()).toEqual([...places()].sort((a, b) => a - b));
    },
  );

  it('by closing the tab delivers all', async () => {
    const context = await visitor();
    const opener = await open(context);
    site.delay = 600;
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      opener.evaluate(() => void window.open('/?')),
    ]);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page
      .evaluate(() => {
        window.commit(3);
        window.close();
      })
      .catch(() => {});
    await arrive(3);
    await settle();
    expect(counts()).toEqual(once(3));
  });

  it.each([0, 100])(
    'delivers what was said after the provider had gone from the page, %i ms before leaving',
    async (ms) => {
      const page = await open(await visitor());
      await page.evaluate((wait) => {
        window.unmount();
        window.commit(3);
        setTimeout(() => {
          location.href = '/elsewhere';
        }, wait);
      }, ms);
      await page.waitForURL('**/elsewhere');
      await arrive(3);
      await settle();
      expect(counts()).toEqual(once(3));
    },
  );

  it('delivers 30 events of 3 KB, more than keepalive may carry', async () => {
    const page = await open(await visitor());
    site.delay = 300;
    await page.evaluate(() => {
      window.commit(30, 3);
      location.href = '/elsewhere';
    });
    await page.waitForURL('**/elsewhere');
    await arrive(30);
    await settle();
    expect(counts()).toEqual(once(30));
  });

  it('delivers them also when another library has used up the budget of the page', async () => {
    const page = await open(await visitor());
    const isRefused = await page.evaluate(async () => {
      const hog = () => fetch('/hog', { method: 'POST', body: 'x'.repeat(60_000), keepalive: true });
      void hog();
      return hog().then(
        () => false,
        () => true,
      );
    });
    expect(isRefused).toBe(true);
    site.delay = 300;
    await page.evaluate(() => {
      window.commit(30, 3);
      location.href = '/elsewhere';
    });
    await page.waitForURL('**/elsewhere');
    await arrive(30);
    await settle();
    expect(counts()).toEqual(once(30));
  });
});

describe('without a network', () => {
  it('events wait, and go when it is back', async () => {
    const context = await visitor();
    const page = await open(context, 'delay=50');
    await context.setOffline(true);
    await page.evaluate(() => window.commit(3));
    await page.waitForFunction(() => window.outbox.stats().retries > 0);
    expect(site.arrivals.size).toBe(0);
    await context.setOffline(false);
    await arrive(3);
    expect(counts()).toEqual(once(3));
    await page.waitForFunction(() => window.outbox.stats().accepted === 3);
    expect(await page.evaluate(() => window.outbox.stats())).toMatchObject({ queued: 0, accepted: 3 });
  });

  it.each(['reload', 'close'] as const)('events outlive a %s', async (how) => {
    const context = await visitor();
    let page = await open(context, 'persist');
    // Cut at the server: what a page leaves behind, a browser sends past the offline switch of its tools.
    site.status = 0;
    await page.evaluate(() => window.commit(5));
    await page.waitForFunction(() => window.outbox.stats().tracked === 5);
    // Not by `waitForFunction`, to which the promise itself is a yes.
    await expect.poll(() => page.evaluate(storedCount, 5)).toBe(true);
    if (how === 'close') {
      await page.close();
      await settle();
      site.status = 204;
      page = await open(context, 'persist&delay=50');
    } else {
      await page.reload();
      await page.waitForFunction(() => window.outbox.stats().restored === 5);
      site.status = 204;
    }
    await arrive(5);
    await settle();
    expect(counts()).toEqual(once(5));
    expect(places()).toEqual([...places()].sort((a, b) => a - b));
    expect(await page.evaluate(() => window.outbox.stats())).toMatchObject({ restored: 5, accepted: 5 });
  });

  it('events of the moment in which a page closes outlive it', async () => {
    const context = await visitor();
    const page = await open(context, 'persist');
    site.status = 0;
    await page.evaluate(() => window.commit(1));
    await expect.poll(() => page.evaluate(storedCount, 1)).toBe(true);
    // As an ask that was begun is abandoned.
    await page.evaluate(() => addEventListener('pagehide', () => window.commit(3)));
    await page.close({ runBeforeUnload: true });
    await settle();
    expect(site.arrivals.size).toBe(0);
    site.status = 204;
    await open(context, 'persist&delay=50');
    await arrive(4);
    await settle();
    expect(counts()).toEqual(once(4));
  });

  it('two tabs that find the same events send each once', async () => {
    const context = await visitor();
    const left = await open(context, 'persist&delay=50');
    site.status = 503;
    await left.evaluate(() => window.commit(20, 2));
    await left.waitForFunction(() => window.outbox.stats().retries > 0);
    await left.close();
    // Its last try.
    await settle();
    site.status = 204;
    site.delay = 100;
    const tabs = await Promise.all([open(context, 'persist&delay=50'), open(context, 'persist&delay=50')]);
    await Promise.all(tabs.map((tab) => tab.evaluate(() => window.commit(3))));
    await arrive(26);
    await settle();
    expect(counts()).toEqual(once(26));
  });
});

describe('coming back', () => {
  it('from the back-forward cache sends nothing twice, and goes on', async () => {
    const page = await open(await visitor('keeping'), 'persist&delay=50');
    site.delay = 300;
    await page.evaluate(() => {
      window.commit(10, 3);
      location.href = '/elsewhere';
    });
    await page.waitForURL('**/elsewhere');
    await arrive(10);
    site.delay = 0;
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForFunction(() => window.cameBack);
    await settle();
    expect(counts()).toEqual(once(10));
    await page.evaluate(() => window.commit(2));
    await arrive(12);
    await settle();
    expect(counts()).toEqual(once(12));
    expect(await page.evaluate(() => window.outbox.stats())).toMatchObject({
      tracked: 12,
      accepted: 12,
      queued: 0,
    });
  });

  it('after a server that failed meanwhile sends what it could not', async () => {
    const page = await open(await visitor('keeping'), 'delay=50');
    site.status = 503;
    await page.evaluate(() => {
      window.commit(3);
      location.href = '/elsewhere';
    });
    await page.waitForURL('**/elsewhere');
    await vi.waitFor(() => expect(site.requests).toBeGreaterThan(0));
    site.status = 204;
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForFunction(() => window.cameBack);
    await arrive(3);
  });
});

describe('pages of other kinds', () => {
  it('with a strict Content-Security-Policy and Trusted Types break no rule of it', async () => {
    const page = await open(await visitor(), 'csp&persist&delay=50');
    await page.evaluate(() => window.commit(3));
    await arrive(3);
    await page.waitForFunction(() => window.outbox.stats().queued === 0);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });

  it('inside one of another origin, and out of sight there, send what happens while the visitor stays', async () => {
    const page = await (await visitor()).newPage();
    await page.goto(`${site.other}/elsewhere?below`);
    await arrive(1);
    expect(
      await page
        .frames()
        .at(-1)
        ?.evaluate(() => document.hidden),
    ).toBe(false);
  });

  it('that are prerendered send nothing before the visitor sees them', async () => {
    const profile = await mkdtemp(path.join(tmpdir(), 'smallyes-visitor-'));
    // A browser that nobody steers: one under Playwright prerenders nothing.
    const visit = spawn(
      findBrowser() ?? '',
      [...browserFlags, '--headless=new', `--user-data-dir=${profile}`, `${site.origin}/elsewhere?prerender`],
      { stdio: 'ignore' },
    );
    try {
      await vi.waitFor(() => expect(site.prerendered).toBe(1), { timeout: 10_000 });
      // The page says yes by itself, and the visitor goes to it a second later.
      await arrive(1);
      expect(site.arrivalsWhenShown).toBe(0);
    } finally {
      visit.kill();
      await ends(visit, 'exit');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

/** In the page: whether so many events are stored. */
async function storedCount(count: number): Promise<boolean> {
  const [database] = await indexedDB.databases();
  if (!database?.name) return false;
  const request = indexedDB.open(database.name);
  const db = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const asked = db.transaction('events').objectStore('events').count();
  const found = await new Promise((resolve) => {
    asked.onsuccess = () => resolve(asked.result);
  });
  db.close();
  return found === count;
}
