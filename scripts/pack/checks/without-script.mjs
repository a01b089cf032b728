// Server-rendered pages without JavaScript, and before it has come.
import assert from 'node:assert/strict';
import { poll, pollOf, ratingOf, trust } from '../asks.mjs';
import { check } from '../report.mjs';
import { until } from '../visitor.mjs';

export async function withoutScript({ app, browser, origin, visit }) {
  /** Nobody else votes for it meanwhile. */
  const votes = async () => (await (await fetch(`${origin}${app.server.votes}`)).json()).Delivery;

  await check(app.name, 'without JavaScript the asks are forms, and the answers arrive', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(origin);
      const ask = pollOf(page).root;
      const form = page.locator('form', { has: page.getByRole('radio', { name: 'Trust' }) });
      await ask.getByText('What holds your shop back most?').first().waitFor();
      assert.equal(await form.getAttribute('method'), 'post');
      assert.equal(await ask.getByRole('radio').count(), 4);
      const before = await votes();
      assert.ok(before > 0);
      await ask.getByRole('radio', { name: 'Delivery' }).check();
      const fields = await posted(page, ask.getByRole('button'));
      assert.deepEqual(Object.fromEntries(fields), { 'sy-ask': poll, choice: 'Delivery' });
      await page.waitForURL(`${origin}${app.server.after}`);
      assert.equal(await votes(), before + 1);

      await page.goto(`${origin}${app.elsewhere}`);
      const readers = async () => Number.parseInt(await page.getByText('readers rated').innerText(), 10);
      const known = await readers();
      await ratingOf(page).star(4).click();
      await posted(page, page.getByRole('button', { name: 'Send rating' }));
      await page.waitForLoadState();
      await page.goto(`${origin}${app.elsewhere}`);
      assert.equal(await readers(), known + 1);
    } finally {
      await context.close();
    }
  });

  await visit(
    'a pick before the page is alive stays, and is no vote until the visitor says so',
    async ({ heardOnly, isAlive }, vote) => {
      await vote.option('Trust').check();
      await isAlive();
      await until(async () => assert.ok(await vote.option('Trust').isChecked()));
      await heardOnly({ [poll]: ['seen'] });
      await vote.option('Trust').click();
      await vote.isCounted();
      await heardOnly({ [poll]: ['seen', 'started', trust] });
    },
    { isImpatient: true },
  );
}

/** What the form posts when its button is pressed, once the server has taken it. */
async function posted(page, button) {
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    button.click(),
  ]);
  assert.ok(response.status() < 400, `the server answers ${response.status()}`);
  return new URLSearchParams(response.request().postData() ?? '');
}
