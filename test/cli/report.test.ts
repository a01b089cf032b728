import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { commitmentFixture } from 'smallyes/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'smallyes-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A writable that keeps what it is told. */
function paper() {
  let text = '';
  const stream = new Writable({
    write(piece, _encoding, done) {
      text += String(piece);
      done();
    },
  });
  return { stream, text: () => text };
}

async function run(args: readonly string[], stdin: readonly string[] = []) {
  const [out, err] = [paper(), paper()];
  async function* pieces() {
    yield* stdin;
  }
  const code = await main(args, { stdin: pieces(), stdout: out.stream, stderr: err.stream });
  return { code, out: out.text(), err: err.text() };
}

/** A visitor who votes, and every third one who then asks for a call. */
function eventsOf(visitors: number): string[] {
  return Array.from({ length: visitors }, (_, at) => {
    const session = { id: `0198f0aa-0000-7000-8000-${String(at).padStart(12, '0')}`, n: 1 };
    const time = Date.UTC(2026, 2, 2, 9, 0, at);
    const own = { session, visitor: undefined, phase: 'committed' as const };
    const vote = commitmentFixture('poll.vote', { ...own, ask: { id: 'hurdle' }, time, seq: 1 });
    const call = commitmentFixture('callback-request.request', { ...own, ask: { id: 'call' }, time, seq: 2 });
    return at % 3 === 0 ? [vote, call] : [vote];
  })
    .flat()
    .map((event, at) =>
      JSON.stringify({ ...event, id: `0198f0bb-0000-7000-8000-${String(at).padStart(12, '0')}` }),
    );
}

const fileOf = async (name: string, text: string) => {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
};

describe('smallyes report', () => {
  it('writes one page that needs nothing else, with the figures of the file', async () => {
    const file = await fileOf('season.ndjson', eventsOf(90).join('\n'));
    const names = await fileOf('names.json', JSON.stringify({ hurdle: 'What holds <you> back?' }));
    const { code, out, err } = await run(['report', file, '--names', names, '--title', 'March & April']);
    expect(err).toContain('callback-request.request');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).toContain('<title>March &amp; April</title>');
    expect(out).toContain('What holds &lt;you&gt; back?');
    expect(out).toContain('33.3%');
    expect(out).not.toMatch(/<script|<link|src=|url\(|style="/);
  });

  it('lets in its own stylesheet alone', async () => {
    const file = await fileOf('policy.ndjson', eventsOf(3).join('\n'));
    const { out } = await run(['report', file]);
    const style = /<style>(.*)<\/style>/s.exec(out)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(style.length).toBeGreaterThan(1000);
    expect(out).toContain(`content="default-src &#x27;none&#x27;; style-src &#x27;sha256-${hash}&#x27;"`);
  });

  it('names lines that are broken, and reads the rest', async () => {
    const good = eventsOf(30);
    const lines = [...good.slice(0, 2), '{"v":1', ...good.slice(2), '{"v":99}', '[]'];
    const file = await fileOf('broken.ndjson', lines.join('\r\n'));
    const { code, out, err } = await run(['report', file]);
    expect(code).toBe(0);
    expect(err).toContain('3 left out');
    expect(err).toContain('line 3: json');
    expect(err).toContain(`line ${lines.length - 1}: version`);
    expect(out).toContain('33.3%');
  });

  it('lists ten broken lines, not a million', async () => {
    const file = await fileOf('rubbish.ndjson', [...eventsOf(3), ...Array(500).fill('rubbish')].join('\n'));
    const { err } = await run(['report', file]);
    expect(err).toContain('and 490 more');
    expect(err.split('\n').length).toBeLessThan(20);
  });

  it('gives the figures alone', async () => {
    const file = await fileOf('figures.ndjson', eventsOf(9).join('\n'));
    const { code, out, err } = await run([
      'report',
      file,
      '--json',
      '--steps',
      'poll.vote',
      '--goal',
      'callback-request.request',
    ]);
    expect(code).toBe(0);
    expect(err).toBe('');
    const { counts } = JSON.parse(out);
    expect(counts.units).toBe(9);
    expect(counts.converted).toBe(3);
    expect(counts.question.steps).toEqual(['poll.vote', 'callback-request.request']);
  });

  it('reads standard input in any pieces', async () => {
    const text = eventsOf(9).join('\n');
    const pieces = text.match(/.{1,37}/gs) ?? [];
    const { code, out } = await run(['report', '-', '--json', '--goal', 'callback-request.request'], pieces);
    expect(code).toBe(0);
    expect(JSON.parse(out).counts.converted).toBe(3);
  });

  it('leaves out what came later than asked', async () => {
    const file = await fileOf('until.ndjson', eventsOf(9).join('\n'));
    const { code, err } = await run(['report', file, '--until', '2026-03-01']);
    expect(code).toBe(1);
    expect(err).toContain('SY-1633');
  });

  it.each([
    [['report'], 'SY-1631', 2],
    [['reports', 'a'], 'SY-1631', 2],
    [['report', 'a', 'b'], 'SY-1631', 2],
    [['report', 'a', '--gaol', 'x'], 'SY-1631', 2],
    [['report', 'a', '--until', 'soon'], 'SY-1631', 2],
    [['report', 'a', '--looks', 'often'], 'SY-1631', 2],
    [['report', '-'], 'SY-1631', 2],
    [['report', 'nowhere.ndjson'], 'SY-1632', 2],
    [['report', 'a', '--names', 'nowhere.json'], 'SY-1632', 2],
  ])('%j is %s', async (args, message, expected) => {
    const { code, out, err } = await run(args);
    expect(err).toContain(message);
    expect(code).toBe(expected);
    expect(out).toBe('');
  });

  it('says what the question itself refuses', async () => {
    const file = await fileOf('question.ndjson', eventsOf(3).join('\n'));
    const { code, err } = await run(['report', file, '--goal', 'purchase']);
    expect(err).toContain('SY-1601');
    expect(code).toBe(2);
  });

  it('has help that knows every option', async () => {
    const { code, out } = await run(['--help']);
    const known = await readFile('src/cli/arguments.ts', 'utf8');
    const options = [...known.matchAll(/^ {2}(\w+): \{ type:/gm)].map(([, name]) => `--${name}`);
    expect(options.length).toBeGreaterThan(10);
    for (const option of options) expect(out).toContain(option);
    expect(code).toBe(0);
    expect((await run([])).out).toBe(out);
  });
});
