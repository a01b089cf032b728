// The page "Talk to us". ContactDialog, LeadGate and StepForm are visited here, with their functions in ../asks.mjs.
import assert from 'node:assert/strict';

export async function talk({ visit }) {
  await visit('the page "Talk to us" says how', async ({ page }) => {
    await page.getByRole('link', { name: 'Talk to us' }).click();
    await page.getByRole('heading', { name: 'Talk to us' }).waitFor();
    assert.match(new URL(page.url()).pathname, /^\/talk\b/);
    const mail = page.getByRole('link', { name: 'hello@pinegrove.example' });
    assert.equal(await mail.getAttribute('href'), 'mailto:hello@pinegrove.example');
  });
}
