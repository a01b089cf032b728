// Measures what each part costs a visitor: JavaScript bundled for production, minified, gzip, without React and zod;
// stylesheets minified, gzip. Prints a table and fails over a limit. `aim` is what we want, `limit` what we accept.
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { rolldown } from 'rolldown';
import { flattenCss } from './css.mjs';

const provider = "import { CommitmentProvider } from 'smallyes/provider'; use(CommitmentProvider);";
const poll = "import { Poll } from 'smallyes/poll'; use(Poll);";
const starRating = "import { StarRating } from 'smallyes/star-rating'; use(StarRating);";
const contactDialog = "import { ContactDialog } from 'smallyes/contact-dialog'; use(ContactDialog);";
const leadGate = "import { LeadGate } from 'smallyes/lead-gate'; use(LeadGate);";
const stepForm = "import { StepForm } from 'smallyes/step-form'; use(StepForm);";
const consoleTracker = "import { consoleTracker } from 'smallyes/trackers/console'; use(consoleTracker);";
const httpTracker = "import { httpTracker } from 'smallyes/trackers/http'; use(httpTracker);";

const tracker = (file, name) => `import { ${name} } from 'smallyes/trackers/${file}'; use(${name});`;

const kB = 1000;
/*
 * `aim` and `budget` are what was set before a line was written, `limit` is what fails the check. Where a part is over its
 * budget, the limit is its size today and a little air, so that it can only come down from there: the provider carries more
 * than the budget counted (nesting, attempts, visits over tabs, campaigns, replay), and each ask is counted with the plumbing
 * that the first ask on a page brings along (about 3.2 kB: attempts, seen, labels, choices, sending).
 */
const scripts = [
  { part: 'events + provider', code: [provider], aim: 1.8 * kB, budget: 3 * kB, limit: 4.7 * kB },
  {
    part: 'StarRating, on top',
    code: [provider, starRating],
    over: [provider],
    aim: 1 * kB,
    budget: 2 * kB,
    limit: 6.2 * kB,
  },
  {
    part: 'Poll, on top',
    code: [provider, poll],
    over: [provider],
    aim: 1.5 * kB,
    budget: 3 * kB,
    limit: 8 * kB,
  },
  {
    part: 'ContactDialog, on top',
    code: [provider, contactDialog],
    over: [provider],
    aim: 0.8 * kB,
    budget: 1.8 * kB,
    limit: 4.5 * kB,
  },
  {
    part: 'LeadGate, on top',
    code: [provider, leadGate],
    over: [provider],
    aim: 1.5 * kB,
    budget: 2.5 * kB,
    limit: 14 * kB,
  },
  {
    part: 'StepForm, on top',
    code: [provider, stepForm],
    over: [provider],
    aim: 3 * kB,
    budget: 5 * kB,
    limit: 12.6 * kB,
  },
  {
    part: 'a page with all five',
    code: [provider, poll, starRating, contactDialog, leadGate, stepForm],
    aim: 8 * kB,
    budget: 12 * kB,
    limit: 33 * kB,
  },
  { part: 'console tracker', code: [consoleTracker], aim: 0.5 * kB, limit: 0.8 * kB },
  // With what all adapters share (waiting, mapping, properties, limits): 1.3 kB of each, once on a page.
  ...[
    ['fathom', 'fathom', 0.8],
    ['mixpanel', 'mixpanel', 1.95],
    ['ga4', 'ga4', 2.8],
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
  { part: 'http outbox', code: [httpTracker], aim: 2.5 * kB, limit: 3.5 * kB },
];
const styles = [
  { part: 'base.css', file: 'src/styles/base.css', aim: 2.5 * kB, limit: 3.5 * kB },
  { part: 'fields.css', file: 'src/fields/fields.css', aim: 0.8 * kB, limit: 1.4 * kB },
  {
    part: 'lead-gate.css',
    file: 'src/components/lead-gate/lead-gate.css',
    aim: 0.8 * kB,
    limit: 1.4 * kB,
  },
  { part: 'poll.css', file: 'src/components/poll/poll.css', aim: 0.8 * kB, limit: 1.4 * kB },
  {
    part: 'star-rating.css',
    file: 'src/components/star-rating/star-rating.css',
    aim: 0.8 * kB,
    limit: 1.4 * kB,
  },
  {
    part: 'contact-dialog.css',
    file: 'src/components/contact-dialog/contact-dialog.css',
    aim: 0.8 * kB,
    limit: 1.4 * kB,
  },
  {
    part: 'step-form.css',
    file: 'src/components/step-form/step-form.css',
    aim: 0.8 * kB,
    limit: 1.4 * kB,
  },
  { part: 'styles.css (all)', file: 'src/styles/styles.css', aim: 8 * kB, limit: 12 * kB },
];

const rows = [];
for (const { part, code, over, aim, limit, budget = limit } of scripts) {
  const { eager, later } = await scriptBytes(code);
  const bytes = eager - (over ? (await scriptBytes(over)).eager : 0);
  rows.push({ part, bytes, aim, budget, limit, later });
}
for (const { part, file, aim, limit } of styles) {
  rows.push({ part, bytes: await styleBytes(file), aim, budget: limit, limit });
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
