import { type CollectorOptions, createCollector, type EventRow, type EventStore } from 'smallyes/server';
import { commitmentFixture } from 'smallyes/testing';

/** The moment at which most tests stand still: ten minutes after the latest fixture. */
export const noon = Date.UTC(2026, 0, 12, 9, 50);

/** A store in memory that keeps each id once and notes what it was asked. */
export function memoryStore() {
  const rows = new Map<string, EventRow>();
  const calls: (readonly EventRow[])[] = [];
  const store: EventStore = {
    async insert(batch) {
      calls.push(batch);
      const fresh = batch.filter(({ id }) => !rows.has(id));
      for (const row of fresh) rows.set(row.id, row);
      return { inserted: fresh.map(({ id }) => id) };
    },
    async erase(who) {
      const theirs = [...rows.values()].filter((row) =>
        'visitorId' in who ? row.visitorId === who.visitorId : row.sessionId === who.sessionId,
      );
      for (const { id } of theirs) rows.delete(id);
      return theirs.length;
    },
  };
  return { store, rows, calls };
}

/** A collector over a store in memory, whose clock stands still unless `clock.ms` is moved. */
export function makeCollector(options: Partial<CollectorOptions> = {}) {
  const memory = memoryStore();
  const clock = { ms: noon };
  const errors: [unknown, string][] = [];
  const collector = createCollector({
    store: memory.store,
    onError: (error, source) => errors.push([error, source]),
    now: () => clock.ms,
    ...options,
  });
  return { ...memory, collector, clock, errors };
}

/** Events that are told apart by `seq`. */
export const votes = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => commitmentFixture('poll.vote', { seq: from + index }));

/** The request of an outbox. */
export function post(
  body: BodyInit | null,
  headers: Readonly<Record<string, string>> = {},
  init: RequestInit = {},
): Request {
  return new Request('https://shop.example/collect', {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
    ...init,
  });
}

/** A batch as an outbox writes it. */
export const batchOf = (events: readonly unknown[], sent = noon): string =>
  JSON.stringify({ v: 1, sent, events });

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly v: number;
    readonly accepted?: number;
    readonly duplicates?: number;
    readonly rejected?: readonly { id: string | null; index: number; reason: string; detail: string }[];
    readonly error?: string;
  };
}

export async function read(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, body: (await response.json()) as Answer['body'] };
}
