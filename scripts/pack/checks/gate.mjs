// The gate: what it guards leaves the server for a grant alone. Where there is no server, it goes by mail.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gateOf, guarded, gate as id } from '../asks.mjs';
import { gateKey } from '../processes.mjs';
import { check } from '../report.mjs';
import { isTracking, record, until } from '../visitor.mjs';

const yes = 'committed {"fields":["email"]}';
const day = 86_400_000;

export async function gate(visits) {
  const { app, home, origin, visit } = visits;

  await check(app.name, 'what the gate guards is in no file for browsers', async () => {
    const folder = path.join(home, app.published);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    assert.ok(files.some(({ name }) => name.endsWith('.js')));
    for (const { parentPath, name } of files)
      assert.ok(!(await readFile(path.join(parentPath, name), 'utf8')).includes(guarded), `it is in ${name}`);
  });

  await check(app.name, 'only a good grant opens the gate', async () => {
    const { createGate } = await import('smallyes/server');
    const grantOf = (magnet, { secret = gateKey, now = Date.now() } = {}) => {
      const magnets = { questions: { stream: () => '' }, other: { stream: () => '' } };
      return createGate({ keys: [{ id: '2026-11', secret }], magnets, now: () => now }).grant(magnet);
    };
    const answerTo = async (grant) => {
      const query = new URLSearchParams({ magnet: 'questions', ...(grant && { grant }) });
      const response = await fetch(`${origin}/gate?${query}`);
      return { status: response.status, isGiven: (await response.text()).includes(guarded) };
    };
    const good = await grantOf('questions');
    const bad = {
      none: undefined,
      expired: await grantOf('questions', { now: Date.now() - 2 * day }),
      foreign: await grantOf('other'),
      forged: await grantOf('questions', { secret: 'for development only, a real site sets GATE_KEY' }),
      truncated: good.slice(0, -4),
    };
    for (const [name, grant] of Object.entries(bad))
      assert.deepEqual(await answerTo(grant), { status: 403, isGiven: false }, name);
    assert.deepEqual(await answerTo(good), { status: 200, isGiven: true });
  });

  await visit(
    'the gate gives nothing away before the grant, and all of it after',
    async ({ page, heardOnly, isAlive }) => {
      const responses = await record(page);
      const given = () => responses.filter(({ body }) => body.includes(guarded)).map(({ url }) => url);
      await page.getByRole('link', { name: 'Talk to us' }).click();
      await page.getByRole('heading', { name: 'Talk to us' }).waitFor();
      await isAlive();
      const { email, send, secret } = gateOf(page);
      await email.fill('mara@tea.example');
      await page.waitForLoadState('networkidle');
      assert.deepEqual(given(), []);
      assert.ok(!(await (await fetch(`${origin}${app.talk}`)).text()).includes(guarded));
      await send.click();
      await secret.waitFor();
      await until(async () => assert.notDeepEqual(given(), []));
      await heardOnly({ [id]: ['seen', 'started', yes] });
      await page.reload();
      await isAlive();
      await secret.waitFor();
      await heardOnly({ [id]: ['seen', 'started', yes] });
    },
  );

  await slowGate(visits, ({ secret }) => secret);
}

/** The app has no server of its own. */
export async function mailedGate(visits) {
  const { app, visit } = visits;
  const mailed = ({ root }) => root.getByText('Almost there');

  await visit(
    'the gate says that it comes by mail',
    async ({ page, heardOnly }) => {
      const ask = gateOf(page);
      await ask.email.fill('mara@tea.example');
      await ask.send.click();
      await mailed(ask).waitFor();
      await heardOnly({ [id]: ['seen', 'started', yes] });
    },
    { path: app.talk },
  );

  await slowGate(visits, mailed);
}

/** `endOf` finds what the visitor sees in the end. */
function slowGate({ app, visit }, endOf) {
  return visit(
    'on a slow network what was typed stays, and the sending waits for its script',
    async ({ page, heardOnly }) => {
      const ask = gateOf(page);
      const posts = [];
      page.on('request', (request) => {
        // An app that has an outbox sends its events too.
        if (request.method() === 'POST' && !isTracking(request)) posts.push(request.url());
      });
      const arrival = Promise.withResolvers();
      let held = 0;
      await page.route('**/*.js', async (route) => {
        held += 1;
        await arrival.promise;
        await route.continue().catch(() => {});
      });
      await ask.email.pressSequentially('mara@tea.example');
      await page.keyboard.press('Enter');
      await wait(2_000);
      assert.ok(held > 0, 'nothing had to be loaded');
      assert.equal(await ask.email.inputValue(), 'mara@tea.example');
      assert.deepEqual(posts, []);
      arrival.resolve();
      await endOf(ask).waitFor();
      assert.equal(posts.length, 1, `posts ${posts}`);
      await heardOnly({ [id]: ['seen', 'started', yes] });
    },
    // The trigger of the dialog, which would bring the same script, is out of sight.
    { path: app.talk, viewport: { width: 1000, height: 220 } },
  );
}
