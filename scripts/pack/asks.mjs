// The asks of the examples, as a visitor finds them. One function for each component.
import assert from 'node:assert/strict';
import { until } from './visitor.mjs';

export const poll = 'biggest-hurdle';
export const rating = 'article-delivery';
export const secondRating = 'article-checkout';

/** What the asks say when they were answered so. */
export const trust = 'committed {"choice":"Trust"}';
export const stars = (value) => `committed {"value":${value},"max":5}`;

export function pollOf(page) {
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

export function ratingOf(page) {
  const root = page.locator('[data-sy-ask=star-rating]');
  return {
    root,
    star: (count) =>
      root.locator('label', { has: page.getByRole('radio', { name: new RegExp(`^${count} star`) }) }),
    isRated: (count) => root.getByText(`You rated ${count} of 5`).waitFor(),
  };
}
