import { analyze, count, type Insights } from 'smallyes/insights';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSeason, season, seasonQuestion } from '../../stories/season.ts';

let insights: Insights;
beforeAll(async () => {
  insights = analyze(await count(makeSeason(), seasonQuestion));
});

describe('of a season whose truth is known, the report says', () => {
  it('how many there were', () => {
    expect(insights.counts.units).toBe(season.visitors);
    expect(insights.counts.converted).toBeGreaterThan(300);
  });

  it('where the path breaks', () => {
    expect(insights.weakLinks.map(({ step, segment }) => [step, segment])).toEqual([
      ['newsletter-form.subscribe', 'price'],
    ]);
    expect(insights.weakLinks[0]?.estimate).toBeLessThan(-0.1);
  });

  it('that the quiz goes together with orders, and sharing does not', () => {
    const liftOf = (action: string) =>
      insights.lifts.find((one) => one.action === action && one.segment === undefined);
    expect(liftOf('quiz.complete')?.q).toBeLessThan(0.05);
    expect(liftOf('quiz.complete')?.oddsInterval[0]).toBeGreaterThan(1);
    expect(liftOf('share-button.share')?.q ?? 1).toBeGreaterThan(0.05);
  });

  it('that longer words bring letters and no orders', () => {
    const [one] = insights.experiments;
    expect(one?.srmP).toBeGreaterThan(0.01);
    const [beside] = one?.comparisons ?? [];
    expect(beside?.variant).toBe('story');
    expect(beside?.micro.q).toBeLessThan(0.05);
    expect(beside?.goal.q).toBeGreaterThan(0.05);
  });

  it('who comes back, week by week', () => {
    const cohorts = new Set(insights.retention.map(({ cohort }) => cohort));
    expect(cohorts.size).toBe(season.weeks);
    expect(insights.retention.some(({ age, k }) => age === 1 && k > 5)).toBe(true);
  });
});
