import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Erasure, EventRow } from '../../collector-store.ts';

const day = 86_400_000;

/** The UTC day of a time, as files are named. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day so many days before. */
export const daysBefore = (time: number, days: number): string => dayOf(time - days * day);

export const fileOf = (directory: string, name: string): string => path.join(directory, `${name}.ndjson`);

/** The days that there are files of, in order. Removes what an erasure left that was interrupted. */
export async function listDays(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  for (const name of names)
    if (/^\d{4}-\d\d-\d\d\.ndjson\.new$/.test(name)) await rm(path.join(directory, name), { force: true });
  return names.flatMap((name) => /^(\d{4}-\d\d-\d\d)\.ndjson$/.exec(name)?.[1] ?? []).sort();
}

/** The line of a row: the event with the two times that the server knows before it. */
export function lineOf({ receivedAt, occurredAt, json }: EventRow): string {
  return `{"received_at":${receivedAt},"occurred_at":${occurredAt},${json.slice(1)}\n`;
}

const start = /^\{"received_at":\d+,"occurred_at":-?\d+,"v":1,"id":"([\da-f-]{36})",/;

/** The id in a line, without reading all of it where this writer has written it. */
export function idOf(line: string): string | undefined {
  const quick = start.exec(line)?.[1];
  if (quick !== undefined && line.endsWith('}')) return quick;
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a file, one by one, without the last if it has no end. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1_048_576 })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
}

/**
 * Cuts off what a crash left half written: everything after the last whole line. Nobody was told that it is safe, so it
 * comes again. Gives the number of bytes that went.
 */
export async function mend(file: string): Promise<number> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const end = await endOfWhole(async (from, length) => {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await handle.read(bytes, 0, length, from);
      return bytes.subarray(0, bytesRead);
    }, size);
    if (end < size) {
      await handle.truncate(end);
      await handle.sync();
    }
    return size - end;
  } finally {
    await handle.close();
  }
}

/** Where the last line ends that is whole and is an event. After a power cut a file may also end in zeros. */
async function endOfWhole(
  read: (from: number, length: number) => Promise<Uint8Array>,
  size: number,
): Promise<number> {
  const step = 65_536;
  let tail = Buffer.alloc(0);
  let from = size;
  for (;;) {
    let end = tail.lastIndexOf(10);
    while (end >= 0) {
      const before = end === 0 ? -1 : tail.lastIndexOf(10, end - 1);
      // The beginning of the line may lie further ahead in the file.
      if (before < 0 && from > 0) break;
      if (idOf(tail.toString('utf8', before + 1, end)) !== undefined) return from + end + 1;
      end = before;
    }
    if (from === 0) return 0;
    const length = Math.min(step, from);
    from -= length;
    tail = Buffer.concat([await read(from, length), tail]);
  }
}

/** Writes a file anew without the events of a visitor or a session. The old one stays until the new one is safe. */
export async function eraseFrom(file: string, who: Erasure): Promise<number> {
  const wanted = 'visitorId' in who ? who.visitorId : who.sessionId;
  const isTheirs = (line: string) => {
    // Most lines are not, and need not be understood.
    if (!line.toLowerCase().includes(wanted)) return false;
    let event: { visitor?: { id?: unknown }; session?: { id?: unknown } };
    try {
      event = JSON.parse(line);
    } catch {
      // Damaged: nobody reads it any more, but it names them.
      return true;
    }
    const { visitor, session } = event;
    return String('visitorId' in who ? visitor?.id : session?.id).toLowerCase() === wanted;
  };
  let count = 0;
  for await (const line of linesOf(file)) if (isTheirs(line)) count++;
  if (count === 0) return 0;
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w');
  try {
    let kept = '';
    for await (const line of linesOf(file)) {
      if (isTheirs(line)) continue;
      kept += `${line}\n`;
      if (kept.length > 1_048_576) {
        await handle.appendFile(kept);
        kept = '';
      }
    }
    await handle.appendFile(kept);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  await syncDirectory(path.dirname(file));
  return count;
}

/** Makes new names of a directory safe. Where a system cannot, such as Windows, it need not. */
export async function syncDirectory(directory: string): Promise<void> {
  try {
    const handle = await open(directory, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Not to be had here.
  }
}
