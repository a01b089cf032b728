// What is compared with what, what a visitor does there, and what was set out to reach before a line was written.

const provider = 3000;

/** Figures that every ask has. `js` is the budget for the ask on top of the provider, in bytes. */
const common = ({ js, later, isLate = !!later, load, mounts }) => [
  {
    figure: 'js',
    label: 'JavaScript before any intent',
    unit: 'kB',
    max: provider + js,
  },
  ...(isLate
    ? [{ figure: 'later', label: 'more on intent, react-hook-form included', unit: 'kB', max: later }]
    : []),
  { figure: 'load', label: 'load over the floor', unit: 'ms', max: load },
  ...(mounts ? [{ figure: 'mount', label: '100 mounts', unit: 'ms', times: mounts }] : []),
  { figure: 'server', label: 'server render', unit: 'µs', times: 1.5 },
];
/** The slowest thing that a visitor waits for, on a slow device. */
const slowest = (figure, when) => ({
  figure,
  label: `slowest event ${when}, 4× throttle`,
  unit: 'ms',
  more: 16,
  max: 100,
});
const typing = [
  { figure: 'keyCommits', label: 'React commits per key', unit: '', max: 0 },
  { figure: 'keyCpu', label: 'main thread for a key', unit: 'ms' },
  slowest('keySlowest', 'while typing'),
];
const clicking = [
  { figure: 'actCommits', label: 'React commits per click', unit: '', max: 1 },
  slowest('actSlowest', 'when it is clicked'),
];

const stepping = [
  { figure: 'actCommits', label: 'React commits per step', unit: '', max: 1 },
  slowest('actSlowest', 'when it goes on'),
];

/** Name, page of ours (`native-…` is the hand-written one), what is done there, and the figures. */
const whole = [
  {
    name: 'poll',
    title: 'Poll',
    visit: clickOption,
    figures: [...common({ js: 3000, load: 1.5, mounts: 1.4 }), ...clicking],
  },
  {
    name: 'rating',
    title: 'StarRating',
    visit: clickOption,
    figures: [...common({ js: 2000, load: 1.5, mounts: 1.4 }), ...clicking],
  },
  {
    name: 'dialog',
    title: 'ContactDialog, closed, then opened and written into',
    visit: openAndWrite,
    figures: [
      ...common({ js: 1800, later: 34_000, load: 0.5, mounts: 1.2 }),
      { figure: 'openCommits', label: 'React commits to open', unit: '', max: 3 },
      slowest('openSlowest', 'when it opens'),
      ...typing,
    ],
  },
  {
    name: 'gate',
    title: 'LeadGate with one e-mail field',
    visit: write,
    figures: [...common({ js: 2500, isLate: true, load: 1.5, mounts: 1.4 }), ...typing],
  },
  {
    name: 'step-form',
    title: 'StepForm with three steps',
    visit: writeAndGoOn,
    figures: [...common({ js: 5000, later: 17_000, load: 2, mounts: 1.3 }), ...typing, ...stepping],
  },
  {
    name: 'long-form',
    title: 'StepForm with 200 fields in 20 steps',
    visit: writeAndGoOn,
    mounts: 1,
    figures: [
      { figure: 'load', label: 'load over the floor', unit: 'ms' },
      { figure: 'mount', label: 'one mount', unit: 'ms', times: 1.3 },
      { figure: 'server', label: 'server render', unit: 'µs', times: 1.5 },
      ...typing,
      ...stepping,
    ],
  },
];

/** The other asks: name, times the mount of the hand-written one, what is done there, and what that is called. */
const others = [
  ['Reactions', 1.3, press('Like'), 'press'],
  ['FollowLink', 1.3, follow, 'click'],
  ['DownloadLink', 1.3, follow, 'click'],
  ['ShareButton', 1.3, press('Share'), 'press'],
  ['CommentForm', 1.4, writeAll, 'key'],
  ['ReviewForm', 1.4, writeAll, 'key'],
  ['NewsletterForm', 1.4, writeAll, 'key'],
  ['PodcastSubscribe', 1.4, writeAll, 'key'],
  ['WebinarSignup', 1.4, writeAll, 'key'],
  ['AccountForm', 1.4, writeAll, 'key'],
  ['CallbackRequest', 1.4, writeAll, 'key'],
  ['PushOptIn', 1.4],
  ['VideoPlayer', 1.3],
  ['AudioPlayer', 1.3],
  ['ProductView', 1.3],
  ['ReadingProgress', 1.3],
  ['StoryPath', 1.3, press('Go on'), 'step'],
  ['Challenge', 1.3, tick, 'tick'],
  ['Quiz', 1.4, pick('Roughly'), 'answer'],
  ['Calculator', 1.4, writeAll, 'key'],
  ['SearchBox', 1.3, writeAll, 'key'],
  ['OfferFilter', 1.4, pick('Saturdays'), 'choice'],
  ['AddToCartButton', 1.3, press(/^Add to cart/), 'press'],
  ['Checkout', 1.3, fillAndGoOn, 'step'],
].map(([title, times, visit, act]) => ({
  name: title.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase(),
  title,
  act,
  visit,
  /** Where its pages stand: an export of `others.tsx` and of `native-others.tsx`. */
  page: title[0].toLowerCase() + title.slice(1),
  figures: [
    { figure: 'mount', label: '100 mounts', unit: 'ms', times },
    // What is typed belongs to the browser; a calculator works out its result with each key.
    ...(act
      ? [{ figure: 'actCommits', unit: '', max: act === 'key' && title !== 'Calculator' ? 0 : 1 }]
      : []),
  ],
}));

export const parts = [...whole, ...others];

/** One act on a slow device, once the page has come to rest; its commits are counted until it rests again. */
async function measure({ note, take, settle, throttle }, act, times = 1) {
  await throttle(4);
  await settle();
  await take();
  await act();
  await settle();
  const { commits, slowest } = await take();
  await throttle(1);
  note({ actCommits: commits / times, actSlowest: slowest });
}

/** A mouse is there before it presses, and what that brings has come by then. */
async function click(visit, target) {
  await target.hover();
  await measure(visit, () => target.click({ delay: 50 }));
}

function press(name) {
  return (visit) => click(visit, visit.page.getByRole('button', { name, exact: true }).first());
}

function pick(name) {
  return (visit) => click(visit, visit.page.getByText(name, { exact: true }).first());
}

function tick(visit) {
  return click(visit, visit.page.getByRole('checkbox').first());
}

async function follow(visit) {
  await visit.page.evaluate("addEventListener('click', (event) => event.preventDefault())");
  await click(visit, visit.page.getByRole('link').first());
}

async function fillAndGoOn(visit) {
  await visit.page.getByRole('textbox').first().fill('4 Mill Lane');
  await click(visit, visit.page.getByRole('button', { name: 'Continue' }));
}

async function writeAll(visit) {
  const field = visit.page.locator('textarea:visible, input:visible:not([type=radio])').first();
  await field.click();
  const text = '4807 2261';
  await measure(visit, () => visit.page.keyboard.type(text, { delay: 30 }), text.length);
}

function clickOption(visit) {
  return click(visit, visit.page.locator('label:has(> [type=radio])').nth(1));
}

async function openAndWrite(visit) {
  const { page, note, take, settle, throttle } = visit;
  const trigger = page.getByRole('button', { name: 'Talk to an adviser' });
  // The pointer comes before the click, and with it what the dialog needs.
  await trigger.hover();
  await settle();
  await throttle(4);
  await take();
  await trigger.click();
  await page.getByRole('dialog').waitFor();
  await settle();
  const { commits, slowest } = await take();
  note({ openCommits: commits, openSlowest: slowest });
  await type(visit);
}

async function write(visit) {
  await visit.throttle(4);
  await visit.page.getByRole('textbox').first().click();
  await type(visit);
}

async function writeAndGoOn(visit) {
  await write(visit);
  const { page } = visit;
  await click(visit, page.getByRole('button', { name: 'Continue' }));
  await page.getByText('Step 2 of').first().waitFor({ state: 'visible' });
}

/** Types at once after the focus, while what a form needs may still be arriving, on a slow device; then on a fast one. */
async function type({ page, note, take, settle, throttle, cpu }) {
  await take();
  const slow = 'tea shop';
  await page.keyboard.type(slow, { delay: 60 });
  await settle();
  const { commits, slowest } = await take();
  await throttle(1);
  await settle();
  const fast = 'of my sister';
  const before = await cpu();
  await page.keyboard.type(fast, { delay: 20 });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  note({
    keyCpu: ((await cpu()) - before) / fast.length,
    keySlowest: slowest,
    keyCommits: (commits + (await take()).commits) / (slow.length + fast.length),
  });
}
