// The page "Talk to us" without JavaScript, and before it has come.
import assert from 'node:assert/strict';
import { dialogOf, gate, gateOf, guarded, quoteOf } from '../asks.mjs';
import { check } from '../report.mjs';
import { until } from '../visitor.mjs';

export async function talkWithoutScript({ app, browser, origin, visit }) {
  const url = `${origin}${app.talk}`;

  await check(
    app.name,
    'without JavaScript the asks to talk are forms and links, and the server answers',
    async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(10_000);
        const text = () => page.locator('body').innerText();
        const arrived = async () => {
          const html = await (await fetch(`${origin}/talk/thanks`)).text();
          return Number(/number (?:<!-- -->)?(\d+)/.exec(html)?.[1]);
        };

        await page.goto(url);
        assert.equal(await dialogOf(page).trigger.getAttribute('href'), 'mailto:hello@pinegrove.example');
        assert.ok(!(await page.content()).includes(guarded));
        const before = await arrived();
        await gateOf(page).email.fill('mara@tea.example');
        await gateOf(page).send.click();
        await until(async () => assert.ok((await text()).includes(guarded)));
        assert.equal(await arrived(), before + 1);

        const form = quoteOf(page);
        await page.goto(url);
        await form.option('A named day for every parcel').check();
        await form.parcels.fill('900');
        await form.name.fill('Mara');
        await form.send();
        await page.getByRole('heading', { name: 'Something is missing' }).waitFor();
        assert.equal(await arrived(), before + 1);
        await page.goto(url);
        await form.option('A named day for every parcel').check();
        await form.parcels.fill('900');
        await form.name.fill('Mara');
        await form.email.fill('mara@tea.example');
        await form.send();
        await page.getByRole('heading', { name: 'Thank you, it has arrived' }).waitFor();
        assert.equal(await arrived(), before + 2);
      } finally {
        await context.close();
      }
    },
  );

  await visit(
    'what is typed before the page is alive stays, and is sent',
    async ({ page, heardOnly, isAlive }) => {
      const { email, send, secret } = gateOf(page);
      await email.fill('mara@tea.example');
      await isAlive();
      assert.equal(await email.inputValue(), 'mara@tea.example');
      await send.click();
      await secret.waitFor();
      await heardOnly({ [gate]: ['seen', 'started', 'committed {"fields":["email"]}'] });
    },
    { isImpatient: true, path: app.talk },
  );
}
