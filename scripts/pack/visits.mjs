// Visits to a running app, each by a fresh visitor.
import { pollOf, ratingOf } from './asks.mjs';
import { check } from './report.mjs';
import { audit, openVisitor } from './visitor.mjs';

/** What a group of checks gets: the app's description, where it lies and runs, and `visit`. */
export function visitsTo(app, home, origin, { browser, schema }) {
  /**
   * One visit as a check of its own: what happens in it, the exact events, and the general audit. `path` is where it
   * begins; default: the article.
   */
  const visit = (name, act, { allowed, path = '/', ...options } = {}) =>
    check(app.name, name, async () => {
      const visitor = await openVisitor(browser, `${origin}${path}`, options);
      try {
        const result = await act(visitor, pollOf(visitor.page), ratingOf(visitor.page));
        await audit(visitor, schema, allowed);
        return result;
      } finally {
        await visitor.close();
      }
    });
  return { app, home, browser, origin, visit };
}
