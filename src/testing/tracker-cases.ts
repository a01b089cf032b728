import {
  type CommitmentEvent,
  type Consent,
  type ConsentState,
  catalogue,
  type Tracker,
  type TrackerHost,
} from '../events/index.ts';
import { phases } from '../events/well-formed.ts';
import { commitmentFixture } from './commitment-fixture.ts';
import { withTime } from './pass-time.ts';
import { strangeData } from './strange-data.ts';

/** A tracker to be tried, and what can be seen of the product behind it. */
export interface TrackerTrial<Row = unknown> {
  readonly tracker: Tracker;
  /**
   * What has reached the product so far, in order: calls, rows, parsed bodies; whatever you compare in `idOf`. What is on its way
   * counts already: nobody calls it back.
   */
  received(): readonly Row[];
  /** The id of an event in what was received. Leave it out for products that take no id: then events are counted. */
  idOf?: ((received: Row) => unknown) | undefined;
  /** The product counts an event that comes twice once, so the tracker may repeat one. Needs `idOf`. Default false. */
  isIdempotent?: boolean | undefined;
  /** Takes the product's client off the page, or puts it back. Leave it out if the tracker holds its client. */
  setClient?: ((isThere: boolean) => void) | undefined;
  /** Lets the client throw at its next call, once. */
  failOnce?: (() => void) | undefined;
  /** Waits until what was handed over must have arrived. Default: not at all. */
  settle?: (() => Promise<void>) | undefined;
}

/** What {@link trackerCases} needs to know. */
export interface TrackerCasesOptions<Row = unknown> {
  /** Makes a fresh tracker for each case, with a product that has received nothing. Also called once to see what it offers. */
  create(): TrackerTrial<Row>;
  /** A commitment that the tracker sends. Default: a poll's vote. */
  event?: (() => CommitmentEvent) | undefined;
}

/** One thing that a tracker must be able to do. */
export interface TrackerCase {
  readonly name: string;
  /** Rejects with an error that says what was seen instead. */
  run(): Promise<void>;
}

/**
 * What every tracker must withstand, an adapter of yours too: `for (const { name, run } of trackerCases(options)) it(name, run)`.
 * What cannot be tried is not listed: without `setClient`, `idOf` or `failOnce` there are fewer cases. Needs no test framework.
 */
export function trackerCases<Row>(options: TrackerCasesOptions<Row>): readonly TrackerCase[] {
  const event = () => withNewId((options.event ?? (() => commitmentFixture('poll.vote')))());
  const begin = () => {
    const trial = options.create();
    const reports: unknown[] = [];
    let word: ConsentState = 'granted';
    const host: TrackerHost = { consent: () => word, report: (error) => void reports.push(error) };
    trial.tracker.connect?.(host);
    return {
      ...trial,
      reports,
      say: (next: ConsentState) => {
        word = next;
      },
      /** What the product has of these events: their ids, or how many there are. */
      async expect(events: readonly CommitmentEvent[], when: string) {
        await trial.tracker.flush?.();
        await trial.settle?.();
        const got = trial.received();
        const { idOf, isIdempotent } = trial;
        const ids = idOf && got.map(idOf);
        const [want, have] = ids
          ? [events.map(({ id }) => id), isIdempotent ? [...new Set(ids)] : ids]
          : [events.length, got.length];
        same(have, want, `${when}, the product received`);
      },
    };
  };
  /** Nothing is proven by the silence of a tracker that is always silent. */
  const proveItSends = async () => {
    const { tracker, expect } = begin();
    const one = event();
    await tracker.track(one);
    await expect([one], 'After an event that is allowed');
  };
  /** Lets a tracker hold what it holds, and looks whether any of that still leaves it. */
  const expectSilence = (when: string, refuse: (trial: ReturnType<typeof begin>) => unknown) =>
    withTime(async (pass) => {
      await proveItSends();
      const trial = begin();
      const { tracker, received, settle, idOf, isIdempotent } = trial;
      const state = () => {
        if (!idOf) return received().length;
        const ids = received().map(idOf);
        return isIdempotent ? [...new Set(ids)] : ids;
      };
      for (const one of [event(), event(), event()]) await tracker.track(one);
      const before = state();
      await refuse(trial);
      await tracker.flush?.();
      await pass();
      await settle?.();
      same(state(), before, `${when}, the product received`);
    });
  const offered = options.create();
  const cases: TrackerCase[] = [];
  const add = (name: string, run: () => Promise<void>) => cases.push({ name, run });

  add('has a name, and a purpose that visitors can allow', async () => {
    const { name, purpose = 'analytics' } = begin().tracker;
    check(typeof name === 'string' && name !== '', `Its name is ${JSON.stringify(name)}.`);
    check(/^(analytics|advertising|functional)$/.test(purpose), `Its purpose is ${JSON.stringify(purpose)}.`);
  });
  add('sends nothing before its first event', async () => {
    await begin().expect([], 'Before any event');
    await proveItSends();
  });
  add('hands events over once each and in order', async () => {
    const { tracker, expect, reports } = begin();
    const events = [event(), event(), event()];
    for (const one of events) await tracker.track(one);
    await expect(events, 'After three events');
    same(reports, [], 'It reported');
  });
  add('takes every kind in every phase', async () => {
    const { tracker, settle } = begin();
    for (const kind of Object.keys(catalogue) as (keyof typeof catalogue)[])
      for (const phase of phases) {
        const one = { ...commitmentFixture(kind), phase } as CommitmentEvent;
        await mustNot(`track() of ${kind} ${phase}`, () => tracker.track(withNewId(one)));
      }
    await settle?.();
  });
  add('takes the largest and the strangest payload that an event can have', async () => {
    const { tracker, expect } = begin();
    const events = strangeData().map((data) => withNewId({ ...event(), data } as CommitmentEvent));
    for (const one of events) await mustNot('track()', () => tracker.track(one));
    await expect(events, 'After events with strange data');
  });
  add('leaves events as they are', async () => {
    const { tracker } = begin();
    const one = event();
    const before = JSON.stringify(one);
    await tracker.track(deepFreeze(one));
    await tracker.flush?.();
    same(JSON.stringify(one), before, 'The event became');
  });
  if (offered.idOf)
    add('gives an event that comes twice the same id', async () => {
      const { tracker, received, idOf, settle } = begin();
      const one = event();
      await tracker.track(one);
      await tracker.track(one);
      await tracker.flush?.();
      await settle?.();
      same([...new Set(received().map((got) => idOf?.(got)))], [one.id], 'The ids received were');
    });
  // The provider says so by forget(), but a timer may run before it does.
  add('sends nothing of what it holds after a no, neither by flush() nor by a timer', () =>
    expectSilence('After a no', ({ say }) => say('denied')),
  );
  add('sends nothing of what it holds after forget(), even after a later yes', () =>
    expectSilence('After forget()', async ({ tracker, say }) => {
      say('denied');
      await tracker.forget?.();
      say('granted');
    }),
  );
  if (offered.setClient) {
    add('waits for a client that comes late, and keeps the order', async () => {
      const { tracker, setClient, expect } = begin();
      setClient?.(false);
      const events = [event(), event(), event()];
      for (const one of events) await mustNot('track() without a client', () => tracker.track(one));
      await expect([], 'Without its client');
      setClient?.(true);
      await expect(events, 'After its client came');
    });
    for (const word of ['denied', 'unknown'] as const)
      add(`sends nothing of what waited when consent is ${word} meanwhile`, async () => {
        await proveItSends();
        const { tracker, setClient, expect, say } = begin();
        setClient?.(false);
        await tracker.track(event());
        say(word);
        setClient?.(true);
        await expect([], `With consent ${word}`);
      });
    add('forgets what it holds when told to', async () => {
      await proveItSends();
      const { tracker, setClient, expect, say } = begin();
      setClient?.(false);
      await tracker.track(event());
      say('denied');
      await tracker.forget?.();
      say('granted');
      setClient?.(true);
      await expect([], 'After forget()');
    });
  }
  if (offered.failOnce)
    add('goes on after a client that threw', async () => {
      const { tracker, failOnce, expect, reports } = begin();
      failOnce?.();
      let thrown = 0;
      try {
        await tracker.track(event());
      } catch {
        thrown++;
      }
      check(
        thrown + reports.length === 1,
        `The error was thrown or reported ${thrown + reports.length} times.`,
      );
      const next = event();
      await tracker.track(next);
      await expect([next], 'After the error');
    });
  if (offered.tracker.identify)
    add('identifies without a visitor id and without traits', async () => {
      const { tracker } = begin();
      await mustNot('identify()', () => tracker.identify?.({ userId: 'user-1' }));
    });
  if (offered.tracker.flush || offered.tracker.forget)
    add('can be flushed and told to forget at any time', async () => {
      const { tracker } = begin();
      for (const act of ['flush', 'forget', 'forget', 'flush'] as const)
        await mustNot(`${act}()`, () => tracker[act]?.());
    });
  add('works without a provider', async () => {
    const { tracker, received, settle } = options.create();
    await mustNot('track()', () => tracker.track(event()));
    await tracker.flush?.();
    await settle?.();
    check(received().length > 0, 'Without connect() nothing was received.');
  });
  return cases;
}

let count = 0;
const allGranted: Consent = { analytics: 'granted', advertising: 'granted', functional: 'granted' };

/** Ids of the right form that differ; and a visitor who has allowed all, because a no of that moment would stand. */
function withNewId(event: CommitmentEvent): CommitmentEvent {
  count++;
  const id = `0199a000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  return { ...event, id, seq: count, consent: allGranted } as CommitmentEvent;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value) for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

async function mustNot(what: string, act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new Error(`${what} threw: ${String(error)}`);
  }
}

function same(have: unknown, want: unknown, what: string): void {
  const [is, should] = [JSON.stringify(have), JSON.stringify(want)];
  check(is === should, `${what} ${is} instead of ${should}.`);
}

function check(isRight: boolean, otherwise: string): void {
  if (!isRight) throw new Error(otherwise);
}
