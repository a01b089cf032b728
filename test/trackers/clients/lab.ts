import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Arrival, type Loopback, startLoopback } from './loopback.ts';

/** A browser's page with one product's real client in it, and a server that plays the product. */
export interface Lab {
  /** Opens the page as a visitor whose address says too much, in a browser context and with a server of its own. */
  open(hash?: string): Promise<Page>;
  /** The server of the page that was opened last. */
  readonly server: Loopback;
}

/** Sets the lab of a test file up, and clears it between tests. */
export function openLab(program: string): Lab {
  const { browser: address, bundles } = inject('clients');
  const thrown: string[] = [];
  let browser: Browser;
  let server: Loopback | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(address);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    // What a page sends when it is closed goes to a server that is no more.
    await server?.close();
    server = undefined;
    expect(thrown.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());
  return {
    get server() {
      if (!server) throw new Error('There is no server before a page is open.');
      return server;
    },
    async open(hash = '') {
      server = await startLoopback(bundles);
      const page = await (await browser.newContext()).newPage();
      page.on('pageerror', ({ message }) => void thrown.push(message));
      await page.goto(`${server.origin}/page/${program}?email=query%40secret.example&utm_source=news${hash}`);
      await page.waitForFunction(() => 'stage' in window);
      return page;
    },
  };
}

/** Does what a visitor does: votes for something of her own, and leaves her address for a guide. Two commitments. */
export async function visit(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Something else' }).click();
  await page.getByRole('textbox', { name: 'In your own words' }).fill('typed secret answer');
  await page.getByRole('button', { name: 'Vote' }).click();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('typed@secret.example');
  await page.getByRole('button', { name: 'Get it now' }).click();
  await page.getByText('Here it is').waitFor();
}

/** Waits until `read` finds as many as expected among what arrived, and gives them. */
export async function arrived<Event>(
  { arrivals }: Loopback,
  read: (arrivals: readonly Arrival[]) => Event[],
  count: number,
): Promise<Event[]> {
  const end = performance.now() + 7_000;
  for (;;) {
    const found = read(arrivals);
    if (found.length >= count || performance.now() > end) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
}
