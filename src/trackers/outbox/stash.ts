import type { Purpose } from '../../events/index.ts';
import { isolate } from '../../events/isolate.ts';
import { uuid } from '../../events/uuid.ts';
import type { Item } from './options.ts';
import type { Held } from './outbox.ts';
import { createItem } from './queue.ts';
import { readStored } from './stored-event.ts';
import type { Tally } from './tally.ts';
import { on, type Transact, within } from './transact.ts';
import { takeTurn } from './turn.ts';

/** Most events in the store. */
const most = 200;
/** How long one act of the store may take, in ms. One that hangs must not hold up what waits. */
const patience = 3_000;
/** After one that hung, as on a page that is busy coming up, the store is asked again: first after this time, in ms. */
const rest = 5_000;
const mostHangs = 3;

/** Events in IndexedDB, shared by all tabs of the site. Nothing here throws or rejects: what cannot be stored waits in memory. */
export interface Stash {
  /** Stores items, and notes it on them. */
  keep(items: readonly Item[]): void;
  /** This page is done with them; they are deleted, unless they are left to the next page. */
  finish(items: readonly Item[], isLeft?: boolean): void;
  /** Takes over what is stored, and then runs something, while no other tab does. */
  turn(run: () => Promise<void>): Promise<void>;
}

/** Makes the store of one outbox. Opens the database when it is first needed. */
export function createStash(
  database: string,
  purpose: Purpose,
  held: Held,
  tally: Pick<Tally, 'add' | 'drop' | 'tell'>,
): Stash {
  let opened: Promise<IDBDatabase> | undefined;
  let isBroken = false;
  let hangs = 0;
  /** What the last turn was for. */
  let latest: (() => Promise<void>) | undefined;
  let pending: Item[] = [];
  /** How many more the store could take when it was last counted. */
  let room = most;
  /** What may be in the store. One that never was cannot come back from it. */
  const written = new WeakSet<Item>();
  /** Ids of those of them that this page is done with, until the store is read without them. */
  const done = new Set<string>();
  const isWanted = (item: Item) => held.items.get(item.event.id) === item && held.isStorable();

  const open = () => {
    opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => {
        isolate(
          () => {
            request.result.createObjectStore('events', { keyPath: 'id' });
            request.result.createObjectStore('about').put(uuid(), 'mark');
          },
          () => request.transaction?.abort(),
        );
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const { result } = request;
        // Another tab deletes it, or the browser did.
        result.onversionchange = result.onclose = () => {
          result.close();
          opened = undefined;
        };
        resolve(result);
      };
    });
    return opened;
  };
  /** The next act opens it anew; a connection that comes after all is not kept. */
  const letGo = () => {
    opened?.then(
      (db) => db.close(),
      () => {},
    );
    opened = undefined;
  };
  const transactOnce = async (act: Parameters<Transact>[0]) => {
    const db = await open();
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(['events', 'about'], 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      act(transaction.objectStore('events'), transaction.objectStore('about'));
    });
  };
  const transact: Transact = async (act) => {
    if (isBroken) return false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hang = new Error('no answer');
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(hang), patience);
    });
    try {
      // A database that was closed under us is opened anew.
      const run = transactOnce(act).catch((error: unknown) => {
        if (nameOf(error) === 'QuotaExceededError') throw error;
        letGo();
        return transactOnce(act);
      });
      await Promise.race([run, late]);
      return true;
    } catch (error) {
      // Several may hang at once.
      if (error === hang && !isBroken && ++hangs <= mostHangs) setTimeout(askAgain, rest * hangs);
      isBroken = nameOf(error) !== 'QuotaExceededError';
      tally.tell(1036, `${error}`);
      return false;
    } finally {
      clearTimeout(timer);
    }
  };

  /** Takes over what was out of reach, and stores what came meanwhile. */
  const askAgain = () => {
    isBroken = false;
    letGo();
    if (latest && held.isStorable()) void stash.turn(latest).catch((error) => tally.tell(1036, `${error}`));
  };

  const remove = (items: readonly Item[]) =>
    void transact((events) => {
      for (const { event } of items) events.delete(event.id);
    });
  const write = async () => {
    const items = pending;
    pending = [];
    let mark = '';
    let count = 0;
    let kept: Item[] = [];
    let excess: Item[] = [];
    const isDone = await transact((events, about) => {
      on(about.get('mark'), (found: string) => {
        mark = found;
      });
      on(events.count(), (found) => {
        count = found;
      });
      let left = room;
      kept = [];
      excess = [];
      // Those that were there already need no room.
      for (const item of items) if (isWanted(item)) (item.kept || left-- > 0 ? kept : excess).push(item);
      within(events.transaction, () => {
        for (const item of kept) {
          written.add(item);
          events.put({ id: item.event.id, text: item.text, isAside: item.due > 0 });
        }
        // At once, before any answer is there: a page that goes takes with it what is not committed.
        events.transaction.commit();
      });
    });
    if (!isDone) return;
    const fresh = kept.filter((item) => item.kept !== mark);
    for (const item of kept) item.kept = mark;
    // Other tabs write, too.
    const left = Math.max(0, most - count);
    const over = fresh.slice(left);
    room = left - fresh.length + over.length;
    for (const item of over) item.kept = undefined;
    if (over.length) remove(over);
    // Another tab has made room.
    if (room) stash.keep(excess);
    else if (over.length + excess.length) tally.tell(1036, `${most}`);
  };

  const read = async () => {
    let mark = '';
    let events = new Map<string, Item>();
    const dropped = { age: 0, unusable: 0 };
    const isDone = await transact((store, about) => {
      on(about.get('mark'), (found: string) => {
        mark = found;
      });
      on(store.getAll(null, 2 * most), (records: { id: string; text: string; isAside?: boolean }[]) => {
        events = new Map();
        for (const record of records) {
          const event = readStored(record, purpose);
          if (typeof event === 'object') {
            const item = createItem(event, 0, record.text, mark);
            if (record.isAside) item.due = 1;
            events.set(event.id, item);
          } else {
            dropped[event]++;
            store.delete(record.id);
          }
        }
      });
    });
    if (!isDone) return undefined;
    for (const cause of ['age', 'unusable'] as const)
      if (dropped[cause]) {
        tally.add('restored', dropped[cause]);
        tally.drop(cause, dropped[cause]);
        tally.tell(1038, cause);
      }
    return { mark, events };
  };
  /** Takes over what is stored and belongs to nobody here, and lets go of what another tab has sent. */
  const restore = async () => {
    const { items } = held;
    // What is being stored at this moment may be missing from what is read.
    const mine = new Set(held.queue.filter(({ kept }) => kept));
    const found = await read();
    if (!found || items !== held.items || !held.isStorable()) return;
    const { mark, events } = found;
    held.queue = held.queue.filter((item) => {
      const { event, kept } = item;
      const isSent = mine.has(item) && kept === mark && !events.has(event.id);
      if (isSent && held.items.delete(event.id)) tally.add('elsewhere', 1);
      return !isSent;
    });
    for (const id of done) if (!events.has(id)) done.delete(id);
    const foreign = [...events.values()].filter(({ event: { id } }) => !held.items.has(id) && !done.has(id));
    for (const item of foreign) held.items.set(item.event.id, item);
    tally.add('restored', foreign.length);
    held.putBack(foreign);
    // That one was set aside is for the next page to know, too.
    const isNews = ({ event, due }: Item) => due > 0 && !events.get(event.id)?.due;
    stash.keep(held.queue.filter((item) => item.kept !== mark || isNews(item)));
  };

  const stash: Stash = {
    keep(items) {
      // The visitor's word may have changed while this code loaded; even an empty database would be too much then.
      if (!items.length || !held.isStorable()) return;
      // Events of one moment share a transaction.
      if (!pending.length) queueMicrotask(() => void write());
      pending.push(...items);
    },
    finish(items, isLeft) {
      for (const item of items) if (item.kept || written.has(item)) done.add(item.event.id);
      if (!items.length || isLeft) return;
      room = Math.min(most, room + items.length);
      remove(items);
    },
    turn(run) {
      latest = run;
      const both = async () => {
        await restore();
        await run();
      };
      return takeTurn(database, both, transact);
    },
  };
  return stash;
}

function nameOf(error: unknown): string | undefined {
  return (error as Partial<Error> | null)?.name;
}
