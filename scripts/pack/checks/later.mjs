// An ask of `smallyes/lazy` at the end of a long page that a server wrote.
import assert from 'node:assert/strict';
import { poll, trust } from '../asks.mjs';
import { until } from '../visitor.mjs';

/** Whether React has taken the poll over. */
const isAwake = (vote) =>
  vote.root.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactFiber')));

/** Counts the scripts that the page asks for from now on. */
function countScripts(page) {
  const names = new Set();
  page.on('request', (request) => request.resourceType() === 'script' && names.add(request.url()));
  return names;
}

export async function later({ app, visit }) {
  await visit(
    'an ask far down is there, asleep, and its code comes with the reader',
    async ({ heard, page, shift }, vote) => {
      await page.waitForLoadState('networkidle');
      assert.equal(await vote.option('Trust').count(), 1, 'the server wrote the poll');
      assert.equal(await isAwake(vote), false, 'nobody has come near');
      const scripts = countScripts(page);
      await vote.root.scrollIntoViewIfNeeded();
      await until(async () => assert.ok(await isAwake(vote), 'the poll wakes'));
      assert.ok(scripts.size > 0, 'its code came only now');
      await heard({ [poll]: ['seen'] });
      await vote.option('Trust').click();
      await heard({ [poll]: ['seen', 'started', trust] });
      const moved = await shift();
      assert.ok(moved < 0.001, `layout shift ${moved}`);
      return { remark: `${scripts.size} scripts on the way down` };
    },
    { path: app.later },
  );

  await visit(
    'a vote that is faster than its code counts once',
    async ({ heard, page }, vote) => {
      await page.waitForLoadState('networkidle');
      const arrival = Promise.withResolvers();
      await page.route('**/*.js', async (route) => {
        await arrival.promise;
        await route.continue().catch(() => {});
      });
      await vote.clickRow('Trust');
      assert.equal(await isAwake(vote), false, 'the press came first');
      arrival.resolve();
      await heard({ [poll]: ['seen', 'started', trust] });
    },
    { path: app.later },
  );
}
