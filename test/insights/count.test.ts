import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { type CountOptions, count, END, GOAL, type RowLike, START } from '../../src/insights/index.ts';
import { tellMissing } from '../../src/insights/missing.ts';
import { expectConsole } from '../support/console.ts';
import { day, monday, row, walk } from './count-rows.ts';

const now = monday + 60 * day;
const buy = 'checkout.purchase';
const ask = (rows: readonly unknown[], more: Partial<CountOptions> = {}) =>
  count(rows, { goal: buy, now, ...more });

describe('what is counted', () => {
  it('counts yeses, units and conversions, and says from when to when', async () => {
    const counts = await ask([
      ...walk('ann', 'poll.vote', buy),
      row('ben', 'poll.vote', 5, { phase: 'seen' }),
      row('cem', 'poll.vote', 9, { phase: 'dismissed' }),
    ]);
    expect(counts).toMatchObject({ v: 1, rows: 2, units: 2, converted: 1, ties: 0 });
    expect([counts.from, counts.to]).toEqual([monday, monday + 5 * 60_000]);
  });

  it('comes to nothing without events', async () => {
    const counts = await ask([]);
    expect(counts).toMatchObject({ from: 0, to: 0, rows: 0, units: 0, converted: 0, ties: 0 });
    expect(counts.funnel).toEqual([{ levels: [0] }]);
    const { actions, transitions, paths, retention, variants, next, segments } = counts;
    expect([actions, transitions, paths, retention, variants, next, segments].flat()).toEqual([]);
  });

  it('takes sessions where the visitor is unknown, or where they are asked for', async () => {
    const rows = [
      row('ann', 'poll.vote', 0, { sessionId: 's1' }),
      row('ann', 'poll.vote', 1, { sessionId: 's2' }),
      row('', 'poll.vote', 2, { visitorId: null, sessionId: 's3' }),
    ];
    expect((await ask(rows)).units).toBe(2);
    expect((await ask(rows, { unit: 'session' })).units).toBe(3);
  });

  it('takes a session as that of the visitor who becomes known in it, in any order', async () => {
    const session = { sessionId: 's1' };
    const before = row('', 'poll.vote', 0, { ...session, visitorId: null });
    const seen = row('', 'quiz.complete', 1, { ...session, visitorId: undefined, phase: 'seen' });
    const after = row('ann', buy, 2, session);
    const later = row('ann', 'quiz.complete', 3, { sessionId: 's2' });
    const alone = row('', 'poll.vote', 4, { sessionId: 's3', visitorId: null });
    const rows = [before, seen, after, later, alone];
    for (const one of [rows, rows.toReversed()]) {
      const counts = await ask(one, { steps: ['poll.vote'] });
      expect(counts).toMatchObject({ units: 2, unknown: 1, converted: 1 });
      expect(counts.funnel).toEqual([{ levels: [2, 1] }]);
    }
    expect(await ask(rows, { unit: 'session' })).toMatchObject({ units: 3, unknown: 0 });
    // To know who it is takes no yes; what lies in the future is not known yet.
    const started = { ...after, phase: 'started' };
    expect(await ask([before, started])).toMatchObject({ units: 1, unknown: 0 });
    expect(await ask([before, { ...started, occurredAt: now + day }])).toMatchObject({ unknown: 1 });
  });

  it('leaves two visitors of one session two, and gives the first what carries none', async () => {
    const at = (visitorId: string | null, action: string, minute: number) =>
      row('', action, minute, { sessionId: 's1', visitorId });
    const rows = [at(null, 'poll.vote', 0), at('ann', 'quiz.complete', 1), at('ben', buy, 2)];
    rows.push(at(null, 'share-button.share', 3), at('ben', 'poll.vote', 4));
    for (const one of [rows, rows.toReversed()]) {
      const { units, unknown, paths } = await ask(one);
      expect([units, unknown]).toEqual([2, 0]);
      expect(paths.map(({ path }) => path)).toEqual([
        [GOAL],
        ['poll.vote:a', 'quiz.complete:a', 'share-button.share:a'],
      ]);
    }
  });

  it('counts each id once, and a confirmed yes is no second one', async () => {
    const vote = row('ann', 'poll.vote', 0);
    const again = row('ann', 'poll.vote', 2);
    const rows = [vote, vote, again, { ...again }];
    rows.push(row('ann', 'poll.vote', 3, { phase: 'confirmed', attempt: vote.attempt }));
    expect((await ask(rows)).rows).toBe(2);
  });

  it('does not count what was taken back, of an attempt and kind the oldest', async () => {
    const attempt = 'one';
    const rows = [
      row('ann', 'poll.vote', 0, { attempt }),
      row('ann', 'poll.vote', 1, { attempt, phase: 'withdrawn' }),
      row('ann', 'poll.vote', 2, { attempt }),
      row('ann', 'poll.predict', 3, { attempt }),
      row('ann', buy, 4, { attempt: 'two' }),
      row('ann', buy, 900, { attempt: 'two', phase: 'withdrawn' }),
    ];
    const counts = await ask(rows.toReversed(), { goal: 'poll.predict' });
    expect(counts.rows).toBe(2);
    expect((await ask(rows)).converted).toBe(0);
    expect(counts.paths).toEqual([{ path: ['poll.vote:a', GOAL], n: 1, converted: 1 }]);
    // Two pieces of three stay in the cart, the ones put there last.
    const cart = [0, 1, 2].map((minute) => row('ben', 'add-to-cart-button.add', minute, { attempt }));
    const back = row('ben', 'add-to-cart-button.add', 3, { attempt, phase: 'withdrawn' });
    expect(await ask([back, ...cart])).toMatchObject({ rows: 2, units: 1 });
  });

  it('leaves out what is later than now and five minutes', async () => {
    const at = (milliseconds: number) => row('ann', 'poll.vote', 0, { occurredAt: now + milliseconds });
    const problems: unknown[] = [];
    const counts = await ask([at(300_000), at(300_001)], { onProblem: (problem) => problems.push(problem) });
    expect(counts.rows).toBe(1);
    expect(problems).toEqual([{ line: 2, reason: 'future', detail: 'time: later than now' }]);
  });

  it('orders by time, page view and place in it, and counts ties', async () => {
    const at = (action: string, viewId: string, seq: number) => row('ann', action, 0, { viewId, seq });
    const rows = [at(buy, 'b', 1), at('quiz.complete', 'a', 10), at('poll.vote', 'a', 9)];
    const { paths, ties } = await ask(rows);
    expect(paths[0]?.path).toEqual(['poll.vote:a', 'quiz.complete:a', GOAL]);
    expect(ties).toBe(1);
  });

  it('reads events as well as rows, the time by the server where it is known', async () => {
    const vote = commitmentFixture('poll.vote', { seq: 1 });
    const order = commitmentFixture(buy, { seq: 2 });
    const counts = await ask([{ ...order, occurred_at: vote.time - 1_000 }, vote]);
    expect(counts).toMatchObject({ rows: 2, units: 1, converted: 1, from: vote.time - 1_000 });
    expect(counts.transitions).toEqual([{ group: '68', from: START, to: GOAL, n: 1 }]);
    expect(counts.segments).toEqual([{ segment: 'hurdle:trust', n: 1, converted: 1 }]);
  });
});

describe('what nobody gave', () => {
  const named = async (rows: readonly RowLike[], more: Partial<CountOptions>) =>
    (await ask(rows, more)).missing;
  const rows = walk('ann', 'poll.vote:hurdle', `${buy}:cart`);

  it('is named, be it of an ask or of a kind', async () => {
    expect(await named(rows, { goal: `${buy}:casa`, steps: ['poll.vote:hurdle', 'quiz.complete'] })).toEqual([
      'quiz.complete',
      `${buy}:casa`,
    ]);
    expect(await named(rows, { derived: ['review-form.submit'], micro: 'poll.vote:b', by: 'kind' })).toEqual([
      'poll.vote:b',
      'review-form.submit',
    ]);
    expect(await named(rows, { goal: `${buy}:cart`, steps: ['poll.vote'] })).toEqual([]);
    // To see an ask is to give nothing.
    expect(
      await named([...rows, row('ann', 'quiz.complete', 5, { phase: 'seen' })], { micro: 'quiz.complete' }),
    ).toEqual(['quiz.complete']);
  });

  it('is not what was given and taken back: its name is no typing error', async () => {
    const [vote, order] = rows as [RowLike, RowLike];
    const back = (one: RowLike) => ({ ...one, id: `${one.id} back`, phase: 'withdrawn' });
    expect(await named([...rows, back(vote)], { steps: ['poll.vote'] })).toEqual([]);
    const all = await ask([...rows, back(vote), back(order)], {
      goal: `${buy}:cart`,
      steps: ['poll.vote:hurdel'],
    });
    expect([all.converted, all.missing]).toEqual([0, ['poll.vote:hurdel']]);
    // And what could have been meant is named.
    expect(tellMissing(all, String).yeses).toBe(`poll.vote:hurdle, ${buy}, poll.vote`);
  });

  it('is not told where nobody gave anything', async () => {
    expect(await named([], { steps: ['poll.vote'] })).toEqual([]);
  });
});

describe('asks', () => {
  const at = (who: string, phase: string, minute: number, kind = 'lead-gate.unlock', attempt = who) =>
    row(who, `${kind}:guide`, minute, { phase, attempt });

  it('have who saw them, who began, who said yes, and where each of the others stopped', async () => {
    const { asks } = await ask([
      ...[at('ann', 'seen', 0), at('ann', 'started', 1), at('ann', 'failed', 2), at('ann', 'committed', 3)],
      // Seen by visibility or not: who said yes has seen it.
      ...[at('ben', 'committed', 0), at('ben', 'withdrawn', 1)],
      ...[at('cem', 'seen', 0), at('cem', 'failed', 1), at('cem', 'abandoned', 2)],
      ...[at('dan', 'seen', 0), at('dan', 'started', 1), at('dan', 'dismissed', 2)],
      ...[at('eve', 'seen', 0), at('eve', 'dismissed', 1)],
      ...[at('fay', 'seen', 0), at('fay', 'progressed', 1), at('fay', 'abandoned', 2)],
      // Twice the same ask is one unit's one.
      ...[at('gil', 'seen', 0), at('gil', 'seen', 9, 'lead-gate.unlock', 'another')],
      // What was seen before the events begin is not seen in them.
      at('hal', 'abandoned', 0),
    ]);
    expect(asks).toEqual([
      {
        kind: 'lead-gate.unlock',
        ask: 'guide',
        seen: 7,
        started: 5,
        yes: 1,
        withdrawn: 1,
        failed: 1,
        dismissed: 2,
        abandoned: 1,
      },
    ]);
  });

  it('of two kinds are one, each with its own yes', async () => {
    const [open, submit] = ['contact-dialog.open', 'contact-dialog.submit'];
    const { asks } = await ask([
      ...[at('ann', 'seen', 0, open), at('ann', 'committed', 1, open), at('ann', 'committed', 2, submit)],
      ...[at('ben', 'seen', 0, open), at('ben', 'committed', 1, open), at('ben', 'abandoned', 2, open)],
      ...[at('cem', 'seen', 0, open), at('cem', 'committed', 1, open), at('cem', 'failed', 2, submit)],
      at('dan', 'seen', 0, open),
      // Another component under the same id.
      at('dan', 'seen', 1, 'poll.vote'),
      row('dan', 'experiment.expose:guide', 2, { phase: 'seen' }),
    ]);
    expect(asks).toMatchObject([
      { kind: open, seen: 4, started: 3, yes: 3, failed: 0, abandoned: 0 },
      { kind: submit, seen: 4, started: 3, yes: 1, failed: 1, abandoned: 1 },
      { kind: 'poll.vote', seen: 1, started: 0, yes: 0 },
    ]);
  });

  it('know whoever consents in the middle of one as one', async () => {
    const rows = [
      row('', 'lead-gate.unlock:guide', 0, { phase: 'seen', visitorId: null, sessionId: 's1' }),
      row('ann', 'lead-gate.unlock:guide', 1, { phase: 'started', sessionId: 's1' }),
      row('ann', 'lead-gate.unlock:guide', 2, { sessionId: 's1' }),
    ];
    for (const one of [rows, rows.toReversed()])
      expect((await ask(one)).asks).toMatchObject([{ seen: 1, started: 1, yes: 1 }]);
  });
});

describe('funnel', () => {
  const steps = ['poll.vote', 'quiz.complete'] as const;
  const levels = async (rows: readonly RowLike[], more: Partial<CountOptions> = {}) =>
    (await ask(rows, { steps, ...more })).funnel[0]?.levels;

  it('is the longest chain in order, others in between', async () => {
    const rows = [
      ...walk('ann', 'poll.vote', 'share-button.share', 'quiz.complete', 'poll.vote', buy),
      ...walk('ben', 'quiz.complete', 'poll.vote', buy),
      ...walk('cem', buy),
    ];
    expect(await levels(rows)).toEqual([2, 1, 1]);
  });

  it('has the last step at most the window after the first, to the millisecond', async () => {
    const at = (action: string, milliseconds: number) =>
      row('ann', action, 0, { occurredAt: monday + milliseconds });
    const rows = (last: number) => [at('poll.vote', 0), at('quiz.complete', 30_000), at(buy, last)];
    expect(await levels(rows(60_000), { window: '1m' })).toEqual([1, 1, 1]);
    expect(await levels(rows(60_001), { window: '1m' })).toEqual([1, 1, 0]);
  });

  it('takes the best of all starts, as windowFunnel does', async () => {
    // A first start that is too early must not spoil the second, nor a second start the chain of the first.
    const late = [row('ann', 'poll.vote', 0), row('ann', 'poll.vote', 9), row('ann', 'quiz.complete', 12)];
    expect(await levels([...late, row('ann', buy, 14)], { window: '10m' })).toEqual([1, 1, 1]);
    const early = [row('ben', 'poll.vote', 0), row('ben', 'quiz.complete', 1), row('ben', 'poll.vote', 2)];
    expect(await levels([...early, row('ben', buy, 3)], { window: '10m' })).toEqual([1, 1, 1]);
  });

  it('lets one event fill one step, though two name it', async () => {
    const overlapping = ['poll.vote', 'poll.vote:hurdle'] as const;
    const one = walk('ann', 'poll.vote:hurdle', buy);
    expect(await levels(one, { steps: overlapping })).toEqual([1, 0, 0]);
    const two = walk('ben', 'poll.vote:price', 'poll.vote:hurdle', buy);
    expect(await levels(two, { steps: overlapping })).toEqual([1, 1, 1]);
  });

  it('is the goal alone without steps, and by segment where there are several', async () => {
    const { funnel } = await ask([
      ...walk('ann', buy).map((one) => ({ ...one, segments: ['new'] })),
      ...walk('ben', 'poll.vote'),
    ]);
    expect(funnel).toEqual([{ levels: [1] }, { segment: '', levels: [0] }, { segment: 'new', levels: [1] }]);
  });
});

describe('actions', () => {
  const rows = [
    ...walk('ann', 'poll.vote', 'quiz.complete', 'poll.vote', buy),
    ...walk('ben', 'poll.vote', 'poll.vote', 'quiz.complete'),
    ...walk('cem', 'quiz.complete', buy, 'poll.vote'),
    ...walk('dan', 'quiz.complete'),
    row('eve', 'poll.vote', 0, { phase: 'seen' }),
  ];
  const table = async (more: Partial<CountOptions>) =>
    (await ask(rows, more)).actions.map((one) => [
      one.action,
      one.exposed,
      one.exposedConverted,
      one.unexposed,
      one.unexposedConverted,
      one.next,
    ]);

  it('goes by the first yeses, without those who converted among them or gave fewer', async () => {
    // Ann and Ben: the others never come to the third yes without a goal.
    expect(await table({})).toEqual([
      ['poll.vote:a', 2, 1, 0, 0, 1],
      ['quiz.complete:a', 2, 1, 0, 0, 0],
    ]);
    // The first yes alone: Ann and Ben voted, Cem and Dan took the quiz.
    expect(await table({ landmark: 1 })).toEqual([
      ['poll.vote:a', 2, 1, 2, 1, 1],
      ['quiz.complete:a', 2, 1, 2, 1, 1],
    ]);
  });

  it('goes by what was done before the goal, or anywhere, when that is asked', async () => {
    expect(await table({ exposure: 'before' })).toEqual([
      ['poll.vote:a', 2, 1, 3, 1, 1],
      ['quiz.complete:a', 4, 2, 1, 0, 1],
    ]);
    expect(await table({ exposure: 'anywhere' })).toEqual([
      ['poll.vote:a', 3, 2, 2, 0, 1],
      ['quiz.complete:a', 4, 2, 1, 0, 1],
    ]);
  });

  it('tells one ask from another, or not', async () => {
    const two = walk('ann', 'poll.vote:hurdle', 'poll.vote:price', buy);
    const names = async (by: 'ask' | 'kind') =>
      (await ask(two, { by, landmark: 2 })).actions.map(({ action }) => action);
    expect(await names('ask')).toEqual(['poll.vote:hurdle', 'poll.vote:price']);
    expect(await names('kind')).toEqual(['poll.vote']);
  });

  it('never has the goal among them, whatever asks it has', async () => {
    const two = walk('ann', 'poll.vote', `${buy}:one`, `${buy}:two`);
    for (const by of ['ask', 'kind'] as const) {
      const { actions } = await ask(two, { by, exposure: 'anywhere' });
      expect(actions.map(({ action }) => action)).toEqual([by === 'kind' ? 'poll.vote' : 'poll.vote:a']);
    }
  });

  it('has a row for each segment, of those that wrote it up to their goal, or to the landmark', async () => {
    const tag = (one: RowLike, ...segments: string[]) => ({ ...one, segments });
    const [first, second, goal] = walk('ann', 'poll.vote', 'quiz.complete', buy) as [
      RowLike,
      RowLike,
      RowLike,
    ];
    const rows = [
      first,
      tag(second, 'b', 'a'),
      tag(goal, 'a', 'b'),
      ...walk('ben', 'poll.vote').map((one) => tag(one, 'c')),
    ];
    const bySegment = async (more: Partial<CountOptions>) =>
      (await ask(rows, more)).actions
        .filter(({ action }) => action === 'poll.vote:a')
        .map(({ segment, exposed }) => [segment, exposed]);
    for (const exposure of ['before', 'anywhere'] as const)
      expect(await bySegment({ exposure })).toEqual([
        [undefined, 2],
        ['b', 1],
        ['c', 1],
      ]);
    expect(await bySegment({ landmark: 1 })).toEqual([
      [undefined, 2],
      ['', 1],
      ['c', 1],
    ]);
    // Of those who came to the landmark all are of one.
    expect(await bySegment({ landmark: 2 })).toEqual([[undefined, 1]]);
    const counts = await ask(rows, { landmark: 1 });
    expect(counts.segments).toEqual([
      { segment: 'b', n: 1, converted: 1 },
      { segment: 'c', n: 1, converted: 0 },
    ]);
    const after = [...walk('ann', buy, 'poll.vote')].map((one, at) => (at > 0 ? tag(one, 'late') : one));
    expect((await ask(after)).segments).toEqual([{ segment: '', n: 1, converted: 1 }]);
  });

  it('knows the segment at the landmark, however soon after it another is told', async () => {
    const visit = (who: string, told: 'before' | 'with' | 'after') => {
      const [one, two, three] = walk(who, 'poll.vote', 'quiz.complete', 'quiz.complete') as [
        RowLike,
        RowLike,
        RowLike,
      ];
      const segments = ['keen'];
      const seen = { ...two, id: `${two.id} seen`, phase: 'seen' };
      return {
        before: [one, { ...seen, occurredAt: two.occurredAt - 1, segments }, two, three],
        with: [one, { ...two, segments }, three],
        after: [one, two, { ...seen, occurredAt: two.occurredAt + 1, segments }, { ...three, segments }],
      }[told];
    };
    const counts = await ask(
      [...visit('ann', 'before'), ...visit('ben', 'with'), ...visit('cem', 'after')].reverse(),
      { landmark: 2 },
    );
    // What only describes goes by what became known.
    expect(counts.segments).toEqual([{ segment: 'keen', n: 3, converted: 0 }]);
    expect(counts.funnel).toEqual([{ levels: [0] }]);
    expect(counts.actions.map(({ action, segment, exposed }) => [action, segment, exposed])).toEqual([
      ['poll.vote:a', undefined, 3],
      ['poll.vote:a', '', 1],
      ['poll.vote:a', 'keen', 2],
      ['quiz.complete:a', undefined, 3],
      ['quiz.complete:a', '', 1],
      ['quiz.complete:a', 'keen', 2],
    ]);
  });
});

describe('what followed what', () => {
  const rows = [
    ...walk('visitor-07', 'poll.vote', 'quiz.complete', buy, 'poll.vote'),
    ...walk('visitor-17', 'poll.vote', 'poll.vote', 'quiz.complete'),
    row('visitor-27', 'poll.vote', 0, { phase: 'seen' }),
  ];

  it('counts moves up to the goal, by the end of the id', async () => {
    const { transitions } = await ask(rows);
    expect(transitions).toEqual([
      { group: '07', from: START, to: 'poll.vote:a', n: 1 },
      { group: '07', from: 'poll.vote:a', to: 'quiz.complete:a', n: 1 },
      { group: '07', from: 'quiz.complete:a', to: GOAL, n: 1 },
      { group: '17', from: START, to: 'poll.vote:a', n: 1 },
      { group: '17', from: 'poll.vote:a', to: 'poll.vote:a', n: 1 },
      { group: '17', from: 'poll.vote:a', to: 'quiz.complete:a', n: 1 },
      { group: '17', from: 'quiz.complete:a', to: END, n: 1 },
    ]);
  });

  it('counts the first yeses, the most walked first, the rest as one', async () => {
    const more = [
      ...rows,
      ...walk('ann', 'poll.vote', 'quiz.complete'),
      ...walk('ben', 'poll.vote', 'quiz.complete', buy),
    ];
    expect((await ask(more, { pathLength: 2 })).paths).toEqual([
      { path: ['poll.vote:a', 'quiz.complete:a'], n: 3, converted: 2 },
      { path: ['poll.vote:a', 'poll.vote:a'], n: 1, converted: 0 },
    ]);
    expect((await ask(more, { paths: 1 })).paths).toEqual([
      { path: ['poll.vote:a', 'quiz.complete:a', GOAL], n: 2, converted: 2 },
      { path: [], n: 2, converted: 0, others: true },
    ]);
  });

  it('counts the next yes and who converted in time, each unit once in a row', async () => {
    const vote = (minute: number, grade: number) => row('ann', 'poll.vote', minute, { grade });
    const counts = await ask([vote(0, 1), vote(1, 2), vote(2, 1), row('ann', buy, 3)], { horizon: '2m' });
    expect(counts.next).toEqual([
      { state: START, action: 'poll.vote:a', grade: 1, n: 1, converted: 0 },
      { state: 'poll.vote:a', action: 'poll.vote:a', grade: 2, n: 1, converted: 1 },
    ]);
  });
});

describe('weeks', () => {
  const at = (visitor: string, days: number) => row(visitor, 'poll.vote', days * 1_440, { phase: 'seen' });

  it('counts who came back in the weeks after the first, from Monday', async () => {
    const rows = [at('ann', 0), at('ann', 6.99), at('ann', 7), at('ann', 22), at('ben', -0.01), at('ben', 8)];
    const { retention } = await ask(rows);
    const week = Math.floor((monday - 4 * day) / (7 * day));
    expect(retention).toEqual([
      { cohort: week - 1, age: 0, n: 1 },
      { cohort: week - 1, age: 2, n: 1 },
      { cohort: week, age: 0, n: 1 },
      { cohort: week, age: 1, n: 1 },
      { cohort: week, age: 3, n: 1 },
    ]);
  });

  it('begins weeks on another day', async () => {
    const rows = [at('ann', 5.5), at('ann', 6.5)];
    const ages = async (weekStart: 1 | 7) => (await ask(rows, { weekStart })).retention.map(({ age }) => age);
    expect(await ages(1)).toEqual([0]);
    expect(await ages(7)).toEqual([0, 1]);
  });
});

describe('variants', () => {
  const shown = (visitor: string, variant: string, minute: number) =>
    row(visitor, 'experiment.expose:x', minute, { phase: 'seen', experiments: { x: variant } });

  it('counts what was done from the exposure on, and those of several variants in none', async () => {
    const { variants } = await ask(
      [
        ...[row('ann', buy, 0, { amount: 5 }), shown('ann', 'a', 1), row('ann', 'poll.vote', 2)],
        ...[row('ann', buy, 3, { amount: 20 }), row('ann', buy, 4, { amount: 30 })],
        ...[shown('ben', 'a', 0), row('ben', buy, 3)],
        ...[row('cem', 'poll.vote', 0), shown('cem', 'b', 1)],
        ...[shown('dan', 'a', 0), shown('dan', 'b', 1), row('dan', buy, 2, { amount: 99 })],
      ],
      { micro: 'poll.vote' },
    );
    expect(variants).toEqual([
      {
        experiment: 'x',
        variant: 'a',
        exposed: 2,
        converted: 2,
        micro: 1,
        sum: 20,
        sumSquares: 400,
        mixed: 1,
      },
      { experiment: 'x', variant: 'b', exposed: 1, converted: 0, micro: 0, sum: 0, sumSquares: 0, mixed: 1 },
    ]);
  });

  it('takes an exposure by its data where the event carries no variants', async () => {
    const { variants } = await ask([
      commitmentFixture('experiment.expose', {
        phase: 'seen',
        data: { experiment: 'form-length', variant: 'short' },
      }),
    ]);
    expect(variants).toMatchObject([{ experiment: 'form-length', variant: 'short', exposed: 1, mixed: 0 }]);
  });
});

describe('the work', () => {
  it('reads what can be iterated, at once or over time', async () => {
    const rows = walk('ann', 'poll.vote', buy);
    async function* later() {
      yield* rows;
    }
    const at = await ask(rows);
    expect(await count(new Set(rows), { goal: buy, now })).toEqual(at);
    expect(await count(later(), { goal: buy, now })).toEqual(at);
  });

  it('counts 100,000 events of one visitor in the wrong order without growing slow', async () => {
    const kinds = ['poll.vote', 'quiz.complete', 'share-button.share'];
    const rows = Array.from({ length: 100_000 }, (_, at) =>
      row('ann', kinds[at % 3] ?? '', (100_000 - at) / 2),
    );
    const began = performance.now();
    const counts = await ask(rows, { steps: ['poll.vote', 'quiz.complete'], exposure: 'anywhere' });
    // A tenth of a second on a machine that does nothing else; a square of it would take minutes.
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(counts).toMatchObject({ rows: 100_000, units: 1 });
    expect(counts.funnel[0]?.levels).toEqual([1, 1, 0]);
  }, 60_000);

  it('lets other work go first, and tells how far it is', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => row(`visitor ${at % 5_000}`, 'poll.vote', at));
    const told: number[] = [];
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns++;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await ask(rows, { onProgress: (read) => told.push(read) });
    isOver = true;
    expect(turns).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((one, two) => one - two));
    expect(told.at(-1)).toBe(60_000);
  });

  it('stops when it is told to, and lets go of what it reads', async () => {
    const stop = new AbortController();
    let isClosed = false;
    async function* endless() {
      try {
        for (let at = 0; ; at++) yield row('ann', 'poll.vote', at);
      } finally {
        isClosed = true;
      }
    }
    const counting = count(endless(), { goal: buy, now, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 20);
    await expect(counting).rejects.toThrow('enough');
    expect(isClosed).toBe(true);
    await expect(ask([], { signal: stop.signal })).rejects.toThrow('enough');
  });

  it('says what it left out and why, and counts the rest', async () => {
    const problems: unknown[] = [];
    const vote = commitmentFixture('poll.vote');
    const { visitorId: _, ...flat } = row('ann', 'poll.vote', 0);
    const counts = await ask(
      [
        null,
        { ...vote, v: 2 },
        { ...vote, v: undefined },
        { ...vote, kind: 'vote' },
        { ...vote, phase: 'done' },
        { ...vote, page: { path: '/' } },
        { ...vote, visitor: {} },
        { ...vote, time: '2026-01-01' },
        { ...vote, value: { amount: '49', currency: 'EUR' } },
        { ...vote, experiments: { x: 1 } },
        { ...flat, segments: 'new' },
        { ...flat, grade: 4 },
        { ...flat, seq: 1.5 },
        vote,
        flat,
      ],
      { onProblem: ({ line, reason, detail }) => problems.push([line, reason, detail]) },
    );
    expect(counts.rows).toBe(2);
    expect(problems).toEqual([
      [1, 'shape', 'an event is an object'],
      [2, 'version', 'v: 1 is the version that is understood'],
      [3, 'shape', 'v: missing'],
      [4, 'shape', 'kind: component.act in lower case'],
      [5, 'shape', 'phase: one of the nine'],
      [6, 'shape', 'page.viewId: a text'],
      [7, 'shape', 'visitor.id: a text'],
      [8, 'shape', 'time: milliseconds since 1970'],
      [9, 'shape', 'value.amount: a number'],
      [10, 'shape', 'experiments: variants by experiment'],
      [11, 'shape', 'segments: a list'],
      [12, 'shape', 'grade: 1, 2 or 3'],
      [13, 'shape', 'seq: a whole number'],
    ]);
  });

  it('tells the developer once what it left out, where nobody listens', async () => {
    expectConsole(
      'warn',
      'SY-1607 2 of 3 events were left out, because they are no events, or none that can be',
    );
    await ask([row('ann', 'poll.vote', 0), 1, 2]);
  });
});

describe('what cannot be asked', () => {
  const bad = (options: object) => count([], { goal: buy, ...options } as CountOptions);

  it.each([
    ['SY-1601 goal of the question is "purchase"', { goal: 'purchase' }],
    ['SY-1601 goal of the question is undefined', { goal: undefined }],
    ['SY-1601 goal of the question is "poll.vote:"', { goal: 'poll.vote:' }],
    ['SY-1601 steps[1] of the question is 7', { steps: ['poll.vote', 7] }],
    ['SY-1601 micro of the question is "(goal)"', { micro: '(goal)' }],
    ['SY-1601 derived[0] of the question', { derived: ['Poll.vote'] }],
    ['SY-1602 window of the question is "a month"', { window: 'a month' }],
    ['SY-1602 window of the question is 0', { window: 0 }],
    ['SY-1602 window of the question is null', { window: Number.NaN }],
    ['SY-1602 horizon of the question is "forever"', { horizon: 'forever' }],
    ['SY-1602 horizon of the question is "0d"', { horizon: '0d' }],
    ['SY-1603 landmark of the question is 0', { landmark: 0 }],
    ['SY-1603 landmark of the question is 1.5', { landmark: 1.5 }],
    ['SY-1603 paths of the question is -1', { paths: -1 }],
    ['SY-1603 pathLength of the question is "5"', { pathLength: '5' }],
    ['SY-1603 weekStart of the question is 8', { weekStart: 8 }],
    ['SY-1603 unit of the question is "person"', { unit: 'person' }],
    ['SY-1603 exposure of the question is "after"', { exposure: 'after' }],
    ['SY-1603 steps of the question is "poll.vote"', { steps: 'poll.vote' }],
    ['SY-1604 The goal checkout.purchase stands', { steps: [buy, 'poll.vote'] }],
    ['SY-1605 The step poll.vote stands', { steps: ['poll.vote', 'quiz.complete', 'poll.vote'] }],
  ])('%s', async (message, options) => {
    await expect(bad(options)).rejects.toThrow(message);
  });

  it('SY-1601 too when nothing is asked at all', async () => {
    await expect(count([], undefined as never)).rejects.toThrow('SY-1601');
  });

  it.each([
    ['a text', 'events.ndjson'],
    ['nothing', undefined],
    ['an object', {}],
  ])('SY-1606 where there is %s to read', async (_, source) => {
    await expect(count(source as never, { goal: buy })).rejects.toThrow('SY-1606');
  });

  it('fills in what is not said', async () => {
    const { question } = await count([], { goal: buy, steps: ['poll.vote'], now, window: '1.5h' });
    expect(question).toEqual({
      goal: buy,
      steps: ['poll.vote', buy],
      window: 5_400_000,
      unit: 'visitor',
      by: 'ask',
      exposure: 'landmark',
      landmark: 3,
      derived: [],
      micro: 'poll.vote',
      horizon: 30 * day,
      paths: 20,
      pathLength: 5,
      weekStart: 1,
      now,
    });
    expect((await count([], { goal: buy })).question.micro).toBe(buy);
  });
});
