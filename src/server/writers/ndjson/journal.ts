import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { failure } from '../../../internal/messages.ts';
import type { Erasure, EventRow } from '../../collector-store.ts';
import {
  dayOf,
  daysBefore,
  eraseFrom,
  fileOf,
  idOf,
  lineOf,
  linesOf,
  listDays,
  mend,
  syncDirectory,
} from './day-files.ts';
import { IdSet } from './id-set.ts';
import { type Lock, takeLock } from './lock.ts';

/** How a journal works. */
export interface JournalOptions {
  readonly directory: string;
  readonly days: number;
  readonly sync: 'batch' | 'never';
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/** A directory of day files, open for writing. Its functions must not run at the same time. */
export interface Journal {
  /** Appends the rows of which the id is new; gives their ids. */
  append(rows: readonly EventRow[]): Promise<ReadonlySet<string>>;
  erase(who: Erasure): Promise<number>;
  close(): Promise<void>;
}

interface OpenDay {
  readonly name: string;
  readonly handle: FileHandle;
  /** Bytes that are known to be whole lines. */
  length: number;
}

/** Opens the directory: takes its lock, mends the latest file, and learns the ids of the last days. */
export async function openJournal({ directory, days, sync, now, report }: JournalOptions): Promise<Journal> {
  await mkdir(directory, { recursive: true });
  const lock = await takeLock(directory);
  const known = new Map<string, IdSet>();
  let today: OpenDay | undefined;

  try {
    await learn();
  } catch (error) {
    await lock.release();
    throw error;
  }

  async function learn(): Promise<void> {
    const names = await listDays(directory);
    const last = names.at(-1);
    if (last) await mend(fileOf(directory, last));
    for (const name of names) {
      if (name < daysBefore(now(), days)) continue;
      const ids = new IdSet();
      let bad = 0;
      for await (const line of linesOf(fileOf(directory, name))) {
        const id = idOf(line);
        if (id === undefined) bad++;
        else ids.add(id);
      }
      known.set(name, ids);
      if (bad > 0) report(failure(610, `${name}.ndjson`, `${bad} lines are no events`));
    }
  }

  /** The file of the day, open. */
  async function openToday(): Promise<OpenDay> {
    // A clock that is set back goes on with the later file: so only the last one can ever be half written.
    const name = [dayOf(now()), ...known.keys()].sort().at(-1) as string;
    if (today?.name === name) return today;
    await today?.handle.close();
    today = undefined;
    const file = fileOf(directory, name);
    const handle = await open(file, 'a');
    try {
      await syncDirectory(directory);
      const { size } = await handle.stat();
      today = { name, handle, length: size };
    } catch (error) {
      await handle.close();
      throw error;
    }
    for (const old of known.keys()) if (old < daysBefore(now(), days)) known.delete(old);
    if (!known.has(name)) known.set(name, new IdSet());
    return today;
  }

  /** After a failed write: back to the last whole line, or, if that fails too, the file is looked at anew. */
  async function undo(file: OpenDay): Promise<void> {
    try {
      await file.handle.truncate(file.length);
    } catch {
      today = undefined;
      await file.handle.close().catch(() => {});
      await mend(fileOf(directory, file.name)).catch(() => {});
    }
  }

  const isKnown = (id: string) => {
    for (const ids of known.values()) if (ids.has(id)) return true;
    return false;
  };

  return {
    async append(rows) {
      checkLock(lock, directory);
      const fresh = new Set<string>();
      let text = '';
      for (const row of rows) {
        if (fresh.has(row.id) || isKnown(row.id)) continue;
        fresh.add(row.id);
        text += lineOf(row);
      }
      if (fresh.size === 0) return fresh;
      const file = await openToday();
      const bytes = Buffer.from(text);
      try {
        await file.handle.appendFile(bytes);
        if (sync === 'batch') await file.handle.datasync();
      } catch (error) {
        await undo(file);
        throw error;
      }
      file.length += bytes.length;
      const ids = known.get(file.name);
      for (const id of fresh) ids?.add(id);
      return fresh;
    },
    async erase(who) {
      checkLock(lock, directory);
      // The file is another one afterwards.
      await today?.handle.close();
      today = undefined;
      let count = 0;
      for (const name of await listDays(directory)) count += await eraseFrom(fileOf(directory, name), who);
      return count;
    },
    async close() {
      await today?.handle.close();
      today = undefined;
      await lock.release();
    },
  };
}

function checkLock(lock: Lock, directory: string): void {
  if (!lock.isHeld()) throw failure(609, directory, 'another process took it over');
}
