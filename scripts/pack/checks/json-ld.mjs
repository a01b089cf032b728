// Rating markup for search engines, rendered by a server component.
import assert from 'node:assert/strict';

export async function jsonLd({ origin, visit }) {
  await visit('a click changes nothing in the markup for search engines', async ({ page }, _, score) => {
    const markup = page.locator('script[type="application/ld+json"]');
    const served = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(
      await (await fetch(origin)).text(),
    )?.[1];
    assert.ok(served, 'the page is served with it');
    await score.star(1).click();
    await score.isRated(1);
    assert.deepEqual(await markup.allTextContents(), [served]);
    const { '@type': type, aggregateRating } = JSON.parse(served);
    assert.equal(type, 'Course');
    assert.equal(aggregateRating.ratingValue, 4.6);
    assert.equal(aggregateRating.ratingCount, 128);
  });
}
