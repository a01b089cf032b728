import { readFileSync } from 'node:fs';
import { analyze, count, type Insights } from 'smallyes/insights';
import { beforeAll, describe, expect, it } from 'vitest';
import { insightsLabels } from '../../src/insights/react/report-english.ts';
import {
  chance,
  exposureTexts,
  factsOf,
  liftOf,
  warningTexts,
} from '../../stories/guides/blocks/season-facts.ts';
import { makeSeason, seasonQuestion } from '../../stories/season.ts';

const guide = readFileSync('stories/guides/events-to-decisions.mdx', 'utf8');
const prose = guide.replace(/^```[\s\S]*?^```$/gm, '');
const events = makeSeason();
let insights: Insights;
beforeAll(async () => {
  insights = analyze(await count(events, seasonQuestion));
});

describe('the guide "From events to decisions"', () => {
  it('takes every figure of the season from its events', () => {
    const facts = factsOf(insights);
    const used = [...guide.matchAll(/<SeasonFact of="([^"]+)"/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(facts).sort());
    for (const text of Object.values(facts)) expect(text).not.toMatch(/NaN|undefined|^0$/);
    // Of an interval's width, and of nothing else.
    expect(prose.match(/\d+(?:\.\d+)?\s?%/g)).toEqual(['95 %']);
  });

  it('says only what is true of the season', () => {
    const quiz = liftOf(insights, 'quiz.complete');
    expect(quiz.oddsInterval[0]).toBeGreaterThan(1);
    const sharing = liftOf(insights, 'share-button.share');
    expect(sharing.oddsInterval[0]).toBeLessThan(1);
    expect(sharing.oddsInterval[1]).toBeGreaterThan(1);
    const [weak] = insights.weakLinks;
    expect([weak?.step, weak?.segment]).toEqual(['newsletter-form.subscribe', 'price']);
    const steps = insights.funnels.find(({ segment }) => segment === undefined)?.steps ?? [];
    // "The shortest bar is not the weak link."
    expect(steps.at(-1)?.step).not.toBe(weak?.step);
    expect(insights.counts.converted).toBeGreaterThan(steps.at(-1)?.reached ?? Infinity);
    const [beside] = insights.experiments[0]?.comparisons ?? [];
    expect(beside?.micro.interval[0]).toBeGreaterThan(0);
    expect(beside?.goal.interval[0]).toBeLessThan(0);
    expect(beside?.goal.interval[1]).toBeGreaterThan(0);
    const afterQuiz = insights.nextBestAsks.find(({ state }) => state === 'quiz.complete');
    expect(afterQuiz?.action).toBe('add-to-cart-button.add');
    // An ask that counts less than others below 1, which the guide warns of.
    for (const action of ['poll.vote', 'newsletter-form.subscribe']) {
      expect(liftOf(insights, action).oddsInterval[1]).toBeLessThan(1);
      expect(liftOf(insights, action).warnings).toContain('DISPLACES');
    }
    expect(prose).toContain(insightsLabels.marks.DISPLACES as string);
  });

  it('shows that whole visits make sharing look like a cause, and the landmark does not', async () => {
    const found: Record<string, boolean> = {};
    const odds: Record<string, number> = {};
    for (const exposure of ['landmark', 'before', 'anywhere'] as const) {
      const { q = 1, oddsRatio } = liftOf(
        analyze(await count(events, { ...seasonQuestion, exposure })),
        'share-button.share',
      );
      found[exposure] = q < 0.05;
      odds[exposure] = oddsRatio;
    }
    expect(found).toEqual({ landmark: false, before: true, anywhere: true });
    expect(Math.min(odds['before'] ?? 0, odds['anywhere'] ?? 0)).toBeGreaterThan(1.4);
    expect(Object.keys(exposureTexts)).toEqual(Object.keys(found));
  });

  it('explains every warning that the report knows', () => {
    expect(Object.keys(warningTexts).sort()).toEqual(Object.keys(insightsLabels.warnings).sort());
  });

  it('writes a chance as one reads it', () => {
    expect([undefined, 0.0004, 0.0456].map(chance)).toEqual(['not tested', 'below 0.001', '0.046']);
  });

  it('names each step of its list of contents', () => {
    const targets = [...prose.matchAll(/\]\(#([\w-]+)\)/g)].map(([, id]) => id);
    const there = [...prose.matchAll(/<h[23] id="([\w-]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((id) => !there.includes(id))).toEqual([]);
    expect(there.filter((id) => !targets.includes(id))).toEqual([]);
  });
});
