// Measures what each part costs a visitor: JavaScript bundled for production, minified, gzip, without React and zod;
// stylesheets minified, gzip. Prints a table and fails over a limit. `aim` is what we want, `limit` what we accept.
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { rolldown } from 'rolldown';
import { flattenCss } from './css.mjs';

const provider = "import { CommitmentProvider } from 'smallyes/provider'; use(CommitmentProvider);";
const poll = "import { Poll } from 'smallyes/poll'; use(Poll);";
const starRating = "import { StarRating } from 'smallyes/star-rating'; use(StarRating);";
const contactDialog = "import { ContactDialog } from 'smallyes/contact-dialog'; use(ContactDialog);";
const leadGate = "import { LeadGate } from 'smallyes/lead-gate'; use(LeadGate);";
const newsletterForm = "import { NewsletterForm } from 'smallyes/newsletter-form'; use(NewsletterForm);";
const stepForm = "import { StepForm } from 'smallyes/step-form'; use(StepForm);";
const ladder = "import { defineLadder } from 'smallyes/ladder'; use(defineLadder);";
const guidance = "import { useLadder, useNextAsk } from 'smallyes/guidance'; use(useLadder, useNextAsk);";
const nextAsk = "import { NextAsk } from 'smallyes/next-ask'; use(NextAsk);";
const ladderProgress = "import { LadderProgress } from 'smallyes/ladder-progress'; use(LadderProgress);";
const consoleTracker = "import { consoleTracker } from 'smallyes/trackers/console'; use(consoleTracker);";
const httpTracker = "import { httpTracker } from 'smallyes/trackers/http'; use(httpTracker);";

const lazy = (names) => `import { ${names} } from 'smallyes/lazy'; use(${names});`;
const tracker = (file, name) => `import { ${name} } from 'smallyes/trackers/${file}'; use(${name});`;

/** What the first ask of a page brings along, whichever it is: its events, its texts, its root, sending, a memory. */
const plumbing = Object.entries({
  'internal/ask-form.tsx': 'renderAskForm',
  'internal/next-slot.tsx': 'NextSlot',
  'internal/status-line.tsx': 'renderStatus',
  'provider/labels.ts': 'formatCount',
  'provider/record-change.ts': 'recordChange',
  'provider/render-ask.ts': 'renderAsk',
  'provider/use-ask.ts': 'useAsk',
  'provider/use-buttons.ts': 'useButtons',
  'provider/use-labels.ts': 'useLabels',
  'provider/use-note.ts': 'useNote',
})
  .map(
    ([file, name]) => `import { ${name} } from ${JSON.stringify(path.resolve('src', file))}; use(${name});`,
  )
  .join('\n');

/** A small ask: what it adds to a page that has another ask already. */
const small = (name, folder) => ({
  part: `${name}, on top`,
  code: [provider, plumbing, `import { ${name} } from 'smallyes/${folder}'; use(${name});`],
  over: [provider, plumbing],
  aim: 0.7 * kB,
  limit: 1.2 * kB,
});

const kB = 1000;
/*
 * `aim` and `budget` are what was set before a line was written, `limit` is what fails the check. Where a part is over its
 * budget, the limit is its size today and a little air, so that it can only come down from there: the provider carries more
 * than the budget counted (nesting, attempts, visits over tabs, campaigns, replay, the seam of the ladder, what a returning
 * visitor and a confirmed sign-up need), and each ask is counted with the plumbing that the first ask on a page brings along
 * (about 3.2 kB: attempts, seen, labels, choices, sending).
 */
const scripts = [
  { part: 'events + provider', code: [provider], aim: 1.8 * kB, budget: 3 * kB, limit: 5.4 * kB },
  {
    part: 'StarRating, on top',
    code: [provider, starRating],
    over: [provider],
    aim: 1 * kB,
    budget: 2 * kB,
    limit: 6.54 * kB,
  },
  {
    part: 'Poll, on top',
    code: [provider, poll],
    over: [provider],
    aim: 1.5 * kB,
    budget: 3 * kB,
    limit: 8.58 * kB,
  },
  {
    part: 'ContactDialog, on top',
    code: [provider, contactDialog],
    over: [provider],
    aim: 0.8 * kB,
    budget: 1.8 * kB,
    limit: 4.77 * kB,
  },
  {
    part: 'LeadGate, on top',
    code: [provider, leadGate],
    over: [provider],
    aim: 1.5 * kB,
    budget: 2.5 * kB,
    limit: 15.06 * kB,
  },
  {
    part: 'NewsletterForm, on top',
    code: [provider, newsletterForm],
    over: [provider],
    aim: 1.5 * kB,
    budget: 2.5 * kB,
    limit: 11.9 * kB,
  },
  // What it adds to a page that has another form already.
  {
    part: 'NewsletterForm, after LeadGate',
    code: [provider, leadGate, newsletterForm],
    over: [provider, leadGate],
    aim: 1.5 * kB,
    limit: 2.75 * kB,
  },
  {
    part: 'StepForm, on top',
    code: [provider, stepForm],
    over: [provider],
    aim: 3 * kB,
    budget: 5 * kB,
    limit: 13.27 * kB,
  },
  {
    part: 'a page with all five',
    code: [provider, poll, starRating, contactDialog, leadGate, stepForm],
    aim: 8 * kB,
    budget: 12 * kB,
    limit: 35.26 * kB,
  },
  // On a page that a server writes: the same asks, each with its code only when a visitor gets near it.
  ...Object.entries({
    StarRating: [1, 2, 2.13],
    Poll: [1.5, 3],
    ContactDialog: [0.8, 1.8, 2.14],
    LeadGate: [1.5, 2.5],
    StepForm: [3, 5],
  }).map(([name, [aim, budget, limit = budget]]) => ({
    part: `${name} from smallyes/lazy, on top`,
    code: [provider, lazy(name)],
    over: [provider],
    aim: aim * kB,
    budget: budget * kB,
    limit: limit * kB,
  })),
  {
    part: 'a page with all five from smallyes/lazy',
    code: [provider, lazy('Poll, StarRating, ContactDialog, LeadGate, StepForm')],
    aim: 8 * kB,
    limit: 12 * kB,
  },
  {
    part: 'ask plumbing, on top',
    code: [provider, plumbing],
    over: [provider],
    aim: 2.5 * kB,
    limit: 4.32 * kB,
  },
  // One set of reactions in several places of a page, and one that has left the set since it was given.
  { ...small('Reactions', 'reactions'), budget: 1.2 * kB, limit: 1.3 * kB },
  // Three ways to share in one: the sheet, the clipboard with its refusal, the places with their addresses, which come on intent.
  { ...small('ShareButton', 'share-button'), budget: 1.2 * kB, limit: 1.41 * kB },
  // What they add to a page that has another form already, and stars.
  {
    part: 'CommentForm, after LeadGate',
    code: [
      provider,
      plumbing,
      leadGate,
      "import { CommentForm } from 'smallyes/comment-form'; use(CommentForm);",
    ],
    over: [provider, plumbing, leadGate],
    aim: 1.5 * kB,
    limit: 2.5 * kB,
  },
  {
    part: 'ReviewForm, after LeadGate and StarRating',
    code: [
      provider,
      plumbing,
      leadGate,
      starRating,
      "import { ReviewForm } from 'smallyes/review-form'; use(ReviewForm);",
    ],
    over: [provider, plumbing, leadGate, starRating],
    aim: 2 * kB,
    limit: 3 * kB,
  },
  // What it adds to a page that has another form already. A sixth of it hears of the confirmed mail, as NewsletterForm does.
  {
    part: 'AccountForm, after LeadGate',
    code: [
      provider,
      plumbing,
      leadGate,
      "import { AccountForm } from 'smallyes/account-form'; use(AccountForm);",
    ],
    over: [provider, plumbing, leadGate],
    aim: 1.5 * kB,
    limit: 3.09 * kB,
  },
  // Its own explanation and its press, which must not wait. The words of the other stages and all that follows a press are late.
  { ...small('PushOptIn', 'push-opt-in'), budget: 1.2 * kB, limit: 2.16 * kB },
  // What it weighs: what any radios bring 0.4, texts 0.35, a question with one answer or several 0.7, the way through them with its
  // memory, sending and events 1.7, form and definition 0.9. Scoring, the result with its reasons, what was right, the browser's
  // Back and the draft come late.
  {
    part: 'Quiz, on top',
    code: [provider, plumbing, "import { defineQuiz, Quiz } from 'smallyes/quiz'; use(defineQuiz, Quiz);"],
    over: [provider, plumbing],
    aim: 2 * kB,
    budget: 3 * kB,
    limit: 4.71 * kB,
  },
  small('FollowLink', 'follow-link'),
  small('DownloadLink', 'download-link'),
  small('ReadingProgress', 'reading-progress'),
  small('ReturnVisit', 'return-visit'),
  // Its own text is a third: eight labels, and markup for reading without script.
  { ...small('StoryPath', 'story-path'), budget: 1.2 * kB, limit: 1.59 * kB },
  // Reading what people type in any language, and writing it as they read it, is most of it.
  {
    part: 'Calculator, on top',
    code: [provider, plumbing, "import { Calculator } from 'smallyes/calculator'; use(Calculator);"],
    over: [provider, plumbing],
    aim: 2 * kB,
    budget: 3 * kB,
    limit: 4.55 * kB,
  },
  // Days, a book that two tabs write into, and a clock that may lie are more than a small ask has.
  { ...small('Challenge', 'challenge'), budget: 1.2 * kB, limit: 2.92 * kB },
  small('ProductView', 'product-view'),
  { ...small('SearchBox', 'search-box'), budget: 1.2 * kB, limit: 1.22 * kB },
  // What it adds to a page that has another form already. The rules of telephone numbers come on intent; the clocks of zones, the
  // checks and what is said in the end come beside the first paint.
  {
    part: 'CallbackRequest, after LeadGate',
    code: [
      provider,
      plumbing,
      leadGate,
      "import { CallbackRequest } from 'smallyes/callback-request'; use(CallbackRequest);",
    ],
    over: [provider, plumbing, leadGate],
    aim: 1.5 * kB,
    budget: 2.5 * kB,
    limit: 3.01 * kB,
  },
  // Seven types of facets with the words of each, the address of the page read and written, chips, what could be left out:
  // the labels alone are a third of a kilobyte.
  { ...small('OfferFilter', 'offer-filter'), aim: 3 * kB, limit: 8.01 * kB },
  // Pieces, prices in any currency, a limit, and one press that can be taken back.
  { ...small('AddToCartButton', 'add-to-cart-button'), budget: 1.2 * kB, limit: 1.66 * kB },
  // The hook alone, for a shop with pages of its own; and the steps on one page with the summary and the browser's Back.
  {
    part: 'useCheckout, on top',
    code: [provider, plumbing, "import { useCheckout } from 'smallyes/checkout'; use(useCheckout);"],
    over: [provider, plumbing],
    aim: 1.2 * kB,
    budget: 1.85 * kB,
    limit: 2.01 * kB,
  },
  { ...small('Checkout', 'checkout'), aim: 4 * kB, budget: 5 * kB, limit: 6.97 * kB },
  // The budget was set before the rules were written. What some of it weighs, found by leaving it out: the check that keeps a
  // wrong ladder from guiding 0.7 kB, the grades of all kinds 0.4, the senses (seconds, scrolling, device, clock) 0.6, joining
  // the notes of tabs and servers 0.2, the details of `explain` 0.2.
  {
    part: 'ladder, on top',
    code: [provider, ladder],
    over: [provider],
    aim: 2.5 * kB,
    budget: 4 * kB,
    limit: 7.32 * kB,
  },
  {
    part: 'ladder + guidance + NextAsk',
    code: [provider, ladder, nextAsk],
    over: [provider],
    aim: 2.5 * kB,
    budget: 4 * kB,
    limit: 10.91 * kB,
  },
  // hls.js comes from the page, at the first play of a list of segments. The place where a visitor stopped, with what was seen
  // until then, is 0.35 kB of it, the one sound at a time 0.05.
  {
    part: 'VideoPlayer, on top',
    code: [provider, plumbing, "import { VideoPlayer } from 'smallyes/video-player'; use(VideoPlayer);"],
    over: [provider, plumbing],
    aim: 2.5 * kB,
    budget: 4.5 * kB,
    limit: 5.01 * kB,
  },
  {
    part: 'AudioPlayer, after it',
    code: [
      provider,
      plumbing,
      "import { VideoPlayer } from 'smallyes/video-player'; import { AudioPlayer } from 'smallyes/audio-player'; use(VideoPlayer, AudioPlayer);",
    ],
    over: [provider, plumbing, "import { VideoPlayer } from 'smallyes/video-player'; use(VideoPlayer);"],
    aim: 0.3 * kB,
    limit: 0.5 * kB,
  },
  // What an ask brings along (labels, rendering) is on the page before these.
  {
    part: 'NextAsk, on top of guidance',
    code: [provider, starRating, guidance, nextAsk],
    over: [provider, starRating, guidance],
    aim: 0.6 * kB,
    budget: 0.8 * kB,
    limit: 0.93 * kB,
  },
  {
    part: 'LadderProgress, on top',
    code: [provider, starRating, guidance, ladderProgress],
    over: [provider, starRating, guidance],
    aim: 0.4 * kB,
    limit: 0.6 * kB,
  },
  {
    part: 'useVariant, on top',
    code: [
      provider,
      "import { useVariant } from 'smallyes/guidance'; import { defineExperiment } from 'smallyes/ladder'; use(useVariant, defineExperiment);",
    ],
    over: [provider],
    aim: 1.2 * kB,
    limit: 1.7 * kB,
  },
  // All that a report of one's own needs: reading, counting, statistics.
  {
    part: 'insights (pure)',
    code: ["import * as insights from 'smallyes/insights'; use(insights);"],
    aim: 9 * kB,
    budget: 14 * kB,
    limit: 14.8 * kB,
  },
  // A server's business as a rule: no script of it reaches a page that is written there. A third of it is words, which are said in
  // sentences here: what a reader is to make of a part, what each warning means.
  {
    part: 'insights report',
    code: ["import { CommitmentReport } from 'smallyes/insights/react'; use(CommitmentReport);"],
    aim: 7 * kB,
    budget: 9 * kB,
    limit: 13.21 * kB,
  },
  { part: 'console tracker', code: [consoleTracker], aim: 0.5 * kB, limit: 0.8 * kB },
  // With what all adapters share (waiting, mapping, properties, limits): 1.3 kB of each, once on a page.
  ...[
    ['fathom', 'fathom', 0.8],
    ['mixpanel', 'mixpanel', 1.92],
    ['ga4', 'ga4', 2.62],
  ].map(([file, name, limit]) => ({
    part: `tracker ${file}, on top`,
    code: [provider, tracker(file, name)],
    over: [provider],
    aim: 0.5 * kB,
    budget: 0.8 * kB,
    limit: limit * kB,
  })),
  {
    part: 'consent, all sources, on top',
    code: [provider, "import * as consent from 'smallyes/consent'; use(consent);"],
    over: [provider],
    aim: 2 * kB,
    limit: 2.6 * kB,
  },
  { part: 'http outbox', code: [httpTracker], aim: 2.5 * kB, budget: 3.5 * kB, limit: 3.55 * kB },
];
// One ask's stylesheet, whichever: a new one is measured without a line here.
const styles = [
  { part: 'base.css', file: 'src/styles/base.css', aim: 2.5 * kB, limit: 3.66 * kB },
  ...globSync('src/{fields,media,components/*}/*.css')
    .sort()
    .map((file) => ({ part: path.basename(file), file, aim: 0.8 * kB, limit: 1.4 * kB })),
  // No part of styles.css: visitors never need it.
  { part: 'insights.css', file: 'src/insights/react/insights.css', aim: 2 * kB, limit: 2.6 * kB },
  // The budget was set for fewer asks: 28 sheets of half a kilobyte each, and what they share.
  {
    part: 'styles.css (all)',
    file: 'src/styles/styles.css',
    aim: 8 * kB,
    budget: 12 * kB,
    limit: 15.06 * kB,
  },
];

const rows = [];
for (const { part, code, over, aim, limit, budget = limit } of scripts) {
  const { eager, later } = await scriptBytes(code);
  const bytes = eager - (over ? (await scriptBytes(over)).eager : 0);
  rows.push({ part, bytes, aim, budget, limit, later });
}
for (const { part, file, aim, limit, budget = limit } of styles) {
  rows.push({ part, bytes: await styleBytes(file), aim, budget, limit });
}

console.log(line('part', 'gzip', 'aim', 'budget', 'limit', ''));
for (const { part, bytes, aim, budget, limit, later = [] } of rows) {
  const verdict = Number.isNaN(bytes)
    ? 'MISSING'
    : bytes > limit
      ? 'OVER ITS LIMIT'
      : bytes > budget
        ? `over budget by ${number(bytes - budget)}`
        : bytes > aim
          ? 'ok'
          : 'aim reached';
  console.log(line(part, number(bytes), number(aim), number(budget), number(limit), verdict));
  for (const { name, bytes: more } of later)
    console.log(line(`  then, on intent: ${name}`, number(more), ''));
}
const failed = rows.filter(({ bytes, limit }) => !(bytes <= limit));
console.log(`size: ${rows.length - failed.length} within their limit, ${failed.length} over it`);
if (failed.length > 0) process.exitCode = 1;

/**
 * What loads at the start, every chunk of it, and what `import()` brings later. Bundled as a page's own program that exports
 * nothing, because a bundler cuts up an entry with exports as soon as a later chunk shares code with it.
 */
async function scriptBytes(code) {
  const id = '\0part';
  let missing = false;
  const bundle = await rolldown({
    input: id,
    preserveEntrySignatures: false,
    external: [/^react($|\/)/, /^react-dom($|\/)/, /^zod($|\/)/],
    platform: 'browser',
    resolve: { conditionNames: ['smallyes-source', 'import', 'browser', 'default'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'part',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? code.join('\n') : null),
      },
      {
        name: 'self',
        resolveId(source) {
          return source.startsWith('smallyes') ? this.resolve(source, `${process.cwd()}/package.json`) : null;
        },
      },
    ],
    onLog(level, log) {
      if (log.code === 'UNRESOLVED_IMPORT') missing = true;
      else if (log.code !== 'MODULE_LEVEL_DIRECTIVE') console.error(`${level}: ${log.message}`);
    },
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  if (missing) return { eager: Number.NaN, later: [] };
  const chunks = new Map(
    output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const eager = new Set();
  const reach = (name) => {
    const chunk = chunks.get(name);
    if (!chunk || eager.has(chunk)) return;
    eager.add(chunk);
    chunk.imports.forEach(reach);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) reach(chunk.fileName);
  const weigh = ({ code: text }) => gzipSync(bare(text), { level: 9 }).length;
  return {
    eager: [...eager].reduce((sum, chunk) => sum + weigh(chunk), 0),
    later: [...chunks.values()]
      .filter((chunk) => !eager.has(chunk))
      .map((chunk) => ({ name: chunk.name, bytes: weigh(chunk) })),
  };
}

/** Marks for bundlers go when a page is built; here the bundler is the last one to see the code. */
function bare(code) {
  return code.replaceAll('/* @__PURE__ */', '');
}

async function styleBytes(file) {
  if (!existsSync(file)) return Number.NaN;
  const { code } = transform({ filename: file, code: Buffer.from(await flattenCss(file)), minify: true });
  return gzipSync(code, { level: 9 }).length;
}

function number(bytes) {
  return Number.isNaN(bytes) ? '-' : bytes.toLocaleString('en');
}

function line(part, ...cells) {
  const verdict = cells.pop();
  return [part.padEnd(26), ...cells.map((cell) => cell.padStart(8)), `  ${verdict}`].join('');
}
