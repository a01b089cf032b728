// A visitor who comes back to the article, or loses the network on it. Every app passes all of it.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { poll, rating, stars, trust } from '../asks.mjs';
import { until } from '../visitor.mjs';

const fourStars = stars(4);
const offline = /ERR_INTERNET_DISCONNECTED/;
/** A shift counts only where it can be seen. */
const wholePage = { viewport: { width: 1000, height: 2600 } };

export async function returns({ app, origin, visit }) {
  const home = `${origin}/`;
  const elsewhere = `${origin}${app.elsewhere}`;

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

  await visit('back and forward double nothing', async (visitor, vote, score) => {
    const { page, heardOnly, read } = visitor;
    await vote.option('Trust').click();
    await vote.isCounted();
    await score.star(4).click();
    await score.isRated(4);
    await page.goto(elsewhere);
    await back(page, home);
    await vote.isCounted();
    await page.goForward({ waitUntil: 'commit' });
    await until(async () => assert.equal(await page.evaluate(() => location.href), elsewhere));
    await back(page, home);
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
    await page.goto(elsewhere);
    await heard({ [poll]: ['seen', 'started', 'abandoned'] });
    await back(page, home);
    await visitor.isAlive();
    await vote.clickRow('Trust');
    await vote.isCounted();
    const how = (await read('shown')).at(-1);
    const again = how === 'restored' ? [] : ['seen', 'started'];
    await heardOnly({ [poll]: ['seen', 'started', 'abandoned', ...again, trust] });
    return { remark: how };
  });

  await visit(
    'offline, the page goes on',
    async ({ context, heardOnly }, vote, score) => {
      await context.setOffline(true);
      await score.star(4).click();
      if (!app.server) await score.isRated(4);
      else {
        await score.root.getByText('was not saved').waitFor();
        await context.setOffline(false);
        await score.root.getByRole('button', { name: 'Try again' }).click();
        await score.isRated(4);
        await context.setOffline(true);
      }
      await vote.option('Trust').click();
      if (app.server) {
        await vote.root.getByText('did not arrive').waitFor();
        await context.setOffline(false);
        await vote.option('Trust').click();
      }
      await vote.isCounted();
      const failed = app.server ? ['failed'] : [];
      await heardOnly({
        [poll]: ['seen', 'started', ...failed, trust],
        [rating]: ['seen', 'started', ...failed, fourStars],
      });
    },
    { allowed: [offline, app.offlineComplaint] },
  );
}

/**
 * Goes back as the button of the browser does. Playwright's locators do not know a page that comes out of the
 * back/forward cache, so what follows may use the mouse, the keyboard and `page.evaluate` only.
 */
async function back(page, url) {
  await page.goBack({ waitUntil: 'commit' });
  await until(async () => assert.equal(await page.evaluate(() => location.href), url));
}
