// Visits to a running app, each by a fresh visitor.
import { pollOf, ratingOf } from './asks.mjs';
import { check } from './report.mjs';
import { audit, openVisitor } from './visitor.mjs';

/** What a group of checks gets: the app's description, where it runs, and `visit`. */
export function visitsTo(app, origin, { browser, schema }) {
  /** One visit as a check of its own: what happens in it, the exact events, and the general audit. */
  const visit = (name, act, { allowed, ...options } = {}) =>
    check(app.name, name, async () => {
      const visitor = await openVisitor(browser, `${origin}/`, options);
      try {
        const result = await act(visitor, pollOf(visitor.page), ratingOf(visitor.page));
        await audit(visitor, schema, allowed);
        return result;
      } finally {
        await visitor.close();
      }
    });
  return { app, browser, origin, visit };
}
