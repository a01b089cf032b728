import { analyze, type Counts, type NextBestAsk, START } from 'smallyes/insights';
import { defineLadder, explain, type LadderDefinition, orderRungs } from 'smallyes/ladder';
import { describe, expect, it } from 'vitest';
import { describeRule } from '../../src/ladder/describe.ts';
import { emptyHistory } from '../../src/ladder/history.ts';

const definition = {
  id: 'shop',
  goal: 'buy',
  rungs: [
    { ask: 'hurdle', kind: 'poll.vote' },
    { ask: 'stars', kind: 'star-rating.rate' },
    { ask: 'match', kind: 'quiz.complete' },
    { ask: 'letter', kind: 'newsletter-form.subscribe' },
    { ask: 'guide', kind: 'lead-gate.unlock' },
    { ask: 'buy', kind: 'checkout.purchase' },
  ],
} as const satisfies LadderDefinition;

const weighed = (action: string, n: number, low: number) => ({
  action,
  rate: { n, interval: [low, 1] as const },
});
const asksOf = (ladder: { readonly rungs: readonly { readonly ask: string }[] }) =>
  ladder.rungs.map(({ ask }) => ask);
const order = (...learned: Parameters<typeof orderRungs>[1]) => asksOf(orderRungs(definition, learned));

describe('orderRungs', () => {
  it('leaves a ladder as it was written where nothing was learned', () => {
    expect(order()).toEqual(asksOf(definition));
    expect(orderRungs(definition, []).rungs).toEqual(definition.rungs);
    expect(order({ state: 'product-view.view', weighed: [weighed('quiz.complete', 99, 0.5)] })).toEqual(
      asksOf(definition),
    );
  });

  it('puts the surest first, then the surest after it', () => {
    const learned = [
      {
        state: START,
        weighed: [
          weighed('quiz.complete:match', 200, 0.3),
          weighed('poll.vote:hurdle', 900, 0.1),
          weighed('star-rating.rate:stars', 400, 0.2),
        ],
      },
      {
        state: 'quiz.complete:match',
        weighed: [weighed('poll.vote:hurdle', 50, 0.4), weighed('star-rating.rate:stars', 50, 0.3)],
      },
    ];
    expect(order(...learned)).toEqual(['match', 'hurdle', 'stars', 'letter', 'guide', 'buy']);
  });

  it('goes by the lower bound, not by what three lucky visitors did', () => {
    const first = (n: number) => ({
      state: START,
      weighed: [
        weighed('poll.vote', 500, 0.1),
        weighed('star-rating.rate', 30, 0.2),
        weighed('quiz.complete', n, 0.9),
      ],
    });
    expect(order(first(29))[0]).toBe('stars');
    expect(order(first(30))[0]).toBe('match');
  });

  it('lets what is new have the turn that it was written for', () => {
    const learned = [
      { state: START, weighed: [weighed('star-rating.rate', 30, 0.2), weighed('quiz.complete', 30, 0.9)] },
    ];
    expect(order(...learned)).toEqual(asksOf(definition));
  });

  it('says nothing of figures where there was nothing to choose', () => {
    const learned = [{ state: START, weighed: [weighed('poll.vote', 500, 0.1)] }];
    expect(orderRungs(definition, learned).rungs).toEqual(definition.rungs);
  });

  it('never lets a grade fall, and leaves the goal where it is', () => {
    const all = [
      'newsletter-form.subscribe',
      'checkout.purchase',
      'lead-gate.unlock',
      'quiz.complete',
      'poll.vote',
    ];
    const learned = [START, ...all].map((state) => ({
      state,
      weighed: all.map((one, at) => weighed(one, 500, 1 - at / 10)),
    }));
    const ordered = orderRungs(definition, learned);
    expect(asksOf(ordered)).toEqual(['match', 'hurdle', 'stars', 'letter', 'guide', 'buy']);
    expect(asksOf(defineLadder(ordered))).toEqual(asksOf(ordered));
  });

  it('says why in explain', () => {
    const learned = [
      { state: START, weighed: [weighed('quiz.complete', 200, 0.31), weighed('poll.vote', 900, 0.1)] },
    ];
    const ladder = defineLadder(orderRungs(definition, learned));
    const said = (ask: 'match' | 'hurdle') => {
      const { rules } = explain(ladder, emptyHistory(), { now: 0, visit: 1, segments: [] }, ask);
      return rules.filter(({ rule }) => rule === 'order').map((one) => describeRule(one));
    };
    expect(said('match')).toEqual([
      'No ask before it could be shown. It has its place by figures: asked at the start, at least 31 % of 200 visitors reached the goal.',
    ]);
    expect(said('hurdle')[0]).not.toContain('figures');
  });

  it('takes what analyze gives', () => {
    const asks = analyze({
      ...counts,
      next: [cell('quiz.complete:match', 200, 90), cell('poll.vote:hurdle', 500, 60)],
    }).nextBestAsks;
    expect(asksOf(orderRungs(definition, asks satisfies readonly NextBestAsk[]))[0]).toBe('match');
  });

  it('keeps ids and segments typed', () => {
    const ladder = defineLadder(
      orderRungs(
        {
          id: 'typed',
          goal: 'quote',
          rungs: [
            { ask: 'hurdle', kind: 'poll.vote', segments: { trust: ({ choice }) => choice === 'Trust' } },
            { ask: 'talk', kind: 'contact-dialog.submit', when: { segment: 'trust' } },
            { ask: 'quote', kind: 'step-form.submit' },
          ],
        },
        [],
      ),
    );
    const goal: 'hurdle' | 'talk' | 'quote' = ladder.goal;
    expect(goal).toBe('quote');
  });

  it('hands on what it cannot read, for defineLadder to refuse', () => {
    expect(orderRungs({ ...definition, rungs: 'none' } as never, [])).toMatchObject({ rungs: 'none' });
    expect(orderRungs(definition, null as never)).toBe(definition);
  });
});

const cell = (action: string, n: number, converted: number) => ({
  state: START,
  action,
  grade: 1,
  n,
  converted,
});
const counts: Counts = {
  v: 1,
  question: {
    goal: 'checkout.purchase',
    steps: ['checkout.purchase'],
    window: 1,
    unit: 'visitor',
    by: 'ask',
    exposure: 'landmark',
    landmark: 3,
    derived: [],
    micro: 'checkout.purchase',
    horizon: 1,
    paths: 20,
    pathLength: 5,
    weekStart: 1,
    now: 0,
  },
  from: 0,
  to: 0,
  rows: 0,
  units: 700,
  unknown: 0,
  missing: [],
  asks: [],
  converted: 150,
  ties: 0,
  funnel: [],
  actions: [],
  transitions: [],
  paths: [],
  retention: [],
  variants: [],
  next: [],
  segments: [],
};
