// What a visitor does on the examples' article page, and what must come of it.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { check } from './report.mjs';
import { audit, openVisitor, until } from './visitor.mjs';

const trust = 'committed {"choice":"Trust"}';
const fourStars = 'committed {"value":4,"max":5}';
const offline = /ERR_INTERNET_DISCONNECTED/;
/** A shift counts only where it can be seen. */
const wholePage = { viewport: { width: 1000, height: 2600 } };

export const poll = 'biggest-hurdle';
export const rating = 'article-delivery';

/** The checks that both examples pass. `app` says where it runs and how it differs. */
export async function checkVisits(browser, app, schema) {
  /** One visit as a check of its own: what happens in it, the exact events, and the general audit. */
  const visit = (name, act, { allowed, ...options } = {}) =>
    check(`${app.name}: ${name}`, async () => {
      const visitor = await openVisitor(browser, app.origin, options);
      try {
        const result = await act(visitor, pollOf(visitor.page), ratingOf(visitor.page));
        await audit(visitor, schema, allowed);
        return result;
      } finally {
        await visitor.close();
      }
    });

  await visit(
    'comes alive without moving, and every ask is seen once',
    async ({ heardOnly, shift, page }, vote, stars) => {
      await vote.option('Trust').waitFor({ state: 'attached' });
      await stars.star(4).waitFor();
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

  await visit('a star by pointer', async ({ heard, heardOnly }, _, stars) => {
    await heard({ [rating]: [] });
    await stars.star(4).click();
    await stars.isRated(4);
    await heardOnly({ [rating]: ['seen', 'started', fourStars] });
  });

  await visit('a double click counts once', async ({ heardOnly }, vote, stars) => {
    await vote.option('Trust').dblclick();
    await vote.isCounted();
    await stars.star(4).dblclick();
    await stars.isRated(4);
    await heardOnly({ [poll]: ['seen', 'started', trust], [rating]: ['seen', 'started', fourStars] });
  });

  await visit(
    'a reload remembers the vote without moving, and counts nothing again',
    async (visitor, vote) => {
      await visitor.heard({ [poll]: ['seen'], [rating]: ['seen'] });
      const before = await visitor.shift();
      await vote.option('Trust').click();
      await vote.isCounted();
      await visitor.page.reload();
      await vote.isCounted();
      // The rating is unrated and in view: another attempt, seen again.
      await visitor.heardOnly({ [poll]: ['seen', 'started', trust], [rating]: ['seen', 'seen'] });
      const moved = (await visitor.shift()) - before;
      assert.ok(moved < 0.001, `layout shift ${moved}`);
      return { remark: `layout shift ${moved}` };
    },
    wholePage,
  );

  await visit('back and forward double nothing', async (visitor, vote, stars) => {
    const { page, heardOnly, read } = visitor;
    await vote.option('Trust').click();
    await vote.isCounted();
    await stars.star(4).click();
    await stars.isRated(4);
    await page.goto(app.elsewhere);
    await back(page, app.origin);
    await vote.isCounted();
    await page.goForward({ waitUntil: 'commit' });
    await until(async () => assert.equal(await page.evaluate(() => location.href), app.elsewhere));
    await back(page, app.origin);
    await vote.isCounted();
    const shown = (await read('shown')).slice(1);
    // Loaded anew, the page holds an unrated rating, which may be seen: another attempt.
    const loads = shown.filter((how) => how === 'loaded').length;
    if (loads > 0) await wait(1_500);
    const seen =
      (await read('ask_step')).filter(({ ask, phase }) => ask.id === rating && phase === 'seen').length - 1;
    assert.ok(seen <= loads, `the rating was seen ${seen} times more in ${loads} loads`);
    const all = {
      [poll]: ['seen', 'started', trust],
      [rating]: ['seen', 'started', fourStars, ...Array(seen).fill('seen')],
    };
    await heardOnly(all);
    return { remark: shown.join(', ') };
  });

  await visit('leaving after a start is told once, and a later vote still counts', async (visitor, vote) => {
    const { page, heard, heardOnly, read } = visitor;
    await vote.reachByTab();
    await page.keyboard.press('ArrowDown');
    await page.goto(app.elsewhere);
    await heard({ [poll]: ['seen', 'started', 'abandoned'] });
    await back(page, app.origin);
    await vote.clickRow('Trust');
    await vote.isCounted();
    const how = (await read('shown')).at(-1);
    const again = how === 'restored' ? [] : ['seen', 'started'];
    await heardOnly({ [poll]: ['seen', 'started', 'abandoned', ...again, trust] });
    return { remark: how };
  });

  await visit(
    'offline, the page goes on',
    async ({ context, heardOnly }, vote, stars) => {
      await context.setOffline(true);
      await stars.star(4).click();
      if (!app.savesOnServer) await stars.isRated(4);
      else {
        await stars.root.getByText('was not saved').waitFor();
        await context.setOffline(false);
        await stars.root.getByRole('button', { name: 'Try again' }).click();
        await stars.isRated(4);
        await context.setOffline(true);
      }
      await vote.option('Trust').click();
      if (app.savesOnServer) {
        await vote.root.getByText('did not arrive').waitFor();
        await context.setOffline(false);
        await vote.option('Trust').click();
      }
      await vote.isCounted();
      const failed = app.savesOnServer ? ['failed'] : [];
      await heardOnly({
        [poll]: ['seen', 'started', ...failed, trust],
        [rating]: ['seen', 'started', ...failed, fourStars],
      });
    },
    { allowed: offline },
  );

  return visit;
}

/** A short visit to the development server, where StrictMode runs everything twice and React warns of mistakes. */
export async function checkDevelopment(browser, app, schema) {
  await check(`${app.name}: in development, StrictMode doubles nothing and nobody warns`, async () => {
    const visitor = await openVisitor(browser, app.origin);
    try {
      const vote = pollOf(visitor.page);
      const stars = ratingOf(visitor.page);
      await visitor.page.waitForLoadState('networkidle');
      await vote.option('Trust').click();
      await vote.isCounted();
      await stars.star(4).click();
      await stars.isRated(4);
      await visitor.heardOnly({
        [poll]: ['seen', 'started', trust],
        [rating]: ['seen', 'started', fourStars],
      });
      await audit(visitor, schema);
    } finally {
      await visitor.close();
    }
  });
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/**
 * Goes back as the button of the browser does. Playwright's locators do not know a page that comes out of the
 * back/forward cache, so what follows may use the mouse, the keyboard and `page.evaluate` only.
 */
async function back(page, url) {
  await page.goBack({ waitUntil: 'commit' });
  await until(async () => assert.equal(await page.evaluate(() => location.href), url));
}

function pollOf(page) {
  const root = page.locator('[data-sy-ask=poll]');
  return {
    root,
    option: (name) => root.getByRole('radio', { name }),
    /** As a visitor with a keyboard comes there. */
    async reachByTab() {
      for (let presses = 0; presses < 10; presses++) {
        await page.keyboard.press('Tab');
        if (
          await root
            .getByRole('radio')
            .first()
            .evaluate((radio) => radio === document.activeElement)
        )
          return;
      }
      assert.fail('Tab does not reach the poll');
    },
    /** Clicks without a locator. */
    async clickRow(name) {
      const [x, y] = await page.evaluate((text) => {
        const rows = [...document.querySelectorAll('[data-sy-ask=poll] label')];
        const row = rows.find(({ textContent }) => textContent === text);
        row.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = row.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      }, name);
      await page.mouse.click(x, y);
    },
    isCounted: () =>
      until(async () => {
        const text = await page.evaluate(() => document.querySelector('[data-sy-ask=poll]')?.textContent);
        assert.match(text ?? '', /your choice/);
      }),
  };
}

function ratingOf(page) {
  const root = page.locator('[data-sy-ask=star-rating]');
  return {
    root,
    star: (count) =>
      root.locator('label', { has: page.getByRole('radio', { name: new RegExp(`^${count} star`) }) }),
    isRated: (count) => root.getByText(`You rated ${count} of 5`).waitFor(),
  };
}
