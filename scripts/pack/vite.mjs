// The Vite example: a built folder behind a strict Content-Security-Policy.
import assert from 'node:assert/strict';
import path from 'node:path';
import { checkDevelopment, checkVisits } from './checks.mjs';
import { serveFolder, startServer } from './processes.mjs';

/** Nothing inline, nothing from elsewhere, and no text ever becomes a script. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export async function checkVite(browser, folder, schema) {
  const site = await serveFolder(path.join(folder, 'dist'), { 'content-security-policy': policy });
  try {
    const app = { name: 'vite', origin: `${site.origin}/`, elsewhere: `${site.origin}/imprint.html` };
    const visit = await checkVisits(browser, app, schema);

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
  } finally {
    await site.close();
  }

  const dev = await startServer(folder, 'node_modules/vite/bin/vite.js', (port) => [
    '--host',
    '127.0.0.1',
    '--port',
    port,
    '--strictPort',
  ]);
  try {
    await checkDevelopment(browser, { name: 'vite', origin: `${dev.origin}/` }, schema);
  } finally {
    await dev.close();
  }
}
