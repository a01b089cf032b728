import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createCollector } from 'smallyes/server';
import { type NdjsonWriter, type NdjsonWriterOptions, ndjsonWriter } from 'smallyes/server/ndjson';
import { commitmentFixture } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchOf, noon, post, read, votes } from '../collector.support.ts';
import { idsOf, rowFor, rowsOf, signal } from './rows.ts';

let directory: string;
const writers: NdjsonWriter[] = [];
const clock = { ms: noon };
const today = '2026-01-12';

function openWriter(options: Partial<NdjsonWriterOptions> = {}): NdjsonWriter {
  const writer = ndjsonWriter({ directory, now: () => clock.ms, ...options });
  writers.push(writer);
  return writer;
}

/** What a crash leaves: the process is gone without a word, its lock and files as they are. */
async function crash(writer: NdjsonWriter): Promise<void> {
  const lock = readFileSync(path.join(directory, 'lock'));
  await writer.close();
  writeFileSync(path.join(directory, 'lock'), String(lock).replace(/"pid":\d+/, '"pid":2147483646'));
}

const fileOf = (day = today) => path.join(directory, `${day}.ndjson`);
const linesOf = (day = today) => readFileSync(fileOf(day), 'utf8').split('\n').filter(Boolean);
const storedIds = (day = today) => linesOf(day).map((line) => (JSON.parse(line) as { id: string }).id);

beforeEach(() => {
  directory = path.join(mkdtempSync(path.join(tmpdir(), 'smallyes-ndjson-')), 'events');
  clock.ms = noon;
});

afterEach(async () => {
  for (const writer of writers.splice(0)) await writer.close();
  rmSync(path.dirname(directory), { recursive: true, force: true });
});

describe('ndjsonWriter', () => {
  it('writes an event a line, with the times that the server knows, into a file for the day', async () => {
    const [event] = votes(1);
    await openWriter().insert([rowFor(event!)], signal());
    expect(readdirSync(directory).sort()).toEqual([`${today}.ndjson`, 'lock']);
    expect(linesOf().map((line) => JSON.parse(line) as unknown)).toEqual([
      { received_at: noon, occurred_at: event!.time, ...event },
    ]);
    expect(readFileSync(fileOf(), 'utf8')).toMatch(/\}\n$/);
  });

  it('keeps each id once, within a batch, between batches and after a restart', async () => {
    const first = openWriter();
    expect(await first.insert([...rowsOf(3), ...rowsOf(2)], signal())).toEqual({
      inserted: idsOf(rowsOf(3)),
    });
    expect(await first.insert(rowsOf(3, 2), signal())).toEqual({ inserted: idsOf(rowsOf(1, 4)) });
    await first.close();
    expect(await openWriter().insert(rowsOf(6), signal())).toEqual({ inserted: idsOf(rowsOf(2, 5)) });
    expect(storedIds()).toEqual(idsOf(rowsOf(6)));
  });

  it('writes what comes at the same time at once, and gives an id to whoever brought it first', async () => {
    const writer = openWriter();
    await writer.ready();
    const sync = vi.spyOn(Object.getPrototypeOf(await aFile()) as { datasync(): Promise<void> }, 'datasync');
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => writer.insert(rowsOf(3, 1 + index * 2), signal())),
    );
    expect(results.flatMap((one) => one?.inserted ?? [])).toEqual(idsOf(rowsOf(101)));
    expect(storedIds()).toEqual(idsOf(rowsOf(101)));
    expect(sync.mock.calls.length).toBeGreaterThan(0);
    expect(sync.mock.calls.length).toBeLessThan(4);
  });

  it('answers only when the disk has the events, unless it is told not to wait', async () => {
    const writer = openWriter();
    await writer.ready();
    const proto = Object.getPrototypeOf(await aFile()) as { datasync(): Promise<void> };
    let release: () => void = () => {};
    const sync = vi.spyOn(proto, 'datasync').mockImplementation(
      () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    );
    let isDone = false;
    const done = writer.insert(rowsOf(1), signal())?.then(() => {
      isDone = true;
    });
    await vi.waitFor(() => expect(sync).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isDone).toBe(false);
    release();
    await done;
    sync.mockClear();
    await writer.close();
    await openWriter({ sync: 'never' }).insert(rowsOf(1, 2), signal());
    expect(sync).not.toHaveBeenCalled();
  });

  it('begins a new file with each UTC day, and knows the ids of the days before', async () => {
    const writer = openWriter();
    clock.ms = Date.UTC(2026, 0, 12, 23, 59, 59, 999);
    await writer.insert(rowsOf(1), signal());
    clock.ms += 1;
    expect(await writer.insert(rowsOf(2), signal())).toEqual({ inserted: idsOf(rowsOf(1, 2)) });
    expect([storedIds(), storedIds('2026-01-13')]).toEqual([idsOf(rowsOf(1)), idsOf(rowsOf(1, 2))]);
  });

  it('knows ids for the days that it promises, and then lets go of them', async () => {
    const writer = openWriter({ days: 3 });
    expect(writer.remembers).toBe(2 * 86_400);
    await writer.insert(rowsOf(1), signal());
    for (const [days, inserted] of [
      [2, []],
      [3, []],
      [4, idsOf(rowsOf(1))],
    ] as const) {
      clock.ms = noon + days * 86_400_000;
      // A row of another id opens the day.
      await writer.insert(rowsOf(1, 10 + days), signal());
      expect(await writer.insert(rowsOf(1), signal()), `${days} days`).toEqual({ inserted });
    }
  });

  it('goes on with the later file when the clock is set back', async () => {
    const writer = openWriter();
    clock.ms = noon + 86_400_000;
    await writer.insert(rowsOf(1), signal());
    clock.ms = noon;
    await writer.insert(rowsOf(1, 2), signal());
    expect(existsSync(fileOf())).toBe(false);
    expect(storedIds('2026-01-13')).toEqual(idsOf(rowsOf(2)));
  });

  it('is refused by a collector that takes older events than it knows ids of', () => {
    expect(() => createCollector({ store: openWriter({ days: 8 }) })).toThrow(/SY-606 .*maxAge is 691200 s/);
    createCollector({ store: openWriter({ days: 8 }), maxAge: 7 * 86_400 });
  });

  it.each([
    [{ directory: '' }, 'ndjsonWriter has no directory'],
    [{ days: 1 }, 'days is 1'],
    [{ days: 2.5 }, 'days is 2.5'],
    [{ sync: 'always' as never }, 'sync is "always"'],
    [{ dir: 'x' } as never, 'ndjsonWriter has no option "dir"'],
  ])('refuses options that cannot work: %j', (options, problem) => {
    expect(() => openWriter(options)).toThrow(`SY-606`);
    expect(() => openWriter(options)).toThrow(problem);
  });

  it('says that it was given no options', () => {
    expect(() => ndjsonWriter(undefined as never)).toThrow(
      'SY-606 A collector cannot work as it was asked to: ndjsonWriter was given no options',
    );
  });

  it('serves a collector, which tells duplicates after a restart too', async () => {
    const send = async (store: NdjsonWriter) =>
      (await read(await createCollector({ store, now: () => noon }).handle(post(batchOf(votes(5)))))).body;
    const first = openWriter();
    expect(await send(first)).toMatchObject({ accepted: 5, duplicates: 0 });
    await first.close();
    expect(await send(openWriter())).toMatchObject({ accepted: 0, duplicates: 5 });
  });
});

/** Any open file: it has the prototype of them all. */
async function aFile() {
  const handle = await open(fileURL(), 'r');
  await handle.close();
  return handle;
}
const fileURL = () => path.resolve('package.json');

describe('after a crash', () => {
  it('a line that was half written is cut off, and its event comes again', async () => {
    const writer = openWriter();
    await writer.insert(rowsOf(3), signal());
    await crash(writer);
    const whole = readFileSync(fileOf(), 'utf8');
    const [, , third = ''] = whole.split('\n');
    for (const missing of [1, 2, 40, third.length - 1, third.length]) {
      writeFileSync(fileOf(), whole);
      truncateSync(fileOf(), Buffer.byteLength(whole) - missing);
      const next = openWriter();
      await next.ready();
      expect(storedIds(), `${missing} bytes missing`).toEqual(idsOf(rowsOf(2)));
      expect(await next.insert(rowsOf(3), signal())).toEqual({ inserted: idsOf(rowsOf(1, 3)) });
      expect(readFileSync(fileOf(), 'utf8')).toBe(whole);
      await crash(next);
    }
  });

  it.each([
    ['zeros', Buffer.alloc(70_000)],
    ['zeros and an end of line', Buffer.concat([Buffer.alloc(70_000), Buffer.from('\n')])],
    ['something else', Buffer.from('{"received_at":1}\nrubbish\n\n')],
    ['half of a character', Buffer.from([0x7b, 0xe2, 0x82])],
  ])('%s at the end of the file are cut off', async (_name, rubbish) => {
    const writer = openWriter();
    await writer.insert(rowsOf(2), signal());
    await crash(writer);
    appendFileSync(fileOf(), rubbish);
    const next = openWriter();
    expect(await next.insert(rowsOf(3), signal())).toEqual({ inserted: idsOf(rowsOf(1, 3)) });
    expect(storedIds()).toEqual(idsOf(rowsOf(3)));
  });

  it('a file without one whole line starts anew', async () => {
    const writer = openWriter();
    await writer.insert(rowsOf(1), signal());
    await crash(writer);
    truncateSync(fileOf(), 100);
    await openWriter().insert(rowsOf(1), signal());
    expect(storedIds()).toEqual(idsOf(rowsOf(1)));
  });

  it('an empty file does no harm', async () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(fileOf(), '');
    await openWriter().insert(rowsOf(1), signal());
    expect(storedIds()).toEqual(idsOf(rowsOf(1)));
  });

  it('a damaged line in the middle is told and left alone, and the others count', async () => {
    const writer = openWriter();
    await writer.insert(rowsOf(3), signal());
    await crash(writer);
    const lines = linesOf();
    writeFileSync(fileOf(), [lines[0], 'edited by hand', lines[2], ''].join('\n'));
    const onError = vi.fn();
    const next = openWriter({ onError });
    expect(await next.insert(rowsOf(3), signal())).toEqual({ inserted: idsOf(rowsOf(1, 2)) });
    expect(linesOf()[1]).toBe('edited by hand');
    expect(String(onError.mock.calls[0])).toMatch(/SY-610 .*2026-01-12\.ndjson.*1 lines are no events/);
  });

  it('lines that another program wrote are understood', async () => {
    mkdirSync(directory, { recursive: true });
    const events = votes(2).map((event) => JSON.stringify({ ...event, id: event.id.toUpperCase() }, null, 0));
    writeFileSync(fileOf(), `${events.join('\n')}\n`);
    expect(await openWriter().insert(rowsOf(3), signal())).toEqual({ inserted: idsOf(rowsOf(1, 3)) });
  });

  it('files of thousands of lines are read across the edges of their pieces', async () => {
    const writer = openWriter();
    for (let from = 1; from <= 4_001; from += 500) await writer.insert(rowsOf(500, from), signal());
    await crash(writer);
    expect(statSync(fileOf()).size).toBeGreaterThan(2_200_000);
    expect(await openWriter().insert(rowsOf(4_501), signal())).toEqual({ inserted: idsOf(rowsOf(1, 4_501)) });
  });
});

describe('a write that fails', () => {
  it('leaves no half line behind, and the same events are taken afterwards', async () => {
    const writer = openWriter();
    await writer.insert(rowsOf(1), signal());
    const proto = Object.getPrototypeOf(await aFile()) as { datasync(): Promise<void> };
    const sync = vi.spyOn(proto, 'datasync').mockRejectedValueOnce(new Error('ENOSPC'));
    await expect(writer.insert(rowsOf(3), signal())).rejects.toThrow('ENOSPC');
    expect(storedIds()).toEqual(idsOf(rowsOf(1)));
    sync.mockRestore();
    expect(await writer.insert(rowsOf(3), signal())).toEqual({ inserted: idsOf(rowsOf(2, 2)) });
    expect(storedIds()).toEqual(idsOf(rowsOf(3)));
  });

  it('does not stop the next when even the way back is blocked', async () => {
    const writer = openWriter();
    await writer.insert(rowsOf(1), signal());
    const proto = Object.getPrototypeOf(await aFile()) as {
      appendFile(bytes: Buffer): Promise<void>;
      truncate(length: number): Promise<void>;
    };
    vi.spyOn(proto, 'appendFile').mockImplementationOnce(async () => {
      appendFileSync(fileOf(), '{"half":');
      throw new Error('EIO');
    });
    vi.spyOn(proto, 'truncate').mockRejectedValueOnce(new Error('EIO'));
    await expect(writer.insert(rowsOf(2), signal())).rejects.toThrow('EIO');
    expect(await writer.insert(rowsOf(2), signal())).toEqual({ inserted: idsOf(rowsOf(1, 2)) });
    expect(storedIds()).toEqual(idsOf(rowsOf(2)));
  });

  it('of a collector that has given up waiting is not written any more', async () => {
    const writer = openWriter();
    const stop = new AbortController();
    const waiting = writer.insert(rowsOf(1), { signal: stop.signal });
    stop.abort(new Error('No answer within 10 s.'));
    await expect(waiting).rejects.toThrow('No answer within 10 s.');
    await writer.insert(rowsOf(1, 2), signal());
    expect(storedIds()).toEqual(idsOf(rowsOf(1, 2)));
  });

  it('is refused at once when too many wait already', async () => {
    const writer = openWriter();
    const row = rowsOf(1);
    const full = Array.from({ length: 5 }, () => writer.insert(Array(10_000).fill(row[0]), signal()));
    await expect(writer.insert(row, signal())).rejects.toThrow(/events wait to be written already/);
    await Promise.all(full);
    await writer.insert(rowsOf(1, 2), signal());
  });
});

describe('the lock', () => {
  it('lets one process in, and says which one is there', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      mkdirSync(directory, { recursive: true });
      // What the other process would have written of itself.
      const began = existsSync('/proc')
        ? (readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '')
        : '';
      const holder = { token: 'other', pid: child.pid, host: hostname(), began };
      writeFileSync(path.join(directory, 'lock'), JSON.stringify(holder));
      const writer = openWriter();
      await expect(writer.ready()).rejects.toThrow(new RegExp(`SY-609 .*process ${child.pid} on`));
      await expect(writer.insert(rowsOf(1), signal())).rejects.toThrow('SY-609');
      expect(existsSync(fileOf())).toBe(false);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      expect(await writer.insert(rowsOf(1), signal())).toEqual({ inserted: idsOf(rowsOf(1)) });
    } finally {
      child.kill('SIGKILL');
    }
  });

  it.each([
    ['of a process that is gone', { pid: 2_147_483_646 }],
    ['of another that had our number', { pid: process.pid }],
    ['of another that had the number of one that lives', { pid: process.ppid }],
    ['that is half written', undefined],
  ])('%s is taken over', async (_name, holder) => {
    mkdirSync(directory, { recursive: true });
    const text = JSON.stringify({ token: 'other', host: hostname(), began: '1', ...holder });
    writeFileSync(path.join(directory, 'lock'), holder ? text : text.slice(0, 10));
    expect(await openWriter().insert(rowsOf(1), signal())).toEqual({ inserted: idsOf(rowsOf(1)) });
  });

  it('of another machine counts while it gives signs of life', async () => {
    mkdirSync(directory, { recursive: true });
    const lock = path.join(directory, 'lock');
    writeFileSync(lock, JSON.stringify({ token: 'other', pid: 1, host: 'elsewhere', began: '1' }));
    const writer = openWriter();
    await expect(writer.ready()).rejects.toThrow(/SY-609 .*process 1 on elsewhere/);
    const past = Date.now() / 1_000 - 31;
    utimesSync(lock, past, past);
    await writer.ready();
  });

  it('that another has taken over stops the writing', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const writer = openWriter();
      await writer.insert(rowsOf(1), signal());
      writeFileSync(path.join(directory, 'lock'), JSON.stringify({ token: 'other' }));
      await vi.advanceTimersByTimeAsync(5_000);
      await vi.waitFor(async () => {
        await expect(writer.insert(rowsOf(1, 2), signal())).rejects.toThrow(/SY-609 .*took it over/);
      });
      await writer.close();
      expect(readFileSync(path.join(directory, 'lock'), 'utf8')).toContain('other');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is gone after close, and the next one may come', async () => {
    const writer = openWriter();
    await writer.ready();
    await writer.close();
    expect(existsSync(path.join(directory, 'lock'))).toBe(false);
    await openWriter().ready();
  });

  it('is one for all writers of a process: bundlers make several of one', async () => {
    const [one, two] = [openWriter(), openWriter()];
    const results = await Promise.all([one.insert(rowsOf(2), signal()), two.insert(rowsOf(3), signal())]);
    expect(results.map((result) => result?.inserted.length)).toEqual([2, 1]);
    await one.close();
    expect(await two.insert(rowsOf(4), signal())).toEqual({ inserted: idsOf(rowsOf(1, 4)) });
  });
});

describe('erase', () => {
  const theirs = commitmentFixture('poll.vote').visitor?.id ?? '';
  const stranger = '019bb18a-75c0-7000-8000-0000000000ff';
  const mixed = () =>
    votes(4).map((event, index) =>
      index % 2 ? { ...event, visitor: { id: stranger, isNew: true, segments: [theirs] } } : event,
    );

  it('removes a visitor from all days, also from those whose ids are forgotten, and nobody else', async () => {
    const writer = openWriter({ days: 2 });
    await writer.insert(
      mixed().map((event) => rowFor(event)),
      signal(),
    );
    clock.ms = noon + 5 * 86_400_000;
    await writer.insert(rowsOf(2, 9), signal());
    expect(await writer.erase({ visitorId: theirs })).toBe(4);
    expect(storedIds()).toEqual([mixed()[1]!.id, mixed()[3]!.id]);
    expect(linesOf('2026-01-17')).toEqual([]);
    expect(readdirSync(directory).sort()).toEqual(['2026-01-12.ndjson', '2026-01-17.ndjson', 'lock']);
    expect(await writer.erase({ visitorId: theirs })).toBe(0);
  });

  it('takes a damaged line that names the visitor along, and is not stopped by it', async () => {
    const writer = openWriter();
    await writer.insert(
      mixed().map((event) => rowFor(event)),
      signal(),
    );
    await crash(writer);
    const [first = '', ...others] = linesOf();
    const half = first.slice(0, first.indexOf(theirs) + theirs.length);
    writeFileSync(fileOf(), [...others.slice(0, 1), half, 'noise', ...others.slice(1), ''].join('\n'));
    const next = openWriter({ onError: () => {} });
    expect(await next.erase({ visitorId: theirs })).toBe(2);
    expect(linesOf()).toEqual([others[0], 'noise', others[2]]);
  });

  it('goes between two writes, so that nothing is lost that comes meanwhile', async () => {
    const writer = openWriter();
    await writer.insert(
      mixed().map((event) => rowFor(event)),
      signal(),
    );
    const [, erased] = await Promise.all([
      writer.insert(rowsOf(1, 20), signal()),
      writer.erase({ sessionId: commitmentFixture('poll.vote').session.id }),
      writer.insert([rowFor({ ...votes(1, 30)[0]!, session: { id: stranger, n: 1 } })], signal()),
    ]);
    expect(erased).toBe(5);
    await writer.insert(rowsOf(1, 40), signal());
    expect(storedIds()).toEqual(idsOf([...rowsOf(1, 30), ...rowsOf(1, 40)]));
  });

  it('that was interrupted leaves the old file, and its half is removed', async () => {
    const writer = openWriter();
    await writer.insert(rowsOf(2), signal());
    await crash(writer);
    writeFileSync(`${fileOf()}.new`, 'half');
    const next = openWriter();
    await next.ready();
    expect(existsSync(`${fileOf()}.new`)).toBe(false);
    expect(storedIds()).toEqual(idsOf(rowsOf(2)));
  });
});
