import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCollector, type EventRow } from 'smallyes/server';
import { toNodeHandler } from 'smallyes/server/node';
import { httpTracker } from 'smallyes/trackers/http';
import { expect, it, vi } from 'vitest';
import { pauseAfter } from '../../src/trackers/outbox/pace.ts';
import { createHost, idsOf, sumOf, votes } from './http-support.ts';

vi.mock('../../src/trackers/outbox/pace.ts', { spy: true });

it('outbox and collector together keep each event exactly once, through every fault between them', async () => {
  // No longer than the server says.
  vi.mocked(pauseAfter).mockImplementation((_, retryAfter) => retryAfter);
  const rows: EventRow[] = [];
  const faults = { store: 2, rate: 1, lost: 2, page: 1 };
  const collector = createCollector({
    store: {
      async insert(batch) {
        if (faults.store-- > 0) throw new Error('the database is away');
        const fresh = batch.filter(({ id }) => !rows.some((row) => row.id === id));
        rows.push(...fresh);
        return { inserted: fresh.map(({ id }) => id) };
      },
    },
    rateLimit: () => (faults.rate-- > 0 ? { ok: false, retryAfter: 1 } : { ok: true }),
    onError: () => {},
    retryAfter: 1,
  });
  const server = createServer(toNodeHandler(collector.handle));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/commitments`;
    const outbox = httpTracker({
      url,
      batch: { size: 8, delay: 10 },
      async fetch(input, init) {
        if (faults.page-- > 0) return new Response('<!doctype html>', { status: 200 });
        const response = await fetch(input, init);
        if (response.ok && faults.lost-- > 0) throw new TypeError('the answer got lost');
        return response;
      },
    });
    const host = createHost(outbox);
    const good = votes(40);
    const bad = votes(2).map((event) => ({ ...event, ask: { id: '' } }));
    const old = votes(1).map((event) => ({ ...event, time: Date.now() - 30 * 86_400_000 }));
    for (const event of [...good.slice(0, 20), ...bad, ...old, ...good.slice(20)]) outbox.track(event);
    await vi.waitFor(() => expect(outbox.stats().queued).toBe(0), { timeout: 15_000 });

    expect(rows.map(({ id }) => id).sort()).toEqual(idsOf(good).sort());
    const stats = outbox.stats();
    expect(stats.accepted + stats.duplicates).toBe(40);
    expect(stats.duplicates).toBeGreaterThan(0);
    expect(stats.rejected).toMatchObject({ schema: 2, 'too-old': 1 });
    expect(sumOf(stats)).toBe(43);
    expect(host.codes().sort()).toEqual([1034, 1035, 1035]);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}, 20_000);
