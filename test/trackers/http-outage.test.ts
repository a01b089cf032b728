import type { HttpTrackerOptions } from 'smallyes/trackers/http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idsOf, set, sumOf, vote, votes } from './http-support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const gaps = (at: readonly { at: number }[]) => at.slice(1).map((one, index) => one.at - at[index]!.at);
const lost = { capacity: 0, age: 0, refused: 0, size: 0, unusable: 0, forgotten: 0 };

describe('an outage while the page lives', () => {
  it('of 100 s costs no event: those from before it, from it and from after it arrive, in order', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { endpoint, outbox } = set();
    endpoint.usually = 500;
    const events = votes(12);
    for (const event of events.slice(0, 10)) {
      outbox.track(event);
      await seconds(10);
    }
    endpoint.usually = 200;
    for (const event of events.slice(10)) outbox.track(event);
    await seconds(120);
    expect([...endpoint.stored.keys()]).toEqual(idsOf(events));
    expect(outbox.stats()).toMatchObject({ accepted: 12, queued: 0 });
    expect(outbox.stats().dropped).toEqual(lost);
  });

  it.each([500, 503, 429, 408, 'reset', 'hang', 'lost', 'half'] as const)(
    'of a day by %s costs no event and few requests, and is told once',
    async (does) => {
      const { endpoint, outbox, host } = set();
      endpoint.usually = does;
      const events = votes(200);
      for (const event of events) outbox.track(event);
      await seconds(86_400);
      expect(outbox.stats()).toMatchObject({ queued: 200, dropped: lost });
      expect(host.codes()).toEqual([1033]);
      // After the start one each 30 to 60 s.
      expect(endpoint.requests.length).toBeLessThan(2_900);
      expect(Math.min(...gaps(endpoint.requests))).toBeGreaterThanOrEqual(500);
      expect(Math.min(...gaps(endpoint.requests.slice(8)))).toBeGreaterThanOrEqual(30_000);
      endpoint.usually = 200;
      await seconds(120);
      expect(outbox.stats()).toMatchObject({ queued: 0, dropped: lost });
      expect([...endpoint.stored.keys()].sort()).toEqual(idsOf(events));
    },
  );

  it('ends in no burst: one request at a time, in order, with a pause after each', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { endpoint, outbox } = set({}, 503);
    const events = votes(600);
    for (const event of events) outbox.track(event);
    await seconds(60);
    expect([...endpoint.stored.keys()]).toEqual(idsOf(events));
    expect(endpoint.mostInFlight).toBe(1);
    expect(Math.min(...gaps(endpoint.requests))).toBeGreaterThanOrEqual(500);
    expect(endpoint.requests.length).toBeLessThan(30);
    // What comes after it goes as ever.
    const next = votes(100);
    for (const event of next) outbox.track(event);
    await seconds(0);
    expect(endpoint.stored.size).toBe(700);
  });

  it('costs the oldest events alone, once more wait than capacity allows', async () => {
    const { endpoint, outbox, host } = set({ capacity: 20 });
    endpoint.usually = 500;
    const events = votes(30);
    for (const event of events) {
      outbox.track(event);
      await seconds(60);
    }
    expect(outbox.stats()).toMatchObject({ queued: 20, dropped: { ...lost, capacity: 10 } });
    expect(host.codes().sort()).toEqual([1031, 1033]);
    endpoint.usually = 200;
    await seconds(120);
    expect([...endpoint.stored.keys()].sort()).toEqual(idsOf(events.slice(10)));
  });

  it('ends where the endpoint refuses for good, without a burst', async () => {
    const { endpoint, outbox } = set();
    endpoint.usually = 500;
    for (const event of votes(200)) outbox.track(event);
    await seconds(600);
    const before = endpoint.requests.length;
    endpoint.usually = 403;
    await seconds(240);
    expect(outbox.stats()).toMatchObject({ queued: 0, dropped: { ...lost, refused: 200 } });
    expect(endpoint.requests.length - before).toBeLessThan(15);
    expect(Math.min(...gaps(endpoint.requests))).toBeGreaterThanOrEqual(500);
  });

  it('whose server says how long to wait is asked no sooner, and by and by less often', async () => {
    const { endpoint, outbox } = set();
    endpoint.usually = () => new Response(null, { status: 503, headers: { 'retry-after': '5' } });
    outbox.track(vote());
    await seconds(3_600);
    expect(endpoint.requests.length).toBeGreaterThan(50);
    expect(Math.min(...gaps(endpoint.requests))).toBeGreaterThanOrEqual(5_000);
    expect(Math.min(...gaps(endpoint.requests.slice(8)))).toBeGreaterThanOrEqual(35_000);
  });
});

describe('an event that the endpoint always fails on', () => {
  /** An endpoint that answers 500 to each batch with one of `poisons`, and takes all others. */
  function poison(poisons: readonly string[], options: Partial<HttpTrackerOptions> = {}) {
    const made = set(options);
    made.endpoint.usually = () => {
      const { ids, body } = made.endpoint.requests.at(-1)!;
      if (ids.some((id) => poisons.includes(id))) return new Response(null, { status: 500 });
      for (const event of body.events) made.endpoint.stored.set(event.id, event);
      return new Response(null, { status: 204 });
    };
    const alone = () =>
      made.endpoint.requests.filter(({ ids }) => ids.length === 1 && poisons.includes(ids[0]!));
    return { ...made, alone };
  }

  async function untilTried(alone: () => readonly unknown[]) {
    const before = alone().length;
    while (alone().length === before) await seconds(1);
  }

  /** Each pause is a little longer than the one before it, or shorter. */
  function stretch(by: 1 | -1) {
    let chance = 0.5;
    return vi.spyOn(Math, 'random').mockImplementation(() => (chance += by * 0.001));
  }

  it.each([
    ['first', 0],
    ['in the middle', 60],
    ['last', 119],
  ])('holds up no other for long when it stands %s, and is named', async (_, index) => {
    const events = votes(120);
    const bad = events[index]!;
    const { endpoint, outbox, host } = poison([bad.id]);
    for (const event of events) outbox.track(event);
    await seconds(180);
    // Until something else is tried, nobody knows whose fault it is.
    const later = vote();
    outbox.track(later);
    await seconds(180);
    const good = [...events.filter((one) => one !== bad), later];
    expect([...endpoint.stored.keys()].sort()).toEqual(idsOf(good));
    expect(outbox.stats()).toMatchObject({ accepted: 120, queued: 1, dropped: lost });
    const told = host.reports[host.codes().indexOf(1041)];
    expect(told?.event).toBe(bad);
    expect(String(told?.error)).toContain('500');
  });

  it.each<[string, (endpoint: ReturnType<typeof poison>['endpoint']) => void]>([
    ['where pauses grow longer', () => void stretch(1)],
    ['where pauses grow shorter', () => void stretch(-1)],
    [
      'of an endpoint that takes its time',
      (endpoint) => {
        const { usually } = endpoint;
        endpoint.usually = async () => {
          const answer = (usually as () => Response)();
          await new Promise((resolve) => setTimeout(resolve, 300));
          return answer;
        };
      },
    ],
  ])(
    'is tried alone, once a minute, behind all others, which wait no longer than ever, %s',
    async (_, prepare) => {
      const events = votes(4);
      const bad = events[0]!;
      const { endpoint, outbox, alone } = poison([bad.id]);
      prepare(endpoint);
      for (const event of events) outbox.track(event);
      await seconds(360);
      expect(endpoint.stored.size).toBe(3);
      const before = alone().length;
      for (let count = 0; count < 60; count++) {
        outbox.track(vote());
        await seconds(10);
        expect(endpoint.stored.size).toBe(4 + count);
      }
      expect(alone().length - before).toBeGreaterThanOrEqual(9);
      expect(alone().length - before).toBeLessThanOrEqual(10);
      expect(endpoint.requests.slice(-70).every(({ ids }) => ids.length === 1)).toBe(true);
    },
  );

  it('slows down no other: they go in full batches, without a pause, and outlive the page', async () => {
    const bad = vote();
    const { endpoint, outbox, alone } = poison([bad.id], { batch: { size: 10 } });
    for (const event of [bad, vote()]) outbox.track(event);
    await seconds(360);
    outbox.track(vote());
    await untilTried(alone);
    await seconds(10);
    const before = endpoint.requests.length;
    for (const event of votes(20)) outbox.track(event);
    await seconds(0);
    const since = endpoint.requests.slice(before);
    expect(since.map(({ ids }) => ids.length)).toEqual([10, 10]);
    expect(since.every(({ init }) => init.keepalive)).toBe(true);
  });

  it('is tried a minute after the last time, although others came just before it', async () => {
    const bad = vote();
    const { endpoint, outbox, alone } = poison([bad.id]);
    for (const event of [bad, vote()]) outbox.track(event);
    await seconds(360);
    await untilTried(alone);
    const tries = alone().length;
    await seconds(57);
    outbox.track(vote());
    await seconds(30);
    expect(alone()).toHaveLength(tries + 1);
    expect(endpoint.stored.size).toBe(2);
  });

  it('arrives when the endpoint has learnt to take it', async () => {
    const events = votes(4);
    const poisons = [events[2]!.id];
    const { outbox, endpoint } = poison(poisons);
    for (const event of events) outbox.track(event);
    await seconds(360);
    expect(outbox.stats().queued).toBe(1);
    poisons.pop();
    await seconds(120);
    expect(endpoint.stored.size).toBe(4);
    expect(outbox.stats()).toMatchObject({ queued: 0, accepted: 4, dropped: lost });
  });

  it('may have others of its kind: they take turns, one a minute', async () => {
    const events = votes(40);
    const bad = idsOf(events).filter((_, index) => index % 10 === 3);
    const { endpoint, outbox, alone } = poison(bad);
    for (const event of events) outbox.track(event);
    await seconds(1_800);
    expect(endpoint.stored.size).toBe(36);
    expect(outbox.stats()).toMatchObject({ queued: 4, dropped: lost });
    const from = alone().length;
    await seconds(600);
    const tries = alone().slice(from);
    expect(tries.length).toBeLessThanOrEqual(10);
    expect(new Set(tries.flatMap(({ ids }) => ids)).size).toBe(4);
    expect(sumOf(outbox.stats())).toBe(40);
  });

  it.each([1, 2, 3, 5])('does not hold up %i others through an outage that comes later', async (count) => {
    const bad = vote();
    const { endpoint, outbox } = poison([bad.id]);
    for (const event of [bad, vote()]) outbox.track(event);
    await seconds(360);
    expect(outbox.stats().queued).toBe(1);
    const usually = endpoint.usually;
    endpoint.usually = 500;
    const others = votes(count);
    for (const event of others) outbox.track(event);
    await seconds(600);
    endpoint.usually = usually;
    await seconds(180);
    expect(outbox.stats()).toMatchObject({ accepted: 1 + count, queued: 1, dropped: lost });
  });

  it.each(['reset', 429, 408] as const)(
    'is none where after an outage one request meets %s',
    async (does) => {
      const { endpoint, outbox, host } = set();
      endpoint.usually = 500;
      const events = votes(3);
      for (const event of events) outbox.track(event);
      await seconds(300);
      // The first is taken, and the next one is looked at alone.
      let isFirst = true;
      endpoint.usually = () => {
        endpoint.usually = isFirst ? does : 200;
        isFirst = false;
        const { body } = endpoint.requests.at(-1)!;
        for (const event of body.events) endpoint.stored.set(event.id, event);
        return new Response(null, { status: 204 });
      };
      while (endpoint.stored.size === 0) await seconds(1);
      while (endpoint.usually === does) {
        const before = endpoint.requests.length;
        await seconds(1);
        if (endpoint.requests.length > before) endpoint.usually = 200;
      }
      await seconds(20);
      expect(outbox.stats()).toMatchObject({ accepted: 3, queued: 0 });
      expect(host.codes()).toEqual([1033]);
    },
  );

  it('goes alone when the page is left, too, so that it takes no other along', async () => {
    const events = votes(4);
    const { endpoint, outbox } = poison([events[0]!.id]);
    for (const event of events) outbox.track(event);
    await seconds(360);
    const more = votes(3);
    for (const event of more) outbox.track(event);
    await outbox.flush();
    expect(endpoint.requests.slice(-2).map(({ ids }) => ids)).toEqual([idsOf(more), [events[0]!.id]]);
    expect(endpoint.stored.size).toBe(6);
  });
});
