import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
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
    // As the editors of Windows write it.
    const names = await fileOf('names.json', `\uFEFF${JSON.stringify({ hurdle: 'What holds <you> back?' })}`);
    const { code, out, err } = await run(['report', file, '--names', names, '--title', 'March & April']);
    expect(err).toContain('callback-request.request');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).toContain('<title>March &amp; April</title>');
    // A page of its own has one heading above all others, and no level left out.
    expect([...out.matchAll(/<h(\d)/g)].map(([, level]) => level).join('')).toMatch(/^12+$/);
    expect(out).toContain('>March &amp; April</h1>');
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
    // Paper is white, also where the screen is dark.
    expect(style).toContain('@media print{:root{color-scheme:light;background:none}');
    expect(out).toContain(`content="default-src &#x27;none&#x27;; style-src &#x27;sha256-${hash}&#x27;"`);
  });

  it('names lines that are broken, and reads the rest', async () => {
    const good = eventsOf(30);
    const lines = [...good.slice(0, 2), '{"v":1', ...good.slice(2), '{"v":99}', '[]'];
    const file = await fileOf('broken.ndjson', lines.join('\r\n'));
    const { code, out, err } = await run(['report', file]);
    expect(code).toBe(0);
    expect(err).toContain('3 left out');
    expect(err).toContain(`${file}, line 3 is no JSON`);
    expect(err).toContain(`line ${lines.length - 1} is of a version that is not known`);
    expect(out).toContain('33.3%');
  });

  it('names the lines of a file in which nothing is an event, goal or not', async () => {
    const file = await fileOf('nothing.ndjson', 'rubbish\n{"kind":"poll.vote"}\n');
    for (const goal of [[], ['--goal', 'poll.vote']]) {
      const { code, err } = await run(['report', file, ...goal]);
      expect(code).toBe(1);
      expect(err).toContain(`2 left out, the rest was read:\n  ${file}, line 1 is no JSON\n`);
      expect(err).toContain('line 2 is no event (v: missing)');
      expect(err).toContain('SY-1633');
    }
  });

  it('does not say of events without a yes that there are none', async () => {
    const seen = eventsOf(3).map((line) => JSON.stringify({ ...JSON.parse(line), phase: 'seen' }));
    const file = await fileOf('seen.ndjson', seen.join('\n'));
    const { code, out, err } = await run(['report', file]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('SY-1636');
    expect(err).not.toContain('There is no event');
    expect((await run(['report', file, '--json', '--goal', 'poll.vote'])).code).toBe(0);
  });

  it('chooses goal and steps from what it counts', async () => {
    const [vote = '', call = ''] = eventsOf(1);
    const late = { ...JSON.parse(call), time: Date.UTC(2026, 2, 20, 12) };
    const file = await fileOf('later.ndjson', [vote, JSON.stringify(late)].join('\n'));
    const goalOf = async (...args: string[]) => {
      const { out } = await run(['report', file, '--json', ...args]);
      return JSON.parse(out).counts.question.goal;
    };
    expect(await goalOf('--until', '2026-03-20')).toBe('callback-request.request');
    expect(await goalOf('--until', '2026-03-19')).toBe('poll.vote');
  });

  it.skipIf(process.platform === 'win32')('asks for a goal of what can be read once', async () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const none = await run(['report', pipe]);
    expect(none.code).toBe(2);
    expect(none.err).toContain(`${pipe} is read once, so --goal is needed`);
    const feeding = writeFile(pipe, eventsOf(9).join('\n'));
    const { out } = await run(['report', pipe, '--json', '--goal', 'callback-request.request']);
    await feeding;
    expect(JSON.parse(out).counts.converted).toBe(3);
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
    const none = await run(['report', file, '--until', '2026-03-01']);
    expect(none.code).toBe(1);
    expect(none.err).toContain('SY-1633');

    // The clock that is told to stand still at six seconds gives five minutes of leeway, as any clock does.
    const some = await run(['report', file, '--json', '--until', '2026-03-02T08:55:04Z']);
    expect(JSON.parse(some.out).counts.units).toBe(5);
    expect(some.err).toBe('5 are later than 2026-03-02T08:55:04.000Z and were left out.\n');
  });

  it('says that a clock is wrong where events lie in the future', async () => {
    const [vote = ''] = eventsOf(1);
    const late = { ...JSON.parse(vote), id: '0198f0bb-0000-7000-8000-ffffffffffff', time: Date.now() + 1e10 };
    const file = await fileOf('future.ndjson', [vote, JSON.stringify(late)].join('\n'));
    const { err } = await run(['report', file, '--json']);
    expect(err).toBe('1 lie in the future and were left out: a clock is wrong.\n');
  });

  it('reads the files of a folder, and several, each event once', async () => {
    const [one, two] = [eventsOf(30), eventsOf(60)];
    const days = path.join(folder, 'days');
    await mkdir(days);
    // The first ends within a line, as a file that is being written does.
    await writeFile(path.join(days, '2026-03-02.ndjson'), one.join('\n'));
    await writeFile(path.join(days, '2026-03-03.ndjson'), ['rubbish', ...two].join('\n'));
    await writeFile(path.join(days, 'journal.lock'), 'not for us');
    const whole = await run(['report', days, '--json']);
    expect(JSON.parse(whole.out).counts.units).toBe(60);
    expect(whole.err).toContain('1 left out');
    expect(whole.err).toContain('2026-03-03.ndjson, line 1 is no JSON');

    const file = path.join(days, '2026-03-02.ndjson');
    const both = await run(['report', file, path.join(days, '2026-03-03.ndjson'), '--json']);
    expect(both.out.replace(/"now":\d+/, '')).toBe(whole.out.replace(/"now":\d+/, ''));
  });

  it('reads days that were packed, beside those that were not', async () => {
    const lines = eventsOf(60);
    const days = path.join(folder, 'packed');
    await mkdir(days);
    await writeFile(path.join(days, '2026-03-02.ndjson.gz'), gzipSync(lines.slice(0, 40).join('\n')));
    await writeFile(path.join(days, '2026-03-03.ndjson'), lines.slice(40).join('\n'));
    const whole = await run(['report', days, '--json']);
    expect(JSON.parse(whole.out).counts.units).toBe(60);
  });

  it('reads what it can where a packed file is damaged, and ends as one that could not read all', async () => {
    const lines = eventsOf(60);
    const days = path.join(folder, 'damaged');
    await mkdir(days);
    const cut = path.join(days, '2026-03-01.ndjson.gz');
    await writeFile(cut, gzipSync(lines.join('\n')).subarray(0, 200));
    await writeFile(path.join(days, '2026-03-02.ndjson'), lines.slice(0, 40).join('\n'));
    await writeFile(path.join(days, '2026-03-03.ndjson.gz'), lines.slice(40).join('\n'));
    for (const args of [[], ['--goal', 'callback-request.request', '--steps', 'poll.vote']]) {
      const { code, out, err } = await run(['report', days, '--json', ...args]);
      expect(code).toBe(1);
      expect(JSON.parse(out).counts.units).toBeGreaterThan(20);
      expect(JSON.parse(out).counts.units).toBeLessThan(60);
      expect(err).toContain(`2 read only in part:\n  ${cut}: it breaks off before its end\n`);
      expect(err).toContain('2026-03-03.ndjson.gz: it is not packed by gzip, or damaged\n');
    }
  });

  it('makes no report of a packed file in which nothing can be read', async () => {
    const cut = path.join(folder, 'cut.ndjson.gz');
    await writeFile(cut, gzipSync(eventsOf(60).join('\n')).subarray(0, 20));
    const breaks = expect.stringMatching(/cut.ndjson.gz: it breaks off before its end\n.*SY-1633/);
    const other = await fileOf('other.ndjson.gz', eventsOf(60).join('\n'));
    const isNone = expect.stringMatching(/other.ndjson.gz: it is not packed by gzip, or damaged\n.*SY-1633/);
    for (const args of [[], ['--goal', 'poll.vote', '--steps', 'poll.vote']]) {
      expect(await run(['report', cut, ...args])).toMatchObject({ code: 1, out: '', err: breaks });
      expect(await run(['report', other, ...args])).toMatchObject({ code: 1, out: '', err: isNone });
    }
  });

  it('passes over a line of ten megabytes', async () => {
    const lines = ['x'.repeat(10_000_000), ...eventsOf(9)];
    const file = await fileOf('long.ndjson', lines.join('\n'));
    const { code, err, out } = await run(['report', file, '--json']);
    expect(code).toBe(0);
    expect(err).toContain('line 1 is too long');
    expect(JSON.parse(out).counts.units).toBe(9);
  });

  it('names a goal that nobody gave, and the yeses that there are', async () => {
    const file = await fileOf('typo.ndjson', eventsOf(9).join('\n'));
    const { code, err } = await run(['report', file, '--goal', 'callback-request.reqest']);
    expect(code).toBe(0);
    expect(err).toContain(
      'Nobody gave callback-request.reqest. The yeses are callback-request.request, poll.vote.',
    );
  });

  it('names an ask that nobody answered, and those of its kind, in the page as well', async () => {
    const file = await fileOf('ask.ndjson', eventsOf(9).join('\n'));
    const { code, out, err } = await run(['report', file, '--goal', 'callback-request.request:casa']);
    expect(code).toBe(0);
    const sentence =
      'Nobody gave callback-request.request:casa. The yeses are callback-request.request:call, callback-request.request, poll.vote.';
    expect(err).toContain(`${sentence}\n`);
    expect(out).toContain(sentence);
    const german = await run(['report', file, '--goal', 'poll.vot', '--locale', 'de']);
    expect(german.out).toContain('Niemand hat poll.vot gegeben.');
    const figures = await run(['report', file, '--json', '--goal', 'callback-request.request:casa']);
    expect(JSON.parse(figures.out).counts.missing).toEqual(['callback-request.request:casa']);
  });

  it('says of each ask who saw it, who began and who said yes', async () => {
    const seen = eventsOf(90).map((line, at) => {
      const event = JSON.parse(line);
      return at % 2 === 0 ? line : JSON.stringify({ ...event, phase: 'seen' });
    });
    const file = await fileOf('asks.ndjson', seen.join('\n'));
    const page = await run(['report', file]);
    expect(page.out).toContain('Asks: seen, started, said yes');
    const { asks } = JSON.parse((await run(['report', file, '--json'])).out);
    const vote = asks.find((one: { action: string }) => one.action === 'poll.vote:hurdle');
    const yes = seen.filter((line) => line.includes('poll.vote') && line.includes('committed')).length;
    expect([vote.seen, vote.yes.k]).toEqual([90, yes]);
    expect(yes).toBeGreaterThan(20);
  });

  it('finds the steps to a goal that is given', async () => {
    const file = await fileOf('steps.ndjson', eventsOf(9).join('\n'));
    const { out } = await run(['report', file, '--json', '--goal', 'callback-request.request:call']);
    expect(JSON.parse(out).counts.question.steps).toEqual(['poll.vote', 'callback-request.request:call']);
  });

  it('knows from the events whom a ladder asked', async () => {
    const marked = eventsOf(90).map((line) => {
      const event = JSON.parse(line);
      const ladder = { id: 'shop', rung: event.kind === 'poll.vote' ? 1 : 0, of: 2 };
      return JSON.stringify({ ...event, ladder });
    });
    const file = await fileOf('ladder.ndjson', marked.join('\n'));
    const warningsOf = async (...args: string[]) => {
      const { out } = await run(['report', file, '--json', '--exposure', 'anywhere', ...args]);
      const { lifts } = JSON.parse(out) as { lifts: { action: string; warnings: string[] }[] };
      return lifts.map(({ action, warnings }) => [action, warnings.includes('ON_LADDER')]);
    };
    expect(await warningsOf()).toEqual([['poll.vote:hurdle', true]]);
    expect(await warningsOf('--by', 'kind')).toEqual([['poll.vote', true]]);
  });

  it('writes letters that no console can spoil, in the words of one language', async () => {
    const file = await fileOf('ascii.ndjson', eventsOf(90).join('\n'));
    const names = await fileOf('wide.json', JSON.stringify({ hurdle: 'Größe 👍' }));
    const args = ['report', file, '--names', names, '--locale', 'de'];
    const { out } = await run(args);
    expect(out).toContain('<html lang="de">');
    expect(out).toContain('<title>Bericht &#xfc;ber kleine Zusagen</title>');
    expect(out).toContain('Gr&#xf6;&#xdf;e &#x1f44d;');
    expect(out).toContain('33,3');
    expect([...out].filter((letter) => letter > '~')).toEqual([]);
    const figures = await run([...args, '--json']);
    expect([...figures.out].filter((letter) => letter > '~')).toEqual([]);
  });

  it('writes from right to left in Arabic, and in English with figures of a language that it does not speak', async () => {
    const file = await fileOf('locales.ndjson', eventsOf(90).join('\n'));
    const arabic = await run(['report', file, '--locale', 'ar-EG']);
    expect(arabic.out).toContain('<html lang="ar-EG" dir="rtl">');
    expect(arabic.out).toContain('&#x627;&#x62e;&#x62a;&#x635;&#x627;&#x631;');
    const polish = await run(['report', file, '--locale', 'pl', '--title', 'Marzec']);
    expect(polish.out).toContain('<html lang="en">');
    expect(polish.out).toContain('<title>Marzec</title>');
    expect(polish.out).toContain('33,3%');
  });

  it('writes money in its currency', async () => {
    const shown = eventsOf(600).map((line) => {
      const event = JSON.parse(line);
      const experiments = { words: Number(event.session.id.at(-1)) % 2 === 0 ? 'a' : 'b' };
      return JSON.stringify({ ...event, experiments, value: { amount: 20, currency: 'EUR' } });
    });
    const file = await fileOf('money.ndjson', shown.join('\n'));
    const { out } = await run(['report', file, '--currency', 'EUR']);
    expect(out).toContain('&#x20ac;');
  });

  it('reads experiments as they were planned', async () => {
    const dealt = eventsOf(800).map((line) => {
      const event = JSON.parse(line);
      // A quarter, three quarters.
      const experiments = { words: Number(event.session.id.slice(-2)) % 4 === 0 ? 'new' : 'control' };
      return JSON.stringify({ ...event, experiments });
    });
    const file = await fileOf('planned.ndjson', dealt.join('\n'));
    const weights = await fileOf('weights.json', JSON.stringify({ words: { control: 3, new: 1 } }));
    const warningsOf = async (...args: string[]) => {
      const { out } = await run(['report', file, '--json', '--looks', 'once', ...args]);
      return JSON.parse(out).experiments[0].warnings;
    };
    expect(await warningsOf()).toEqual(expect.arrayContaining(['SRM', 'PEEKED']));
    expect(await warningsOf('--planned', '800', '--weights', weights)).toEqual([]);
  });

  it('says of weights that are of no experiment of the events that they change nothing', async () => {
    const dealt = eventsOf(9).map((line) =>
      JSON.stringify({ ...JSON.parse(line), experiments: { words: 'new', colour: 'red' } }),
    );
    const file = await fileOf('dealt.ndjson', dealt.join('\n'));
    const told = async (given: object) =>
      (await run(['report', file, '--json', '--weights', await fileOf('of.json', JSON.stringify(given))]))
        .err;
    const shares = { control: 1, new: 1 };
    expect(await told({ wrods: shares, words: shares })).toContain(
      '--weights has wrods, and no event is of that experiment. Those of the events are colour, words.\n',
    );
    expect(await told({ words: shares })).not.toContain('--weights');
  });

  it('lets no name in the events speak to the terminal', async () => {
    const evil = '\u001b]0;owned\u0007\u009b2J\rall is well\u0000';
    const said = eventsOf(90).map((line, at) => {
      const event = JSON.parse(line);
      const ladder = { id: evil, rung: event.kind === 'poll.vote' ? 1 + (at % 2) : 3, of: 3 };
      return JSON.stringify({
        ...event,
        ask: { id: `${evil}${at % 2}` },
        ladder,
        experiments: { [evil]: 'new' },
      });
    });
    const file = await fileOf('terminal.ndjson', said.join('\n'));
    const weights = await fileOf('some.json', JSON.stringify({ words: { new: 1 } }));
    for (const more of [[], ['--weights', weights, '--steps', `poll.vote:${evil},poll.vote:none`]]) {
      const { err } = await run(['report', file, ...more]);
      expect(err).toContain('owned');
      expect(err).not.toMatch(/[^\P{Cc}\n]/u);
    }
    const { err } = await run(['report', file, '--goal', evil]);
    expect(err).toContain('owned');
    expect(err).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('says how many events are from before the first of these pages, which makes the period long', async () => {
    const lines = eventsOf(9);
    const wrong = JSON.stringify({
      ...JSON.parse(lines[0] ?? ''),
      id: '0198f0cc-0000-7000-8000-000000000001',
      time: 86_400_000,
    });
    const { code, err } = await run(['report', await fileOf('clock.ndjson', [wrong, ...lines].join('\n'))]);
    expect(err).toContain(
      '1 are from before 2020, so that the report begins at 1970-01-02: a clock is wrong.\n',
    );
    expect(code).toBe(0);
    expect((await run(['report', await fileOf('right.ndjson', lines.join('\n'))])).err).not.toContain('2020');
  });

  it('ends in silence when the reader has had enough, and loudly when the disk is full', async () => {
    const file = await fileOf('pipe.ndjson', eventsOf(9).join('\n'));
    const tryWith = async (code: string) => {
      const err = paper();
      const write = (_piece: unknown, _encoding: unknown, done: (error: Error) => void) =>
        done(Object.assign(new Error(`write ${code}`), { code }));
      const stdout = new Writable({ write });
      const exit = await main(['report', file, '--json'], { stdin: none(), stdout, stderr: err.stream });
      return { exit, err: err.text() };
    };
    async function* none() {}
    expect(await tryWith('EPIPE')).toEqual({ exit: 0, err: '' });
    expect(await tryWith('ENOSPC')).toEqual({ exit: 1, err: expect.stringContaining('SY-1635') });
  });

  it.each([
    [['report'], 'SY-1631', 2],
    [['reports', 'a'], 'SY-1631', 2],
    [['report', 'a', '-'], 'SY-1631', 2],
    [['report', 'a', '--gaol', 'x'], 'SY-1631', 2],
    [['report', 'a', '--until', 'soon'], 'SY-1631', 2],
    [['report', 'a', '--looks', 'often'], 'SY-1631', 2],
    [['report', 'a', '--planned', 'many'], 'SY-1631', 2],
    [['report', 'a', '--locale', 'de_DE'], 'SY-1631', 2],
    [['report', 'a', '--weights', 'package.json'], 'SY-1632', 1],
    [['report', '-'], 'SY-1631', 2],
    [['report', 'nowhere.ndjson'], 'SY-1632', 1],
    [['report', 'test/cli'], 'SY-1632', 1],
    [['report', 'a', '--names', 'nowhere.json'], 'SY-1632', 1],
  ])('%j is %s', async (args, message, expected) => {
    const { code, out, err } = await run(args);
    expect(err).toContain(message);
    expect(code).toBe(expected);
    expect(out).toBe('');
  });

  it.each([
    '[]',
    '{ "words": [1, 1] }',
    '{ "words": { "control": 1, "new": 0 } }',
    '{ "words": { "control": 1, "new": 1e400 } }',
  ])('refuses weights that it could only pass over: %s', async (weights) => {
    const file = await fileOf('weighed.ndjson', eventsOf(3).join('\n'));
    const { code, out, err } = await run(['report', file, '--weights', await fileOf('wrong.json', weights)]);
    expect(err).toContain('it is no object of weights above 0 by experiment and variant');
    expect([code, out]).toEqual([1, '']);
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
