// An ask that the app makes itself, with `useCommit`.
import assert from 'node:assert/strict';

export async function ownAsk({ visit }) {
  await visit(
    'an ask of its own, with a kind of its own',
    async ({ heardOnly, page }) => {
      await page.getByRole('button', { name: 'Copy the checklist' }).click();
      await page.getByText('Copied.').waitFor();
      const phases = ['seen', 'started', 'committed {"items":3}'];
      await heardOnly({ 'delivery-checklist': phases });
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /The cart names a day/);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
}
