// The page "Every ask": each ask of the kit that the other pages do not have is on it, and says its yes once.
import assert from 'node:assert/strict';
import { check } from '../report.mjs';
import { until } from '../visitor.mjs';
import { layPolicy } from './policy.mjs';

/** What `onCommit` hears of each ask: kinds in their order. */
const kinds = {
  'next-nod': ['reactions.react'],
  'next-letter': ['newsletter-form.subscribe'],
  note: ['reading-progress.read'],
  nod: ['reactions.react'],
  share: ['share-button.share'],
  follow: ['follow-link.follow'],
  days: ['download-link.download'],
  film: ['video-player.play', 'video-player.complete'],
  bell: ['audio-player.play', 'audio-player.complete'],
  story: ['story-path.finish'],
  'first-step': ['quiz.complete'],
  'late-price': ['calculator.result'],
  search: ['search-box.search'],
  carriers: ['offer-filter.filter'],
  printer: ['product-view.view'],
  cart: ['add-to-cart-button.add'],
  comment: ['comment-form.post'],
  review: ['review-form.submit'],
  week: ['challenge.task', 'challenge.complete'],
  letter: ['newsletter-form.subscribe'],
  podcast: ['newsletter-form.subscribe'],
  'podcast-apps': ['follow-link.follow'],
  webinar: ['newsletter-form.subscribe'],
  account: ['account-form.create'],
  push: ['push-opt-in.allow'],
  call: ['callback-request.request'],
  order: ['checkout.step', 'checkout.step', 'checkout.purchase'],
};

/** How a visitor says yes to each, and, where the form posts without a script, with what. */
function asksOf(page) {
  const ask = (component, title) => {
    const all = page.locator(`[data-sy-ask=${component}]`);
    return title ? all.filter({ hasText: title }) : all;
  };
  const press = (root, name) => root.getByRole('button', { name, exact: true }).click();
  const fill = (root, name, words) => root.getByRole('textbox', { name }).fill(words);
  const subscribe = (title, button) => async () => {
    const root = ask('newsletter-form', title);
    await fill(root, 'E-mail address', 'mara@tea.example');
    await press(root, button);
  };
  const play = (component) => () => ask(component).locator('[data-play]').click();
  /** These two keep the looks of the page, and say their yes when they were looked at. */
  const watch = (className) => () => page.locator(className).scrollIntoViewIfNeeded();
  const posts = {
    'next-nod': () => press(ask('reactions', 'Do you want to read on?'), 'Like'),
    nod: () => press(ask('reactions').filter({ hasNotText: 'Do you want' }), 'Like'),
    async 'first-step'() {
      await ask('quiz').getByRole('radio', { name: 'Roughly' }).check();
      await press(ask('quiz'), 'See my result');
    },
    'late-price': () => press(ask('calculator'), 'Use this result'),
    cart: () => press(ask('add-to-cart-button'), /^Add to cart/),
    async comment() {
      await fill(ask('comment-form'), 'Your comment', 'Ours leaves at two.');
      await press(ask('comment-form'), 'Post comment');
    },
    async review() {
      const root = ask('review-form');
      await root.locator('label', { has: page.getByRole('radio', { name: /^4/ }) }).click();
      await fill(root, 'Your review', 'Short, and it worked.');
      await press(root, 'Send review');
    },
    week: () => ask('challenge').getByRole('checkbox', { name: 'Ask for the last hour' }).click(),
    letter: subscribe('A letter on Fridays', 'Subscribe'),
    podcast: subscribe('Small parcels', 'Send me each episode'),
    webinar: subscribe('An hour on delivery', 'Save my seat'),
    async account() {
      await fill(ask('account-form'), 'E-mail address', 'mara@tea.example');
      await ask('account-form').getByLabel('Password', { exact: true }).fill('three vans before noon');
      await press(ask('account-form'), 'Create account');
    },
    async call() {
      await fill(ask('callback-request'), 'Phone number', '020 7946 0018');
      await press(ask('callback-request'), 'Call me back');
    },
  };
  // First, since what follows moves the page.
  const looks = { note: watch('.sy-reading-progress'), printer: watch('.sy-product-view') };
  const scripted = {
    share: () => press(ask('share-button'), 'Share'),
    follow: () => ask('follow-link').getByRole('link').click(),
    days: () => ask('download-link').getByRole('link').click(),
    film: play('video-player'),
    bell: play('audio-player'),
    story: () => press(ask('story-path'), 'Go on'),
    async search() {
      await ask('search-box').getByRole('searchbox').fill('checkout');
      await press(ask('search-box'), 'Search');
    },
    carriers: () => ask('offer-filter').getByText('Saturdays').first().click(),
    'podcast-apps': () => page.getByRole('link', { name: 'Apple Podcasts' }).click(),
    push: () => press(ask('push-opt-in'), 'Allow messages'),
    async order() {
      await fill(ask('checkout'), 'Street', '4 Mill Lane');
      await press(ask('checkout'), 'Continue');
      await press(ask('checkout'), /^Pay/);
    },
    'next-letter': subscribe('One delivery step a week', 'Subscribe'),
  };
  return { ask, posts, looks, scripted };
}

/** Goes through all of `acts`, and tells of every one that failed, not of the first alone. */
async function each(acts, run) {
  const problems = [];
  for (const [id, act] of Object.entries(acts))
    await run(id, act).catch((error) => problems.push(`${id}: ${error.message}`));
  assert.deepEqual(problems, []);
}

/** No browser under test has a service that brings messages, so one stands in for it; and no link leads away. */
function stayHere() {
  const endpoint = 'https://push.example/1';
  PushManager.prototype.subscribe = async () => ({
    endpoint,
    toJSON: () => ({ endpoint }),
    unsubscribe: async () => true,
  });
  addEventListener('click', (event) => event.target.closest?.('a[href]') && event.preventDefault());
}

const allowed = { permissions: ['clipboard-read', 'clipboard-write', 'notifications'] };

/** For a server that was built and one for development, whose React runs everything twice. */
export async function everyYes({ app, origin, visit }, isBuilt) {
  await visit(
    'every ask says its yes, once',
    async ({ page, isAlive, read }) => {
      if (isBuilt && app.hasNoPolicy) await layPolicy(page, `${origin}${app.every}`);
      await page.addInitScript(stayHere);
      await page.reload();
      await isAlive();
      const { posts, looks, scripted } = asksOf(page);
      const heard = async () => {
        const byAsk = {};
        for (const { ask, kind } of await read('commitment')) (byAsk[ask.id] ??= []).push(kind);
        return byAsk;
      };
      await each({ ...looks, ...posts, ...scripted }, async (id, act) => {
        await act();
        await until(async () => assert.deepEqual((await heard())[id], kinds[id]));
      });
      assert.deepEqual(await heard(), kinds);
      return { remark: `${Object.keys(kinds).length} asks` };
    },
    { ...allowed, path: app.every },
  );
}

export async function every(visits) {
  const { app, browser, origin, visit } = visits;
  const url = `${origin}${app.every}`;
  await everyYes(visits, true);

  await visit(
    'a visitor who comes back is greeted, and counted once',
    async ({ page, heard, isAlive, read }) => {
      await heard({ return: [] });
      await page.clock.setSystemTime(Date.now() + 3 * 3_600_000);
      for (const _ of [1, 2]) {
        await page.reload();
        await isAlive();
        await page.getByText('Good to see you again.').waitFor();
      }
      const back = (await read('commitment')).filter(({ ask }) => ask.id === 'return');
      assert.deepEqual(
        back.map(({ data }) => data),
        [{ days: 0 }],
      );
    },
    { path: app.every },
  );

  await visit(
    'the ladder goes on where the visitor was, from the first paint',
    async ({ page, isAlive }) => {
      const { ask, posts } = asksOf(page);
      const noted = app.server && page.waitForResponse((response) => /\/every\/memory$/.test(response.url()));
      await posts['next-nod']();
      await ask('newsletter-form', 'One delivery step a week').waitFor();
      if (noted) {
        assert.ok((await noted).ok(), 'the memory takes the note');
        const html = await (await page.request.get(url)).text();
        assert.ok(html.includes('One delivery step a week') && !html.includes('Do you want to read on?'));
      }
      await page.reload();
      await isAlive();
      await ask('newsletter-form', 'One delivery step a week').waitFor();
      assert.equal(await ask('reactions', 'Do you want to read on?').count(), 0);
    },
    { path: app.every },
  );

  if (app.server) await everyWithoutScript();

  async function everyWithoutScript() {
    const kept = async () =>
      Number(/Answers kept: (?:<!-- -->)?(\d+)/.exec(await (await fetch(url)).text())?.[1]);
    await check(app.name, 'without JavaScript every ask does what it promises', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(10_000);
        const { ask, posts } = asksOf(page);
        const sees = (text) => page.getByText(text).first().waitFor();
        await page.goto(url);
        const leads = async (link, href) => assert.equal(await link.getAttribute('href'), href);
        await leads(ask('follow-link').getByRole('link'), 'https://www.youtube.com/');
        await leads(ask('download-link').getByRole('link'), '/carrier-days.csv');
        await leads(page.getByRole('link', { name: 'Apple Podcasts' }), 'https://podcasts.apple.com/');
        await leads(page.getByRole('link', { name: 'Follow the parcel instead' }), '/');
        await leads(ask('share-button').getByRole('link'), 'https://pinegrove.example/every');
        for (const [player, src] of [
          ['video', '/clip.webm'],
          ['audio', '/clip.mp3'],
        ])
          assert.equal(await page.locator(`${player}[controls] source`).getAttribute('src'), src);
        await sees('A warehouse knows');
        for (const name of ['It is ordered at two', 'It rings at ten', 'Label printer'])
          await page.getByRole('heading', { name }).waitFor();
        assert.equal(await page.getByText('Good to see you again.').count(), 0);

        await ask('search-box').getByRole('searchbox').fill('checkout');
        await ask('search-box').getByRole('button', { name: 'Search', exact: true }).click();
        await sees('How short can a checkout be?');
        await page.goto(url);
        await ask('offer-filter').getByText('Saturdays').first().click();
        await ask('offer-filter').getByRole('button', { name: /^Show/ }).click();
        await page.waitForURL(/day=Saturdays/);
        await sees('Fen & Broad');
        assert.equal(await page.getByText('Rook Parcels').count(), 0);

        const order = async () => {
          await ask('checkout').getByRole('textbox', { name: 'Street' }).fill('4 Mill Lane');
          await ask('checkout').getByRole('button', { name: 'Continue' }).click();
        };
        const forms = { ...posts, ...(app.takesSteps && { order }) };
        await each(forms, async (_, act) => {
          await page.goto(url);
          const before = await kept();
          await act();
          await until(async () => assert.equal(await kept(), before + 1));
        });
        return { remark: `${Object.keys(forms).length} forms` };
      } finally {
        await context.close();
      }
    });
  }
}
