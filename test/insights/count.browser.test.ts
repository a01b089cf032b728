import { expect, it } from 'vitest';
import { analyze, count, type ReadProblem, readNdjson } from '../../src/insights/index.ts';
import { monday, row } from './count-rows.ts';

it('counts 100,000 rows in a browser while the page goes on painting', async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) =>
    row(`visitor ${at % 9_000}`, at % 5 === 0 ? 'checkout.purchase' : 'poll.vote', at / 10),
  );
  let frames = 0;
  let isOver = false;
  const paint = () => {
    frames++;
    if (!isOver) requestAnimationFrame(paint);
  };
  requestAnimationFrame(paint);
  const { converted } = await count(rows, { goal: 'checkout.purchase', now: monday + 86_400_000 * 30 });
  isOver = true;
  expect(converted).toBeGreaterThan(0);
  expect(frames).toBeGreaterThan(2);
});

it('reads the body of a fetch', async () => {
  const body = new Blob(['\uFEFF{"v":2}\r\n', 'no json']).stream();
  const reasons: string[] = [];
  const options = { onProblem: ({ reason }: { reason: string }) => reasons.push(reason) };
  for await (const event of readNdjson(body, options)) throw new Error(event.id);
  expect(reasons).toEqual(['version', 'json']);
});

it('reads what is broken in a browser as on a server: the rest is counted, each problem has its line', async () => {
  const events = Array.from({ length: 3_000 }, (_, at) => ({
    v: 1,
    id: `0198f0bb-0000-7000-8000-${String(at).padStart(12, '0')}`,
    kind: at % 3 === 2 ? 'checkout.purchase' : 'poll.vote',
    phase: 'committed',
    grade: at % 3 === 2 ? 3 : 1,
    ask: { id: 'a' },
    attempt: `attempt ${at}`,
    session: { id: `session ${at % 500}`, n: 1 },
    page: { path: '/', viewId: `view ${at % 500}` },
    // One of them has half of all events.
    visitor: { id: at % 2 === 0 ? 'one' : `visitor ${at % 500}`, isNew: true, segments: [] },
    time: monday + at * 1_000,
    seq: at,
  }));
  const question = { goal: 'checkout.purchase', steps: ['poll.vote'], now: monday + 86_400_000 } as const;
  const clean = await count(events, question);
  expect(clean.converted).toBeGreaterThan(100);

  const [first] = events;
  const lines = [
    'no json',
    'null',
    JSON.stringify({ ...first, v: 2 }),
    JSON.stringify({ ...first, data: { text: 'x'.repeat(10_000_000) } }),
    ...[...events].reverse().map((event) => JSON.stringify(event)),
    ...events.slice(0, 900).map((event) => JSON.stringify(event)),
    JSON.stringify({ ...first, id: 'later', time: monday + 86_400_000 * 9 }),
    JSON.stringify(first).slice(0, 99),
  ];
  const problems: string[] = [];
  const onProblem = ({ line, reason }: ReadProblem) => problems.push(`${line} ${reason}`);
  const body = new Blob([lines.join('\n')]).stream();
  const counts = await count(readNdjson(body, { onProblem }), { ...question, onProblem });
  expect(counts).toEqual(clean);
  expect(problems).toEqual(['1 json', '2 shape', '3 version', '4 too-long', '3901 future', '3906 json']);

  // A goal that nobody reached, as a funnel of one step.
  const none = analyze(await count(events, { goal: 'quiz.complete' }));
  expect(none.counts.converted).toBe(0);
  expect(none.lifts.filter(({ shown }) => shown)).toEqual([]);
  expect(none.funnels[0]?.steps.map(({ reached }) => reached)).toEqual([0]);
  await expect(
    count(events, { goal: 'checkout.purchase', steps: ['poll.vote', 'poll.vote'] }),
  ).rejects.toThrow('SY-1605');
  await expect(count([], question)).resolves.toMatchObject({ units: 0, converted: 0 });
});
