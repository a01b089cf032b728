// The contact dialog: opened, left, sent. Every app passes all of it, and its policy holds while the dialog is open.
import assert from 'node:assert/strict';
import { dialogOf, dialog as id } from '../asks.mjs';
import { isTracking } from '../visitor.mjs';
import { layPolicy } from './policy.mjs';

const opened = ['started', 'committed {"trigger":"trigger"}'];
const sent = 'committed {"fields":["name","email","message"]}';

export async function dialog({ app, origin, visit }) {
  const onPage = { path: app.talk };

  await visit(
    'the dialog by mouse: it holds the page still, sends once and thanks',
    async ({ page, heard, heardOnly, isAlive }) => {
      if (app.hasNoPolicy) {
        await heard({ [id]: ['seen'] });
        await layPolicy(page, `${origin}${app.talk}`);
        await page.reload();
        await isAlive();
      }
      const { root, trigger, fill, send, thanks, isFocused } = dialogOf(page);
      const posts = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && !isTracking(request)) posts.push(request.url());
      });
      await trigger.click();
      await root.waitFor();
      await page.mouse.move(5, 5);
      await page.mouse.wheel(0, 600);
      await fill();
      assert.equal(await page.evaluate(() => scrollY), 0, 'the page behind scrolls');
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY), 'hidden');
      await send();
      await thanks.waitFor();
      await root.getByRole('button', { name: 'Done' }).click();
      await root.waitFor({ state: 'hidden' });
      await isFocused(trigger);
      assert.notEqual(
        await page.evaluate(() => getComputedStyle(document.documentElement).overflowY),
        'hidden',
      );
      assert.equal(posts.length, 1, `posts ${posts}`);
      const seen = app.hasNoPolicy ? ['seen', 'seen'] : ['seen'];
      await heardOnly({ [id]: [...seen, ...opened, 'progressed', sent] });
    },
    onPage,
  );

  await visit(
    'the dialog by keyboard: Escape keeps what was typed',
    async ({ page, heardOnly }) => {
      const { root, field, trigger, isFocused } = dialogOf(page);
      await trigger.focus();
      await page.keyboard.press('Enter');
      await isFocused(field('Your name'));
      await page.keyboard.type('Mara Lind');
      await page.keyboard.press('Escape');
      await root.waitFor({ state: 'hidden' });
      await isFocused(trigger);
      await page.keyboard.press('Enter');
      await isFocused(field('Your name'));
      assert.equal(await field('Your name').inputValue(), 'Mara Lind');
      await heardOnly({ [id]: ['seen', ...opened, 'progressed', 'dismissed'] });
    },
    onPage,
  );
}
