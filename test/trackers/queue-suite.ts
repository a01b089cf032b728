import type { CommitmentEvent, ConsentState, Purpose, Tracker, TrackerHost } from 'smallyes/events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agreed, everyCommitment, everyMaximum, hostileEvent, inPhase } from './queue-events.ts';
import { install, type QueueStub } from './queue-stubs.ts';

/** A tracker on a provider of its own, and what that heard. */
export function connected(tracker: Tracker) {
  const state = { word: 'granted' as ConsentState };
  const report = vi.fn<TrackerHost['report']>();
  tracker.connect?.({ consent: () => state.word, report });
  return {
    tracker,
    state,
    report,
    codes: () => report.mock.calls.map(([error]) => /SY-\d+/.exec(String(error))?.[0] ?? String(error)),
    texts: () => report.mock.calls.map(([error]) => String((error as Error).message)),
  };
}

/** What a product's queue holds after these events, under a yes to everything. */
export function sentBy(stub: QueueStub, tracker: Tracker, events: readonly CommitmentEvent[]): unknown[][] {
  install(stub);
  const { report } = connected(tracker);
  for (const event of events) tracker.track(agreed(event));
  expect(report.mock.calls.map(([error]) => error)).toEqual([]);
  return stub.calls;
}

interface QueueCase {
  readonly make: (options?: { readonly phases?: 'all' }) => Tracker;
  readonly stub: () => QueueStub;
  readonly name: string;
  readonly purpose: Purpose;
  /** Commitments that the product takes, the first three of different kinds. */
  readonly takes: readonly CommitmentEvent[];
  /** What the queue holds of these calls that the vendor would drop or cut: by its documentation, not by our code. */
  readonly problems: (calls: readonly (readonly unknown[])[]) => readonly string[];
  /** False for products that take a name and nothing that tells one event from another. Default true. */
  readonly hasId?: boolean;
  /** Whether phases other than a commitment can be sent. Default true. */
  readonly hasPhases?: boolean;
  /** False for products that cannot be told who a visitor is. Default true. */
  readonly canIdentify?: boolean;
}

/** What every adapter to a queue must do. */
export function describeQueueAdapter({
  make,
  stub,
  name,
  purpose,
  takes,
  problems,
  hasId = true,
  hasPhases = true,
  canIdentify = true,
}: QueueCase): void {
  const [first, second, third] = takes as [CommitmentEvent, CommitmentEvent, CommitmentEvent];
  const three = [first, second, third].map(agreed);
  const directly = (events: readonly CommitmentEvent[]) => {
    const queue = stub();
    install(queue);
    const { tracker } = connected(make());
    for (const event of events) tracker.track(event);
    return queue.calls;
  };

  describe(`${name} as an adapter`, () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('has a name and a purpose', () => {
      expect(make()).toMatchObject({ name, purpose });
    });

    it('waits for a queue that comes late, and hands over in order', () => {
      const expected = structuredClone(directly(three));
      expect(expected.length).toBeGreaterThanOrEqual(3);
      const queue = stub();
      vi.stubGlobal(queue.global, undefined);
      const { tracker, report } = connected(make());
      for (const event of three) tracker.track(event);
      vi.advanceTimersByTime(3_000);
      install(queue);
      vi.advanceTimersByTime(400);
      expect(queue.calls).toEqual(expected);
      expect(report).not.toHaveBeenCalled();
    });

    it('says once that it never came', () => {
      vi.stubGlobal(stub().global, undefined);
      const { tracker, codes } = connected(make());
      for (const event of three) tracker.track(event);
      vi.advanceTimersByTime(60_000);
      expect(codes()).toEqual(['SY-1001']);
    });

    it('takes an element of that id for nothing', () => {
      const queue = stub();
      vi.stubGlobal(queue.global, { id: queue.global, nodeType: 1 });
      const { tracker, report } = connected(make());
      tracker.track(three[0]!);
      vi.advanceTimersByTime(1_000);
      install(queue);
      vi.advanceTimersByTime(400);
      expect(queue.calls).toEqual(directly([three[0]!]));
      expect(report).not.toHaveBeenCalled();
    });

    it('survives a global that may not be read', () => {
      const queue = stub();
      const before = Object.getOwnPropertyDescriptor(globalThis, queue.global);
      Object.defineProperty(globalThis, queue.global, {
        configurable: true,
        get() {
          throw new Error('blocked');
        },
      });
      const { tracker, codes } = connected(make());
      expect(() => tracker.track(three[0]!)).not.toThrow();
      if (before) Object.defineProperty(globalThis, queue.global, before);
      else Reflect.deleteProperty(globalThis, queue.global);
      expect(codes()).toEqual(['Error: blocked']);
    });

    it('hands over to whatever stands there at that moment', () => {
      const early = stub();
      const later = stub();
      const { tracker } = connected(make());
      install(early);
      tracker.track(three[0]!);
      const before = structuredClone(early.calls);
      install(later);
      tracker.track(three[1]!);
      expect(early.calls).toEqual(before);
      expect(later.calls.length).toBeGreaterThan(0);
    });

    it('reports a queue that throws, and goes on', () => {
      const queue = stub();
      const thrower = () => {
        throw new Error('queue broke');
      };
      const methods = ['push', 'track', 'identify', 'trackEvent', 'instance'];
      vi.stubGlobal(
        queue.global,
        Object.assign(thrower, Object.fromEntries(methods.map((one) => [one, thrower]))),
      );
      const { tracker, report } = connected(make());
      expect(() => tracker.track(three[0]!)).not.toThrow();
      expect(report).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ message: 'queue broke' }),
        three[0],
      );
      install(queue);
      tracker.track(three[1]!);
      expect(queue.calls.length).toBeGreaterThan(0);
    });

    it.each(['denied', 'unknown'] as const)(
      'sends nothing of what waited while the word is %s; what a no has met is gone, what an open question has met goes on at a yes',
      (word) => {
        const queue = stub();
        vi.stubGlobal(queue.global, undefined);
        const { tracker, state } = connected(make());
        tracker.track(three[0]!);
        state.word = word;
        install(queue);
        vi.advanceTimersByTime(1_000);
        expect(queue.calls).toEqual([]);
        state.word = 'granted';
        tracker.track(three[1]!);
        expect(queue.calls).toEqual(directly(word === 'denied' ? [three[1]!] : [three[0]!, three[1]!]));
      },
    );

    it('never sends what happened under a no', () => {
      const no = {
        ...three[0]!,
        consent: { analytics: 'denied', advertising: 'denied', functional: 'denied' },
      } as const;
      expect(directly([no])).toEqual([]);
    });

    it('forgets what waits', () => {
      const queue = stub();
      vi.stubGlobal(queue.global, undefined);
      const { tracker } = connected(make());
      tracker.track(three[0]!);
      tracker.forget?.();
      install(queue);
      vi.advanceTimersByTime(1_000);
      expect(queue.calls).toEqual([]);
    });

    it(
      hasId ? 'lets the vendor see that an event came twice' : 'says the same of an event that comes twice',
      () => {
        const once = structuredClone(directly([three[1]!]));
        const calls = directly([three[1]!, three[1]!]);
        expect(calls.slice(0, once.length)).toEqual(once);
        if (hasId) {
          expect(JSON.stringify(once)).toContain(three[1]!.id);
          expect(calls).toEqual([...once, ...once]);
          expect(JSON.stringify(directly([{ ...three[1]!, id: 'another' }]))).not.toContain(three[1]!.id);
        }
      },
    );

    it('bears what a careless page puts into an event', () => {
      const events = three.map(({ kind }) => hostileEvent(kind as never));
      const queue = stub();
      install(queue);
      const { tracker } = connected(make());
      for (const event of events) expect(() => tracker.track(event)).not.toThrow();
      const text = JSON.stringify(queue.calls);
      expect(queue.calls.length).toBeGreaterThanOrEqual(3);
      expect(text).not.toMatch(/polluted|__proto__|\[object/);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      for (const { kind } of events)
        if (text.includes('"kind"')) expect(text).toContain(`"kind":${JSON.stringify(kind)}`);
      expect(problems(queue.calls)).toEqual([]);
    });

    it('says nothing of the person, the visit or the address that came with the event', () => {
      const text = JSON.stringify(directly(everyCommitment.map(agreed)));
      const { visitor, session, page } = everyCommitment[0]!;
      for (const secret of [visitor!.id, session.id, 'utm_', page.referrerHost!])
        expect(text).not.toContain(secret);
    });

    it('breaks no limit of the vendor, for any kind', () => {
      expect(problems(directly(everyCommitment.map(agreed)))).toEqual([]);
    });

    it('breaks no limit of the vendor with all that an event can hold', () => {
      const calls = directly(everyMaximum.map(agreed));
      expect(calls.length).toBeGreaterThanOrEqual(3);
      expect(problems(calls)).toEqual([]);
    });

    it(
      hasPhases ? 'sends other phases when asked to, within the limits' : 'knows no phase but commitments',
      () => {
        const queue = stub();
        install(queue);
        const { tracker } = connected(make({ phases: 'all' }));
        for (const phase of [
          'seen',
          'started',
          'progressed',
          'withdrawn',
          'dismissed',
          'abandoned',
          'failed',
        ] as const)
          for (const { kind } of everyCommitment) tracker.track(inPhase(kind, phase));
        if (hasPhases) expect(queue.calls.length).toBeGreaterThanOrEqual(36 * 7);
        else expect(queue.calls).toEqual([]);
        expect(problems(queue.calls)).toEqual([]);
      },
    );

    if (!hasPhases)
      it('misses no queue for what it would not send', () => {
        vi.stubGlobal(stub().global, undefined);
        const { tracker, report } = connected(make({ phases: 'all' }));
        for (let i = 0; i < 150; i++) tracker.track(inPhase(first.kind, 'seen'));
        for (const event of everyCommitment)
          if (!takes.includes(event)) for (let i = 0; i < 10; i++) tracker.track(agreed(event));
        vi.advanceTimersByTime(60_000);
        expect(report).not.toHaveBeenCalled();
      });

    it('sends commitments and their confirmation unless asked for more', () => {
      const queue = stub();
      install(queue);
      const { tracker } = connected(make());
      tracker.track(inPhase(first.kind, 'seen'));
      expect(queue.calls).toEqual([]);
      tracker.track(inPhase(first.kind, 'confirmed'));
      expect(queue.calls.length > 0).toBe(hasPhases);
    });

    it(canIdentify ? 'identifies in line with the events' : 'cannot identify', () => {
      const queue = stub();
      vi.stubGlobal(queue.global, undefined);
      const { tracker } = connected(make());
      expect(typeof tracker.identify === 'function').toBe(canIdentify);
      if (!tracker.identify) return;
      tracker.track(three[0]!);
      tracker.identify({
        userId: 'user-7',
        visitorId: 'v1',
        traits: { sha256_email_address: 'a'.repeat(64) },
      });
      tracker.track(three[1]!);
      install(queue);
      vi.advanceTimersByTime(400);
      const at = queue.calls.findIndex((call) => /user-7|a{64}/.test(JSON.stringify(call)));
      expect(at).toBe(directly([three[0]!]).length);
      expect(queue.calls.length).toBeGreaterThan(at + 1);
      expect(JSON.stringify(queue.calls)).not.toContain('"v1"');
    });
  });
}
