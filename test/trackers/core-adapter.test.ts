import type { CommitmentEvent, ConsentState, Tracker, TrackerHost } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AdapterOptions, type AdapterParts, createAdapter } from '../../src/trackers/core/adapter.ts';

interface Client {
  log: (id: string) => unknown;
}

let word: ConsentState = 'granted';
const report = vi.fn<TrackerHost['report']>();
const host: TrackerHost = { consent: () => word, report };
const sent: string[] = [];
const standing: Client = { log: (id) => void sent.push(id) };

let client: Client | undefined;
const make = (options: AdapterOptions = {}, parts: Partial<AdapterParts<Client>> = {}): Tracker => {
  const tracker = createAdapter<Client>(
    {
      name: 'acme',
      purpose: 'analytics',
      find: () => client,
      send: (target, event) => target.log(event.id),
      ...parts,
    },
    options,
  );
  tracker.connect?.(host);
  return tracker;
};
const vote = (id: string, more: object = {}) => commitmentFixture('poll.vote', { id, ...more });
const codes = () => report.mock.calls.map(([error]) => /SY-\d+/.exec(String(error))?.[0] ?? String(error));

beforeEach(() => {
  word = 'granted';
  client = standing;
  sent.length = 0;
  report.mockReset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('an adapter', () => {
  it('hands events over at once when its client stands', () => {
    const tracker = make();
    tracker.track(vote('a'));
    tracker.track(vote('b'));
    expect(sent).toEqual(['a', 'b']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [undefined, ['committed', 'confirmed']],
    [['seen', 'committed'] as const, ['committed', 'seen']],
    ['all' as const, ['committed', 'confirmed', 'seen', 'withdrawn']],
  ])('with phases %j sends %j', (phases, expected) => {
    const tracker = make({ phases });
    for (const phase of ['committed', 'confirmed', 'seen', 'withdrawn'] as const)
      tracker.track({ ...vote(phase), phase } as CommitmentEvent);
    expect(sent).toEqual(expected);
  });

  it.each([
    [undefined, ['exposure']],
    ['all' as const, ['exposure']],
    [['committed'] as const, []],
    [[], []],
  ])('with phases %j sends of exposures %j', (phases, expected) => {
    make({ phases }).track(commitmentFixture('experiment.expose', { id: 'exposure', phase: 'seen' }));
    expect(sent).toEqual(expected);
  });

  it('waits for a client that comes late, and then keeps the order', () => {
    client = undefined;
    const tracker = make();
    for (const id of ['a', 'b', 'c']) tracker.track(vote(id));
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1_000);
    client = standing;
    vi.advanceTimersByTime(200);
    expect(sent).toEqual(['a', 'b', 'c']);
    tracker.track(vote('d'));
    expect(sent).toEqual(['a', 'b', 'c', 'd']);
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(report).not.toHaveBeenCalled();
  });

  it('hands over what waits before a new event, even when the next look is still to come', () => {
    client = undefined;
    const tracker = make();
    tracker.track(vote('a'));
    client = standing;
    tracker.track(vote('b'));
    expect(sent).toEqual(['a', 'b']);
  });

  it('reports a client that does not come, once, stops looking, and looks again at the next event', () => {
    client = undefined;
    const tracker = make({ timeout: 3_000 });
    tracker.track(vote('a'));
    vi.advanceTimersByTime(2_999);
    expect(report).not.toHaveBeenCalled();
    vi.advanceTimersByTime(400);
    expect(codes()).toEqual(['SY-1001']);
    expect(vi.getTimerCount()).toBe(0);
    tracker.track(vote('b'));
    expect(codes()).toEqual(['SY-1001']);
    client = standing;
    tracker.track(vote('c'));
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('keeps the newest hundred that wait, and says that it lost the others', () => {
    client = undefined;
    const tracker = make();
    for (let i = 1; i <= 103; i++) tracker.track(vote(`e${i}`));
    expect(codes()).toEqual(['SY-1002']);
    client = standing;
    tracker.flush?.();
    expect(sent).toHaveLength(100);
    expect([sent[0], sent[99]]).toEqual(['e4', 'e103']);
  });

  it('asks for its client anew, because a loader replaces its stub', () => {
    const tracker = make();
    tracker.track(vote('a'));
    const later: string[] = [];
    client = { log: (id) => later.push(id) };
    tracker.track(vote('b'));
    expect([sent, later]).toEqual([['a'], ['b']]);
  });

  it.each(['denied', 'unknown'] as const)(
    'whose visitor says %s meanwhile sends nothing of what waited',
    (now) => {
      client = undefined;
      const tracker = make();
      tracker.track(vote('a'));
      word = now;
      client = standing;
      vi.advanceTimersByTime(1_000);
      expect(sent).toEqual([]);
    },
  );

  it('keeps what waits while its visitor is being asked anew, and hands it over at a yes', () => {
    client = undefined;
    const tracker = make({}, { identify: (target, { userId }) => target.log(`user ${userId}`) });
    tracker.track(vote('a'));
    tracker.identify?.({ userId: 'u1' });
    word = 'unknown';
    client = standing;
    // Longer than a client is waited for: it stands there, so that nobody misses it.
    vi.advanceTimersByTime(60_000);
    tracker.flush?.();
    expect(sent).toEqual([]);
    word = 'granted';
    vi.advanceTimersByTime(200);
    expect(sent).toEqual(['a', 'user u1']);
    expect(report).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hands nothing over that waited for an answer which became a no', () => {
    client = undefined;
    const tracker = make();
    tracker.track(vote('a'));
    word = 'unknown';
    client = standing;
    vi.advanceTimersByTime(1_000);
    word = 'denied';
    vi.advanceTimersByTime(1_000);
    word = 'granted';
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
  });

  it('never sends what happened under a no', () => {
    client = undefined;
    const tracker = make();
    tracker.track(
      vote('a', { consent: { analytics: 'denied', advertising: 'granted', functional: 'granted' } }),
    );
    tracker.track(vote('b'));
    client = standing;
    tracker.flush?.();
    expect(sent).toEqual(['b']);
  });

  it('forgets what waits when told to', () => {
    client = undefined;
    const tracker = make();
    tracker.track(vote('a'));
    tracker.forget?.();
    client = standing;
    vi.advanceTimersByTime(1_000);
    tracker.track(vote('b'));
    expect(sent).toEqual(['b']);
    expect(report).not.toHaveBeenCalled();
  });

  it('whose client throws, rejects or hangs reports it with the event and goes on', async () => {
    const acts = [
      () => {
        throw new Error('threw');
      },
      () => Promise.reject(new Error('rejected')),
      () => new Promise(() => undefined),
    ];
    const tracker = make({}, { send: (target, event) => (acts.shift() ?? (() => target.log(event.id)))() });
    for (const id of ['a', 'b', 'c', 'd']) tracker.track(vote(id));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['d']);
    expect(report.mock.calls.map(([error, event]) => [(error as Error).message, event?.id])).toEqual([
      ['threw', 'a'],
      ['rejected', 'b'],
    ]);
  });

  it('is held up by no event that a `redact` in plain JavaScript has left without its consent', () => {
    const tracker = make();
    const { consent: _, ...bare } = vote('bare');
    tracker.track(bare as CommitmentEvent);
    tracker.track(vote('b'));
    expect(sent).toEqual(['bare', 'b']);
  });

  it('whose lookup throws reports it and waits', () => {
    let isBroken = true;
    const tracker = make(
      {},
      {
        find: () => {
          if (isBroken) throw new Error('no access');
          return client;
        },
      },
    );
    tracker.track(vote('a'));
    expect((report.mock.calls[0]![0] as Error).message).toBe('no access');
    isBroken = false;
    vi.advanceTimersByTime(200);
    expect(sent).toEqual(['a']);
  });

  it('whose lookup throws at every look reports it once, and that no client came', () => {
    const tracker = make(
      {},
      {
        find: () => {
          throw new Error('no access');
        },
      },
    );
    tracker.track(vote('a'));
    vi.advanceTimersByTime(60_000);
    tracker.track(vote('b'));
    expect(codes()).toEqual(['Error: no access', 'SY-1001']);
  });

  it('keeps the order when a client causes events in turn', () => {
    const tracker: Tracker = make(
      {},
      {
        send: (target, event) => {
          target.log(event.id);
          if (event.id === 'a') tracker.track(vote('caused'));
        },
      },
    );
    client = undefined;
    tracker.track(vote('a'));
    tracker.track(vote('b'));
    client = standing;
    tracker.flush?.();
    expect(sent).toEqual(['a', 'b', 'caused']);
  });

  it('says each loss once', () => {
    const tracker = make({}, { send: (_, event, tell) => tell(new Error(`cut ${event.kind}`)) });
    tracker.track(vote('a'));
    tracker.track(vote('b'));
    tracker.track(commitmentFixture('star-rating.rate'));
    expect(report.mock.calls.map(([error]) => (error as Error).message)).toEqual([
      'cut poll.vote',
      'cut star-rating.rate',
    ]);
  });

  it('identifies in line with the events, and only if its product can', () => {
    client = undefined;
    const tracker = make({}, { identify: (target, { userId }) => target.log(`user ${userId}`) });
    tracker.track(vote('a'));
    tracker.identify?.({ userId: 'u1' });
    tracker.track(vote('b'));
    client = standing;
    vi.advanceTimersByTime(200);
    expect(sent).toEqual(['a', 'user u1', 'b']);
    expect(make().identify).toBeUndefined();
  });

  it('flushes its client', () => {
    const flushed = vi.fn();
    const tracker = make({}, { flush: flushed });
    tracker.flush?.();
    expect(flushed).toHaveBeenCalledExactlyOnceWith(standing);
  });

  it('without a provider reports to the page', () => {
    const heard = vi.fn();
    vi.stubGlobal('reportError', heard);
    const tracker = createAdapter<Client>({
      name: 'acme',
      purpose: 'analytics',
      find: () => client,
      send: () => {
        throw new Error('threw');
      },
    });
    tracker.track(vote('a'));
    vi.unstubAllGlobals();
    expect(heard).toHaveBeenCalledOnce();
  });
});
