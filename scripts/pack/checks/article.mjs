// What a visitor does on the article page, and what must come of it. Every app passes all of it.
import assert from 'node:assert/strict';
import { poll, rating, stars, trust } from '../asks.mjs';

const fourStars = stars(4);
/** A shift counts only where it can be seen. */
const wholePage = { viewport: { width: 1000, height: 2600 } };

export async function article({ visit }) {
  await visit(
    'comes alive without moving, and every ask is seen once',
    async ({ heardOnly, shift, page }, vote, score) => {
      await vote.option('Trust').waitFor({ state: 'attached' });
      await score.star(4).waitFor();
      await page.waitForLoadState('networkidle');
      await heardOnly({ [poll]: ['seen'], [rating]: ['seen'] });
      const moved = await shift();
      assert.ok(moved < 0.001, `layout shift ${moved}`);
      return { remark: `layout shift ${moved}` };
    },
    wholePage,
  );

  await visit('looks like itself, in the light and in the dark', async ({ page }) => {
    const look = () =>
      page.evaluate(() => {
        const { backgroundColor, borderRadius, color, paddingTop } = getComputedStyle(
          document.querySelector('[data-sy-ask=poll]'),
        );
        // The browser itself turns any colour notation into lightness.
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        const lightness = (paint) => {
          canvas.fillStyle = paint;
          canvas.fillRect(0, 0, 1, 1);
          const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
          return (red + green + blue) / 765;
        };
        return { surface: lightness(backgroundColor), text: lightness(color), borderRadius, paddingTop };
      });
    const lookAs = async (theme, colorScheme, pageScheme = 'light dark') => {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(
        ([name, scheme]) => {
          document.documentElement.style.colorScheme = scheme;
          if (name) document.documentElement.dataset.syTheme = name;
          else delete document.documentElement.dataset.syTheme;
        },
        [theme, pageScheme],
      );
      return look();
    };
    const light = await lookAs(undefined, 'light');
    const dark = await lookAs(undefined, 'dark');
    assert.ok(light.surface > 0.9 && light.text < 0.3, `light ${JSON.stringify(light)}`);
    assert.ok(dark.surface < 0.3 && dark.text > 0.8, `dark ${JSON.stringify(dark)}`);
    assert.deepEqual(
      await lookAs(undefined, 'dark', 'normal'),
      light,
      'a page that knows no dark, on a dark machine',
    );
    assert.equal(light.borderRadius, '12px');
    assert.notEqual(light.paddingTop, '0px');
    assert.deepEqual(await lookAs('dark', 'light'), dark, 'data-sy-theme="dark" on a light machine');
    assert.deepEqual(await lookAs('light', 'dark'), light, 'data-sy-theme="light" on a dark machine');
  });

  await visit('a vote by keyboard: arrow keys look, Space votes', async ({ heardOnly, page }, vote) => {
    await vote.reachByTab();
    // From the first, the long way round.
    await press(page, 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await heardOnly({ [poll]: ['seen', 'started'] });
    await page.keyboard.press('Space');
    await vote.isCounted();
    await heardOnly({ [poll]: ['seen', 'started', trust] });
  });

  await visit('a vote by keyboard: Enter votes, once', async ({ heardOnly, page }, vote) => {
    await vote.reachByTab();
    await press(page, 'ArrowDown', 'Enter', 'Enter');
    await vote.isCounted();
    await heardOnly({ [poll]: ['seen', 'started', trust] });
  });

  await visit('a star by pointer', async ({ heard, heardOnly }, _, score) => {
    await heard({ [rating]: [] });
    await score.star(4).click();
    await score.isRated(4);
    await heardOnly({ [rating]: ['seen', 'started', fourStars] });
  });

  await visit('a double click counts once', async ({ heardOnly }, vote, score) => {
    await vote.option('Trust').dblclick();
    await vote.isCounted();
    await score.star(4).dblclick();
    await score.isRated(4);
    await heardOnly({ [poll]: ['seen', 'started', trust], [rating]: ['seen', 'started', fourStars] });
  });
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}
