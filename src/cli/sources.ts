import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readNdjson, type StoredEvent } from '../insights/read-ndjson.ts';
import type { ReadProblem } from '../insights/read-problem.ts';
import { failure } from '../internal/messages.ts';
import type { Progress } from './progress.ts';

type Pieces = AsyncIterable<Uint8Array | string>;

/** Something with events in it. */
export interface Source {
  /** As a message calls it. */
  readonly name: string;
  /** Bytes; 0: nobody knows. */
  readonly size: number;
  /** A pipe, such as standard input or what a shell puts in the place of a command: gone once it is read. */
  readonly isOnce: boolean;
  open(): Pieces;
}

/** The files that were named, those of a folder in the order of their names, which with the collector is that of days. */
export async function findSources(files: readonly string[], stdin: Pieces): Promise<Source[]> {
  if (files[0] === '-') return [{ name: 'standard input', size: 0, isOnce: true, open: () => stdin }];
  const found = await Promise.all(files.map((file) => readable(file, () => sourcesOf(file))));
  return found.flat();
}

async function sourcesOf(file: string): Promise<Source[]> {
  const about = await stat(file);
  if (!about.isDirectory()) {
    const stored = () => createReadStream(file, { highWaterMark: 1 << 18 });
    const isPacked = file.endsWith('.gz');
    // What goes wrong, whoever reads the last of them is told.
    const open = isPacked ? () => pipeline(stored(), createGunzip(), () => {}) : stored;
    return [{ name: file, size: isPacked ? 0 : about.size, isOnce: !about.isFile(), open }];
  }
  const names = (await readdir(file)).filter((name) => /\.ndjson(\.gz)?$/.test(name)).sort();
  if (names.length === 0) throw failure(1632, file, 'no file in it ends with .ndjson');
  const found = await Promise.all(names.map((name) => sourcesOf(path.join(file, name))));
  return found.flat();
}

/** What hears of that which could not be read. */
interface OnUnread {
  /** A line is left out. */
  leaveOut(problem: ReadProblem, source: Source): void;
  /** A packed source is damaged, and nothing more can be read of it. */
  breakOff(source: Source, problem: string): void;
}

/** All events of all sources, each source's lines counted from 1. */
export async function* readSources(
  sources: readonly Source[],
  progress: Progress,
  { leaveOut, breakOff }: OnUnread,
): AsyncGenerator<StoredEvent, void, undefined> {
  // Of what is packed nobody knows how much it will be.
  const isKnown = sources.every((source) => source.size > 0);
  const size = isKnown ? sources.reduce((sum, source) => sum + source.size, 0) : 0;
  let read = 0;
  async function* watched(source: Source) {
    for await (const piece of source.open()) {
      read += piece.length;
      progress.tell(read, size);
      yield piece;
    }
  }
  for (const source of sources) {
    const events = readNdjson(watched(source), { onProblem: (problem) => leaveOut(problem, source) });
    // Not yield*, because what fails while counting is no failure of the file.
    for (;;) {
      const next = await readable(source.name, () =>
        events.next().catch((error: NodeJS.ErrnoException) => {
          const damage = damages[error.code ?? ''];
          if (!damage) throw error;
          breakOff(source, damage);
          return { done: true } as const;
        }),
      );
      if (next.done) break;
      yield next.value;
    }
  }
}

/** What the unpacking says, in words. */
const damages: Readonly<Partial<Record<string, string>>> = {
  Z_BUF_ERROR: 'it breaks off before its end',
  Z_DATA_ERROR: 'it is not packed by gzip, or damaged',
};

/** What the system refuses is said with the name of the file. */
async function readable<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : failure(1632, name, code);
  }
}
