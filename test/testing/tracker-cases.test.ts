import type { CommitmentEvent, Tracker, TrackerHost } from 'smallyes/events';
import { type TrackerTrial, trackerCases } from 'smallyes/testing';
import { mixpanel } from 'smallyes/trackers/mixpanel';
import { describe, expect, it, vi } from 'vitest';

/** A small tracker of somebody's own, with its client looked up, and with faults on demand. */
function trial(fault = ''): TrackerTrial {
  const got: { id: string }[] = [];
  let isThere = true;
  let fails = false;
  let held: CommitmentEvent[] = [];
  let host: TrackerHost | undefined;
  const client = {
    log(event: CommitmentEvent) {
      if (fails) {
        fails = false;
        throw new Error('client');
      }
      got.push({ id: event.id });
    },
  };
  const drain = () => {
    if (!isThere || (fault !== 'ignores consent' && host?.consent() !== 'granted' && host)) return;
    const events = held;
    held = [];
    if (fault === 'reverses') events.reverse();
    for (const event of events)
      try {
        client.log(event);
        if (fault === 'doubles') client.log(event);
      } catch (error) {
        if (fault !== 'swallows') host?.report(error, event);
      }
  };
  const tracker: Tracker = {
    name: fault === 'has no name' ? '' : 'mine',
    ...(fault === 'has a purpose of its own' && { purpose: 'fun' as never }),
    connect(next) {
      host = next;
      if (fault === 'sends at once') got.push({ id: 'hello' });
    },
    track(event) {
      if (fault === 'throws on failures' && event.phase === 'failed') throw new Error('phase');
      if (fault === 'writes into events') (event as { seen?: boolean }).seen = true;
      if (fault === 'drops without a client' && !isThere) return;
      if (fault === 'drops large events' && JSON.stringify(event).length > 2_000) return;
      if (fault === 'makes ids of its own') got.push({ id: String(Math.random()) });
      else held.push(event);
      if (fault === 'needs a provider' && !host) throw new Error('no host');
      drain();
    },
    identify() {
      if (fault === 'cannot identify') throw new Error('no visitor id');
    },
    flush() {
      if (fault === 'cannot flush twice' && held.length === 0 && got.length === 0) throw new Error('empty');
      drain();
    },
    forget() {
      if (fault !== 'does not forget') held = [];
    },
  };
  return {
    tracker,
    received: () => got,
    idOf: (one) => (one as { id: string }).id,
    setClient: (next) => {
      isThere = next;
    },
    failOnce: () => {
      fails = true;
    },
  };
}

/** A small tracker that sends in batches, of which nothing is known but what has arrived. */
function batching(fault = ''): TrackerTrial {
  const got: { id: string }[] = [];
  let held: CommitmentEvent[] = [];
  let host: TrackerHost | undefined;
  const send = (asks: boolean) => {
    if (fault === 'sends nothing' || (asks && host && host.consent() !== 'granted')) return;
    for (const { id } of held.splice(0)) got.push({ id });
  };
  const tick = () => send(!/from an? (timer|interval) without asking/.test(fault));
  const later = () => {
    if (/interval/.test(fault)) setInterval(tick, 60_000);
    // The second time is the one that sends, as where a pace is kept.
    else setTimeout(() => setTimeout(tick, 30_000), 30_000);
  };
  return {
    tracker: {
      name: 'batches',
      connect(next) {
        host = next;
      },
      track(event) {
        held.push(event);
        later();
      },
      flush: () => send(fault !== 'flushes without asking'),
      ...(fault !== 'holds, and has no forget' && {
        forget() {
          held = [];
        },
      }),
    },
    received: () => got,
    ...(fault !== 'takes no id' && { idOf: (one: unknown) => (one as { id: string }).id }),
  };
}

const outcome = async (fault: string, create = trial) => {
  const failed: string[] = [];
  for (const { name, run } of trackerCases({ create: () => create(fault) }))
    await run().catch((error: Error) => failed.push(`${name}: ${error.message}`));
  return failed;
};

describe('trackerCases', () => {
  for (const { name, run } of trackerCases({ create: () => trial() })) it(`a right tracker ${name}`, run);

  it.each([
    ['has no name', /has a name.*Its name is ""/],
    ['has a purpose of its own', /Its purpose is "fun"/],
    ['sends at once', /before its first event.*"hello"/],
    ['reverses', /waits for a client.*instead of/],
    ['doubles', /once each and in order/],
    ['swallows', /threw.*0 times/],
    ['throws on failures', /takes every kind.*failed threw: Error: phase/],
    ['writes into events', /leaves events as they are/],
    ['drops without a client', /waits for a client/],
    ['drops large events', /strangest payload/],
    ['makes ids of its own', /comes twice the same id/],
    ['needs a provider', /works without a provider/],
    ['ignores consent', /when consent is denied meanwhile/],
    ['cannot identify', /identify\(\) threw/],
    ['cannot flush twice', /at any time.*flush\(\) threw/],
    ['does not forget', /forgets what it holds/],
  ])('one that %s is found out', async (fault, message) => {
    expect(await outcome(fault)).toContainEqual(expect.stringMatching(message));
  });

  for (const { name, run } of trackerCases({ create: () => batching() }))
    it(`a right tracker in batches ${name}`, run);

  it.each([
    ['holds, and has no forget', /after forget\(\).*instead of \[\]/],
    ['sends from a timer without asking', /after a no.*instead of \[\]/],
    ['sends from an interval without asking', /after a no.*instead of \[\]/],
    ['flushes without asking', /after a no.*instead of \[\]/],
    ['sends nothing', /before its first event.*After an event that is allowed, the product received \[\]/],
    ['sends nothing', /after a no.*After an event that is allowed/],
    ['sends nothing', /after forget\(\).*After an event that is allowed/],
  ])('one in batches that %s is found out', async (fault, message) => {
    expect(await outcome(fault, batching)).toContainEqual(expect.stringMatching(message));
  });

  it('does not let a tracker pass that sends nothing, whatever is said of its client', async () => {
    const mute = () => ({ ...trial(), received: () => [] });
    const failed = (await outcome('', mute)).map((text) => text.split(':')[0]);
    const silent = trackerCases({ create: mute }).filter(({ name }) => /nothing|forget/.test(name));
    expect(failed).toEqual(
      expect.arrayContaining(silent.map(({ name }) => name).filter((name) => !/^can/.test(name))),
    );
  });

  it('lists no case that it cannot try', () => {
    const list = (parts: Partial<TrackerTrial>) =>
      trackerCases({ create: () => ({ ...trial(), ...parts }) }).map(({ name }) => name);
    const all = list({});
    const missing = (parts: Partial<TrackerTrial>) => all.filter((name) => !list(parts).includes(name));
    expect(missing({ idOf: undefined })).toEqual(['gives an event that comes twice the same id']);
    expect(missing({ failOnce: undefined })).toEqual(['goes on after a client that threw']);
    expect(missing({ setClient: undefined })).toEqual([
      'waits for a client that comes late, and keeps the order',
      'sends nothing of what waited when consent is denied meanwhile',
      'sends nothing of what waited when consent is unknown meanwhile',
      'forgets what it holds when told to',
    ]);
    expect(missing({ tracker: { name: 'bare', track() {} } })).toEqual([
      'identifies without a visitor id and without traits',
      'can be flushed and told to forget at any time',
    ]);
  });

  it('lets time pass where the timers are fake, too', async () => {
    vi.useFakeTimers();
    const failed = await outcome('sends from a timer without asking', batching);
    vi.useRealTimers();
    expect(failed).toEqual([expect.stringMatching(/^sends nothing of what it holds after a no/)]);
  });

  it('gives timers back as it found them', async () => {
    const before = globalThis.setTimeout;
    for (const { run } of trackerCases({ create: () => batching('sends from a timer without asking') }))
      await run().catch(() => {});
    expect(globalThis.setTimeout).toBe(before);
  });

  for (const { name, run } of trackerCases({
    create() {
      const got: Record<string, unknown>[] = [];
      let isThere = true;
      let fails = false;
      const client = {
        track(_: string, properties?: Record<string, unknown>) {
          if (fails) {
            fails = false;
            throw new Error('client');
          }
          got.push(properties ?? {});
        },
        identify() {},
      };
      const globals = globalThis as { mixpanel?: typeof client };
      globals.mixpanel = client;
      return {
        tracker: mixpanel(),
        received: () => got,
        idOf: (one) => (one as Record<string, unknown>)['$insert_id'],
        isIdempotent: true,
        setClient: (next) => {
          isThere = next;
          if (isThere) globals.mixpanel = client;
          else delete globals.mixpanel;
        },
        failOnce: () => {
          fails = true;
        },
      };
    },
  }))
    it(`the adapter for Mixpanel ${name}`, run);
});
