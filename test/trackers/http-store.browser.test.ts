import type { CommitmentEvent, ConsentState } from 'smallyes/events';
import { type HttpTrackerOptions, httpTracker } from 'smallyes/trackers/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pauseAfter } from '../../src/trackers/outbox/pace.ts';
import { type Behaviour, createEndpoint, createHost, idsOf, sumOf, vote, votes } from './http-support.ts';

vi.mock('../../src/trackers/outbox/pace.ts', { spy: true });

let name = '';
let count = 0;
beforeEach(() => {
  name = `test-${Date.now()}-${count++}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.mocked(pauseAfter).mockReset();
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(`smallyes-outbox:${name}`);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
});

/** An outbox as one page has it. Several in one test are several tabs, or one after a reload. */
function open(options: Partial<HttpTrackerOptions> = {}, ...script: Behaviour[]) {
  return openWith('granted', options, ...script);
}

/** The same, where the visitor has said `word` of what may be remembered before the page connects it. */
function openWith(word: ConsentState, options: Partial<HttpTrackerOptions> = {}, ...script: Behaviour[]) {
  const endpoint = createEndpoint(...script);
  const outbox = httpTracker({
    url: '/api/commitments',
    name,
    persist: true,
    batch: { delay: 50 },
    fetch: endpoint.fetch,
    ...options,
  });
  return { endpoint, outbox, host: createHost(outbox, 'granted', word) };
}

/** A page whose visitor has no network, and which has stored its events. */
async function openOffline(events: readonly CommitmentEvent[]) {
  const page = open({ batch: { delay: 600_000 } });
  page.endpoint.usually = 'reset';
  for (const event of events) page.outbox.track(event);
  await vi.waitFor(async () => expect(await stored()).toHaveLength(Math.min(200, events.length)));
  return page;
}

async function onDatabase<T>(act: (events: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`smallyes-outbox:${name}`);
    request.onupgradeneeded = () => {
      request.transaction?.abort();
      reject(new Error('no database'));
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(db.transaction('events', 'readwrite').objectStore('events'));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    db.close();
  }
}
const stored = () => onDatabase((events) => events.getAllKeys()).catch(() => []);
const databases = async () => (await indexedDB.databases()).map((one) => one.name);

describe('the store', () => {
  it('holds events until the endpoint has them', async () => {
    const { endpoint, outbox } = open();
    const events = votes(3);
    for (const event of events) outbox.track(event);
    await vi.waitFor(async () => expect(await stored()).toEqual(idsOf(events)), { interval: 5 });
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(3));
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('outlives the page: offline, reload, online', async () => {
    const events = votes(5);
    const before = await openOffline(events);
    const after = open();
    await vi.waitFor(() => expect(after.endpoint.stored.size).toBe(5));
    expect([...after.endpoint.stored.values()]).toEqual(events);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
    expect(after.outbox.stats()).toMatchObject({ restored: 5, accepted: 5, queued: 0, tracked: 0 });
    expect(before.endpoint.requests).toHaveLength(0);
  });

  it('sends what is older first', async () => {
    const old = votes(2);
    await openOffline(old);
    const { endpoint, outbox } = open();
    const fresh = votes(2);
    for (const event of fresh) outbox.track(event);
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(4));
    expect([...endpoint.stored.keys()]).toEqual(idsOf([...old, ...fresh]));
  });

  it('holds 200 events; more wait in memory, and that is said', async () => {
    const { host, outbox, endpoint } = await openOffline(votes(230));
    expect(host.codes()).toEqual([1036]);
    expect(await stored()).toHaveLength(200);
    endpoint.usually = 200;
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(230));
    // The endpoint has them before its answer is read.
    await vi.waitFor(() => expect(outbox.stats()).toMatchObject({ accepted: 230, queued: 0 }));
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('holds 200 events also where deleting is slow, and writes none for nothing while it is full', async () => {
    // As on a page that goes, or whose browser has much to do.
    const deletes = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      return this.getKey('nothing') as never;
    });
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    const counts = vi.spyOn(IDBObjectStore.prototype, 'count');
    // Pages of other tests may still be at work.
    const times = ({ mock }: { mock: { contexts: unknown[] } }) =>
      (mock.contexts as IDBObjectStore[]).filter(({ transaction }) => transaction.db.name.endsWith(name))
        .length;
    const { outbox, host } = await openOffline(votes(230));
    const [written, acts] = [times(puts), times(counts)];
    for (const event of votes(5)) outbox.track(event);
    await vi.waitFor(() => expect(times(counts)).toBeGreaterThan(acts));
    expect(await stored()).toHaveLength(200);
    expect([times(puts) - written, times(deletes)]).toEqual([0, 0]);
    expect(host.codes()).toEqual([1036]);
  });

  it('has room again for what comes after another tab has sent', async () => {
    // No turn of its own tells the page.
    vi.mocked(pauseAfter).mockReturnValue(600_000);
    const { outbox } = await openOffline(votes(200));
    const excess = vote();
    outbox.track(excess);
    await vi.waitFor(() => expect(outbox.stats().queued).toBe(201));
    const other = open();
    await vi.waitFor(() => expect(other.endpoint.stored.size).toBe(200));
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
    const later = vote();
    outbox.track(later);
    await vi.waitFor(async () => expect(await stored()).toContain(later.id));
  });

  it('holds events for as long as an outage lasts, and the same page sends them, in order', async () => {
    vi.mocked(pauseAfter).mockReturnValue(5);
    // The thirteenth request is the first event's again.
    const { endpoint, outbox, host } = open({ batch: { delay: 20 } }, ...Array<Behaviour>(12).fill(503));
    const events = votes(5);
    for (const event of events) outbox.track(event);
    await vi.waitFor(() => expect(endpoint.requests.length).toBeGreaterThan(9));
    const later = vote();
    outbox.track(later);
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(6));
    expect([...endpoint.stored.keys()]).toEqual(idsOf([...events, later]));
    await vi.waitFor(() => expect(outbox.stats()).toMatchObject({ accepted: 6, queued: 0 }));
    expect(host.codes()).toEqual([1033]);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('tells the next page which event the endpoint fails on, so that it holds up none there', async () => {
    vi.mocked(pauseAfter).mockReturnValue(5);
    const events = votes(4);
    const bad = events[0]!;
    const meet = ({ endpoint }: ReturnType<typeof open>) => {
      endpoint.usually = () => {
        const { ids, body } = endpoint.requests.at(-1)!;
        if (ids.includes(bad.id)) return new Response(null, { status: 500 });
        for (const event of body.events) endpoint.stored.set(event.id, event);
        return new Response(null, { status: 204 });
      };
    };
    const page = open({ batch: { delay: 20 } });
    meet(page);
    for (const event of events) page.outbox.track(event);
    await vi.waitFor(() => expect(page.endpoint.stored.size).toBe(3));
    await vi.waitFor(async () =>
      expect(await onDatabase((store) => store.getAll())).toMatchObject([{ isAside: true }]),
    );
    expect(page.host.codes()).toEqual([1033, 1041]);
    const next = open();
    meet(next);
    const more = votes(3);
    for (const event of more) next.outbox.track(event);
    // It comes after all others, alone and once in a minute: a page that is left sooner has tried it too.
    await vi.waitFor(() =>
      expect(next.endpoint.requests.map(({ ids }) => ids)).toEqual([idsOf(more), [bad.id]]),
    );
    expect(next.endpoint.stored.size).toBe(3);
    expect(next.outbox.stats()).toMatchObject({ restored: 1, queued: 1 });
  });

  it('holds back at leaving what is safe in it, while the server wants quiet', async () => {
    const quiet = () => new Response(null, { status: 503, headers: { 'retry-after': '100' } });
    const onStats = vi.fn();
    const { endpoint, outbox } = open({ onStats }, quiet);
    outbox.track(vote());
    await vi.waitFor(() => expect(onStats).toHaveBeenCalled());
    await outbox.flush();
    expect(endpoint.requests).toHaveLength(1);
    expect(await stored()).toHaveLength(1);
  });

  it('keeps what only a beacon carried, because nobody saw its answer', async () => {
    vi.stubGlobal('Request', class {});
    vi.spyOn(navigator, 'sendBeacon').mockReturnValue(true);
    const { outbox } = open();
    outbox.track(vote());
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1), { interval: 5 });
    await outbox.flush();
    expect(outbox.stats()).toMatchObject({ unconfirmed: 1, queued: 0 });
    vi.unstubAllGlobals();
    const next = open();
    await vi.waitFor(() => expect(next.endpoint.stored.size).toBe(1));
  });
});

describe('several tabs', () => {
  const scenes = [
    ['with Web Locks', () => {}],
    [
      'without them, by a lease',
      () => void vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never),
    ],
  ] as const;
  it.each(scenes)('%s send what is stored once, and together all of it', async (_, prepare) => {
    prepare();
    const events = votes(60);
    await openOffline(events);
    const tabs = [open(), open(), open()];
    for (const { endpoint } of tabs)
      endpoint.usually = async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return new Response(null, { status: 204 });
      };
    const sent = () => tabs.flatMap(({ endpoint }) => endpoint.requests.flatMap(({ ids }) => ids));
    await vi.waitFor(async () => expect(await stored()).toEqual([]), { timeout: 5_000 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(sent().sort()).toEqual(idsOf(events).sort());
  });

  it('let go of what another one has sent', async () => {
    const events = votes(3);
    const asleep = await openOffline(events);
    const awake = open();
    await vi.waitFor(() => expect(awake.endpoint.stored.size).toBe(3));
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
    asleep.endpoint.usually = 200;
    const one = vote();
    // As many as fill a batch, so that it does not wait.
    const more = [one, ...votes(49)];
    for (const event of more) asleep.outbox.track(event);
    await vi.waitFor(() => expect(asleep.endpoint.stored.has(one.id)).toBe(true));
    expect(asleep.endpoint.repeats).toBe(0);
    expect([...asleep.endpoint.stored.keys()].some((id) => idsOf(events).includes(id))).toBe(false);
    await vi.waitFor(() => expect(asleep.outbox.stats()).toMatchObject({ elsewhere: 3, queued: 0 }));
    expect(sumOf(asleep.outbox.stats())).toBe(53);
  });

  it('are not waited for when they hold on for ever', async () => {
    const real = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => real(200));
    let release = () => {};
    void navigator.locks.request(
      `smallyes-outbox:${name}`,
      () => new Promise<void>((resolve) => void (release = resolve)),
    );
    const { endpoint, outbox } = open();
    outbox.track(vote());
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(1), { timeout: 3_000 });
    release();
  });

  it('take over a lease that ran out, and one from before the clock was put back', async () => {
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never);
    await openOffline(votes(1));
    for (const until of [Date.now() - 1, Date.now() + 86_400_000]) {
      await onDatabase((events) =>
        events.transaction.db
          .transaction('about', 'readwrite')
          .objectStore('about')
          .put({ owner: 'x', until }, 'lease'),
      );
      const { endpoint, outbox } = open();
      outbox.track(vote());
      await vi.waitFor(() => expect(endpoint.stored.size).toBeGreaterThan(0), { timeout: 900 });
    }
  });
});

describe('consent', () => {
  it.each(['unknown', 'denied'] as const)(
    'to be remembered that is %s leaves events in memory alone',
    async (word) => {
      const { endpoint, outbox } = openWith(word);
      outbox.track(vote());
      await vi.waitFor(() => expect(endpoint.stored.size).toBe(1));
      expect(await databases()).not.toContain(`smallyes-outbox:${name}`);
    },
  );

  it('to be remembered that comes later stores what still waits', async () => {
    const { endpoint, outbox, host } = open(
      {},
      () => new Response(null, { status: 503, headers: { 'retry-after': '1' } }),
    );
    host.functional = 'unknown';
    const [first, second] = [vote(), vote()];
    outbox.track(first);
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(1));
    host.functional = 'granted';
    endpoint.usually = 'hang';
    outbox.track(second);
    await vi.waitFor(async () => expect(await stored()).toEqual(idsOf([first, second])), { timeout: 4_000 });
  });

  it('to be remembered that is taken back deletes what is stored, and what waits is sent', async () => {
    const { outbox, host, endpoint } = await openOffline(votes(2));
    host.functional = 'denied';
    endpoint.usually = 200;
    await outbox.flush();
    await vi.waitFor(async () => expect(await databases()).not.toContain(`smallyes-outbox:${name}`));
    expect(endpoint.stored.size).toBe(2);
  });

  it('that is refused deletes what is stored, also without its code ever being loaded', async () => {
    await openOffline(votes(2));
    const fresh = open();
    fresh.host.analytics = 'denied';
    await fresh.outbox.forget();
    await vi.waitFor(async () => expect(await databases()).not.toContain(`smallyes-outbox:${name}`));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(fresh.endpoint.requests).toHaveLength(0);
  });

  it('that is refused while an event is being stored leaves nothing behind', async () => {
    const { outbox, host, endpoint } = open();
    outbox.track(vote());
    host.analytics = host.functional = 'denied';
    await outbox.forget();
    host.analytics = host.functional = 'granted';
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await stored()).toEqual([]);
    expect(endpoint.requests).toHaveLength(0);
    expect(outbox.stats()).toMatchObject({ queued: 0, dropped: { forgotten: 1 } });
  });

  it('that is refused while the store is being read brings nothing back', async () => {
    await openOffline(votes(3));
    const page = open({ batch: { delay: 0 } });
    const real = IDBObjectStore.prototype.getAll;
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      queueMicrotask(() => void page.outbox.forget());
      return real.apply(this, args);
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(page.endpoint.requests).toHaveLength(0);
    expect(page.outbox.stats().queued).toBe(0);
  });

  it('is asked of each event too', async () => {
    const [good, refused] = votes(2) as [CommitmentEvent, CommitmentEvent];
    await openOffline([good]);
    const denied = { ...refused, consent: { ...refused.consent, analytics: 'denied' } };
    await onDatabase((events) => events.put({ id: refused.id, text: JSON.stringify(denied) }));
    const { endpoint } = open();
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(1));
    expect([...endpoint.stored.keys()]).toEqual([good.id]);
  });
});

describe('what another script wrote into the store', () => {
  const event = () => vote() as unknown as Record<string, unknown>;
  it.each<[string, (good: Record<string, unknown>) => unknown]>([
    ['a number', () => 7],
    ['no JSON', ({ id }) => ({ id, text: '{' })],
    ['a list', ({ id }) => ({ id, text: '[]' })],
    ['null', ({ id }) => ({ id, text: 'null' })],
    ['an event under another id', (good) => ({ id: vote().id, text: JSON.stringify(good) })],
    [
      'a key more',
      (good) => ({ id: good['id'], text: JSON.stringify({ ...good, email: 'ada@example.com' }) }),
    ],
    [
      'a prototype',
      (good) => ({ id: good['id'], text: JSON.stringify(good).replace('{', '{"__proto__":{"x":1},') }),
    ],
    ['another version', (good) => ({ id: good['id'], text: JSON.stringify({ ...good, v: 2 }) })],
    ['no kind', (good) => ({ id: good['id'], text: JSON.stringify({ ...good, kind: 'Poll' }) })],
    ['no phase', (good) => ({ id: good['id'], text: JSON.stringify({ ...good, phase: 'sent' }) })],
    ['no ask', (good) => ({ id: good['id'], text: JSON.stringify({ ...good, ask: null }) })],
    ['no consent', (good) => ({ id: good['id'], text: JSON.stringify({ ...good, consent: {} }) })],
    ['no time', (good) => ({ id: good['id'], text: JSON.stringify({ ...good, time: 'now' }) })],
    ['data that is a list', (good) => ({ id: good['id'], text: JSON.stringify({ ...good, data: [] }) })],
    [
      'too much',
      (good) => ({ id: good['id'], text: JSON.stringify({ ...good, data: { a: 'x'.repeat(70_000) } }) }),
    ],
  ])('is deleted, counted and said: %s', async (_, make) => {
    await openOffline(votes(1));
    const bad = make(event()) as { id: unknown };
    const record = typeof bad === 'object' ? bad : { id: 'x', value: bad };
    await onDatabase((events) => events.put(record));
    const { endpoint, outbox, host } = open();
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(1));
    await vi.waitFor(() =>
      expect(outbox.stats()).toMatchObject({ restored: 2, dropped: { unusable: 1 }, accepted: 1 }),
    );
    expect(host.codes()).toEqual([1038]);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('or what has lain there for more than seven days', async () => {
    const day = 86_400_000;
    const [fresh, old] = [
      { ...vote(), time: Date.now() - 6.9 * day },
      { ...vote(), time: Date.now() - 7.1 * day },
    ];
    await openOffline(
      [fresh, old].map((one) => ({ ...one, time: Math.round(one.time) })) as CommitmentEvent[],
    );
    const { endpoint, outbox, host } = open();
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(1));
    expect([...endpoint.stored.keys()]).toEqual([fresh.id]);
    expect(outbox.stats().dropped.age).toBe(1);
    expect(host.codes()).toEqual([1038]);
  });
});

describe('storage that fails', () => {
  const fails: [string, () => void][] = [
    [
      'throws when it is opened',
      () =>
        void vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
          throw new DOMException('denied', 'SecurityError');
        }),
    ],
    [
      'refuses to open',
      () => {
        const real = IDBFactory.prototype.open;
        // A version that cannot be: the request fails by itself, as in a private window of some browsers.
        vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, key: string) {
          const db = real.call(this, key, 9);
          db.onupgradeneeded = () => db.transaction?.abort();
          Object.defineProperty(db, 'onupgradeneeded', { set: () => {} });
          return db;
        });
      },
    ],
    [
      'throws when it is written',
      () =>
        void vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
          throw new DOMException('no', 'DataError');
        }),
    ],
    [
      'throws in a transaction',
      () =>
        void vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
          throw new DOMException('gone', 'InvalidStateError');
        }),
    ],
    ['is missing', () => void vi.stubGlobal('indexedDB', undefined)],
  ];
  afterEach(() => void vi.unstubAllGlobals());

  it.each(fails)('(it %s) leaves events in memory, says so once, and all are sent', async (_, prepare) => {
    prepare();
    const { endpoint, outbox, host } = open();
    for (const event of votes(3)) outbox.track(event);
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(3), { timeout: 5_000 });
    outbox.track(vote());
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(4), { timeout: 5_000 });
    await vi.waitFor(() => expect(outbox.stats().queued).toBe(0));
    await outbox.forget();
    expect(host.codes()).toEqual([1036]);
    expect(outbox.stats()).toMatchObject({ accepted: 4, queued: 0 });
  });

  it('by being full leaves events in memory, says so once, and all are sent', async () => {
    const real = IDBObjectStore.prototype.put;
    // As browsers do it: the transaction ends, and its error says why.
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = real.apply(this, args);
      if (this.name === 'events') {
        const error = new DOMException('full', 'QuotaExceededError');
        Object.defineProperty(this.transaction, 'error', { get: () => error });
        this.transaction.abort();
      }
      return request;
    });
    const { endpoint, outbox, host } = open();
    for (const event of votes(3)) outbox.track(event);
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(3));
    expect(host.codes()).toEqual([1036]);
    expect(String(host.reports[0]?.error)).toContain('QuotaExceededError');
    vi.restoreAllMocks();
    // What has arrived is stored no longer.
    endpoint.usually = 'hang';
    outbox.track(vote());
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1), { timeout: 4_000 });
  });

  it('by never answering holds up nothing for long', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const { endpoint, outbox, host } = open();
    outbox.track(vote());
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(1), { timeout: 6_000 });
    expect(host.codes()).toEqual([1036]);
  });

  it('by never answering leaves nothing behind of events that are sent', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const ids = new Set<unknown>();
    const holders = new Set<Set<unknown>>();
    const { add } = Set.prototype;
    vi.spyOn(Set.prototype, 'add').mockImplementation(function (this: Set<unknown>, value) {
      if (ids.has(value) && this !== ids) add.call(holders, this);
      return add.call(this, value);
    });
    const { endpoint, outbox } = open();
    const events = votes(60);
    for (const { id } of events) add.call(ids, id);
    for (const event of events) outbox.track(event);
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(60), { timeout: 6_000 });
    await vi.waitFor(() => expect(outbox.stats().queued).toBe(0));
    expect([...holders].flatMap((holder) => [...holder])).toEqual([]);
  });

  it('by hanging while the page comes up is asked again later, for what an earlier page left and for what came meanwhile', async () => {
    const left = votes(3);
    await openOffline(left);
    const hang = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const { endpoint, outbox, host } = open();
    endpoint.usually = 'reset';
    const own = vote();
    outbox.track(own);
    await vi.waitFor(() => expect(host.codes()).toEqual([1036]), { timeout: 6_000 });
    hang.mockRestore();
    await vi.waitFor(async () => expect(await stored()).toEqual(idsOf([...left, own]).sort()), {
      timeout: 10_000,
    });
    expect(outbox.stats()).toMatchObject({ restored: 3, tracked: 1 });
    expect(host.codes()).toEqual([1036]);
  }, 20_000);

  it('by being deleted under us loses nothing that this page still holds', async () => {
    const events = votes(3);
    const { endpoint, outbox } = await openOffline(events);
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(`smallyes-outbox:${name}`).onsuccess = () => resolve();
    });
    endpoint.usually = 200;
    const more = votes(50);
    for (const event of more) outbox.track(event);
    // The endpoint has them before its answer is read.
    await vi.waitFor(() => expect(outbox.stats()).toMatchObject({ accepted: 53, elsewhere: 0 }));
    expect(endpoint.stored.size).toBe(53);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('by holding another database of that name is left alone', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(`smallyes-outbox:${name}`, 5);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const { endpoint, outbox, host } = open();
    outbox.track(vote());
    await vi.waitFor(() => expect(endpoint.stored.size).toBe(1));
    expect(host.codes()).toEqual([1036]);
  });
});
