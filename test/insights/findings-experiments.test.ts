import { describe, expect, it } from 'vitest';
import type { VariantCount } from '../../src/insights/counts.ts';
import { type ExperimentReading, experimentsOf } from '../../src/insights/findings/experiments.ts';
import { none } from './no-effect.ts';

const arm = (
  variant: string,
  exposed: number,
  converted: number,
  more: Partial<VariantCount> = {},
): VariantCount => ({
  experiment: 'form-length',
  variant,
  exposed,
  converted,
  micro: converted,
  sum: 0,
  sumSquares: 0,
  mixed: 0,
  ...more,
});
const read = (variants: readonly VariantCount[], reading?: ExperimentReading) =>
  experimentsOf({ ...none, variants }, reading)[0];

describe('Udacity, who asked for time before the trial (2014)', () => {
  // Per click that led to the button: enrolments as the smaller yes, payments as the goal.
  const udacity = [
    arm('control', 17_293, 2033, { micro: 3785 }),
    arm('question', 17_260, 1945, { micro: 3423 }),
  ];
  const once = read(udacity, { looks: 'once', planned: 34_000 })?.comparisons[0];

  it('lost enrolments, and no payments that could be told from chance', () => {
    expect(once).toMatchObject({ variant: 'question', against: 'control' });
    expect(once?.micro.estimate).toBeCloseTo(-0.0206, 4);
    expect(once?.micro.interval[0]).toBeCloseTo(-0.0291, 4);
    expect(once?.micro.interval[1]).toBeCloseTo(-0.012, 4);
    expect(once?.micro.q).toBeLessThan(0.001);
    expect(once?.goal.estimate).toBeCloseTo(-0.0049, 4);
    expect(once?.goal.interval[0]).toBeCloseTo(-0.0116, 4);
    expect(once?.goal.interval[1]).toBeCloseTo(0.0019, 4);
    expect(once?.goal.q).toBeGreaterThan(0.05);
    expect(once?.goal.warnings).toEqual([]);
  });

  it('has a share of the first arm that fits the difference', () => {
    expect(once?.relative.estimate).toBeCloseTo(1945 / 17_260 / (2033 / 17_293) - 1, 12);
    expect(once?.relative.interval[0]).toBeLessThan(-0.09);
    expect(once?.relative.interval[1]).toBeGreaterThan(0);
  });

  it('has a wider interval when it may be looked at each day, with the same enrolments lost', () => {
    const any = read(udacity, { planned: 34_000 })?.comparisons[0];
    const width = ({ interval }: { interval: readonly [number, number] }) => interval[1] - interval[0];
    for (const metric of ['goal', 'micro', 'relative', 'value'] as const)
      if (metric !== 'value')
        expect(
          width(any?.[metric] ?? { interval: [0, 0] }) / width(once?.[metric] ?? { interval: [0, 1] }),
        ).toBeGreaterThan(1.3);
    expect(any?.micro.q).toBeLessThan(0.05);
    expect(any?.micro.interval[1]).toBeLessThan(0);
  });
});

describe('arms of the wrong size', () => {
  it('are warned of below 1 %: Cookie Cats, 44,700 and 45,489', () => {
    const cats = read([arm('gate-30', 44_700, 8502), arm('gate-40', 45_489, 8279)], {
      looks: 'once',
      planned: 90_000,
    });
    expect(cats?.srmP).toBeCloseTo(0.0086, 4);
    expect(cats?.warnings).toEqual(['SRM']);
    expect(cats?.comparisons).toMatchObject([
      { variant: 'gate-40', against: 'gate-30', goal: { warnings: ['SRM'] } },
    ]);
    expect(cats?.comparisons[0]?.goal.p).toBeCloseTo(0.0016, 4);
  });

  it('are not read at all below 0.1 %', () => {
    expect(read([arm('a', 44_500, 8502), arm('b', 45_489, 8279)])).toMatchObject({
      warnings: ['SRM'],
      comparisons: [],
      arms: [{ variant: 'a' }, { variant: 'b' }],
    });
  });

  it('are those of the weights, where there are any', () => {
    const arms = [arm('control', 9000, 900), arm('short', 1000, 100)];
    expect(read(arms)?.comparisons).toEqual([]);
    expect(read(arms, { weights: { 'form-length': { control: 9, short: 1 } } })).toMatchObject({
      srmP: 1,
      warnings: [],
    });
    // Weights of another experiment, and such as `defineExperiment` refuses.
    expect(read(arms, { weights: { other: { control: 9, short: 1 } } })?.srmP).toBe(0);
    expect(read(arms, { weights: { 'form-length': { control: 9, short: Number.NaN } } })?.srmP).toBe(0);
  });

  it('are those of an arm that nobody came to, and of one that should not be', () => {
    const weights = { 'form-length': { control: 1, short: 1 } };
    expect(read([arm('control', 1000, 100)], { weights })).toMatchObject({
      warnings: ['SRM'],
      comparisons: [],
    });
    expect(read([arm('control', 500, 50), arm('short', 500, 50), arm('long', 3, 0)], { weights })?.srmP).toBe(
      0,
    );
  });

  it('say nothing of those who are kept out', () => {
    const readout = read([arm('holdout', 500, 50), arm('long', 5000, 500), arm('short', 5010, 700)]);
    expect(readout).toMatchObject({
      warnings: [],
      arms: [{ variant: 'long' }, { variant: 'short' }, { variant: 'holdout' }],
    });
    expect(readout?.comparisons.map(({ variant, against }) => [variant, against])).toEqual([
      ['short', 'long'],
    ]);
    expect(read([arm('holdout', 500, 50)])).toMatchObject({ srmP: 1, comparisons: [] });
  });
});

describe('the first arm', () => {
  const arms = [arm('a', 500, 50), arm('control', 500, 50), arm('b', 500, 50)];
  const namesOf = (reading?: ExperimentReading, without = '') =>
    read(
      arms.filter(({ variant }) => variant !== without),
      reading,
    )?.arms.map(({ variant }) => variant);

  it('is control, else the first of the weights, else the first by name', () => {
    expect(namesOf()).toEqual(['control', 'a', 'b']);
    expect(namesOf({}, 'control')).toEqual(['a', 'b']);
    expect(namesOf({ weights: { 'form-length': { b: 1, a: 1 } } }, 'control')).toEqual(['b', 'a']);
    expect(namesOf({ weights: { 'form-length': { b: 1, a: 1, control: 1 } } })).toEqual([
      'control',
      'b',
      'a',
    ]);
  });
});

describe('a comparison', () => {
  it('is guarded by size, each figure by its own', () => {
    const few = read([arm('a', 99, 20), arm('b', 99, 20)]);
    expect(few).toMatchObject({ warnings: ['TOO_FEW'] });
    expect(few?.comparisons[0]?.goal).toMatchObject({
      warnings: ['TOO_FEW'],
      p: Number.NaN,
      q: undefined,
      comparisons: 0,
    });
    const rare = read([arm('a', 1000, 4, { micro: 300 }), arm('b', 1000, 5, { micro: 200 })]);
    expect(rare?.warnings).toEqual(['TOO_FEW']);
    expect(rare?.comparisons[0]).toMatchObject({
      goal: { warnings: ['TOO_FEW'] },
      relative: { warnings: ['TOO_FEW'] },
      value: { warnings: ['TOO_FEW'] },
      micro: { warnings: [], comparisons: 1 },
    });
    expect(read([arm('a', 1000, 5), arm('b', 1000, 5)])?.warnings).toEqual([]);
  });

  it('shows an arm that puts everybody off', () => {
    const [goal] = read([arm('a', 1000, 60), arm('b', 1000, 0)])?.comparisons.map((one) => one.goal) ?? [];
    expect(goal?.warnings).toEqual([]);
    expect(goal?.q).toBeLessThan(0.001);
    expect(goal?.interval[1]).toBeLessThan(0);
  });

  it('is not sure of two arms without a single yes', () => {
    const [one] = read([arm('a', 500, 0), arm('b', 500, 0)])?.comparisons ?? [];
    expect(one?.goal.estimate).toBe(0);
    expect(one?.goal.interval[0]).toBeLessThan(-0.005);
    expect(one?.goal.interval[1]).toBeGreaterThan(0.005);
  });

  it('is peeked at when it is to be read once and is not there yet', () => {
    const arms = [arm('a', 4999, 500), arm('b', 5000, 500)];
    expect(read(arms, { looks: 'once' })?.comparisons[0]?.goal.warnings).toEqual(['PEEKED']);
    expect(read(arms, { looks: 'once', planned: 9999 })?.warnings).toEqual([]);
    expect(read(arms)?.warnings).toEqual([]);
  });

  it('is corrected over all experiments, each figure by itself', () => {
    const variants = ['x', 'y', 'z'].flatMap((experiment, at) => [
      arm('a', 5000, 500, { experiment }),
      arm('b', 5000, 560 + at * 20, { experiment }),
    ]);
    const goals = experimentsOf({ ...none, variants }, { looks: 'once' }).map(
      ({ comparisons }) => comparisons[0]?.goal,
    );
    expect(goals.map((one) => one?.comparisons)).toEqual([3, 3, 3]);
    expect(goals[0]?.q).toBeCloseTo(goals[0]?.p ?? 0, 12);
    expect(goals[1]?.q).toBeCloseTo(((goals[1]?.p ?? 0) * 3) / 2, 12);
    expect(goals[2]?.q).toBeCloseTo((goals[2]?.p ?? 0) * 3, 12);
  });

  it('works out money by its mean and its spread', () => {
    // 100 orders of 50 and 100 of 150; the same of 60 and 160.
    const value = (low: number, high: number) => ({
      sum: 100 * (low + high),
      sumSquares: 100 * (low ** 2 + high ** 2),
    });
    const money = read([arm('a', 1000, 200, value(50, 150)), arm('b', 1000, 200, value(60, 160))], {
      looks: 'once',
      planned: 2000,
    });
    expect(money?.arms[0]?.value.estimate).toBe(20);
    expect(money?.comparisons[0]?.value.estimate).toBe(2);
    const variance = (sum: number, squares: number) => (squares - sum ** 2 / 1000) / 999;
    const error = Math.sqrt((variance(20_000, 2_500_000) + variance(22_000, 2_920_000)) / 1000);
    expect(money?.comparisons[0]?.value.interval[1]).toBeCloseTo(2 + 1.959964 * error, 5);
    expect(money?.comparisons[0]?.value.p).toBeGreaterThan(0.05);
    expect(money?.comparisons[0]?.value.q).toBe(money?.comparisons[0]?.value.p);
    expect(money?.comparisons[0]?.value.comparisons).toBe(1);
  });

  it('has no share of nothing, and no spread of one', () => {
    const [only] = read([arm('a', 200, 0), arm('b', 200, 20)])?.comparisons ?? [];
    expect(only?.relative).toMatchObject({ estimate: Number.NaN, interval: [-1, Number.POSITIVE_INFINITY] });
    const none = read([arm('a', 1, 1, { sum: 5, sumSquares: 25 }), arm('b', 1, 0)]);
    expect(none?.comparisons[0]?.relative).toMatchObject({
      estimate: -1,
      interval: [-1, Number.POSITIVE_INFINITY],
    });
    expect(none?.arms[0]?.value).toMatchObject({
      estimate: 5,
      interval: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    });
  });

  it('takes a plan that is none for the default', () => {
    const arms = [arm('a', 5000, 500), arm('b', 5000, 560)];
    for (const planned of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(read(arms, { planned })).toEqual(read(arms));
  });
});
