/** Keeps events in files on this machine, a line each, a file for each day. For Node 20 and newer, and Bun. */
import path from 'node:path';
import { failure } from '../../../internal/messages.ts';
import type { EventRow, EventStore } from '../../collector-store.ts';
import { checkNames } from '../../option-names.ts';
import { createGroups, type Groups, shareOut } from '../groups.ts';
import { type Journal, type JournalOptions, openJournal } from './journal.ts';

/** Options of {@link ndjsonWriter}. */
export interface NdjsonWriterOptions {
  /** The directory, which is made if it is not there. One process writes into it. */
  readonly directory: string;
  /**
   * For how many days ids are known, at least one more than the collector's `maxAge`. Default 10. They are held in memory, 21
   * to 43 MB for a million.
   */
  readonly days?: number | undefined;
  /**
   * `'batch'` answers when the disk has the events, so that neither a crash nor a power cut loses one; what comes at the same
   * time is written at once. `'never'` leaves it to the system: a power cut loses its last seconds. Default `'batch'`.
   */
  readonly sync?: 'batch' | 'never' | undefined;
  /** Takes what is found damaged when a file is read. Default: one line on the console. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** The time in milliseconds, for tests. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** A store in files. */
export interface NdjsonWriter extends EventStore {
  /** Opens the directory now instead of at the first event: rejects with SY-609 when another process has it. */
  ready(): Promise<void>;
  erase(...who: Parameters<NonNullable<EventStore['erase']>>): Promise<number>;
  close(): Promise<void>;
}

interface Shared {
  readonly groups: Groups<EventRow, { readonly inserted: readonly string[] }>;
  readonly journal: () => Promise<Journal>;
  readonly close: () => Promise<void>;
}

const names = { directory: true, days: true, sync: true, onError: true, now: true } satisfies Record<
  keyof NdjsonWriterOptions,
  true
>;

/** Bundlers put one module into several bundles of one process; a directory has one writer all the same. */
const registry = Symbol.for('smallyes.ndjson.1');

/** Keeps each id once: what was stored is known again after a restart. Throws SY-606 when an option cannot work. */
export function ndjsonWriter(options: NdjsonWriterOptions): NdjsonWriter {
  checkNames('ndjsonWriter', options, names);
  const { days = 10, sync = 'batch', onError = logError, now = Date.now } = options;
  if (typeof options.directory !== 'string' || options.directory === '')
    throw failure(606, 'ndjsonWriter has no directory');
  if (!Number.isInteger(days) || days < 2 || days > 3_660)
    throw failure(606, `days is ${days}, not a whole number from 2 to 3,660`);
  if (sync !== 'batch' && sync !== 'never') throw failure(606, `sync is "${String(sync)}"`);
  const directory = path.resolve(options.directory);
  const all = ((globalThis as { [registry]?: Map<string, Shared> })[registry] ??= new Map());
  const shared = () => {
    const made = all.get(directory) ?? share({ directory, days, sync, now, report: onError });
    all.set(directory, made);
    return made;
  };
  return {
    // A day less, for what `leeway` and a clock that changes between two tries add to the age of an event.
    remembers: (days - 1) * 86_400,
    insert: (rows, signal) => shared().groups.add(rows, signal),
    erase: async (who) => {
      const { groups, journal } = shared();
      return groups.alone(async () => (await journal()).erase(who));
    },
    async ready() {
      await shared().journal();
    },
    async close() {
      const made = all.get(directory);
      all.delete(directory);
      await made?.close();
    },
  };
}

function share(options: JournalOptions): Shared {
  let opening: Promise<Journal> | undefined;
  const journal = () => {
    // One that could not be opened may be later: a full disk, another process that ends.
    opening ??= openJournal(options).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const groups: Shared['groups'] = createGroups(async (batches) => {
    return shareOut(batches, await (await journal()).append(batches.flat()));
  }, 10_000);
  return {
    groups,
    journal,
    close: () => groups.alone(async () => (await opening)?.close()),
  };
}

function logError(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: damaged files must not go unnoticed
  console.error(error instanceof Error ? error.message : error);
}
