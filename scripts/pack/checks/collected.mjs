// What the visitor does arrives in the files of the app's own server, each event once.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { poll, rating, stars, trust } from '../asks.mjs';

/** The app has an outbox and a collector that writes into `data/production`. */
export async function collected({ visit, home }) {
  const stored = () =>
    globSync(path.join(home, 'data/production/*.ndjson'))
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  /** Waits until all of these are stored, and tells how often each is. */
  const countsOf = async (ids) => {
    for (let tries = 0; tries < 50; tries++) {
      const have = new Set(stored().map(({ id }) => id));
      if (ids.every((id) => have.has(id))) break;
      await wait(200);
    }
    const all = stored().map(({ id }) => id);
    return ids.map((id) => all.filter((one) => one === id).length);
  };

  await visit(
    'every event is stored once, also those of the moment of leaving',
    async ({ heard, page, read }, vote, score) => {
      await heard({ [poll]: ['seen'], [rating]: ['seen'] });
      await vote.option('Trust').click();
      await vote.isCounted();
      await score.star(4).click();
      await heard({ [poll]: ['seen', 'started', trust], [rating]: ['seen', 'started', stars(4)] });
      const ids = (await read('ask_step')).map(({ id }) => id);
      // The last ones still wait for others when the visitor goes.
      await page.goto(new URL('/checkout', page.url()).href);
      assert.deepEqual(await countsOf(ids), Array(6).fill(1));
      return { remark: `${ids.length} events` };
    },
    { viewport: { width: 1000, height: 2600 } },
  );

  await visit(
    'what an offline visitor does is stored when the network is back',
    async ({ context, heard, read }, vote) => {
      await heard({ [poll]: ['seen'] });
      // By then the outbox has all its parts.
      await countsOf((await read('ask_step')).map(({ id }) => id));
      await context.setOffline(true);
      await vote.option('Price').click();
      await wait(3_000);
      const ids = (await read('ask_step')).filter(({ ask }) => ask.id === poll).map(({ id }) => id);
      const have = new Set(stored().map(({ id }) => id));
      assert.ok(!have.has(ids.at(-1)), 'it had to wait');
      await context.setOffline(false);
      assert.deepEqual(await countsOf(ids), Array(ids.length).fill(1));
      assert.ok(ids.length >= 2, 'seen and started happened');
    },
    // The vote, and what was sent meanwhile, did not get through.
    { viewport: { width: 1000, height: 2600 }, allowed: [/ERR_INTERNET_DISCONNECTED/] },
  );
}
