import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import '../events/own-kind.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { emptyHistory } from '../../src/ladder/history.ts';
import { decide, defineLadder, explain, type Ladder, type LadderDefinition } from '../../src/ladder/index.ts';

const hour = 3_600_000;

afterEach(() => {
  vi.unstubAllEnvs();
  forgetMessages();
});

/** What a visitor said yes to, typed from end to end. */
const b2b = defineLadder({
  id: 'b2b',
  goal: 'quote',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust', traffic: ['Traffic', 7] } },
    {
      ask: 'article',
      kind: 'star-rating.rate',
      when: { scroll: 0.6, notSegment: ['trust'] },
      segments: { fan: (data) => data.value >= 4, low: [1, 2] },
    },
    {
      ask: 'checklist',
      kind: 'lead-gate.unlock',
      when: { segment: 'trust', seconds: 10, page: ['/blog/*', '/'], device: 'phone' },
      otherwise: { ask: 'follow', kind: 'follow-link.follow', segments: { follower: 'youtube' } },
    },
    {
      ask: 'talk',
      kind: 'contact-dialog.submit',
      when: { visits: 2, answered: { hurdle: ['Trust', 7] }, moment: ['do', 'buy'] },
      otherwise: [
        { ask: 'share', kind: 'share-button.share' },
        { ask: 'again', kind: 'return-visit.return', grade: 1 },
      ],
    },
    { ask: 'quote', kind: 'step-form.submit', rest: { dismissed: '30d' }, showings: 2, formerly: ['offer'] },
  ],
  cooldown: { shown: '10m' },
  remember: '/api/ladder',
});

type Ask = 'hurdle' | 'article' | 'checklist' | 'follow' | 'talk' | 'share' | 'again' | 'quote';

describe('defineLadder', () => {
  it('fills in every default', () => {
    const [hurdle, , checklist, talk, quote] = b2b.rungs;
    expect(hurdle).toMatchObject({
      ask: 'hurdle',
      kind: 'poll.vote',
      grade: 1,
      when: {},
      rest: { shown: 24 * hour, dismissed: 14 * 24 * hour, committed: Infinity },
      showings: 4,
      otherwise: [],
      formerly: [],
    });
    expect(checklist).toMatchObject({ grade: 2, otherwise: [{ ask: 'follow', grade: 1, showings: 4 }] });
    expect(talk?.otherwise.map(({ ask, grade }) => [ask, grade])).toEqual([
      ['share', 1],
      ['again', 1],
    ]);
    expect(quote).toMatchObject({
      grade: 3,
      rest: { shown: 24 * hour, dismissed: 30 * 24 * hour, committed: Infinity },
      showings: 2,
      formerly: ['offer'],
    });
    expect(b2b).toMatchObject({
      id: 'b2b',
      goal: 'quote',
      cooldown: { shown: hour / 6, dismissed: hour, committed: 0 },
      remember: '/api/ladder',
    });
  });

  it.each([
    ['1s', 1000],
    ['1.5m', 90_000],
    ['0s', 0],
    ['2h', 2 * hour],
    ['30d', 720 * hour],
    ['forever', Infinity],
  ] as const)('reads the duration %s', (dismissed, milliseconds) => {
    const ladder = defineLadder({
      id: 'one',
      goal: 'a',
      rungs: [{ ask: 'a', kind: 'poll.vote', rest: { dismissed } }],
    });
    expect(ladder.rungs[0]?.rest.dismissed).toBe(milliseconds);
  });

  it('reads segments from the main answer of a kind, or by a rule', () => {
    const [hurdle, article, checklist] = b2b.rungs;
    const holds = (rung: (typeof b2b.rungs)[number] | undefined, data: Record<string, unknown>) =>
      rung?.segments.filter((one) => one.holds(data)).map(({ name }) => name);
    expect(holds(hurdle, { choice: 'Trust' })).toEqual(['trust']);
    expect(holds(hurdle, { choices: [7, 'Else'] })).toEqual(['traffic']);
    expect(holds(article, { value: 5, max: 5 })).toEqual(['fan']);
    expect(holds(article, { value: 2, max: 5 })).toEqual(['low']);
    expect(holds(checklist?.otherwise[0], { target: 'youtube' })).toEqual(['follower']);
  });

  it('knows its asks and segments by name, without a cast', () => {
    expectTypeOf(b2b).toEqualTypeOf<Ladder<Ask, 'trust' | 'traffic' | 'fan' | 'low' | 'follower'>>();
    expectTypeOf(b2b).toExtend<Ladder>();
    expectTypeOf(defineLadder({ id: 'x', goal: 'a', rungs: [{ ask: 'a', kind: 'poll.vote' }] })).toExtend<
      Ladder<'a'>
    >();
    const situation = { now: 1, visit: 1, segments: [] };
    expectTypeOf(decide(b2b, emptyHistory(), situation).next).toEqualTypeOf<Ask | undefined>();
    // @ts-expect-error no rung asks it
    explain(b2b, emptyHistory(), situation, 'elsewhere');
  });

  it('refuses at compile time what names nothing, and rules that do not fit their kind', () => {
    const vote = { ask: 'a', kind: 'poll.vote' } as const;
    const refused = () => {
      // @ts-expect-error the goal is no ask of the ladder
      defineLadder({ id: 'x', goal: 'b', rungs: [vote] });
      // @ts-expect-error nobody asks b
      defineLadder({ id: 'x', goal: 'a', rungs: [{ ...vote, when: { answered: { b: 1 } } }] });
      // @ts-expect-error nobody writes the segment
      defineLadder({ id: 'x', goal: 'a', rungs: [{ ...vote, when: { segment: 'fan' } }] });
      defineLadder({
        id: 'x',
        goal: 'a',
        // @ts-expect-error a rating is a number
        rungs: [{ ask: 'a', kind: 'star-rating.rate', segments: { s: '5' } }],
      });
      defineLadder({
        id: 'x',
        goal: 'a',
        // @ts-expect-error a rating has no choice
        rungs: [{ ask: 'a', kind: 'star-rating.rate', segments: { s: (data) => data.choice === 1 } }],
      });
      defineLadder({
        id: 'x',
        goal: 'a',
        // @ts-expect-error a gate has no main answer
        rungs: [{ ask: 'a', kind: 'lead-gate.unlock', segments: { s: 'x' } }],
      });
      // @ts-expect-error no unit
      defineLadder({ id: 'x', goal: 'a', rungs: [{ ...vote, rest: { shown: '5' } }] });
      // @ts-expect-error an option that does not exist
      defineLadder({ id: 'x', goal: 'a', rungs: [{ ...vote, where: '/' }] });
      // @ts-expect-error a kind of one's own needs its grade
      defineLadder({ id: 'x', goal: 'a', rungs: [{ ask: 'a', kind: 'loan-slider.choose' }] });
      // @ts-expect-error nobody declared this kind
      defineLadder({ id: 'x', goal: 'a', rungs: [{ ask: 'a', kind: 'poll.drag', grade: 1 }] });
    };
    expect(refused).toThrow('SY-12');
  });
});

const vote = { ask: 'vote', kind: 'poll.vote' };
const rating = { ask: 'rating', kind: 'star-rating.rate' };
const gate = { ask: 'gate', kind: 'lead-gate.unlock' };
const quote = { ask: 'quote', kind: 'step-form.submit' };
const review = { ask: 'review', kind: 'review-form.submit' };
const path = (...rungs: object[]) => ({ id: 'x', goal: 'quote', rungs: [...rungs, quote] });
const promoters = {
  ...vote,
  segments: { promoter: (data: { bucket?: string }) => data.bucket === 'promoter' },
};
const fans = { ...rating, segments: { fan: 5, any: [1, 2, 3, 4, 5] } };

const faults: readonly (readonly [string, number, unknown, RegExp])[] = [
  [
    'an answer of an ask that is not there',
    1201,
    path(vote, { ...gate, when: { answered: { vtoe: 1 } } }),
    /vtoe/,
  ],
  [
    'an answer wanted by an alternative',
    1201,
    path(vote, { ...gate, otherwise: { ...rating, when: { answered: { nobody: 1 } } } }),
    /nobody/,
  ],
  ['falling grades', 1202, path(gate, vote), /"vote" of grade 1 stands after "gate"/],
  ['grades that fall where they are stated', 1202, path(vote, gate, { ...rating, grade: 1 }), /rating/],
  ['a jump over a grade', 1203, path(vote), /"quote" of grade 3/],
  ['a strong ask at the start', 1203, path(), /"quote" of grade 3/],
  ['a rung that repeats', 1204, path(vote, vote, gate), /"vote" twice/],
  ['an alternative that repeats', 1204, path(vote, { ...gate, otherwise: vote }), /"vote" twice/],
  ['an earlier name that is in use', 1204, path(vote, { ...gate, formerly: ['vote'] }), /"vote" twice/],
  ['no goal', 1205, { id: 'x', rungs: [vote] }, /undefined/],
  ['two goals', 1205, { ...path(vote, gate), goal: ['gate', 'quote'] }, /\["gate","quote"\]/],
  ['a goal that is not there', 1205, { ...path(vote, gate), goal: 'buy' }, /"buy"/],
  ['a goal that is not the last rung', 1205, { ...path(vote, gate), goal: 'gate' }, /"gate"/],
  [
    'a review for those who rated well',
    1206,
    path(rating, gate, { ...review, when: { answered: { rating: 5 } } }),
    /"review" .*"rating"/,
  ],
  [
    'a review for a segment of a rating',
    1206,
    path(fans, gate, { ...review, when: { segment: 'fan' } }),
    /"rating"/,
  ],
  [
    'a review but for those',
    1206,
    path(fans, gate, { ...review, when: { notSegment: ['any'] } }),
    /"rating"/,
  ],
  [
    'a review by Net Promoter bucket',
    1206,
    path(promoters, gate, { ...review, when: { segment: 'promoter' } }),
    /"vote"/,
  ],
  [
    'another way out of a review for a segment of a rating',
    1206,
    path(fans, gate, {
      ...review,
      otherwise: { ask: 'tell', kind: 'contact-dialog.submit', when: { segment: 'any' } },
    }),
    /"tell"/,
  ],
  [
    'a review as an alternative for those who rated well',
    1206,
    path(rating, gate, {
      ask: 'call',
      kind: 'callback-request.request',
      otherwise: { ...review, when: { answered: { rating: [4, 5] } } },
    }),
    /"review"/,
  ],
  [
    'a review after a no to what only they were asked who rated well',
    1206,
    path(fans, gate, {
      ask: 'call',
      kind: 'callback-request.request',
      when: { segment: 'fan' },
      otherwise: review,
    }),
    /"review" .*"rating"/,
  ],
  [
    'a review by way of an ask for those who rated well',
    1206,
    path(
      fans,
      { ...gate, when: { segment: 'fan' }, segments: { reader: () => true } },
      {
        ...review,
        when: { segment: 'reader' },
      },
    ),
    /"review" .*"rating"/,
  ],
  [
    'a review by way of answers that hang on each other, and on a rating',
    1206,
    path(
      rating,
      { ...vote, when: { answered: { gate: 'a' } } },
      { ...gate, when: { answered: { vote: 'a', rating: 5 } } },
      {
        ...review,
        when: { answered: { vote: 'a' } },
      },
    ),
    /"review" .*"rating"/,
  ],
  [
    'an alternative larger than its rung',
    1207,
    path({ ...vote, otherwise: gate }, rating),
    /"gate" is larger than "vote"/,
  ],
  [
    'a duration without a unit',
    1208,
    path({ ...vote, rest: { shown: '5' } }, gate),
    /shown of rest of "vote" is "?5/,
  ],
  [
    'a duration in milliseconds',
    1208,
    { ...path(vote, gate), cooldown: { shown: 5000 } },
    /shown of cooldown .* 5000/,
  ],
  ['a negative duration', 1208, path({ ...vote, rest: { dismissed: '-1d' } }, gate), /-1d/],
  [
    'a scroll in percent',
    1208,
    path({ ...vote, when: { scroll: 60 } }, gate),
    /scroll of when of "vote" is 60/,
  ],
  ['a scroll below nothing', 1208, path({ ...vote, when: { scroll: -0.1 } }, gate), /scroll/],
  ['endless seconds', 1208, path({ ...vote, when: { seconds: Infinity } }, gate), /seconds/],
  ['a visit before the first', 1208, path({ ...vote, when: { visits: 0 } }, gate), /visits/],
  ['half a visit', 1208, path({ ...vote, when: { visits: 1.5 } }, gate), /visits/],
  ['no showings', 1208, path({ ...vote, showings: 0 }, gate), /showings/],
  ['an unknown device', 1208, path({ ...vote, when: { device: 'watch' } }, gate), /watch/],
  ['an unknown moment', 1208, path({ ...vote, when: { moment: ['do', 'dream'] } }, gate), /dream/],
  ['a list without an entry', 1208, path({ ...vote, when: { page: [] } }, gate), /page/],
  ['a grade that is none', 1208, path({ ...vote, grade: 4 }, gate), /grade of "vote" is 4/],
  [
    'a segment with a name too long',
    1208,
    path({ ...vote, segments: { ['x'.repeat(61)]: 1 } }, gate),
    /segments/,
  ],
  ['conditions that are none', 1208, path({ ...vote, when: 'later' }, gate), /when of "vote" is later/],
  ['an ask without a name', 1208, path({ kind: 'poll.vote' }, gate), /ask/],
  ['an ask without a kind', 1208, path({ ask: 'vote' }, gate), /kind/],
  ['a rung that is none', 1208, { id: 'x', goal: 'quote', rungs: [null, quote] }, /rungs/],
  ['no rungs', 1208, { id: 'x', goal: 'quote', rungs: [] }, /rungs/],
  ['nothing at all', 1208, undefined, /id/],
  ['an unknown option of the ladder', 1209, { ...path(vote, gate), step: 1 }, /"step" in the ladder/],
  ['an unknown option of a rung', 1209, path({ ...vote, were: {} }, gate), /"were" in "vote"/],
  ['an unknown condition', 1209, path({ ...vote, when: { scrol: 1 } }, gate), /"scrol" in when of "vote"/],
  ['an unknown clock', 1209, path({ ...vote, rest: { seen: '1d' } }, gate), /"seen" in rest of "vote"/],
  [
    'an alternative of an alternative',
    1209,
    path(rating, { ...gate, otherwise: { ...vote, otherwise: quote } }),
    /"otherwise" in "vote"/,
  ],
  [
    'a kind of its own without a grade',
    1210,
    path({ ask: 'vote', kind: 'loan.choose' }, gate),
    /loan\.choose/,
  ],
  ['a segment that no rung writes', 1220, path(vote, { ...gate, when: { segment: 'trust' } }), /"trust"/],
  [
    'a segment to leave out that no rung writes',
    1220,
    path(vote, { ...gate, when: { notSegment: 'trust' } }),
    /"trust"/,
  ],
];

describe.each(faults)('with %s', (_, code, definition, detail) => {
  const define = () => defineLadder(definition as LadderDefinition);

  it('throws in development, and says what to do', () => {
    expect(define).toThrow(`SY-${code} `);
    expect(define).toThrow(detail);
  });

  it('guides nobody in production, and says nothing', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const warn = vi.spyOn(console, 'warn');
    const ladder = define();
    expect(ladder.rungs).toEqual([]);
    const situation = { now: 1, visit: 1, segments: [] };
    expect(decide(ladder, emptyHistory(), situation)).toEqual({ queue: [], isDone: false });
    expect(explain(ladder, emptyHistory(), situation, 'vote')).toMatchObject({
      isNext: false,
      rules: [{ rule: 'ladder', holds: false }],
    });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('without a fault', () => {
  it.each([
    ['a first rung of grade 2', path(gate)],
    ['a grade that is stated', path(gate, { ...rating, grade: 2 })],
    ['a kind of its own with a grade', path({ ask: 'loan', kind: 'loan.choose', grade: 2 })],
    ['a review whatever was rated', path(fans, gate, { ...review, when: { visits: 2 } })],
    [
      'a review by an answer of another kind',
      path(vote, gate, { ...review, when: { answered: { vote: 'x' } } }),
    ],
    ['a gate by a rating', path(fans, { ...gate, when: { segment: 'fan' } })],
    ['options that are undefined', path({ ...vote, when: undefined, rest: { shown: undefined } }, gate)],
    ['a rule that throws without data', path({ ...vote, segments: { s: () => [].at(0)!['x'] } }, gate)],
  ])('takes %s', (_, definition) => {
    expect(defineLadder(definition as unknown as LadderDefinition).rungs.length).toBeGreaterThan(1);
  });

  it('is the same in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const ladder = defineLadder(path(vote, gate) as unknown as LadderDefinition);
    expect(ladder.rungs.map(({ ask }) => ask)).toEqual(['vote', 'gate', 'quote']);
  });
});

it('has one guide for each host', () => {
  const host = () => ({
    memory: { get: () => null, stored: () => null, set: () => undefined },
    visit: {
      session: () => ({ id: 's', n: 1 }),
      segments: () => [],
      setSegments: () => undefined,
      subscribe: () => () => undefined,
    },
  });
  const first = host();
  expect(b2b.guide(first as never)).toBe(b2b.guide(first as never));
  expect(b2b.guide(first as never)).not.toBe(b2b.guide(host() as never));
});

describe('what can be read and does nothing', () => {
  const told = (first: object, second: object = {}, third: object = {}) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    defineLadder({
      id: 'odd',
      goal: 'quote',
      rungs: [
        { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' }, ...first },
        { ask: 'checklist', kind: 'lead-gate.unlock', segments: { known: 'x' }, ...second },
        { ask: 'quote', kind: 'step-form.submit', ...third },
      ],
    } as LadderDefinition);
    const lines = warn.mock.calls.map(([line]) => String(line));
    warn.mockRestore();
    return lines;
  };

  it.each<[string, object, RegExp]>([
    ['a page without a slash', { when: { page: 'blog' } }, /"blog", which no path fits: .*slash/],
    ['one of several pages', { when: { page: ['/', 'blog/*'] } }, /"blog\/\*", which no path fits/],
    ['a page with a query', { when: { page: '/blog?a=1' } }, /ends before its query/],
    ['a page that browsers encode', { when: { page: '/größen' } }, /Write "\/gr%C3%B6%C3%9Fen"/],
    ['an answer that is none', { when: { answered: { checklist: true } } }, /wants true of "checklist"/],
    ['no answer at all', { when: { answered: { checklist: [] } } }, /wants \[\] of "checklist"/],
    ['a variant that is none', { when: { variant: { length: null } } }, /wants null of "length"/],
    ['a segment in and out', { when: { segment: 'known', notSegment: ['known'] } }, /nobody in it/],
    ['a segment without a rule', { segments: { trust: null } }, /puts nobody into the segment "trust"/],
    ['no rest after a yes', { rest: { committed: '0s' } }, /no yes to it stands/],
    ['an answer of its own', { when: { answered: { hurdle: 'x' } } }, /waits for an answer to "hurdle"/],
  ])('is told of: %s', (_what, rung, text) => {
    const lines = told(rung);
    expect(lines).toEqual([expect.stringMatching(/SY-1225 In the ladder "odd" the ask "hurdle"/)]);
    expect(lines[0]).toMatch(text);
  });

  it('is told of: asks that wait for each other', () => {
    expect(
      told({ when: { answered: { checklist: 'x' } } }, { when: { answered: { hurdle: 'Trust' } } }),
    ).toEqual([
      expect.stringMatching(/"hurdle" waits for an answer to "checklist", and none/),
      expect.stringMatching(/"checklist" waits for an answer to "hurdle", and none/),
    ]);
  });

  it('is nothing of what can hold', () => {
    const first = { when: { page: ['*', '/', '*/more', '/b*g'], answered: { quote: undefined } } };
    const second = {
      when: { answered: { hurdle: ['Trust', 7] }, segment: ['trust', 'known'], notSegment: 'known' },
    };
    const third = { when: { variant: { length: ['short'] } }, rest: { committed: '0s', dismissed: '0s' } };
    expect(told(first, second, third)).toEqual([]);
  });

  it('is not told in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(told({ when: { page: 'blog' } })).toEqual([]);
  });
});
