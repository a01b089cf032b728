import { renderToStaticMarkup } from 'react-dom/server';
import { analyze, count, type Insights, readNdjson } from 'smallyes/insights';
import { CommitmentReport } from 'smallyes/insights/react';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';

const now = Date.UTC(2026, 2, 20);

/** A season in which asks, variants, segments and ladders bear a name that whoever sent the events has chosen. */
function linesOf(name: string): string {
  const id = (at: number) => `0198f0aa-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const lines = Array.from({ length: 90 }, (_, at) => {
    const own = {
      session: { id: id(at), n: 1 },
      visitor: { id: id(at), isNew: true, segments: at % 2 ? [name] : [] },
      experiments: Object.fromEntries([[name, at % 4 < 2 ? 'control' : name]]),
      ladder: { id: name, rung: 1, of: 2 },
      phase: 'committed' as const,
    };
    const time = Date.UTC(2026, 2, 2, 9, 0, at);
    const vote = commitmentFixture('poll.vote', { ...own, ask: { id: name, placement: name }, time, seq: 1 });
    const call = commitmentFixture('callback-request.request', { ...own, ask: { id: 'call' }, time, seq: 2 });
    return at % 3 ? [vote] : [vote, call];
  });
  return lines
    .flat()
    .map((event, at) => JSON.stringify({ ...event, id: id(1_000 + at) }))
    .join('\n');
}

async function read(name: string, by: 'ask' | 'kind'): Promise<Insights> {
  const counts = await count(readNdjson(linesOf(name)), {
    goal: 'callback-request.request',
    steps: [`poll.vote:${name}`],
    by,
    now,
  });
  return analyze(counts, { weights: Object.fromEntries([[name, { control: 1, [name]: 1 }]]) });
}

describe.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length'])(
  'the name %s in a log',
  (name) => {
    // In the same place of an order.
    const plain = name < 'control' ? 'aname' : 'pname';

    it.each(['ask', 'kind'] as const)('is a name as any other, by %s', async (by) => {
      const said = JSON.stringify(await read(name, by)).replaceAll(name, plain);
      expect(said).toBe(JSON.stringify(await read(plain, by)));
      expect(said).toContain(plain);
    });

    it('stands in the report as it is', async () => {
      const names = { [plain]: 'A name' };
      const html = renderToStaticMarkup(
        <CommitmentReport insights={await read(name, 'ask')} names={names} />,
      );
      const other = renderToStaticMarkup(<CommitmentReport insights={await read(plain, 'ask')} />);
      expect(html.replaceAll(name, plain)).toBe(other);
    });
  },
);
