// A short visit to the development server, where StrictMode runs everything twice and React warns of mistakes.
import { poll, rating, stars, trust } from '../asks.mjs';
import { check } from '../report.mjs';
import { everyYes } from './every.mjs';

export async function development({ app, browser, origin, visit }) {
  await check(app.name, 'in development the page compiles', () => warmUp(origin, browser, '/', app.every));
  await visit(
    'in development, StrictMode doubles nothing and nobody warns',
    async ({ heardOnly, page }, vote, score) => {
      await page.waitForLoadState('networkidle');
      await vote.option('Trust').click();
      await vote.isCounted();
      await score.star(4).click();
      await score.isRated(4);
      await heardOnly({ [poll]: ['seen', 'started', trust], [rating]: ['seen', 'started', stars(4)] });
    },
  );
  await everyYes({ app, origin, visit });
}

/** Such a server compiles what is asked for, and may load the page anew when it finds more to compile. */
async function warmUp(origin, browser, ...paths) {
  const page = await browser.newPage();
  for (const path of paths) {
    await page.goto(origin + path, { timeout: 90_000 });
    await page.waitForLoadState('networkidle');
  }
  await page.close();
}
