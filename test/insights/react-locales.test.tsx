import { renderToStaticMarkup } from 'react-dom/server';
import { analyze } from 'smallyes/insights';
import { CommitmentReport, type InsightsLabels } from 'smallyes/insights/react';
import { describe, expect, it } from 'vitest';
import { insightsLabels } from '../../src/insights/react/report-english.ts';
import type { LabelText } from '../../src/provider/labels.ts';
import {
  firstWeekCounts,
  noCounts,
  reversedCounts,
  shopCounts,
  unevenCounts,
} from '../../stories/insights-shop.ts';

type Texts = Readonly<Record<string, LabelText>>;

const files = import.meta.glob<Record<string, InsightsLabels>>('../../src/insights/locales/*.ts', {
  eager: true,
});
const catalogues = Object.entries(files).map(([path, file]) => {
  const locale = path.replace(/^.*\/(.+)\.ts$/, '$1');
  return [locale, file[locale] as InsightsLabels] as const;
});

/** Each text by its name, those of warnings and marks as well. */
const flat = ({ warnings, marks, ...texts }: InsightsLabels): Texts => {
  const named = (prefix: string, all: Texts) =>
    Object.fromEntries(Object.entries(all).map(([key, text]) => [`${prefix}.${key}`, text]));
  return { ...texts, ...named('warnings', warnings), ...named('marks', marks) };
};
const forms = (text: LabelText): string[] => (typeof text === 'string' ? [text] : Object.values(text));
/** The word for what is counted may stand in any text, or be left out. */
const places = (text: string) =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(String)
    .filter((place) => place !== '{units}')
    .sort();

const english = flat(insightsLabels);
/** The same word in both. */
const sameWords = [
  'experiment',
  'segment',
  'segments',
  'funnelOf',
  'relative',
  'q',
  'odds',
  'askOfKind',
  'askAndKind',
];

it('speaks German and Arabic beside English', () => {
  expect(catalogues.map(([locale]) => locale)).toEqual(['ar', 'de']);
});

describe.each(catalogues)('the report in %s', (locale, labels) => {
  it('has every text with the places of the English one', () => {
    const own = flat(labels);
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(own)) {
      const known = forms(english[key] ?? '').flatMap(places);
      for (const form of forms(text)) for (const place of places(form)) expect(known, key).toContain(place);
      const most = typeof text === 'string' ? text : text.other;
      expect(places(most), key).toEqual(places(forms(english[key] ?? '').at(-1) ?? ''));
    }
  });

  it('leaves no text in English, and has every form that its numbers take', () => {
    for (const [key, text] of Object.entries(flat(labels))) {
      if (!sameWords.includes(key) && !/^\W*$/.test(String(english[key]).replace(/\{\w+\}/g, '')))
        expect(text, key).not.toEqual(english[key]);
      if (typeof text !== 'string')
        expect(Object.keys(text).sort(), key).toEqual(
          [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort(),
        );
    }
  });

  it('is what a whole page says, with figures and dates of its language', () => {
    const say = (counts: typeof shopCounts) =>
      renderToStaticMarkup(
        <CommitmentReport insights={analyze(counts)} locale={locale} labels={labels} currency="EUR" />,
      ).replace(/<[^>]*>/g, ' ');
    for (const counts of [shopCounts, firstWeekCounts, noCounts, reversedCounts, unevenCounts]) {
      const text = say(counts);
      // No English sentence, and no place that nobody filled.
      expect(text).not.toMatch(/\{\w+\}|\b(the|reached|visitors|weeks?|goal|others)\b/i);
    }
    const share = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 }).format(0.391);
    expect(say(shopCounts)).toContain(share);
    const from = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    expect(say(shopCounts)).toContain(from.format(Date.UTC(2026, 8, 28)));
  });
});

it('takes texts in part, those of warnings as well', () => {
  const markup = renderToStaticMarkup(
    <CommitmentReport
      insights={analyze(firstWeekCounts)}
      labels={{ summary: 'Kurz', warnings: { TOO_FEW: 'Wenige.' } }}
    />,
  );
  expect(markup).toContain('Kurz');
  expect(markup).toContain('Wenige.');
  expect(markup).toContain('What goes together with the goal');
});
