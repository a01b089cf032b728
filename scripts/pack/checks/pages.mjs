// From page to page by links, whether a router takes them or the browser.
import assert from 'node:assert/strict';
import { poll, rating, secondRating, stars, trust } from '../asks.mjs';

/** The app has a second article. */
export async function pages({ visit }) {
  await visit(
    'a link leads to a page view of its own, in the same session',
    async ({ heard, heardOnly, isAlive, page, read }, vote, score) => {
      await heard({ [poll]: ['seen'], [rating]: ['seen'] });
      await vote.option('Trust').click();
      await vote.isCounted();
      await page.getByRole('link', { name: 'How short can a checkout be?' }).click();
      await page.getByRole('heading', { name: 'How short can a checkout be?' }).waitFor();
      await isAlive();
      await score.star(5).click();
      await score.isRated(5);
      await heardOnly({
        [poll]: ['seen', 'started', trust],
        [rating]: ['seen'],
        [secondRating]: ['seen', 'started', stars(5)],
      });
      const steps = await read('ask_step');
      const pagesOf = (id) => steps.filter(({ ask }) => ask.id === id).map((step) => step.page);
      const first = [...pagesOf(poll), ...pagesOf(rating)];
      const second = pagesOf(secondRating);
      assert.deepEqual([...new Set(first.map((one) => one.path))], ['/']);
      assert.deepEqual([...new Set(second.map((one) => one.path))], ['/checkout']);
      assert.equal(new Set(first.map((one) => one.viewId)).size, 1, 'the asks of a page share its view');
      assert.notEqual(second[0].viewId, first[0].viewId);
    },
    // Both asks of the article can be seen at once.
    { viewport: { width: 1000, height: 2600 } },
  );
}
