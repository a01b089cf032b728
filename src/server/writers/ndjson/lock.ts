import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '../../../internal/messages.ts';

/** Milliseconds between two signs of life. */
const beat = 5_000;

/** A lock of another machine without a sign of life for so long is nobody's. */
const silence = 30_000;

/** The right to write into a directory. */
export interface Lock {
  /** Whether it still is ours. */
  isHeld(): boolean;
  release(): Promise<void>;
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** When that process began, as Linux counts it; tells it from another that got its number. */
  readonly began: string;
}

/** Takes the directory for this process. Throws SY-609 when another has it; that of a dead one is taken over. */
export async function takeLock(directory: string): Promise<Lock> {
  const file = path.join(directory, 'lock');
  const own: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    began: await beginningOf(process.pid),
  };
  const text = JSON.stringify(own);
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = await holderOf(file);
    if (other && (await lives(other, file)))
      throw failure(609, directory, `process ${other.pid} on ${other.host}`);
    const next = `${file}.${own.token}`;
    await writeFile(next, text);
    await rename(next, file);
    // Another may take it over in the same moment; the last one has it.
    await sleep(100);
  }
  let isHeld = (await holderOf(file))?.token === own.token;
  if (!isHeld) throw failure(609, directory, 'another process took it first');
  const timer = setInterval(async () => {
    // A process that was asleep for long may have been taken for dead. What cannot be read just now says nothing of it.
    const now = await readFile(file, 'utf8').catch(({ code }) => (code === 'ENOENT' ? '' : undefined));
    if (now === text) await utimes(file, new Date(), new Date()).catch(() => {});
    else if (now !== undefined) isHeld = false;
  }, beat);
  timer.unref();
  return {
    isHeld: () => isHeld,
    async release() {
      clearInterval(timer);
      if (isHeld && (await holderOf(file))?.token === own.token) await rm(file, { force: true });
      isHeld = false;
    },
  };
}

async function holderOf(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    // Gone, or half written by a process that died.
    return undefined;
  }
}

async function lives(holder: Holder, file: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    // Another machine or container, whose processes cannot be seen from here.
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
    return Date.now() - mtimeMs < silence;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return (await beginningOf(holder.pid)) === holder.began;
}

/** Field 22 of /proc/PID/stat (proc(5)), after the name in brackets, which may hold anything. Empty where there is none. */
async function beginningOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
