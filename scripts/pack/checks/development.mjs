// A short visit to the development server, where StrictMode runs everything twice and React warns of mistakes.
import { poll, rating, stars, trust } from '../asks.mjs';
import { check } from '../report.mjs';

export async function development({ app, browser, origin, visit }) {
  await check(app.name, 'in development the page compiles', () => warmUp(origin, browser));
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
}

/** Such a server compiles what is asked for, and may load the page anew when it finds more to compile. */
async function warmUp(origin, browser) {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitForLoadState('networkidle');
  await page.close();
}
