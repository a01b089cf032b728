// A strict Content-Security-Policy. Each visit fails on a violation; here is what makes that mean something.
import assert from 'node:assert/strict';
import { poll, trust } from '../asks.mjs';

const lax = /'unsafe-(inline|eval|hashes)'|\bdata:|\*/;

/** The app is served with a policy of its own. */
export async function ownPolicy({ visit }) {
  await visit('the policy of the page lets nothing inline through', async ({ page }) => {
    const response = await page.reload();
    const meta = page.locator('meta[http-equiv="content-security-policy" i]');
    const policy =
      response.headers()['content-security-policy'] ??
      ((await meta.count()) ? await meta.getAttribute('content') : '');
    for (const name of ['script-src', 'style-src'])
      assert.match(policy, new RegExp(`\\b${name} 'self'`), `the policy says ${name}: ${policy}`);
    assert.doesNotMatch(policy, lax);
  });
}

/** The app is served without one, because its framework writes inline scripts: the styles are held to one all the same. */
export async function laidPolicy({ origin, visit }) {
  await visit('the served markup needs no inline style', async ({ page, heardOnly, isAlive }, vote) => {
    await layPolicy(page, `${origin}/`);
    await isAlive();
    await vote.option('Trust').click();
    await vote.isCounted();
    const response = await page.reload();
    assert.match(response.headers()['content-security-policy'], /style-src 'self'/);
    await isAlive();
    await vote.isCounted();
    await heardOnly({ [poll]: ['seen', 'started', trust] });
  });
}

/** Serves a page with a policy that its app does not send. */
export function layPolicy(page, url) {
  return page.route(url, async (route) => {
    const response = await route.fetch();
    const policy = "style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
}
