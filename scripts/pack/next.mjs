// The Next.js example: server components, hydration, client-side routes, and a visit without JavaScript.
import assert from 'node:assert/strict';
import { checkDevelopment, checkVisits, poll } from './checks.mjs';
import { startServer } from './processes.mjs';
import { check } from './report.mjs';
import { until } from './visitor.mjs';

const next = 'node_modules/next/dist/bin/next';

export async function checkNext(browser, folder, schema) {
  const site = await startServer(folder, next, (port) => ['start', '-H', '127.0.0.1', '-p', port]);
  try {
    const { origin } = site;
    const app = { name: 'next', origin: `${origin}/`, elsewhere: `${origin}/checkout`, savesOnServer: true };
    const visit = await checkVisits(browser, app, schema);
    const votes = async () => (await fetch(`${origin}/api/votes`)).json();

    await visit('the served markup needs no inline style', async ({ page, heardOnly }, vote) => {
      await page.route(app.origin, async (route) => {
        const response = await route.fetch();
        const policy =
          "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'";
        await route.fulfill({
          response,
          headers: { ...response.headers(), 'content-security-policy': policy },
        });
      });
      await vote.option('Trust').click();
      await vote.isCounted();
      const response = await page.reload();
      assert.match(response.headers()['content-security-policy'], /style-src 'self'/);
      await vote.isCounted();
      await heardOnly({ [poll]: ['seen', 'started', 'committed {"choice":"Trust"}'] });
    });

    await visit('a route of the router is a page view of its own, in the same session', async (visitor) => {
      const { page, heardOnly, read } = visitor;
      await page.getByRole('radio', { name: 'Trust' }).click();
      await page.getByRole('link', { name: 'How short can a checkout be?' }).click();
      await page.getByRole('heading', { name: 'How short can a checkout be?' }).waitFor();
      await page.locator('label', { has: page.getByRole('radio', { name: '5 stars' }) }).click();
      await heardOnly({
        [poll]: ['seen', 'started', 'committed {"choice":"Trust"}'],
        'article-checkout': ['seen', 'started', 'committed {"value":5,"max":5}'],
      });
      const steps = await read('ask_step');
      const first = steps.find(({ ask }) => ask.id === poll);
      const second = steps.find(({ ask }) => ask.id === 'article-checkout');
      assert.deepEqual([first.page.path, second.page.path], ['/', '/checkout']);
      assert.notEqual(second.page.viewId, first.page.viewId);
      assert.equal(second.session.id, first.session.id);
    });

    await visit('a click changes nothing in the markup for search engines', async ({ page }) => {
      const markup = page.locator('script[type="application/ld+json"]');
      const served = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(
        await (await fetch(origin)).text(),
      )?.[1];
      assert.ok(served, 'the page is served with it');
      await page.locator('label', { has: page.getByRole('radio', { name: '1 star' }) }).click();
      await page.getByText('You rated 1 of 5').waitFor();
      assert.deepEqual(await markup.allTextContents(), [served]);
      const { '@type': type, aggregateRating } = JSON.parse(served);
      assert.equal(type, 'Course');
      assert.equal(aggregateRating.ratingValue, 4.6);
      assert.equal(aggregateRating.ratingCount, 128);
    });

    await check('next: without JavaScript the asks are forms, and the answers arrive', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(5_000);
        await page.goto(origin);
        const ask = page.locator('[data-sy-ask=poll]');
        const form = page.locator('form', { has: page.getByRole('radio', { name: 'Trust' }) });
        await ask.getByText('What holds your shop back most?').first().waitFor();
        assert.equal(await form.getAttribute('method'), 'post');
        assert.equal(await ask.getByRole('radio').count(), 4);
        const before = await votes();
        await ask.getByRole('radio', { name: 'Delivery' }).check();
        const sent = page.waitForRequest((request) => request.method() === 'POST');
        await ask.getByRole('button').click();
        const fields = new URLSearchParams((await sent).postData() ?? '');
        assert.deepEqual(Object.fromEntries(fields), { 'sy-ask': poll, choice: 'Delivery' });
        await page.waitForURL(`${origin}/`);
        assert.deepEqual(await votes(), { ...before, Delivery: before.Delivery + 1 });

        // The rating posts to a server action.
        const readers = async () => Number.parseInt(await page.getByText('readers rated').innerText(), 10);
        const known = await readers();
        await page.locator('label', { has: page.getByRole('radio', { name: '4 stars' }) }).click();
        await page.getByRole('button', { name: 'Send rating' }).click();
        await until(async () => assert.equal(await readers(), known + 1));
      } finally {
        await context.close();
      }
    });
  } finally {
    await site.close();
  }

  const dev = await startServer(folder, next, (port) => ['dev', '-H', '127.0.0.1', '-p', port]);
  try {
    await checkDevelopment(browser, { name: 'next', origin: `${dev.origin}/` }, schema);
  } finally {
    await dev.close();
  }
}
