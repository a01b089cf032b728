import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCollector } from 'smallyes/server';
import { ndjsonWriter } from 'smallyes/server/ndjson';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { count, type NdjsonSource, type ReadProblem, readNdjson } from '../../src/insights/index.ts';
import { expectConsole } from '../support/console.ts';

const events = [
  commitmentFixture('poll.vote', { seq: 1, data: { choice: 'Größe 👍 ✓' } }),
  commitmentFixture('newsletter-form.subscribe', { seq: 2 }),
  commitmentFixture('checkout.purchase', { seq: 3 }),
];
const lines = events.map((event) => JSON.stringify(event));

async function read(source: NdjsonSource) {
  const problems: ReadProblem[] = [];
  const found: unknown[] = [];
  for await (const event of readNdjson(source, { onProblem: (problem) => problems.push(problem) }))
    found.push(event);
  return { found, problems };
}

/** Bytes in pieces of so many. */
function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('readNdjson', () => {
  it.each([
    ['with ends of lines as Unix has them', lines.join('\n')],
    ['as Windows has them', lines.join('\r\n')],
    ['with an end after the last', `${lines.join('\n')}\n`],
    ['with empty lines', `\n${lines.join('\n\n \r\n')}\n\n`],
    ['with a byte order mark', `\uFEFF${lines.join('\n')}`],
  ])('reads a text %s', async (_, text) => {
    expect(await read(text)).toEqual({ found: events, problems: [] });
    expect(await read(new TextEncoder().encode(text))).toEqual({ found: events, problems: [] });
  });

  it.each([1, 2, 3, 7, 64, 4_096])(
    'reads bytes in pieces of %i, though they part characters',
    async (size) => {
      expect(await read(inPieces(`\uFEFF${lines.join('\r\n')}`, size))).toEqual({
        found: events,
        problems: [],
      });
    },
  );

  it('reads pieces of text, over time, and a stream that cannot be iterated', async () => {
    const text = lines.join('\n');
    async function* pieces() {
      yield text.slice(0, 100);
      yield text.slice(100);
    }
    expect((await read(pieces())).found).toEqual(events);
    const stream = new Response(text).body as ReadableStream<Uint8Array>;
    expect((await read({ getReader: () => stream.getReader() })).found).toEqual(events);
    expect((await read(new Response(text).body as ReadableStream<Uint8Array>)).found).toEqual(events);
  });

  it('reads an empty text, and a text without an event', async () => {
    expect(await read('')).toEqual({ found: [], problems: [] });
    expect(await read('\n\r\n')).toEqual({ found: [], problems: [] });
  });

  it('says which lines it left out and why, and reads the rest', async () => {
    const [first = '', second = '', third = ''] = lines;
    const { found, problems } = await read(
      [
        first,
        'no json',
        '',
        second.slice(0, -20),
        '{"v":2}',
        '[1]',
        '"text"',
        JSON.stringify({ ...events[0], ask: undefined }),
        // A row is no line of a file of events.
        JSON.stringify({ askId: 'a', kind: 'poll.vote' }),
        third,
      ].join('\n'),
    );
    expect(found).toEqual([events[0], events[2]]);
    expect(problems).toEqual([
      { line: 2, reason: 'json', detail: 'an event as JSON' },
      { line: 4, reason: 'json', detail: 'an event as JSON' },
      { line: 5, reason: 'version', detail: 'v: 1 is the version that is understood' },
      { line: 6, reason: 'shape', detail: 'an event is an object' },
      { line: 7, reason: 'shape', detail: 'an event is an object' },
      { line: 8, reason: 'shape', detail: 'ask.id: a text' },
      { line: 9, reason: 'shape', detail: 'v: missing' },
    ]);
  });

  it('refuses a line that is too long by its number, and reads on', async () => {
    const long = `{"v":1,"id":"${'x'.repeat(10_000_000)}"}`;
    const { found, problems } = await read(`${lines[0]}\n${long}\n${lines[1]}`);
    expect(found).toEqual(events.slice(0, 2));
    expect(problems).toEqual([{ line: 2, reason: 'too-long', detail: 'at most 1000000 characters' }]);
    const exactly = `{"v":1}${' '.repeat(999_993)}`;
    const at = async (text: string) => (await read(text)).problems[0]?.reason;
    expect([await at(exactly), await at(`${exactly} `), await at(`${exactly} \n`)]).toEqual([
      'shape',
      'too-long',
      'too-long',
    ]);
  });

  it('holds no line that is too long in memory', async () => {
    const bytes = Buffer.alloc(65_536, 'x');
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    function* pieces() {
      // 200 MB, each piece a text of its own.
      for (let at = 0; at < 3_200; at++) {
        yield bytes.toString('latin1');
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
    }
    expect((await read(pieces())).problems).toMatchObject([{ line: 1, reason: 'too-long' }]);
    expect(most).toBeLessThan(120 * 2 ** 20);
  });

  it('reads what the collector keeps in files, with the time of the server', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'smallyes-read-'));
    try {
      const now = Date.now();
      const collector = createCollector({ store: ndjsonWriter({ directory, sync: 'never' }) });
      const { accepted } = await collector.record(
        events.map((event) => ({ ...event, time: now + event.seq })),
      );
      await collector.close();
      const [file = ''] = (await readdir(directory)).filter((name) => name.endsWith('.ndjson'));
      const stored = () => createReadStream(path.join(directory, file), { highWaterMark: 500 });
      const { found, problems } = await read(stored());
      expect([accepted, problems]).toEqual([3, []]);
      expect(found).toMatchObject(events.map(({ id }) => ({ id, received_at: expect.any(Number) })));
      const counts = await count(readNdjson(stored()), {
        goal: 'checkout.purchase',
        steps: ['poll.vote', 'newsletter-form.subscribe'],
      });
      expect(counts.funnel).toEqual([{ levels: [1, 1, 1] }]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it('lets go of a stream when the reading stops early', async () => {
    let isCancelled = false;
    const stream = new ReadableStream<string>({
      pull: (controller) => controller.enqueue(`${lines[0]}\n`),
      cancel() {
        isCancelled = true;
      },
    });
    for await (const event of readNdjson({ getReader: () => stream.getReader() })) {
      expect(event).toEqual(events[0]);
      break;
    }
    expect(isCancelled).toBe(true);
  });

  it('tells the developer once what it left out, where nobody listens', async () => {
    expectConsole('warn', 'SY-1607 1 of 2 lines were left out');
    for await (const event of readNdjson(`${lines[0]}\nbroken`)) expect(event.v).toBe(1);
  });

  it.each([
    ['a number', 7],
    ['an object', {}],
    ['other pieces', [7]],
  ])('SY-1606 for %s', async (_, source) => {
    await expect(read(source as never)).rejects.toThrow('SY-1606');
  });
});
