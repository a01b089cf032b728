import { expect, it } from 'vitest';
import { count, readNdjson } from '../../src/insights/index.ts';
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
