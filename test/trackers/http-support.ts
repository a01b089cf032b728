import { type CommitmentEvent, type ConsentState, type TrackerHost, uuid } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import {
  type HttpTracker,
  type HttpTrackerOptions,
  type HttpTrackerStats,
  httpTracker,
} from 'smallyes/trackers/http';

/** What the endpoint does with one request. A number is a status without a body, but 200, which is the collector's answer. */
export type Behaviour = number | 'hang' | 'reset' | 'half' | 'lost' | (() => Response | Promise<Response>);

export interface SeenRequest {
  readonly at: number;
  readonly url: string;
  readonly init: RequestInit & { readonly keepalive?: boolean };
  readonly body: { v: number; sent: number; events: CommitmentEvent[] };
  readonly ids: readonly string[];
}

let seq = 0;

/** A vote with an id and a place of its own, and with so many bytes of text more. */
export function vote(bytes = 0): CommitmentEvent {
  const padding = Array.from({ length: Math.ceil(bytes / 1_000) }, () => 'x'.repeat(Math.min(bytes, 1_000)));
  return commitmentFixture('poll.vote', {
    id: uuid(),
    seq: ++seq,
    time: Date.now(),
    data: bytes ? { choice: 'Trust', choices: padding } : { choice: 'Trust' },
  });
}

export function votes(count: number, bytes = 0): CommitmentEvent[] {
  return Array.from({ length: count }, () => vote(bytes));
}

export const idsOf = (events: readonly CommitmentEvent[]) => events.map(({ id }) => id);

/** An endpoint that does what it is told, request by request, and then what it `usually` does. Keeps each id once. */
export function createEndpoint(...script: Behaviour[]) {
  const requests: SeenRequest[] = [];
  const stored = new Map<string, CommitmentEvent>();
  const endpoint = {
    requests,
    stored,
    script,
    usually: 200 as Behaviour,
    inFlight: 0,
    mostInFlight: 0,
    /** How often an id came that was there already. */
    repeats: 0,
    fetch: (async (url: string, init: SeenRequest['init']) => {
      const body = JSON.parse(String(init.body)) as SeenRequest['body'];
      requests.push({ at: performance.now(), url, init, body, ids: idsOf(body.events) });
      const does = script.shift() ?? endpoint.usually;
      endpoint.mostInFlight = Math.max(endpoint.mostInFlight, ++endpoint.inFlight);
      try {
        return await answer(does, body.events, init.signal);
      } finally {
        endpoint.inFlight--;
      }
    }) as unknown as typeof fetch,
  };
  const store = (events: readonly CommitmentEvent[]) => {
    let duplicates = 0;
    for (const event of events) {
      if (stored.has(event.id)) duplicates++;
      stored.set(event.id, event);
    }
    endpoint.repeats += duplicates;
    return Response.json({ v: 1, accepted: events.length - duplicates, duplicates, rejected: [] });
  };
  const answer = async (does: Behaviour, events: CommitmentEvent[], signal?: AbortSignal | null) => {
    if (typeof does === 'function') return does();
    if (does === 200) return store(events);
    if (does === 'lost') store(events);
    if (does === 'hang')
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    if (does === 'half') {
      store(events);
      return new Response(
        new ReadableStream({
          start(control) {
            control.enqueue(new TextEncoder().encode('{"v":1,"acc'));
            setTimeout(() => control.error(new TypeError('network')), 10);
          },
        }),
      );
    }
    if (typeof does === 'number') return new Response(null, { status: does });
    throw new TypeError('Failed to fetch');
  };
  return endpoint;
}

/** A provider as the tracker sees it. */
export function createHost(tracker: HttpTracker, word: ConsentState = 'granted', functional = word) {
  const host = {
    analytics: word,
    functional,
    advertising: word,
    reports: [] as { readonly error: unknown; readonly event?: CommitmentEvent | undefined }[],
    /** The numbers of what was reported. */
    codes: () => host.reports.map(({ error }) => Number(/SY-(\d+)/.exec(String(error))?.[1] ?? Number.NaN)),
  };
  const asked: TrackerHost = {
    consent: (purpose = tracker.purpose ?? 'analytics') => host[purpose],
    report: (error, event) => void host.reports.push({ error, event }),
  };
  tracker.connect?.(asked);
  return host;
}

/** Where every event is: nothing may be missing from this sum. */
export function sumOf(stats: HttpTrackerStats): number {
  const { accepted, duplicates, unconfirmed, elsewhere, queued } = stats;
  const lost = [...Object.values(stats.rejected), ...Object.values(stats.dropped)] as number[];
  return [accepted, duplicates, unconfirmed, elsewhere, queued, ...lost].reduce((a, b) => a + b);
}

/** An outbox between its page and an endpoint that does what the script says. */
export function set(options: Partial<HttpTrackerOptions> = {}, ...script: Behaviour[]) {
  const endpoint = createEndpoint(...script);
  const outbox = httpTracker({ url: '/api/commitments', fetch: endpoint.fetch, ...options });
  return { endpoint, outbox, host: createHost(outbox) };
}
