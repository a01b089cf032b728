import { analyze, type Counts, type Insights } from 'smallyes/insights';
import { experimentFor, tellReport } from 'smallyes/insights/react';
import * as ladder from 'smallyes/ladder';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { insightsLabels } from '../../src/insights/react/report-english.ts';
import { linearScale, ratioScale } from '../../src/insights/react/scale.ts';
import { writerOf } from '../../src/insights/react/write.ts';
import {
  arm,
  firstWeekCounts,
  lift,
  noCounts,
  shopCounts,
  shopNames,
  unevenCounts,
} from '../../stories/insights-shop.ts';

const weight = 'calculator.result:blanket-weight';
const tell = (counts: Counts, names: Readonly<Record<string, string>> = shopNames) =>
  tellReport(analyze(counts), { names }).map(({ about, text }) => `${about}: ${text}`);

describe('what the report says', () => {
  it('tells in order how many, where the way breaks, what goes with the goal, what to ask, what was tested', () => {
    expect(tell(shopCounts)).toEqual([
      'overall: 1,204 of 18,412 visitors reached the goal: 6.5%.',
      'weak-link: At “Find your blanket”, 39.1% of “Too cold” go on, of the others 60.6%. Look at this step first.',
      'lift: Of those who gave “Find your blanket” early, 14.6% reached the goal; of those who did not, 7.2%. The two go together. Whether the ask makes a difference, only a test can tell.',
      'next: Of those who began with “What wakes you?”, at least 8.2% reached the goal, the largest sure share among first asks.',
      'next: Of those who gave “Find your blanket” after “What wakes you?”, at least 10.6% reached the goal, the largest sure share among the asks that fit there.',
      'next: Of those who gave “Sleep letter” after “Find your blanket”, at least 15.9% reached the goal, the largest sure share among the asks that fit there.',
      'experiment: With “Beside the result”, 9.4% reached the goal, with “As it was” 6.5%. The difference of +2.9 points (+1.2 to +4.6) is more than chance explains.',
      'experiment: Between “Short words” and “As it was” no difference of the goal is proven yet: -0.2 points (-2.1 to +1.8).',
      'experiment: More gave the smaller yes with “Short words”, but not surely more reached the goal. Judge it by the goal.',
    ]);
  });

  it('tells first what nobody gave, and what could have been meant, in the ids that the question has', () => {
    const ends = { yes: 0, withdrawn: 0, failed: 0, dismissed: 0, abandoned: 0 };
    const none = { kind: '', ask: 'a', seen: 1, started: 1, ...ends };
    const asks = [
      ...Array.from({ length: 12 }, (_, at) => ({ ...none, kind: `own.kind-${at}`, yes: 1 })),
      { ...none, kind: 'poll.vote', ask: 'turned \u202Eid', yes: 1 },
      { ...none, kind: 'quiz.complete' },
    ];
    const counts = { ...shopCounts, missing: ['poll.vote:sleep-problm' as const], asks };
    const yeses = Array.from({ length: 9 }, (_, at) => `own.kind-${at}`).join(', ');
    const first = `missing: Nobody gave poll.vote:sleep-problm. The yeses are poll.vote:turned id, ${yeses} ….`;
    expect(tell(counts)[0]).toBe(first);
    expect(tell({ ...counts, converted: 0 })[0]).toBe(first);
    expect(tell({ ...counts, units: 0 }).join()).not.toContain('Nobody gave');
  });

  it('names the action that is worth a test, never the last step before the goal', () => {
    const tellings = tellReport(analyze(shopCounts));
    expect(tellings.flatMap(({ test }) => test ?? [])).toEqual(['calculator.result:blanket-weight']);
    expect(analyze(shopCounts).lifts[0]?.action).toBe('add-to-cart-button.add:blanket');
  });

  it('recommends no ask that led nobody to the goal', () => {
    const next = shopCounts.next.map((one) => ({ ...one, converted: 0 }));
    expect(analyze({ ...shopCounts, next }).nextBestAsks).not.toEqual([]);
    expect(tell({ ...shopCounts, next }).filter((line) => line.startsWith('next'))).toEqual([]);
  });

  it('tells what goes with fewer goals in words, with what may be behind it, and advises none of it', () => {
    const film = 'video-player.play:how-wool-works';
    const actions = shopCounts.actions.map((one) =>
      one.action === film || one.action === weight ? lift(one.action, 1_466, 60, 4_756, 501, 18) : one,
    );
    const counts = { ...shopCounts, actions };
    const told = tell(counts);
    expect(told).toContain(
      'lift: Those who gave “Find your blanket” or “Film: how wool works” early reached the goal less often than those who did not. That is no proof of harm. Only the first few yeses are looked at, so any of these may just have taken the place of a stronger one.',
    );
    expect(analyze(counts).nextBestAsks.map(({ action }) => action)).toContain(weight);
    expect(told.filter((line) => line.startsWith('next')).join()).not.toContain('“Find your blanket” after');
    expect(tellReport(analyze(counts)).flatMap(({ test }) => test ?? [])).not.toContain(weight);

    const question = { ...shopCounts.question, exposure: 'before' as const };
    expect(tell({ ...counts, question }).join()).not.toContain('taken the place');
  });

  it('concludes nothing from a handful', () => {
    expect(tell(firstWeekCounts)).toEqual([
      'overall: 3 of 28 reached the goal. These are too few visitors for a rate.',
      'lift: No early yes surely goes together with more goals.',
      'experiment: Too few visitors yet to compare “Beside the result” with “As it was”.',
    ]);
  });

  it('says so when nobody came, and when nobody reached the goal', () => {
    expect(tell(noCounts)).toEqual(['overall: No visitors have been counted yet.']);
    const none = tell({ ...firstWeekCounts, converted: 0, funnel: [{ levels: [170, 90, 40, 40, 0] }] });
    expect(none[0]).toBe(
      'overall: Nobody has reached the goal yet, so nothing can be said of what goes with it.',
    );
    expect(none[1]).toBe(
      'weak-link: Most are lost before “Find your blanket”: 80 visitors. A large loss is not yet a fault, because later asks are larger.',
    );
    const first = tell({ ...firstWeekCounts, converted: 0, funnel: [{ levels: [17, 1, 0, 0, 0] }] });
    expect(first.filter((line) => line.startsWith('weak-link'))).toEqual([]);
  });

  it('reads no experiment of uneven variants, nor one of a single variant', () => {
    expect(tell(unevenCounts).at(-1)).toMatch(/^experiment: Not to be read/);
    const single = { ...shopCounts, variants: shopCounts.variants.slice(0, 1) };
    expect(tell(single).at(-1)).toMatch(/^experiment: Only one variant/);
  });

  it('tells of a variant that is surely worse as of one that is better, without a hint', () => {
    const variants = [
      arm('words', 'control', 5_000, 500, 500, 90),
      arm('words', 'short', 5_000, 350, 700, 90),
    ];
    const told = tell({ ...shopCounts, variants });
    expect(told.at(-2)).toContain('-3.0 points');
    expect(told.at(-2)).toContain('more than chance explains');
    expect(told.at(-1)).toContain('Judge it by the goal');
  });

  it('tells no association of what holds in single segments alone', () => {
    const film = 'video-player.play:how-wool-works';
    const actions = [
      lift(film, 1_300, 300, 1_300, 480, 18),
      lift(film, 300, 150, 1_000, 430, 12, 'too-warm'),
      lift(film, 1_000, 160, 300, 30, 6, 'too-cold'),
    ];
    const insights = analyze({ ...shopCounts, actions });
    const [first] = insights.lifts;
    expect(first).toMatchObject({ shown: true, segment: expect.any(String) });
    expect(first?.q).toBeLessThan(0.05);
    expect(first?.oddsInterval[0]).toBeGreaterThan(1);
    expect(tellReport(insights).find(({ about }) => about === 'lift')?.text).toBe(
      'No early yes surely goes together with more goals.',
    );
  });

  it('says that no segment is behind only where segments were compared', () => {
    const even = { ...shopCounts, funnel: shopCounts.funnel.slice(0, 1) };
    expect(tell(even).join(' ')).not.toContain('No segment');
    const levels = [1_000, 500, 250, 120, 60];
    const alike = [
      { levels: [3_000, 1_500, 750, 360, 180] },
      { segment: 'a', levels },
      { segment: 'b', levels },
    ];
    expect(tell({ ...shopCounts, funnel: alike }).join(' ')).toContain('No segment is surely behind');
  });

  it('speaks of visits where visits were counted', () => {
    const byVisit = { ...shopCounts, question: { ...shopCounts.question, unit: 'session' as const } };
    expect(tell(byVisit)[0]).toBe('overall: 1,204 of 18,412 visits reached the goal: 6.5%.');
  });

  it('never speaks of a cause', () => {
    const texts = Object.values(insightsLabels).flatMap((label) =>
      typeof label === 'object' ? Object.values(label) : label,
    );
    expect(texts.length).toBeGreaterThan(100);
    const causal =
      /\b(causes?|caused|leads? to|drives?|brings?|boosts?|increases?|improves?|thanks to|results? in|effect of)\b/i;
    expect(texts.filter((text) => causal.test(text))).toEqual([]);
  });

  it('takes texts of its own, also for one sentence alone', () => {
    const labels = { overall: '{converted}/{all} {units}', visitorUnits: 'guests' };
    expect(tellReport(analyze(shopCounts), { labels })[0]?.text).toBe('1,204/18,412 guests');
  });

  it('does not fail over insights whose figures are no numbers', () => {
    const broken = JSON.parse(JSON.stringify(analyze(shopCounts)), (_, value) =>
      typeof value === 'number' ? Number.NaN : value,
    ) as Insights;
    expect(tellReport(broken).map(({ text }) => text)).toEqual(['No visitors have been counted yet.']);
  });
});

describe('names', () => {
  const writer = writerOf({
    names: { 'poll.vote:a': 'Whole', b: 'Ask', 'poll.vote': 'Vote', '(goal)': 'Order', constructor: 'X' },
  });

  it.each([
    ['poll.vote:a', 'Whole'],
    ['poll.vote:b', 'Ask'],
    ['poll.vote:c', 'Vote: c'],
    ['poll.vote', 'Vote'],
    ['quiz.complete:c', 'c (quiz.complete)'],
    ['quiz.complete', 'quiz.complete'],
    ['(goal)', 'Order'],
    ['(start)', 'Arrival'],
    ['(end)', 'End'],
    ['(others)', 'All rarer actions'],
    ['toString', 'toString'],
    ['__proto__:hasOwnProperty', 'hasOwnProperty (__proto__)'],
  ])('%s is %s', (action, name) => {
    expect(writer.name(action)).toBe(name);
  });

  it('are cut where they are as long as a page, between letters', () => {
    const name = writer.name('😀'.repeat(5_000));
    expect(Array.from(name)).toHaveLength(120);
    // Throws over half a letter.
    expect(encodeURIComponent(name)).toMatch(/%80%A6$/);
    expect(name.endsWith('😀…')).toBe(true);
  });
});

it('keeps names and figures apart from what stands beside them, where directions meet, and nowhere else', () => {
  const values = { low: 'long', high: '+4' };
  expect(writerOf({ locale: 'ar-EG' }).say('interval', values)).toBe('\u2068long\u2069 to \u2068+4\u2069');
  expect(writerOf({}).say('interval', { low: 'كلمات', high: '+4' })).toBe('\u2068كلمات\u2069 to +4');
  expect(writerOf({ locale: 'arn' }).say('interval', values)).toBe('long to +4');
});

it('takes from a name what would turn the direction of the sentence around it', () => {
  expect(writerOf({}).name('poll.vote:a\u202Eb\u2066')).toBe('ab (poll.vote)');
});

describe('figures', () => {
  const writer = writerOf({});

  it('are a dash where they are no number', () => {
    for (const write of [writer.count, writer.share, writer.points, writer.ratio, writer.money, writer.week])
      expect(write(Number.NaN)).toBe('–');
    expect(writer.q(undefined)).toBe('–');
    expect(writer.interval({ interval: [Number.NaN, 1] }, writer.share)).toBe('');
    expect(writer.interval({ interval: [-Infinity, Infinity] }, writer.money)).toBe('');
    expect(writer.week(1e300)).toBe('–');
  });

  it('are never rounded to none', () => {
    expect([writer.share(0.0004), writer.share(0), writer.share(1)]).toEqual(['0.04%', '0.0%', '100.0%']);
    expect(writer.q(0.0004)).toContain('< 0.001');
  });

  it('are written as the locale writes them, as in English where it is none', () => {
    expect(writerOf({ locale: 'de' }).points(-0.0123)).toBe('-1,2');
    expect(writerOf({ locale: 'de', currency: 'EUR' }).money(3.5)).toBe('3,50\u00a0€');
    expect(writerOf({ currency: 'nonsense' }).money(3.5)).toBe('3.50');
  });
});

describe('an axis', () => {
  it('puts the same ratio at the same distance, and 1 on it', () => {
    const scale = ratioScale([
      { ratio: 4, ends: [2, 8] },
      { ratio: 0.25, ends: [0.125, 0.5] },
    ]);
    expect(scale.place(4) - scale.place(2)).toBeCloseTo(scale.place(2) - scale.place(1), 12);
    expect(scale.place(1)).toBeCloseTo(0.5, 12);
    expect(scale.ticks).toContain(1);
  });

  it('is not pressed together by one wide interval', () => {
    const scale = ratioScale([
      { ratio: 1.2, ends: [1.1, 1.3] },
      { ratio: 1.5, ends: [0.001, 900] },
    ]);
    expect(scale.high).toBeLessThan(5);
    expect(scale.place(900)).toBe(1);
  });

  it.each([
    [[]],
    [[1.01]],
    [[0.9, 1.3]],
    [[0.5, 2]],
    [[0.1, 9]],
    [[0.0001, 10_000]],
    [[Number.NaN, Infinity, 0, -3]],
  ])('has two to seven marks over ratios of %j', (ratios) => {
    const { ticks, low, high } = ratioScale(
      ratios.map((ratio) => ({ ratio, ends: [ratio * 0.9, ratio * 1.1] })),
    );
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(7);
    for (const tick of ticks) expect(tick > low && tick < high).toBe(true);
  });

  it.each([
    [[]],
    [[0]],
    [[0.001, 0.004]],
    [[-3, 9]],
    [[5e8, 6e8]],
    [[Number.NaN, Infinity]],
    [[1e-9]],
    [[-1e308, 1e308]],
  ])('has at most eight marks over %j', (values) => {
    const { ticks, place } = linearScale(values, 0);
    expect(ticks.length).toBeLessThanOrEqual(8);
    for (const value of [...values, 0, Number.NaN]) {
      expect(place(value)).toBeGreaterThanOrEqual(0);
      expect(place(value)).toBeLessThanOrEqual(1);
    }
  });
});

describe('experimentFor', () => {
  it.each([
    'poll.vote:biggest-hurdle',
    'poll.vote',
    'poll.vote:Ünïcödé',
    'poll.vote:日本語',
    'poll.vote:-_9 lives',
    "poll.vote:a' }); alert(1); ({ '",
    'poll.vote:</script><img onerror=x>',
    `poll.vote:${'very-'.repeat(2_000)}`,
    '',
  ])('writes code that runs for %.40s', (action) => {
    const code = experimentFor(action);
    const { outputText, diagnostics } = ts.transpileModule(code, {
      reportDiagnostics: true,
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    expect(diagnostics).toEqual([]);
    const made: Record<string, ladder.Experiment> = {};
    new Function('require', 'exports', outputText)(() => ladder, made);
    const [experiment] = Object.values(made);
    expect(Object.keys(made)).toHaveLength(1);
    expect(experiment?.variants).toEqual(['control', 'shown']);
    expect(experiment?.id).toMatch(/^show-[A-Za-z0-9-]+$/);
  });
});
