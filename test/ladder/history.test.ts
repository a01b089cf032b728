import { describe, expect, it, vi } from 'vitest';
import { writeHistory } from '../../src/ladder/fit-history.ts';
import { emptyHistory, type History } from '../../src/ladder/history.ts';
import { readHistory } from '../../src/ladder/history-text.ts';
import { defineLadder } from '../../src/ladder/index.ts';
import { joinHistories } from '../../src/ladder/join-histories.ts';
import type { LadderDraft } from '../../src/ladder/ladder.ts';
import { historyOf, note, refusalsOf, segmentsOf, showingsOf } from '../../src/ladder/recall.ts';
import { createRandom, type Random } from '../events/random.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 23, 12);
const ladder = defineLadder({
  id: 'b2b',
  goal: 'quote',
  rungs: [
    {
      ask: 'hurdle',
      kind: 'poll.vote',
      showings: 2,
      segments: { trust: 'Trust', shop: ['Traffic', 'Price'], loud: (data) => data.choice === 'TRUST' },
      formerly: ['old-hurdle'],
    },
    {
      ask: 'talk',
      kind: 'contact-dialog.submit',
      otherwise: { ask: 'follow', kind: 'follow-link.follow', segments: { follower: 'youtube' } },
    },
    { ask: 'quote', kind: 'step-form.submit' },
  ],
});

const draft = (id: string, phase: LadderDraft['phase'], kind = 'poll.vote', data: unknown = {}) =>
  ({ kind, phase, ask: { id }, data }) as LadderDraft;

/** Folds events that come a second apart. */
function fold(history: History, ...drafts: LadderDraft[]): History {
  return drafts.reduce((sum, one, i) => note(sum, ladder, one, start + (i + 1) * 1000, 1), history);
}

const none = emptyHistory();

describe('note', () => {
  it('remembers when an ask was seen, refused and answered', () => {
    const history = fold(
      none,
      draft('hurdle', 'seen'),
      draft('hurdle', 'dismissed'),
      draft('hurdle', 'committed', 'poll.vote', { choice: 'Trust' }),
    );
    expect(history.asks['hurdle']).toEqual({
      shown: start + 1000,
      visit: 1,
      showings: 1,
      dismissed: start + 2000,
      refusals: 1,
      committed: start + 3000,
      answer: ['Trust'],
      segments: ['trust'],
    });
    expect(history.site).toEqual({
      shown: { time: start + 1000, ask: 'hurdle' },
      dismissed: { time: start + 2000, ask: 'hurdle' },
      committed: { time: start + 3000, ask: 'hurdle' },
    });
  });

  it('leaves the history that it was given as it is', () => {
    const before = structuredClone(none);
    fold(none, draft('hurdle', 'seen'));
    expect(none).toEqual(before);
  });

  it('gives the same history for what changes nothing', () => {
    for (const phase of ['started', 'progressed', 'abandoned', 'failed', 'confirmed'] as const)
      expect(fold(none, draft('hurdle', phase))).toBe(none);
    expect(fold(none, draft('elsewhere', 'withdrawn'))).toBe(none);
  });

  it('takes an ask outside the ladder for the whole site only', () => {
    const { asks, site } = fold(none, draft('elsewhere', 'dismissed'));
    expect(asks).toEqual({});
    expect(site).toEqual({ dismissed: { time: start + 1000, ask: 'elsewhere' } });
  });

  it('passes a rung by the yes of its own kind only', () => {
    const opened = fold(none, draft('talk', 'committed', 'contact-dialog.open'));
    expect(opened.asks).toEqual({});
    expect(opened.site.committed?.ask).toBe('talk');
    const sent = fold(none, draft('talk', 'committed', 'contact-dialog.submit'));
    expect(sent.asks['talk']?.committed).toBe(start + 1000);
    // Seen and refused is the ask as a whole.
    expect(fold(none, draft('talk', 'seen', 'contact-dialog.open')).asks['talk']?.showings).toBe(1);
  });

  it('counts a visit once, however often the ask was seen in it', () => {
    let history = fold(none, draft('hurdle', 'seen'), draft('hurdle', 'seen'));
    expect(history.asks['hurdle']).toEqual({ shown: start + 2000, visit: 1, showings: 1 });
    history = note(history, ladder, draft('hurdle', 'seen'), start + day, 2);
    expect(history.asks['hurdle']?.showings).toBe(2);
  });

  it('counts visits anew after an answer, and after the rest that they earned', () => {
    const seen = (history: History, time: number, visit: number) =>
      note(history, ladder, draft('hurdle', 'seen'), time, visit);
    const twice = seen(seen(none, start, 1), start + day, 2);
    // A page of one's own can show it in spite of its rest.
    expect(seen(twice, start + 2 * day, 3).asks['hurdle']?.showings).toBe(3);
    expect(seen(twice, start + 15 * day, 3).asks['hurdle']?.showings).toBe(1);
    const refused = note(twice, ladder, draft('hurdle', 'dismissed'), start + day + 1, 2);
    expect(showingsOf(refused.asks['hurdle'] ?? {})).toBe(0);
    expect(seen(refused, start + 2 * day, 3).asks['hurdle']?.showings).toBe(1);
    expect(showingsOf(seen(refused, start + day + 2, 2).asks['hurdle'] ?? {})).toBe(0);
  });

  it('counts noes since the last yes', () => {
    const first = fold(none, draft('hurdle', 'dismissed'));
    const twice = note(first, ladder, draft('hurdle', 'dismissed'), start + 20 * day, 2);
    expect(twice.asks['hurdle']?.refusals).toBe(2);
    const yes = note(twice, ladder, draft('hurdle', 'committed'), start + 21 * day, 2);
    expect(refusalsOf(yes.asks['hurdle'] ?? {})).toBe(0);
    const no = note(yes, ladder, draft('hurdle', 'dismissed'), start + 22 * day, 3);
    expect(no.asks['hurdle']?.refusals).toBe(1);
  });

  it('counts a no that comes while the ask rests as the same one', () => {
    const opened = fold(
      none,
      ...Array.from({ length: 5 }, () => draft('talk', 'dismissed', 'contact-dialog.open')),
    );
    expect(opened.asks['talk']).toEqual({ dismissed: start + 5000, refusals: 1 });
    const later = note(opened, ladder, draft('talk', 'dismissed'), start + 5000 + 14 * day, 2);
    expect(later.asks['talk']?.refusals).toBe(2);
    // Twice as long by now.
    expect(note(later, ladder, draft('talk', 'dismissed'), start + 41 * day, 3).asks['talk']?.refusals).toBe(
      2,
    );
    expect(note(later, ladder, draft('talk', 'dismissed'), start + 43 * day, 3).asks['talk']?.refusals).toBe(
      3,
    );
  });

  it('counts at most 51 noes, however often somebody says it or whatever a note claims', () => {
    const claimed = readHistory(
      writeHistory({ ...none, asks: { hurdle: { dismissed: start, refusals: 9e15 } } }),
      start,
    ) as History;
    expect(refusalsOf(claimed.asks['hurdle'] ?? {})).toBe(50);
    const next = note(claimed, ladder, draft('hurdle', 'dismissed'), start + 400 * day, 2);
    expect(next.asks['hurdle']?.refusals).toBe(51);
    expect(
      note(next, ladder, draft('hurdle', 'dismissed'), start + 800 * day, 3).asks['hurdle']?.refusals,
    ).toBe(51);
  });

  it('joins what two tabs counted, and forgets it with the rest', () => {
    const one = fold(none, draft('hurdle', 'dismissed'));
    const other = note(one, ladder, draft('hurdle', 'dismissed'), start + 20 * day, 2);
    const joined = joinHistories(one, other);
    expect(joined).toEqual(joinHistories(other, one));
    expect(joined.asks['hurdle']?.refusals).toBe(2);
    expect(joinHistories(joined, emptyHistory(start + 20 * day)).asks).toEqual({});
  });

  it('puts the visitor into segments by what was answered', () => {
    const segmentsAfter = (data: unknown) =>
      segmentsOf(fold(none, draft('hurdle', 'committed', 'poll.vote', data)));
    expect(segmentsAfter({ choice: 'Trust' })).toEqual(['trust']);
    expect(segmentsAfter({ choice: 'Price' })).toEqual(['shop']);
    expect(segmentsAfter({ choices: ['Price', 'Trust'] })).toEqual(['trust', 'shop']);
    expect(segmentsAfter({ choice: 'TRUST' })).toEqual(['loud']);
    expect(segmentsAfter({ choice: 'Else' })).toEqual([]);
    expect(segmentsAfter(undefined)).toEqual([]);
    const target = { target: 'youtube' };
    expect(segmentsOf(fold(none, draft('follow', 'committed', 'follow-link.follow', target)))).toEqual([
      'follower',
    ]);
  });

  it('takes the visitor out of them with the yes', () => {
    const trust = draft('hurdle', 'committed', 'poll.vote', { choice: 'Trust' });
    const back = draft('hurdle', 'withdrawn');
    expect(segmentsOf(fold(none, trust, back))).toEqual([]);
    expect(segmentsOf(fold(none, trust, back, trust))).toEqual(['trust']);
    // Within one millisecond too: an answer that is changed is taken back and given at once.
    let history = none;
    for (const one of [trust, back]) history = note(history, ladder, one, start, 1);
    expect(segmentsOf(history)).toEqual([]);
    history = note(history, ladder, trust, start, 1);
    expect(segmentsOf(history)).toEqual(['trust']);
  });

  it('goes on when a rule of a segment throws, and says so', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const throwing = defineLadder({
      id: 'throwing',
      goal: 'a',
      rungs: [
        {
          ask: 'a',
          kind: 'poll.vote',
          segments: {
            bad: () => {
              throw new Error('no such answer');
            },
            good: 'x',
          },
        },
      ],
    });
    const history = note(none, throwing, draft('a', 'committed', 'poll.vote', { choice: 'x' }), start, 1);
    expect(segmentsOf(history)).toEqual(['good']);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/SY-1221 .*"bad".*no such answer/));
  });

  it('remembers at most 5 answers of 60 characters', () => {
    const choices = ['x'.repeat(99), 1, 2, 3, 4, 5];
    const history = fold(none, draft('hurdle', 'committed', 'poll.vote', { choices }));
    expect(history.asks['hurdle']?.answer).toEqual(['x'.repeat(60), '1', '2', '3', '4']);
  });

  it("carries over what was done under an ask's earlier name", () => {
    const old: History = {
      ...none,
      asks: { 'old-hurdle': { shown: start, visit: 1, showings: 1, dismissed: start, refusals: 1 } },
    };
    const rung = ladder.rungs[0];
    if (!rung) throw new Error('no rung');
    expect(historyOf(old, rung).refusals).toBe(1);
    const history = fold(old, draft('hurdle', 'dismissed'));
    expect(history.asks).toEqual({
      hurdle: { shown: start, visit: 1, showings: 1, dismissed: start + 1000, refusals: 1 },
    });
    // A page that still has the old name counts as well.
    const later = note(history, ladder, draft('old-hurdle', 'dismissed'), start + 20 * day, 2);
    expect(later.asks['hurdle']?.refusals).toBe(2);
  });

  it('never lets a clock run back', () => {
    const late = note(none, ladder, draft('hurdle', 'dismissed'), start + day, 1);
    const back = note(late, ladder, draft('hurdle', 'dismissed'), start, 1);
    expect(back.asks['hurdle']).toEqual({ dismissed: start + day, refusals: 1 });
    expect(back.site.dismissed?.time).toBe(start + day);
  });

  it('counts what comes after it was forgotten, in the same millisecond too', () => {
    const history = note(emptyHistory(start), ladder, draft('hurdle', 'dismissed'), start, 1);
    expect(joinHistories(history, emptyHistory(start)).asks['hurdle']?.refusals).toBe(1);
  });

  it('remembers the 300 asks touched last', () => {
    const many = defineLadder({
      id: 'many',
      goal: 'ask-399',
      rungs: Array.from({ length: 400 }, (_, i) => ({ ask: `ask-${i}`, kind: 'poll.vote' as const })),
    });
    let history = none;
    for (let i = 0; i < 400; i++) history = note(history, many, draft(`ask-${i}`, 'seen'), start + i, 1);
    history = note(history, many, draft('ask-0', 'seen'), start + 400, 1);
    expect(Object.keys(history.asks)).toHaveLength(300);
    expect(history.asks['ask-0']).toBeDefined();
    expect(history.asks['ask-101']).toBeDefined();
    expect(history.asks['ask-100']).toBeUndefined();
  });
});

const names = ['hurdle', 'talk', 'follow', 'quote', 'gone'];

/** What could be in a note of another tab: small numbers, so that times and counts often meet. */
function randomHistory({ below, pick, next }: Random): History {
  const maybe = <T>(value: T): T | undefined => (next() < 0.6 ? value : undefined);
  const act = () => maybe({ time: 1 + below(9), ask: pick(names) });
  const own = () => ({
    shown: maybe(1 + below(9)),
    visit: 1 + below(3),
    showings: maybe(1 + below(3)),
    dismissed: maybe(1 + below(9)),
    refusals: 1 + below(3),
    committed: maybe(1 + below(9)),
    answer: maybe([pick(names)]),
    segments: maybe([pick(names), 'all']),
    withdrawn: maybe(1 + below(9)),
  });
  const some = names.filter(() => below(2));
  const history = {
    since: pick([0, 0, 3, 6]),
    site: { shown: act(), dismissed: act(), committed: act() },
    asks: Object.fromEntries(some.map((name) => [name, own()])),
    exposed: Object.fromEntries(some.map((name) => [name, pick(['long', 'short'])])),
  };
  // As it leaves storage: what does not count is gone.
  return joinHistories(history as History, emptyHistory());
}

describe('joinHistories', () => {
  const three = Array.from({ length: 3000 }, (_, seed) => {
    const random = createRandom(seed);
    return [randomHistory(random), randomHistory(random), randomHistory(random)] as const;
  });

  it('gives the same whatever the order, and once as good as twice', () => {
    for (const [a, b, c] of three) {
      const ab = joinHistories(a, b);
      expect(joinHistories(b, a)).toEqual(ab);
      expect(joinHistories(ab, b)).toEqual(ab);
      expect(joinHistories(a, a)).toEqual(a);
      expect(joinHistories(ab, c)).toEqual(joinHistories(a, joinHistories(b, c)));
      expect(joinHistories(a, emptyHistory())).toEqual(a);
    }
  });

  it('takes the later time of each clock, and its count with it', () => {
    const a: History = {
      ...none,
      asks: { x: { shown: 5, visit: 1, showings: 3, dismissed: 9, refusals: 1 } },
    };
    const b: History = {
      ...none,
      asks: { x: { shown: 7, visit: 2, showings: 1, dismissed: 9, refusals: 2, committed: 8 } },
    };
    expect(joinHistories(a, b).asks['x']).toEqual({
      shown: 7,
      visit: 2,
      showings: 1,
      dismissed: 9,
      refusals: 2,
      committed: 8,
    });
  });

  it('lets nothing count from before it was forgotten', () => {
    const old = fold(none, draft('hurdle', 'seen'), draft('talk', 'dismissed'));
    const exposed = { ...old, exposed: { headline: 'short' } };
    expect(joinHistories(exposed, emptyHistory(start + day))).toEqual(emptyHistory(start + day));
    expect(joinHistories(exposed, emptyHistory(start + 1500)).asks).toEqual({
      talk: { dismissed: start + 2000, refusals: 1 },
    });
  });

  it('keeps two yeses of two tabs, and both a no and a yes', () => {
    const yes = fold(none, draft('hurdle', 'committed'));
    const no = fold(none, draft('hurdle', 'dismissed'), draft('talk', 'committed', 'contact-dialog.submit'));
    expect(joinHistories(yes, no).asks).toMatchObject({
      hurdle: { committed: start + 1000, dismissed: start + 1000 },
      talk: { committed: start + 2000 },
    });
  });

  it('does not bring back a yes that was taken back', () => {
    const yes = fold(none, draft('hurdle', 'committed', 'poll.vote', { choice: 'Trust' }));
    const back = note(yes, ladder, draft('hurdle', 'withdrawn'), start + 5000, 1);
    expect(segmentsOf(joinHistories(back, yes))).toEqual([]);
  });

  it('takes variants that either tab exposed', () => {
    const a = { ...none, exposed: { one: 'a', both: 'x' } };
    const b = { ...none, exposed: { two: 'b', both: 'y' } };
    expect(joinHistories(a, b).exposed).toEqual({ one: 'a', two: 'b', both: 'y' });
    expect(joinHistories(b, a)).toEqual(joinHistories(a, b));
  });
});

describe('writeHistory and readHistory', () => {
  const now = start + 100 * day;

  it('come back to the same history', () => {
    for (let seed = 0; seed < 500; seed++) {
      const history = randomHistory(createRandom(seed));
      const text = writeHistory(history);
      expect(readHistory(text, now)).toEqual(history);
      // The same history gives the same text, so that nobody writes for nothing.
      expect(writeHistory(readHistory(text, now) as History)).toBe(text);
    }
  });

  it('come back with an answer that is empty: a tab that read less would be written to for ever', () => {
    const history: History = { ...none, asks: { free: { committed: start, answer: ['', 'b'] } } };
    expect(readHistory(writeHistory(history), now)).toEqual(history);
  });

  it('write a version', () => {
    expect(JSON.parse(writeHistory(none))).toMatchObject({ v: 1 });
  });

  it.each([
    null,
    undefined,
    '',
    '{',
    'null',
    '1',
    '[]',
    '"text"',
    '{}',
    '{"v":0}',
    '{"v":"1"}',
    '{"v":-1}',
    '{"v":1.5}',
    'undefined',
    '{"v":null,"a":{}}',
  ])('take %j for nothing', (text) => {
    expect(readHistory(text, now)).toBeUndefined();
  });

  it('leave a later version alone', () => {
    expect(readHistory('{"v":2,"anything":[]}', now)).toBe('newer');
  });

  it('drop field by field what is of another make', () => {
    // No name is longer than 60 characters, and a part of one would be another name.
    const list = ['y'.repeat(61), ...Array(30).fill('y'.repeat(60))];
    const hostile = {
      v: 1,
      s: 'soon',
      t: [5, ['x', 'ask'], [start, 7], [start, 'more']],
      a: {
        good: [start, 2, 1, 0, 0, 0, 0, 0, 0, 'more'],
        half: ['x', 1, 1, start, -3, start, ['yes', 5, 'no'], 'text', null],
        counts: [start, 1.5, 1e300, 0, 2],
        lists: [[start], [1], 0, 0, 0, start, 7, list],
        none: null,
        text: 'text',
        ['x'.repeat(129)]: [start],
        toString: [0, 0, 0, start, 1],
      },
      e: { a: 'short', b: 5, c: null },
      more: true,
    };
    const text = JSON.stringify(hostile).replace('"none"', '"__proto__":[5],"none"');
    const read = readHistory(text, now) as History;
    expect(read).toEqual({
      since: 0,
      site: { committed: { time: start, ask: '7' } },
      asks: {
        good: { shown: start, visit: 2, showings: 1 },
        half: { dismissed: start, committed: start, answer: ['yes', 'no'] },
        counts: { shown: start },
        lists: { committed: start, segments: Array(20).fill('y'.repeat(60)) },
        toString: { dismissed: start, refusals: 1 },
      },
      exposed: { a: 'short' },
    });
    expect(Object.getPrototypeOf(read.asks)).toBe(Object.prototype);
    expect(Object.keys({})).toEqual([]);
    for (const a of ['[]', '5', '"text"', 'null'])
      expect(readHistory(`{"v":1,"a":${a},"t":${a},"e":${a}}`, now)).toEqual(none);
  });

  it('set what is more than five minutes ahead to now', () => {
    const ahead = (time: number): History => ({
      since: 0,
      site: { dismissed: { time, ask: 'x' } },
      asks: { x: { shown: time, visit: 1, committed: time, withdrawn: time } },
      exposed: {},
    });
    expect(readHistory(writeHistory(ahead(now + 10 * day)), now)).toEqual(ahead(now));
    expect(readHistory(writeHistory(ahead(now + 5 * 60_000 + 1)), now)).toEqual(ahead(now));
    expect(readHistory(writeHistory(ahead(now + 5 * 60_000)), now)).toEqual(ahead(now + 5 * 60_000));
    expect(readHistory(writeHistory(emptyHistory(now + day)), now)).toEqual(emptyHistory(now));
  });

  it('keep 300 asks and 50 variants, whatever was stored', () => {
    const a = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`ask-${i}`, [start + i]]));
    const e = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`test-${i}`, 'short']));
    const { asks, exposed } = readHistory(JSON.stringify({ v: 1, a, e }), now) as History;
    expect(Object.keys(asks)).toHaveLength(300);
    expect(Object.keys(exposed)).toHaveLength(50);
    expect(asks['ask-4700']).toBeDefined();
    expect(asks['ask-4699']).toBeUndefined();
    expect(asks['ask-4999']).toBeDefined();
  });

  it.each([3500, 400, 120])('fit into %i bytes, with what was touched last', (most) => {
    let history: History = { ...none, exposed: { headline: 'short' } };
    const many = defineLadder({
      id: 'many',
      goal: 'größe-199',
      rungs: Array.from({ length: 200 }, (_, i) => ({ ask: `größe-${i}`, kind: 'poll.vote' as const })),
    });
    for (let i = 0; i < 200; i++)
      history = note(
        history,
        many,
        draft(`größe-${i}`, 'committed', 'poll.vote', { choice: '🙂' }),
        start + i,
        1,
      );
    const text = writeHistory(history, most);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(most);
    const { asks } = readHistory(text, now) as History;
    const kept = Object.keys(asks).length;
    expect(Object.keys(asks).sort()).toEqual(
      Array.from({ length: kept }, (_, i) => `größe-${199 - i}`).sort(),
    );
    // Not much room is left over.
    if (most > 300) expect(new TextEncoder().encode(text).length).toBeGreaterThan(most - 100);
  });

  it('write half a character as an escape', () => {
    const history: History = { ...none, asks: { x: { committed: start, answer: ['\ud83d'] } } };
    expect(readHistory(writeHistory(history, 3500), now)).toEqual(history);
  });
});
