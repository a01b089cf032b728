// How long the ladder takes to decide: 200 asks, and what a visitor did in 5,000 events. `npm run bench:ladder`. Prints
// medians; fails over 1 ms for a decision. Node strips the types of the sources by itself.
process.env.NODE_ENV = 'production';
const { decide, defineLadder, explain } = await import('../src/ladder/index.ts');
const { writeHistory } = await import('../src/ladder/fit-history.ts');
const { emptyHistory } = await import('../src/ladder/history.ts');
const { readHistory } = await import('../src/ladder/history-text.ts');
const { note } = await import('../src/ladder/recall.ts');

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);
const kinds = ['poll.vote', 'lead-gate.unlock', 'step-form.submit'];
const conditions = [
  {},
  { scroll: 0.6 },
  { segment: ['segment-3', 'segment-4'] },
  { page: ['/blog/*', '/prices'] },
  { visits: 3, device: 'phone' },
  { answered: { 'ask-0': ['a', 'b'] } },
];
const asks = Array.from({ length: 200 }, (_, i) => ({
  ask: `ask-${i}`,
  kind: kinds[Math.floor(i / 68)],
  when: conditions[i % conditions.length],
  ...(i < 68 && { segments: { [`segment-${i}`]: ['a', 'c'] } }),
}));
// 100 rungs, each with an alternative.
const ladder = defineLadder({
  id: 'large',
  goal: 'ask-198',
  rungs: Array.from({ length: 100 }, (_, i) => ({ ...asks[2 * i], otherwise: asks[2 * i + 1] })),
});
const phases = ['seen', 'seen', 'dismissed', 'committed', 'withdrawn'];
let history = emptyHistory();
const fold = (i) => {
  const { ask, kind } = asks[(i * 7919) % 200];
  const draft = { kind, phase: phases[(i * 31) % 5], ask: { id: ask }, data: { choice: 'abc'[i % 3] } };
  history = note(history, ladder, draft, now - 90 * day + (i * 90 * day) / 5000, 1 + Math.floor(i / 50));
};
const situation = {
  now,
  visit: 101,
  segments: ['segment-3', 'segment-8'],
  path: '/blog/one',
  device: 'phone',
  seconds: 20,
  scroll: 0.3,
};
if (ladder.rungs.length !== 100) throw new Error('bench-ladder: the ladder is not usable');

const folding = median(time(5000, fold));
const text = writeHistory(history);
const rows = [
  ['take in one event', folding],
  ['decide', median(time(3000, () => decide(ladder, history, situation)))],
  ['explain one ask', median(time(3000, () => explain(ladder, history, situation, 'ask-150')))],
  ['read the stored note', median(time(500, () => readHistory(text, now)))],
  ['write it', median(time(500, () => writeHistory(history)))],
  ['write it for a cookie of 3,500 bytes', median(time(500, () => writeHistory(history, 3500)))],
];
console.log(`200 asks, 5,000 events, a note of ${text.length} characters; medians in milliseconds`);
for (const [what, milliseconds] of rows) console.log(`${milliseconds.toFixed(3).padStart(8)}  ${what}`);
if (rows[1][1] > 1) {
  console.error('bench-ladder: deciding takes more than 1 ms.');
  process.exit(1);
}

function time(count, run) {
  return Array.from({ length: count }, (_, i) => {
    const began = performance.now();
    run(i);
    return performance.now() - began;
  });
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
