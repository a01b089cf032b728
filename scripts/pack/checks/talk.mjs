// The page "Talk to us": what it says, and what it loads before a visitor turns to one of its asks.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { dialogOf, gateOf } from '../asks.mjs';
import { record, until } from '../visitor.mjs';

/** What minifying leaves of the two heavy parts: a class of the dialog, an option of the form machine. */
const heavy = { dialog: 'sy-contact-dialog-layer', machine: 'shouldFocusError' };

export async function talk({ app, visit }) {
  await visit('the page "Talk to us" says how', async ({ page }) => {
    await page.getByRole('link', { name: 'Talk to us' }).click();
    await page.getByRole('heading', { name: 'Talk to us' }).waitFor();
    assert.match(new URL(page.url()).pathname, /^\/talk\b/);
    const mail = page.getByRole('link', { name: 'hello@pinegrove.example' });
    assert.equal(await mail.getAttribute('href'), 'mailto:hello@pinegrove.example');
    const { text, surface } = await dialogOf(page).trigger.evaluate(lightnessOf);
    assert.ok(Math.abs(text - surface) > 0.3, `the trigger cannot be read: ${text} on ${surface}`);
  });

  await visit(
    'dialog and form machine come when a visitor turns to them, and not before',
    async ({ page, isAlive }) => {
      const scripts = await record(page, '**/*.js');
      const loaded = () =>
        Object.keys(heavy).filter((part) => scripts.some(({ body }) => body.includes(heavy[part])));
      await page.reload();
      await isAlive();
      await page.waitForLoadState('networkidle');
      // Longer than the kit waits for an idle browser.
      await wait(2_500);
      assert.ok(scripts.length > 0, 'scripts are noted');
      assert.deepEqual(loaded(), []);
      await gateOf(page).email.hover();
      await until(async () => assert.deepEqual(loaded(), ['machine']));
      await dialogOf(page).trigger.hover();
      await until(async () => assert.deepEqual(loaded(), ['dialog', 'machine']));
    },
    // So low that the trigger of the dialog is out of sight: seen, it loads when the browser is idle.
    { path: app.talk, viewport: { width: 1000, height: 220 } },
  );
}

/** Runs in the page. The browser itself turns any colour notation into lightness. */
function lightnessOf(element) {
  const { color, backgroundColor } = getComputedStyle(element);
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const [text, surface] = [color, backgroundColor].map((paint) => {
    canvas.fillStyle = paint;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 765;
  });
  return { text, surface };
}
