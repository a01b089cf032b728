import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Slot } from '../../src/ladder/guide.ts';
import { explain, type RuleName } from '../../src/ladder/index.ts';
import { hasYes, historyOf, segmentsOf } from '../../src/ladder/recall.ts';
import { createRandom } from '../events/random.ts';
import { act, createBrowser, openPage } from './guide-page.ts';
import { asksOf, day, hour, randomLadder, start } from './random-ladder.ts';

const runs = 150;
const steps = 40;
/** What keeps a rung from being shown at once, but not from being open. */
const turns: readonly RuleName[] = ['order', 'step', 'refusal', 'one-at-a-time', 'passed'];

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A page whose spots come and go at random, with a visitor who does whatever there is to do. */
function* pages() {
  for (let seed = 1; seed <= runs; seed++) {
    const { below, pick, next } = createRandom(seed);
    vi.setSystemTime(start);
    const ladder = randomLadder({ below, pick, next } as ReturnType<typeof createRandom>);
    const all = asksOf(ladder).map(({ ask }) => ask);
    const browser = createBrowser();
    const guide = ladder.guide(openPage(browser).host);
    const senses = { path: pick(['/', '/blog/one', '/prices']), device: pick(['phone', 'desktop'] as const) };
    const slots = new Map<string, Slot>();
    const leave = new Map<string, () => void>();
    guide.start();
    guide.sense(senses);
    const open = () =>
      [...guide.state().showings].flatMap(([, one]) => (one.isPassed ? [] : (one.ask ?? [])));
    const offer = () => {
      // A key of its own for each: one that comes back within the moment gets what it had.
      const key = `s${slots.size}-${below(1e9)}`;
      const asks = below(3) ? all.filter(() => below(2)) : undefined;
      const slot = {
        ...{ key, asks, isReply: below(4) === 0, order: below(3) },
        moment: pick([undefined, 'know', 'buy', 'do'] as const),
      };
      slots.set(key, slot);
      leave.set(key, guide.offer(slot));
    };
    const go = () => {
      const key = [...slots.keys()][below(slots.size)] ?? '';
      leave.get(key)?.();
      slots.delete(key);
    };
    const answer = () => {
      const ask = open()[0] ?? pick(all);
      act(guide, ask, 'seen');
      vi.setSystemTime(Date.now() + 1000);
      act(guide, ask, pick(['committed', 'committed', 'dismissed'] as const), { choice: pick(['a', 'b']) });
    };
    const speak = () =>
      void act(guide, pick(all), pick(['seen', 'committed', 'dismissed', 'withdrawn'] as const));
    const wait = () => {
      const length = pick([400, 60_000, 2 * hour, day, 15 * day]);
      vi.setSystemTime(Date.now() + length);
      guide.sense({ ...senses, seconds: below(60), scroll: pick([0, 0.5, 1]) });
    };
    const pass = () => {
      const { showings } = guide.state();
      const [key] = [...showings].find(([, one]) => one.ask && !one.isPassed) ?? [];
      if (key && [...showings].some(([name, one]) => name !== key && !one.isPassed)) guide.pass([key]);
    };
    for (let step = 0; step < steps; step++) {
      const before = open();
      pick([offer, offer, go, answer, answer, speak, wait, pass])();
      yield { seed, step, ladder, guide, slots, senses, before, now: open() };
    }
  }
}

describe('a page with random spots', { timeout: 60_000 }, () => {
  it('never has two open asks', () => {
    let shown = 0;
    for (const { seed, step, now } of pages()) {
      expect(now.length, `seed ${seed}, step ${step}`).toBeLessThan(2);
      shown += now.length;
    }
    expect(shown).toBeGreaterThan(500);
  });

  it('explains no ask as the next one but the one that it shows', () => {
    for (const { seed, step, ladder, guide, now } of pages()) {
      const [shown] = now;
      for (const { ask } of asksOf(ladder))
        if (shown && ask !== shown)
          expect(guide.explain(ask).isNext, `seed ${seed}, step ${step}, ${ask}`).toBe(false);
    }
  });

  it('opens no smaller ask after a yes while a larger one is open in any of its spots', () => {
    let checked = 0;
    for (const { seed, step, ladder, guide, slots, senses, before, now } of pages()) {
      const [shown = ''] = now;
      if (!shown || before.includes(shown)) continue;
      const { history } = guide.state();
      const time = guide.now();
      const isPassed = (at: number) =>
        [ladder.rungs[at], ...(ladder.rungs[at]?.otherwise ?? [])].some((rung) => {
          const own = rung ? historyOf(history, rung) : {};
          return hasYes(own) && (own.committed ?? 0) + (rung?.rest.committed ?? 0) > time;
        });
      const top = ladder.rungs.findLastIndex((_, at) => isPassed(at));
      const at = (guide.explain(shown).rung ?? 0) - 1;
      if (at >= top) continue;
      checked += 1;
      for (const slot of slots.values())
        for (const { ask } of ladder.rungs.slice(top + 1)) {
          const situation = {
            ...{ ...senses, now: time, visit: 1, seconds: 99, scroll: 1, segments: segmentsOf(history) },
            ...{ moment: slot.moment, offered: slot.asks, isReply: true },
          };
          const fails = explain(ladder, history, situation, ask).rules.filter(({ holds }) => !holds);
          expect(
            fails.filter(({ rule }) => !turns.includes(rule)).length,
            `seed ${seed}, step ${step}: ${shown} though ${ask} is open`,
          ).toBeGreaterThan(0);
        }
    }
    expect(checked).toBeGreaterThan(20);
  });
});

describe('random tabs of one visitor, whose clock is set back now and then', { timeout: 60_000 }, () => {
  it('come to rest, and bring no ask back within its rest after a no', () => {
    let refused = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed);
      const { below, pick } = random;
      vi.setSystemTime(start);
      const ladder = randomLadder(random);
      const all = asksOf(ladder);
      const browser = createBrowser();
      const senses = { path: '/', device: 'desktop', seconds: 99, scroll: 1 } as const;
      /** Time as it passed, whatever the clock said. */
      let passed = 0;
      const noes = new Map<string, number>();
      const open = () => {
        const guide = ladder.guide(openPage(browser).host);
        guide.start();
        guide.sense(senses);
        guide.offer({
          key: 'spot',
          asks: below(3) ? undefined : all.flatMap(({ ask }) => (below(2) ? ask : [])),
        });
        return guide;
      };
      const askOf = (guide: ReturnType<typeof open>) => guide.state().showings.get('spot')?.ask;
      const wait = (by: number) => {
        passed += by;
        vi.setSystemTime(Date.now() + by);
      };
      let tabs = [open()];
      for (let step = 0; step < 40; step++) {
        const where = `seed ${seed}, step ${step}`;
        const before = new Map(tabs.map((tab) => [tab, askOf(tab)]));
        const tab = pick(tabs);
        const answer = () => {
          const ask = askOf(tab);
          if (!ask) return;
          wait(500);
          const phase = pick(['committed', 'dismissed', 'dismissed'] as const);
          act(tab, ask, phase, { choice: 'a' });
          noes.delete(ask);
          if (phase === 'dismissed') noes.set(ask, passed);
          if (phase === 'dismissed') refused += 1;
        };
        const turn = () => {
          tab.turn('/');
          tab.sense(senses);
        };
        const come = () => void (tabs.length < 3 && tabs.push(open()));
        const go = () => {
          if (tabs.length > 1) tabs = tabs.filter((one) => one !== tab);
        };
        const rest = () => wait(pick([1000, 60_000, hour, day, 15 * day]));
        const setBack = () => void vi.setSystemTime(Date.now() - pick([10 * 60_000, day, 30 * day]));
        pick([answer, answer, answer, turn, come, go, rest, setBack])();
        for (const one of tabs) one.sense({ seconds: 99 });
        let note: string | undefined;
        for (let round = 0; note !== browser.storage.get('ladder:random'); round++) {
          expect(round, where).toBeLessThan(8);
          note = browser.storage.get('ladder:random');
          for (const one of tabs) {
            wait(2);
            one.reload();
          }
        }
        for (const one of tabs) {
          const ask = askOf(one) ?? '';
          const no = noes.get(ask);
          const { rest } = all.find((rung) => rung.ask === ask) ?? {};
          if (rest && no !== undefined && before.get(one) !== ask)
            expect(passed - no, where).toBeGreaterThan(rest.dismissed - 1000);
        }
      }
    }
    expect(refused).toBeGreaterThan(300);
  });
});
