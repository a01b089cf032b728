import { describe, expect, it } from 'vitest';
import { describeRule } from '../../src/ladder/describe.ts';
import { emptyHistory, type History } from '../../src/ladder/history.ts';
import {
  decide,
  defineLadder,
  explain,
  type Ladder,
  type RuleName,
  type Situation,
} from '../../src/ladder/index.ts';
import type { LadderDraft } from '../../src/ladder/ladder.ts';
import { note } from '../../src/ladder/recall.ts';
import { day, hour, start } from './random-ladder.ts';

const minute = 60_000;

type Did = readonly [ask: string, phase: LadderDraft['phase'], agoMs: number, visit?: number, data?: object];

/** Folds what a visitor did, by how long before `start` it was. Visits begin at 1. */
function past(ladder: Ladder, ...did: readonly Did[]): History {
  const rungs = ladder.rungs.flatMap((rung) => [rung, ...rung.otherwise]);
  return did.reduce((sum, [id, phase, ago, visit = 1, data = {}]) => {
    const kind = rungs.find(({ ask }) => ask === id)?.kind ?? 'poll.vote';
    return note(sum, ladder, { kind, phase, ask: { id }, data } as LadderDraft, start - ago, visit);
  }, emptyHistory());
}

/** A second visit at `start`. */
const here = (more: Partial<Situation> = {}): Situation => ({ now: start, visit: 2, segments: [], ...more });

/** The rules that do not hold for an ask, and until when. */
function against(ladder: Ladder, history: History, situation: Situation, ask: string) {
  const { rules } = explain(ladder, history, situation, ask);
  return Object.fromEntries(
    rules.filter(({ holds }) => !holds).map(({ rule, until }) => [rule, until]),
  ) as Partial<Record<RuleName, number>>;
}

const b2b = defineLadder({
  id: 'b2b',
  goal: 'quote',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
    { ask: 'article', kind: 'star-rating.rate', when: { scroll: 0.6 } },
    {
      ask: 'checklist',
      kind: 'lead-gate.unlock',
      when: { segment: 'trust' },
      otherwise: { ask: 'follow', kind: 'follow-link.follow' },
    },
    { ask: 'talk', kind: 'contact-dialog.submit' },
    { ask: 'quote', kind: 'step-form.submit', rest: { committed: '90d' } },
  ],
});
const all = { seconds: 99, scroll: 1 };

describe('the path', () => {
  it('begins with the first rung, and names who would follow', () => {
    expect(decide(b2b, emptyHistory(), here(all))).toEqual({
      next: 'hurdle',
      rung: 1,
      queue: ['article'],
      isDone: false,
    });
  });

  it('goes on with the next larger ask after each yes', () => {
    const steps: Did[] = [];
    const way: (string | undefined)[] = [];
    for (let i = 0; i < 6; i++) {
      const { next } = decide(b2b, past(b2b, ...steps), here({ ...all, segments: ['trust'] }));
      way.push(next);
      if (next) steps.push([next, 'committed', hour - i]);
    }
    expect(way).toEqual(['hurdle', 'article', 'checklist', 'talk', 'quote', undefined]);
  });

  it('is done after the yes to the goal, until its rest has passed', () => {
    const history = past(b2b, ['hurdle', 'committed', 9 * day], ['quote', 'committed', 9 * day]);
    expect(decide(b2b, history, here(all))).toEqual({ queue: [], isDone: true, wake: start + 81 * day });
    expect(against(b2b, history, here(all), 'article')).toMatchObject({ goal: start + 81 * day });
    expect(decide(b2b, history, here({ ...all, now: start + 81 * day }))).toMatchObject({ isDone: false });
  });

  it('goes back to a rung whose yes was taken back', () => {
    const history = past(b2b, ['hurdle', 'committed', hour], ['hurdle', 'withdrawn', minute]);
    expect(decide(b2b, history, here(all)).next).toBe('hurdle');
  });

  it('leads nobody on a ladder without rungs', () => {
    expect(decide({ ...b2b, rungs: [] }, emptyHistory(), here())).toEqual({ queue: [], isDone: false });
  });
});

describe('answered', () => {
  const weekly = defineLadder({
    id: 'w',
    goal: 'b',
    rungs: [
      { ask: 'a', kind: 'poll.vote', rest: { committed: '7d', shown: '0s' } },
      { ask: 'b', kind: 'poll.vote' },
    ],
  });
  it('holds a yes back for good, or as long as it rests', () => {
    expect(against(b2b, past(b2b, ['hurdle', 'committed', 999 * day]), here(), 'hurdle')).toMatchObject({
      answered: undefined,
    });
    const history = past(weekly, ['a', 'committed', day]);
    expect(against(weekly, history, here(), 'a')).toEqual({ answered: start + 6 * day });
    expect(decide(weekly, history, here())).toMatchObject({ next: 'b', wake: start + 6 * day });
    expect(decide(weekly, history, here({ now: start + 6 * day })).next).toBe('a');
  });
});

describe('climb', () => {
  it('asks nothing smaller while something larger is open', () => {
    const history = past(b2b, ['talk', 'committed', hour]);
    expect(against(b2b, history, here(all), 'hurdle')).toHaveProperty('climb');
    expect(decide(b2b, history, here(all)).next).toBe('quote');
  });

  it('asks it when the larger one rests', () => {
    const history = past(b2b, ['talk', 'committed', 2 * day], ['quote', 'dismissed', day]);
    expect(decide(b2b, history, here(all)).next).toBe('hurdle');
  });

  it('takes a larger ask that only waits for open', () => {
    const ladder = defineLadder({
      id: 'c',
      goal: 'c',
      rungs: [
        { ask: 'a', kind: 'poll.vote' },
        { ask: 'b', kind: 'poll.vote' },
        { ask: 'c', kind: 'lead-gate.unlock', when: { scroll: 0.9 } },
      ],
    });
    const history = past(ladder, ['b', 'committed', hour]);
    expect(decide(ladder, history, here({ scroll: 0.1 }))).toMatchObject({ waiting: 'c', queue: [] });
    expect(decide(ladder, history, here({ scroll: 0.1 })).next).toBeUndefined();
    // Elsewhere it is not open at all.
    expect(decide(ladder, history, here({ offered: ['a'] })).next).toBe('a');
  });
});

describe('the rest after a no', () => {
  /** Days that an ask rests after each of `noes` noes, each as soon as it may be asked again. */
  function rests(dismissed: `${number}d` | `${number}s` | 'forever', noes = 8): number[] {
    const ladder = defineLadder({
      id: 'n',
      goal: 'a',
      rungs: [{ ask: 'a', kind: 'poll.vote', rest: { dismissed } }],
    });
    const no: LadderDraft = { kind: 'poll.vote', phase: 'dismissed', ask: { id: 'a' }, data: {} };
    let history = emptyHistory();
    let now = start;
    return Array.from({ length: noes }, () => {
      history = note(history, ladder, no, now, 1);
      const until = explain(ladder, history, { now, visit: 2, segments: [] }, 'a').rules.find(
        ({ rule }) => rule === 'dismissed',
      );
      const length = until?.holds ? 0 : (until?.until ?? Infinity) - now;
      now += Number.isFinite(length) ? length + 1 : day;
      return length / day;
    });
  }

  it('doubles with each further no, up to a year', () => {
    expect(rests('14d')).toEqual([14, 28, 56, 112, 224, 365, 365, 365]);
    expect(rests('1d', 12)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 365, 365, 365]);
  });

  it('never comes for one without a rest, and never ends for one without an end', () => {
    expect(rests('0s', 70)).toEqual(Array(70).fill(0));
    expect(rests('forever', 3)).toEqual([Infinity, Infinity, Infinity]);
    expect(rests('500d', 3)).toEqual([500, 500, 500]);
  });

  const until = (...did: Did[]) =>
    (against(b2b, past(b2b, ...did), here(), 'hurdle').dismissed ?? start) - start;

  it('begins anew with a no while it rests, and is no longer for that', () => {
    expect(until(['hurdle', 'dismissed', 2 * day], ['hurdle', 'dismissed', hour])).toBe(14 * day - hour);
  });

  it('is as long as the first again after a yes', () => {
    const twice = [
      ['hurdle', 'dismissed', 60 * day],
      ['hurdle', 'dismissed', 40 * day],
    ] as const;
    expect(until(...twice, ['hurdle', 'dismissed', day])).toBe(55 * day);
    expect(until(...twice, ['hurdle', 'committed', 2 * day], ['hurdle', 'dismissed', day])).toBe(13 * day);
  });

  it('counts after too many showings as well', () => {
    const seen = [4, 3, 2, 1].map((ago) => ['hurdle', 'seen', ago * day, 6 - ago] as const);
    const rest = (...did: Did[]) =>
      (against(b2b, past(b2b, ...did), here({ visit: 9 }), 'hurdle').showings ?? 0) - start;
    expect(rest(...seen)).toBe(13 * day);
    expect(rest(['hurdle', 'dismissed', 60 * day], ['hurdle', 'dismissed', 40 * day], ...seen)).toBe(
      27 * day,
    );
  });
});

describe('a wait', () => {
  const waiting = defineLadder({
    id: 'w',
    goal: 'd',
    rungs: [
      { ask: 'a', kind: 'poll.vote', when: { scroll: 0.5 } },
      { ask: 'b', kind: 'star-rating.rate', when: { seconds: 40 } },
      { ask: 'c', kind: 'reactions.react' },
      { ask: 'd', kind: 'lead-gate.unlock' },
    ],
  });
  const at = (seconds: number | undefined, scroll = 0) =>
    decide(waiting, emptyHistory(), here({ seconds, scroll }));

  it('holds the later asks for 30 seconds of a page view, and nobody from then on', () => {
    expect(at(undefined)).toMatchObject({ next: undefined, waiting: 'a', queue: [] });
    expect(at(29)).toMatchObject({ next: undefined, waiting: 'a', queue: [] });
    expect(at(30)).toMatchObject({ next: 'c', waiting: undefined, queue: [] });
    expect(against(waiting, emptyHistory(), here({ seconds: 30, scroll: 0 }), 'd')).toEqual({
      step: undefined,
      order: undefined,
    });
  });

  it('still brings its ask when it is over', () => {
    expect(at(40)).toMatchObject({ next: 'b', queue: ['c'] });
    expect(at(40, 0.5)).toMatchObject({ next: 'a', queue: ['b', 'c'] });
    expect(at(10, 0.5)).toMatchObject({ next: 'a', waiting: undefined, queue: [] });
  });

  it('that nobody sits out still keeps what is larger by a grade back', () => {
    const history = past(waiting, ['c', 'dismissed', 2 * hour]);
    expect(
      decide(waiting, history, here({ seconds: 99, scroll: 0, offered: ['a', 'd'] })).next,
    ).toBeUndefined();
  });
});

describe('an ask that was left behind', () => {
  it('is not next, holds nobody of its grade, and keeps what is larger back', () => {
    const passed = ['hurdle'];
    const { next, queue } = decide(b2b, emptyHistory(), here({ ...all, passed, segments: ['trust'] }));
    expect([next, queue]).toEqual(['article', []]);
    expect(against(b2b, emptyHistory(), here({ ...all, passed }), 'hurdle')).toEqual({ passed: undefined });
    const both = here({ ...all, passed: ['hurdle', 'article'], segments: ['trust'] });
    expect(decide(b2b, emptyHistory(), both).next).toBeUndefined();
    expect(Object.keys(against(b2b, emptyHistory(), both, 'checklist'))).toEqual(['step']);
  });
});

describe('step', () => {
  it('holds a grade back until one below is passed', () => {
    const ladder = defineLadder({
      id: 's',
      goal: 'c',
      rungs: [
        { ask: 'a', kind: 'poll.vote' },
        { ask: 'b', kind: 'lead-gate.unlock' },
        { ask: 'c', kind: 'step-form.submit' },
      ],
    });
    const refusedOnce = past(ladder, ['a', 'committed', 3 * day], ['b', 'dismissed', 2 * day]);
    expect(Object.keys(against(ladder, refusedOnce, here(), 'c'))).toEqual(['step']);
    const refusedTwice = past(
      ladder,
      ['a', 'committed', 3 * day],
      ['b', 'dismissed', 2.5 * day],
      ['b', 'dismissed', 2 * day],
    );
    // The second no came while it rested.
    expect(decide(ladder, refusedTwice, here()).next).toBeUndefined();
    const askedTwice = past(
      ladder,
      ['a', 'committed', 30 * day],
      ['b', 'dismissed', 20 * day],
      ['b', 'dismissed', 2 * day],
    );
    expect(decide(ladder, askedTwice, here()).next).toBe('c');
    expect(decide(ladder, past(ladder, ['b', 'committed', day]), here()).next).toBe('c');
  });

  it('is not held by a rung of another branch', () => {
    const history = past(b2b, ['hurdle', 'committed', day], ['article', 'committed', day]);
    expect(decide(b2b, past(b2b, ['talk', 'committed', day]), here({ offered: ['quote'] })).next).toBe(
      'quote',
    );
    expect(decide(b2b, history, here({ ...all, offered: ['checklist', 'quote'] })).next).toBe('quote');
  });

  it('is not held by a rung that rests for good', () => {
    const ladder = defineLadder({
      id: 's',
      goal: 'b',
      rungs: [
        { ask: 'a', kind: 'poll.vote', rest: { dismissed: 'forever' } },
        { ask: 'b', kind: 'lead-gate.unlock' },
      ],
    });
    expect(decide(ladder, past(ladder, ['a', 'dismissed', day]), here()).next).toBe('b');
  });
});

describe('after a no', () => {
  const history = past(
    b2b,
    ['hurdle', 'committed', day],
    ['article', 'committed', day],
    ['checklist', 'seen', minute, 2],
    ['checklist', 'dismissed', 1000, 2],
  );
  const trusting = here({ ...all, segments: ['trust'] });

  it('only a smaller ask follows in its place', () => {
    expect(decide(b2b, history, { ...trusting, isReply: true }).next).toBe('follow');
    expect(against(b2b, history, { ...trusting, isReply: true }, 'talk')).toHaveProperty('refusal');
    expect(against(b2b, history, { ...trusting, isReply: true }, 'follow')).toEqual({});
  });

  it('elsewhere the whole site rests first', () => {
    expect(decide(b2b, history, trusting)).toMatchObject({ wake: start - 1000 + hour, queue: [] });
    expect(against(b2b, history, trusting, 'talk')).toMatchObject({ cooldown: start - 1000 + hour });
  });

  it('the ask rests as long as it says', () => {
    expect(against(b2b, history, trusting, 'checklist')).toMatchObject({
      dismissed: start - 1000 + 14 * day,
    });
  });

  it('an alternative is there only while its ask rests', () => {
    const later = { ...trusting, now: start + 14 * day, visit: 3 };
    expect(decide(b2b, history, { ...trusting, now: start + 2 * hour }).next).toBe('follow');
    expect(against(b2b, history, later, 'follow')).toHaveProperty('alternative');
    expect(against(b2b, emptyHistory(), trusting, 'follow')).toHaveProperty('alternative');
    expect(decide(b2b, history, later).next).toBe('checklist');
  });

  it('nothing follows in the place of an ask outside the ladder', () => {
    const foreign = past(b2b, ['elsewhere', 'dismissed', 1000]);
    expect(decide(b2b, foreign, here({ ...all, isReply: true })).next).toBeUndefined();
  });

  it('a later yes ends it', () => {
    const yes = past(b2b, ['article', 'dismissed', 9000], ['hurdle', 'committed', 1000]);
    expect(
      against(b2b, yes, here({ ...all, isReply: true, segments: ['trust'] }), 'talk'),
    ).not.toHaveProperty('refusal');
  });
});

describe('clocks', () => {
  it('leave an ask open in the visit in which it was seen, and let it rest after it', () => {
    const history = past(b2b, ['hurdle', 'seen', minute, 2]);
    expect(decide(b2b, history, here()).next).toBe('hurdle');
    expect(against(b2b, history, here({ visit: 3 }), 'hurdle')).toEqual({ shown: start - minute + day });
  });

  it('let an ask rest after four visits without an answer', () => {
    const often = [5, 4, 3, 2].map((ago, i): Did => ['hurdle', 'seen', ago * day, i + 1]);
    const rest = { showings: start - 2 * day + 14 * day };
    expect(against(b2b, past(b2b, ...often), here({ visit: 5 }), 'hurdle')).toEqual(rest);
    expect(against(b2b, past(b2b, ...often), here({ visit: 4 }), 'hurdle')).toEqual({});
    expect(against(b2b, past(b2b, ...often.slice(1)), here({ visit: 5 }), 'hurdle')).toEqual({});
  });

  it('run by themselves: a yes does not end the rest after a no', () => {
    const history = past(b2b, ['talk', 'dismissed', day], ['talk', 'committed', hour]);
    expect(against(b2b, history, here(), 'talk')).toMatchObject({ dismissed: start + 13 * day });
  });

  it('take a time that lies ahead for now', () => {
    const history = past(b2b, ['talk', 'dismissed', -day]);
    expect(against(b2b, history, here(), 'talk')).toMatchObject({ dismissed: start + 14 * day });
  });
});

describe('cooldown', () => {
  const quiet = defineLadder({
    id: 'q',
    goal: 'b',
    rungs: [
      { ask: 'a', kind: 'poll.vote', formerly: ['old'], rest: { shown: '0s', dismissed: '0s' } },
      { ask: 'b', kind: 'poll.vote' },
    ],
    cooldown: { shown: '10m', dismissed: '1h', committed: '5m' },
  });

  it('runs from every ask of the site', () => {
    const showing = past(quiet, ['elsewhere', 'seen', minute]);
    expect(against(quiet, showing, here(), 'a')).toEqual({ cooldown: start + 9 * minute });
    const refusal = past(quiet, ['elsewhere', 'dismissed', minute], ['elsewhere', 'seen', minute]);
    expect(against(quiet, refusal, here(), 'a')).toEqual({ cooldown: start + 59 * minute });
    const yes = past(quiet, ['elsewhere', 'committed', minute]);
    expect(against(quiet, yes, here(), 'a')).toEqual({ cooldown: start + 4 * minute });
    expect(against(quiet, yes, here({ now: start + 4 * minute }), 'a')).toEqual({});
  });

  it('does not run for an ask from its own showing', () => {
    for (const name of ['a', 'old'])
      expect(against(quiet, past(quiet, [name, 'seen', minute]), here(), 'a')).toEqual({});
    expect(against(quiet, past(quiet, ['a', 'seen', minute]), here(), 'b')).toHaveProperty('cooldown');
  });

  it('does not hold in a reply, nor for what is open', () => {
    const yes = past(quiet, ['elsewhere', 'committed', minute]);
    expect(against(quiet, yes, here({ isReply: true }), 'a')).toEqual({});
    expect(against(quiet, yes, here({ current: 'a' }), 'a')).toEqual({});
  });
});

/** One ask under one condition. */
const under = (when: object) =>
  defineLadder({
    id: 'u',
    goal: 'a',
    rungs: [{ ask: 'a', kind: 'poll.vote', segments: { x: 1, y: 2 }, when: when as Record<never, never> }],
  });

describe('conditions', () => {
  it.each<[RuleName, object, Partial<Situation>, Partial<Situation>]>([
    ['segment', { segment: 'x' }, { segments: ['y', 'x'] }, { segments: ['y'] }],
    ['segment', { segment: ['x', 'y'] }, { segments: ['y'] }, { segments: [] }],
    ['segment', { notSegment: 'x' }, { segments: [] }, { segments: ['x'] }],
    ['segment', { segment: 'x', notSegment: ['y'] }, { segments: ['x'] }, { segments: ['x', 'y'] }],
    ['moment', { moment: 'buy' }, { moment: 'buy' }, { moment: 'know' }],
    ['moment', { moment: ['do', 'buy'] }, { moment: 'do' }, {}],
    ['variant', { variant: { v: 'short' } }, { variants: { v: 'short' } }, { variants: { v: 'long' } }],
    ['variant', { variant: { v: ['short', 'mid'] } }, { variants: { v: 'mid' } }, {}],
    ['variant', { variant: { v: 'a', w: 'b' } }, { variants: { v: 'a', w: 'b' } }, { variants: { v: 'a' } }],
    ['page', { page: '/prices' }, { path: '/prices' }, { path: '/prices/' }],
    ['page', { page: '/blog/*' }, { path: '/blog/a/b' }, { path: '/blog' }],
    ['page', { page: ['/', '*/end'] }, { path: '/a/end' }, { path: '/a/end/' }],
    ['page', { page: '/a*b*b' }, { path: '/a-b-b' }, { path: '/a-b' }],
    ['page', { page: '/a.c' }, { path: '/a.c' }, { path: '/abc' }],
    ['page', { page: '*' }, { path: '/' }, {}],
    ['device', { device: 'phone' }, { device: 'phone' }, { device: 'desktop' }],
    ['device', { device: 'desktop' }, { device: 'desktop' }, {}],
    ['visits', { visits: 2 }, { visit: 2 }, { visit: 1 }],
    ['offered', {}, { offered: ['b', 'a'] }, { offered: ['b'] }],
    ['seconds', { seconds: 30 }, { seconds: 30 }, { seconds: 29 }],
    ['seconds', { seconds: 0 }, { seconds: 0 }, {}],
    ['scroll', { scroll: 0.5 }, { scroll: 0.5 }, { scroll: 0.49 }],
    ['scroll', { scroll: 0 }, { scroll: 0 }, {}],
  ])('%s: %j holds for %j, not for %j', (rule, when, yes, no) => {
    const ladder = under(when);
    expect(against(ladder, emptyHistory(), here(yes), 'a')).toEqual({});
    expect(Object.keys(against(ladder, emptyHistory(), here(no), 'a'))).toEqual([rule]);
  });

  it('answer: an earlier answer, of a yes that was not taken back', () => {
    const ladder = defineLadder({
      id: 'an',
      goal: 'c',
      rungs: [
        { ask: 'a', kind: 'poll.vote', formerly: ['old'] },
        { ask: 'b', kind: 'star-rating.rate' },
        { ask: 'c', kind: 'lead-gate.unlock', when: { answered: { a: ['x', 'y'], b: 4 } } },
      ],
    });
    const a: Did = ['old', 'committed', day, 1, { choice: 'y' }];
    const b: Did = ['b', 'committed', day, 1, { value: 4, max: 5 }];
    expect(against(ladder, past(ladder, a, b), here(), 'c')).toEqual({});
    for (const did of [
      [a],
      [b],
      [a, ['b', 'committed', day, 1, { value: 5 }]],
      [a, b, ['b', 'withdrawn', 1]],
    ])
      expect(against(ladder, past(ladder, ...(did as Did[])), here(), 'c')).toHaveProperty('answer');
  });

  it('a pattern of a page never takes long', () => {
    const ladder = under({ page: `/${'a*'.repeat(50)}b` });
    const before = performance.now();
    expect(against(ladder, emptyHistory(), here({ path: `/${'a'.repeat(5000)}` }), 'a')).toHaveProperty(
      'page',
    );
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe('order', () => {
  it('puts an earlier ask first, and waits for one that lacks only scrolling', () => {
    const yes = past(b2b, ['hurdle', 'committed', day]);
    const waiting = here({ scroll: 0.2 });
    expect(decide(b2b, yes, waiting)).toMatchObject({ waiting: 'article', queue: [] });
    expect(decide(b2b, yes, waiting).next).toBeUndefined();
    expect(explain(b2b, yes, waiting, 'talk').rules.find(({ rule }) => rule === 'order')).toMatchObject({
      holds: false,
      other: 'article',
      found: 'waits',
    });
    expect(decide(b2b, yes, here({ scroll: 0.6 }))).toMatchObject({
      next: 'article',
      rung: 2,
      queue: ['talk'],
    });
  });

  it('names the first one that goes before', () => {
    const { rules } = explain(b2b, emptyHistory(), here(all), 'talk');
    expect(rules.find(({ rule }) => rule === 'order')).toMatchObject({ other: 'hurdle', found: 'comes' });
  });

  it('shows one at a time', () => {
    expect(decide(b2b, emptyHistory(), here({ ...all, current: 'hurdle' }))).toMatchObject({
      next: 'hurdle',
      queue: ['article'],
    });
    expect(decide(b2b, emptyHistory(), here({ ...all, current: 'elsewhere' }))).toEqual({
      queue: ['hurdle', 'article'],
      isDone: false,
    });
    expect(against(b2b, emptyHistory(), here({ ...all, current: 'elsewhere' }), 'hurdle')).toEqual({
      'one-at-a-time': undefined,
    });
  });
});

describe('explain', () => {
  it('says that an ask is not on the ladder', () => {
    expect(explain(b2b as Ladder, emptyHistory(), here(), 'elsewhere')).toEqual({
      ask: 'elsewhere',
      isNext: false,
      rules: [{ rule: 'ladder', holds: false }],
    });
  });

  it('weighs every rule in its order', () => {
    expect(explain(b2b, emptyHistory(), here(), 'follow')).toMatchObject({
      rung: 3,
      grade: 1,
      isNext: false,
    });
    const { rules } = explain(b2b, emptyHistory(), here(), 'hurdle');
    expect(rules.map(({ rule }) => rule).join(' ')).toBe(
      'ladder goal answered climb step refusal dismissed shown showings cooldown segment moment answer variant page ' +
        'device visits offered passed seconds scroll alternative order one-at-a-time',
    );
  });
});

describe('describeRule', () => {
  /** What is said of an ask, by rule. */
  const said = (ladder: Ladder, history: History, situation: Situation, ask: string) =>
    Object.fromEntries(
      explain(ladder, history, situation, ask).rules.map((one) => [
        one.rule,
        describeRule(one, situation.now),
      ]),
    );

  it('names the time, and how long ago the cause was', () => {
    const history = past(b2b, ['hurdle', 'seen', 3 * hour], ['hurdle', 'dismissed', 2 * day]);
    expect(said(b2b, history, here(), 'hurdle')).toMatchObject({
      dismissed: expect.stringMatching(
        /^It rests until 5 December 2026.*, because the visitor said no 2 days ago\. It rests 14 days by now: each further no doubles that, up to a year\.$/,
      ),
      shown: expect.stringMatching(
        /^It rests until .* because it was shown 3 hours ago, in an earlier visit\.$/,
      ),
      seconds: 'No condition.',
    });
    expect(said(b2b, past(b2b, ['hurdle', 'committed', 0]), here(), 'hurdle')['answered']).toBe(
      'The visitor said yes to it just now. It rests for good.',
    );
    const long = defineLadder({
      id: 'long',
      goal: 'hurdle',
      rungs: [{ ask: 'hurdle', kind: 'poll.vote', rest: { dismissed: '100000000d' } }],
    });
    expect(said(long, past(long, ['hurdle', 'dismissed', 0]), here(), 'hurdle')['dismissed']).toMatch(
      /^It rests for good, because the visitor said no just now\./,
    );
    expect(said(b2b, past(b2b, ['elsewhere', 'dismissed', minute]), here(), 'hurdle')['cooldown']).toMatch(
      /^The whole site rests until .*, because the visitor said no to "elsewhere"\.$/,
    );
  });

  it('names how long a rest is by now, where it has an end', () => {
    const refused = (dismissed: '1d' | 'forever' | '500d') => {
      const ladder = defineLadder({
        id: 'r',
        goal: 'a',
        rungs: [{ ask: 'a', kind: 'poll.vote', rest: { dismissed } }],
      });
      return said(ladder, past(ladder, ['a', 'dismissed', 2 * day], ['a', 'dismissed', hour]), here(), 'a')[
        'dismissed'
      ];
    };
    expect(refused('1d')).toMatch(
      /said no 1 hour ago\. It rests 2 days by now: each further no doubles that, up to a year\.$/,
    );
    expect(refused('500d')).toMatch(/It rests 500 days by now/);
    expect(refused('forever')).toBe(
      'It rests for good, because the visitor said no 1 hour ago. It was given no end.',
    );
  });

  it('names what was wanted, and what was found', () => {
    const ladder = under({
      scroll: 0.6,
      seconds: 1,
      page: ['/a', '/b'],
      device: 'phone',
      segment: 'x',
      visits: 3,
    });
    expect(
      said(ladder, emptyHistory(), here({ scroll: 0.25, path: '/c', segments: ['y'] }), 'a'),
    ).toMatchObject({
      scroll: 'It waits until 60 % of the page were scrolled past: 25 % so far.',
      seconds: 'It waits until the page was visible for 1 second: not known yet.',
      page: 'It is for the pages "/a" or "/b", and this is "/c".',
      device: 'It is for a "phone", and this is nothing known.',
      segment: 'The visitor must be in "x", and is in "y".',
      visits: 'It is for visit 3 and later, and this is visit 2.',
    });
  });
});
