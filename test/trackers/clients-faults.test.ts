import type { CommitmentEvent, ConsentState, Tracker, TrackerHost } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { amplitude } from 'smallyes/trackers/amplitude';
import { customerIo } from 'smallyes/trackers/customer-io';
import { mixpanel } from 'smallyes/trackers/mixpanel';
import { openpanel } from 'smallyes/trackers/openpanel';
import { plausible } from 'smallyes/trackers/plausible';
import { posthog } from 'smallyes/trackers/posthog';
import { rudderstack } from 'smallyes/trackers/rudderstack';
import { segment } from 'smallyes/trackers/segment';
import { sentry } from 'smallyes/trackers/sentry';
import { snowplow } from 'smallyes/trackers/snowplow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Hear = (event: CommitmentEvent['id']) => unknown;

let words: Record<string, ConsentState> = {};
let failures: string[] = [];
const connected = (tracker: Tracker): Tracker => {
  const host: TrackerHost = {
    consent: (purpose = tracker.purpose ?? 'analytics') => words[purpose] ?? 'granted',
    report: (error) => void failures.push(String(error)),
  };
  tracker.connect?.(host);
  return tracker;
};
const vote = (id: string) => commitmentFixture('poll.vote', { id });
/** Lets promises settle. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** Finds our id in what a client was handed, wherever it stands. */
const idIn = (details: unknown[]) =>
  /"(?:\$insert_id|uuid|event_id|insert_id|property)":"([^"]+)"/.exec(JSON.stringify(details))?.[1] ?? '';

beforeEach(() => {
  words = {};
  failures = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([
  ['mixpanel', mixpanel, 'mixpanel', 'track'],
  ['posthog', posthog, 'posthog', 'capture'],
  ['segment', segment, 'analytics', 'track'],
  ['customer-io', customerIo, 'cioanalytics', 'track'],
  ['rudderstack', rudderstack, 'rudderanalytics', 'track'],
  ['amplitude', amplitude, 'amplitude', 'track'],
  ['sentry', sentry, 'Sentry', 'addBreadcrumb'],
  ['snowplow', snowplow, 'snowplow', undefined],
  ['plausible', plausible, 'plausible', undefined],
  ['openpanel', openpanel, 'op', undefined],
] as const)('%s', (name, make, global, method) => {
  /** Puts a client on the page, which is an object with a method, or a function. */
  const put = (hear: Hear) => {
    const handle = (...details: unknown[]) => hear(idIn(details));
    vi.stubGlobal(global, method ? { [method]: handle, identify: vi.fn() } : handle);
  };

  it('waits for its client, and hands over in order what came before it', () => {
    const heard: string[] = [];
    const tracker = connected(make());
    for (const id of ['a', 'b', 'c']) tracker.track(vote(id));
    vi.advanceTimersByTime(1_000);
    put((id) => void heard.push(id));
    vi.advanceTimersByTime(200);
    tracker.track(vote('d'));
    expect(heard).toEqual(['a', 'b', 'c', 'd']);
    expect(failures).toEqual([]);
  });

  it('says once that no client came, and takes one that comes after all', () => {
    const heard: string[] = [];
    const tracker = connected(make());
    tracker.track(vote('a'));
    vi.advanceTimersByTime(60_000);
    tracker.track(vote('b'));
    vi.advanceTimersByTime(60_000);
    expect(failures).toEqual([expect.stringMatching(new RegExp(`SY-1001 .*"${name}"`))]);
    put((id) => void heard.push(id));
    tracker.track(vote('c'));
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('does not take an element of the page for its client', () => {
    vi.stubGlobal(global, { nodeType: 1 });
    const tracker = connected(make());
    tracker.track(vote('a'));
    expect(failures).toEqual([]);
    const heard: string[] = [];
    put((id) => void heard.push(id));
    tracker.flush?.();
    expect(heard[0]).toBe('a');
  });

  it('speaks to the client that stands there now, not to a stub that was replaced', () => {
    const stub: string[] = [];
    const real: string[] = [];
    put((id) => void stub.push(id));
    const tracker = connected(make());
    tracker.track(vote('a'));
    put((id) => void real.push(id));
    tracker.track(vote('b'));
    expect([stub, real]).toEqual([['a'], ['b']]);
  });

  it('goes on after a client that throws, rejects or never answers', async () => {
    const heard: string[] = [];
    put((id) => {
      heard.push(id);
      if (id === 'throws') throw new Error('client threw');
      if (id === 'hangs') return new Promise(() => {});
      return id === 'rejects' ? Promise.reject(new Error('client rejected')) : undefined;
    });
    const tracker = connected(make());
    for (const id of ['throws', 'rejects', 'hangs', 'fine']) tracker.track(vote(id));
    await settle();
    expect(heard).toEqual(['throws', 'rejects', 'hangs', 'fine']);
    expect(failures).toEqual([
      expect.stringContaining('client threw'),
      expect.stringContaining('client rejected'),
    ]);
  });

  it('keeps the order when the client makes events of its own in turn', () => {
    const heard: string[] = [];
    const tracker = connected(make());
    tracker.track(vote('a'));
    tracker.track(vote('b'));
    put((id) => {
      heard.push(id);
      if (id === 'a') tracker.track(vote('inner'));
    });
    tracker.track(vote('c'));
    expect(heard).toEqual(['a', 'b', 'c', 'inner']);
  });

  it('forgets what waited when the visitor says no, and what happened under a no', () => {
    const heard: string[] = [];
    const tracker = connected(make());
    const purpose = tracker.purpose ?? 'analytics';
    tracker.track(vote('a'));
    words = { [purpose]: 'denied' };
    tracker.forget?.();
    words = {};
    const { consent, ...under } = vote('under a no');
    tracker.track({ ...under, consent: { ...consent, [purpose]: 'denied' } } as CommitmentEvent);
    tracker.track(vote('b'));
    put((id) => void heard.push(id));
    vi.advanceTimersByTime(400);
    expect(heard).toEqual(['b']);
  });

  it('loses the oldest of more than 100 that wait, and says so', () => {
    const heard: string[] = [];
    const tracker = connected(make());
    for (let n = 0; n < 103; n++) tracker.track(vote(`e${n}`));
    put((id) => void heard.push(id));
    vi.advanceTimersByTime(400);
    expect(heard).toHaveLength(100);
    expect(heard[0]).toBe('e3');
    expect(failures).toEqual([expect.stringMatching(new RegExp(`SY-1002 .*"${name}"`))]);
  });

  it('touches nothing of a server', () => {
    vi.stubGlobal('location', undefined);
    vi.stubGlobal('document', undefined);
    expect(() => make()).not.toThrow();
  });
});
