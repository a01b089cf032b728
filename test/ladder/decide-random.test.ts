import { describe, expect, it } from 'vitest';
import type { Phase } from '../../src/events/index.ts';
import { describeRule } from '../../src/ladder/describe.ts';
import { emptyHistory, type History } from '../../src/ladder/history.ts';
import {
  decide,
  defineLadder,
  explain,
  type Ladder,
  type RuleName,
  type Rung,
} from '../../src/ladder/index.ts';
import { historyOf, note, segmentsOf } from '../../src/ladder/recall.ts';
import { createRandom, type Random } from '../events/random.ts';
import { askOracle, type Logged } from './oracle.ts';
import { asksOf, day, hour, randomLadder, randomLog, randomSituation, start } from './random-ladder.ts';

const runs = 2000;
const one = defineLadder({ id: 'one', goal: 'a', rungs: [{ ask: 'a', kind: 'poll.vote' }] });

function fold(ladder: Ladder, log: readonly Logged[]): History {
  return log.reduce((sum, { draft, time, visit }) => note(sum, ladder, draft, time, visit), emptyHistory());
}

function freeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const one of Object.values(value)) freeze(one);
  }
  return value;
}

/** Whether the visitor has said yes to an ask after a time. */
function askedYes(log: readonly Logged[], rung: Rung, after: number): boolean {
  return log.some(
    ({ draft: { ask, phase, kind }, time }) =>
      time >= after &&
      phase === 'committed' &&
      kind === rung.kind &&
      (ask.id === rung.ask || rung.formerly.includes(ask.id)),
  );
}

/** Random ladders with what a random visitor did. */
function* cases(count = runs) {
  for (let seed = 1; seed <= count; seed++) {
    const random = createRandom(seed);
    const ladder = freeze(randomLadder(random));
    const log = randomLog(random, ladder);
    const history = freeze(fold(ladder, log));
    const situation = freeze(randomSituation(random, ladder, log));
    yield { seed, ladder, log, history, situation, random };
  }
}

describe('over random ladders and histories', { timeout: 60_000 }, () => {
  it('decides and explains as the oracle does', () => {
    const alone = new Map<RuleName, number>();
    let shown = 0;
    for (const { seed, ladder, log, history, situation } of cases()) {
      const { fails, open: _open, highest: _highest, ...wanted } = askOracle(ladder, log, situation);
      const { wake: _wake, ...found } = decide(ladder, history, situation);
      expect(found, `seed ${seed}`).toEqual(wanted);
      for (const { ask } of asksOf(ladder)) {
        const { rules, isNext } = explain(ladder, history, situation, ask);
        const failing = rules.filter(({ holds }) => !holds).map(({ rule }) => rule);
        expect([seed, ask, new Set(failing)]).toEqual([seed, ask, fails.get(ask)]);
        expect(isNext).toBe(ask === wanted.next);
        if (failing.length === 1) for (const rule of failing) alone.set(rule, (alone.get(rule) ?? 0) + 1);
      }
      if (wanted.next) shown += 1;
    }
    // Else it has proved little: each rule must have been the only one in the way, now and then.
    expect(shown).toBeGreaterThan(runs / 10);
    const { rules } = explain(one, emptyHistory(), { now: start, visit: 1, segments: [] }, 'a');
    for (const { rule } of rules)
      if (rule !== 'ladder') expect(alone.get(rule) ?? 0, rule).toBeGreaterThan(2);
  });

  it('never shows two asks at once', () => {
    for (const { ladder, history, situation } of cases(500)) {
      const ready = asksOf(ladder).filter(({ ask }) => explain(ladder, history, situation, ask).isNext);
      expect(ready.length).toBeLessThanOrEqual(1);
      for (const { ask } of asksOf(ladder)) {
        const { next } = decide(ladder, history, { ...situation, current: ask });
        if (next !== undefined) expect(next).toBe(ask);
      }
      expect(decide(ladder, history, { ...situation, current: 'elsewhere' }).next).toBeUndefined();
    }
  });

  it('never shows an ask inside its own clocks or the cooldown of the site', () => {
    let refusedTwice = 0;
    for (const { ladder, log, history, situation } of cases()) {
      const { next } = decide(ladder, history, situation);
      const rung = asksOf(ladder).find(({ ask }) => ask === next);
      if (!rung) continue;
      const { dismissed, refusals = 0, shown, visit } = historyOf(history, rung);
      const { now, isReply, current } = situation;
      if (dismissed) expect(now).toBeGreaterThanOrEqual(dismissed + rung.rest.dismissed);
      if (dismissed && refusals > 1 && !askedYes(log, rung, dismissed) && rung.rest.dismissed < 100 * day) {
        expect(now).toBeGreaterThanOrEqual(dismissed + 2 * rung.rest.dismissed);
        refusedTwice += 1;
      }
      if (shown && visit !== situation.visit) expect(now).toBeGreaterThanOrEqual(shown + rung.rest.shown);
      if (isReply || current === next) continue;
      const { dismissed: no, committed: yes } = history.site;
      if (no) expect(now).toBeGreaterThanOrEqual(no.time + ladder.cooldown.dismissed);
      if (yes) expect(now).toBeGreaterThanOrEqual(yes.time + ladder.cooldown.committed);
    }
    expect(refusedTwice).toBeGreaterThan(3);
  });

  it('never shows a smaller ask after a yes while a larger one is open', () => {
    let held = 0;
    for (const { ladder, log, history, situation } of cases()) {
      const { rung = Infinity } = decide(ladder, history, situation);
      const { open, highest } = askOracle(ladder, log, situation);
      const isLargerOpen = ladder.rungs.some(({ ask }, row) => row > highest && open.includes(ask));
      if (highest < 0 || !isLargerOpen) continue;
      expect(rung - 1).toBeGreaterThanOrEqual(highest);
      held += 1;
    }
    expect(held).toBeGreaterThan(100);
  });

  it('decides the same twice, and changes nothing that it is given', () => {
    for (const { ladder, history, situation } of cases(300)) {
      // All of it is frozen.
      expect(decide(ladder, history, situation)).toEqual(decide(ladder, structuredClone(history), situation));
    }
  });

  it('has a plain sentence for every rule, holding or not', () => {
    const said = new Set<string>();
    for (const { ladder, history, situation } of cases(400))
      for (const { ask } of asksOf(ladder))
        for (const weighed of explain(ladder, history, situation, ask).rules) {
          const text = describeRule(weighed, situation.now);
          expect(text).toMatch(/^[A-Z"].*\.$/);
          expect(text).not.toMatch(/undefined|null|NaN|Infinity|object Object/);
          said.add(`${weighed.rule} ${weighed.holds}`);
        }
    // Each rule both ways, but that an ask is always on the ladder here.
    expect(said.size).toBe(2 * 24 - 1);
  });

  it('stays the same until it wants to be woken, and not for nothing', () => {
    let woken = 0;
    for (const { seed, ladder, history, situation, random } of cases()) {
      const { wake, ...before } = decide(ladder, history, situation);
      const verdicts = (now: number) =>
        asksOf(ladder).map(({ ask }) =>
          explain(ladder, history, { ...situation, now }, ask).rules.map(({ holds }) => holds),
        );
      const last = (wake ?? situation.now + 4000 * day) - 1;
      const now = situation.now + random.below(last - situation.now + 1);
      const { wake: again, ...later } = decide(ladder, history, { ...situation, now });
      expect([seed, later, again]).toEqual([seed, before, wake]);
      expect(decide(ladder, history, { ...situation, now: last }).next).toBe(before.next);
      if (wake === undefined) continue;
      expect(wake).toBeGreaterThan(situation.now);
      expect(verdicts(wake)).not.toEqual(verdicts(situation.now));
      woken += 1;
    }
    expect(woken).toBeGreaterThan(300);
  });
});

/** Answers whatever comes, as long as something comes, and comes back when the ladder wants it. */
function visit(ladder: Ladder, random: Random, answer: () => 'committed' | 'dismissed' | undefined) {
  let history = emptyHistory();
  let now = start;
  let visits = 1;
  let isReply = false;
  const shown: string[] = [];
  for (let step = 0; step < 1000; step++) {
    const segments = segmentsOf(history);
    const here = { path: '/blog/one/more', device: 'phone', moment: 'buy', seconds: 99, scroll: 1 } as const;
    const decision = decide(ladder, history, { now, visit: visits, segments, isReply, ...here });
    if (decision.isDone) return { end: 'goal', shown };
    const rung = asksOf(ladder).find(({ ask }) => ask === decision.next);
    if (rung) {
      shown.push(rung.ask);
      const take = (phase: Phase) => {
        now += 1;
        const draft = { kind: rung.kind, phase, ask: { id: rung.ask }, data: { choice: 'a' } };
        history = note(history, ladder, draft, now, visits);
      };
      take('seen');
      const phase = answer();
      if (phase) take(phase);
      isReply = !!phase && random.next() < 0.5;
      if (phase) continue;
    } else if (isReply) {
      isReply = false;
      continue;
    }
    // Nobody answers, or there is nothing to answer: another visit, when something can have changed.
    if (!decision.next && decision.wake === undefined && visits > 5) return { end: 'quiet', shown };
    now = Math.max(now + hour, decision.wake ?? 0);
    visits += 1;
  }
  return { end: 'endless', shown };
}

describe('a visitor on a random ladder', { timeout: 60_000 }, () => {
  /** Answers that hold for good: with others, whoever comes back may be asked again, and so without an end. */
  const ladders = Array.from({ length: 400 }, (_, i) => {
    const random = createRandom(9000 + i);
    const ladder = randomLadder(random);
    const lasting = ({ rest, otherwise, ...one }: Rung): Rung => ({
      ...one,
      otherwise: otherwise.map(lasting),
      rest: { ...rest, dismissed: Infinity, committed: Infinity },
    });
    return { random, ladder: { ...ladder, rungs: ladder.rungs.map(lasting) } };
  });

  it.each([
    ['always says yes', () => 'committed' as const],
    ['always says no', () => 'dismissed' as const],
    ['never answers', () => undefined],
  ])('who %s comes to the goal or to rest', (_, answer) => {
    const ends = ladders.map(({ ladder, random }) => {
      const { end, shown } = visit(ladder, random, answer);
      expect(end).not.toBe('endless');
      if (answer()) expect(new Set(shown).size).toBe(shown.length);
      return end;
    });
    expect(ends.filter((end) => end === 'goal').length > 100).toBe(answer() === 'committed');
  });

  it('who answers at random comes to the goal or to rest', () => {
    for (const { ladder, random } of ladders) {
      const { end, shown } = visit(ladder, random, () => random.pick(['committed', 'dismissed']));
      expect(end).not.toBe('endless');
      expect(new Set(shown).size).toBe(shown.length);
    }
  });
});
