import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StarRatingSummary, type StarRatingSummaryLabels } from 'smallyes/star-rating';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en.ts';
import { fr } from '../../src/locales/fr.ts';
import { formatLabel, type LabelText } from '../../src/provider/labels.ts';

type Catalogue = Record<string, Record<string, LabelText>>;

const english = en as unknown as Catalogue;
const files = import.meta.glob<Record<string, Catalogue>>(
  ['../../src/locales/*.ts', '!../../src/locales/catalogue.ts'],
  { eager: true },
);
const catalogues = Object.entries(files).map(([path, file]) => {
  const locale = path.replace(/^.*\/(.+)\.ts$/, '$1');
  return [locale, file[locale]] as const;
});

/** Words that are the same in English. */
const sameWords = new Set([
  'fr share-button.mail',
  'hu share-button.mail',
  'pl share-button.mail',
  'es webinar-signup.google',
]);

/** Every form of a text. */
const forms = (text: LabelText): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

it('speaks eight languages', () => {
  expect(catalogues.map(([locale]) => locale)).toEqual(['af', 'ar', 'de', 'en', 'es', 'fr', 'hu', 'pl']);
});

describe.each(catalogues)('the catalogue %s', (locale, catalogue) => {
  it('is exported under its own name', () => {
    expect(catalogue).toBeDefined();
  });

  it('has every text of every component and no other', () => {
    for (const [component, texts] of Object.entries(english))
      expect(Object.keys(catalogue?.[component] ?? {}).sort(), component).toEqual(Object.keys(texts).sort());
    expect(Object.keys(catalogue ?? {}).sort()).toEqual(Object.keys(english).sort());
  });

  it('uses only places that the English text fills', () => {
    for (const [component, texts] of Object.entries(catalogue ?? {}))
      for (const [key, text] of Object.entries(texts)) {
        const known = forms(english[component]?.[key] ?? '').flatMap(places);
        for (const form of forms(text))
          for (const place of places(form)) expect(known, `${component}.${key}: ${form}`).toContain(place);
      }
  });

  it('leaves no place of the English text out', () => {
    for (const [component, texts] of Object.entries(english))
      for (const [key, text] of Object.entries(texts)) {
        // A form such as "one" may say its number in a word.
        const most = catalogue?.[component]?.[key] ?? '';
        const own = places(typeof most === 'string' ? most : most.other);
        expect(own, `${component}.${key}`).toEqual(places(typeof text === 'string' ? text : text.other));
      }
  });

  it('has a form for each plural category of its language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [component, texts] of Object.entries(catalogue ?? {}))
      for (const [key, text] of Object.entries(texts))
        if (typeof text !== 'string')
          expect(Object.keys(text), `${component}.${key}`).toEqual(expect.arrayContaining(categories));
  });

  it('leaves no place unfilled', () => {
    for (const count of [0, 1, 2, 3, 11, 100])
      expect(formatLabel(catalogue?.['poll']?.['votes'] ?? '{missing}', locale, { count })).not.toMatch(
        /[{}]/,
      );
  });
});

describe.each(catalogues.filter(([locale]) => locale !== 'en'))('the catalogue %s', (locale, catalogue) => {
  it('speaks a whole summary in its own words', () => {
    const labels = catalogue?.['star-rating-summary'] as unknown as StarRatingSummaryLabels;
    const speak = (count: number, own: Partial<StarRatingSummaryLabels> | undefined) => {
      const props = { value: 4.3, count, breakdown: { 5: Math.max(0, count) }, locale, labels: own };
      const markup = renderToStaticMarkup(createElement(StarRatingSummary, props));
      const texts = [...markup.matchAll(/aria-label="([^"]*)"|>([^<]+)</g)].map(([, a, b]) => a ?? b ?? '');
      return texts.filter((text) => /\p{L}/u.test(text));
    };
    for (const count of [0, 1, 2, 3, 11, 100]) {
      const inEnglish = speak(count, undefined);
      const own = speak(count, labels);
      expect(own.length).toBeGreaterThan(0);
      expect(own).toHaveLength(inEnglish.length);
      for (const text of own) {
        expect(text).not.toMatch(/[{}]/);
        expect(inEnglish).not.toContain(text);
      }
    }
  });

  it('repeats no English sentence', () => {
    for (const [component, texts] of Object.entries(catalogue ?? {}))
      for (const [key, text] of Object.entries(texts))
        if (sameWords.has(`${locale} ${component}.${key}`))
          expect(text, `${component}.${key} is another word`).toEqual(english[component]?.[key]);
        else if (forms(text).some((form) => /[a-z]{3}/.test(form.replace(/\{\w+\}/g, ''))))
          expect(text, `${component}.${key}`).not.toEqual(english[component]?.[key]);
  });
});

it('keeps French punctuation on the line of the word before it', () => {
  const loose = /[^\u202F][;:!?»](?=\s|$)|«[^\u202F]| [;:!?»]/u;
  expect('Merci !').toMatch(loose);
  for (const [component, texts] of Object.entries(fr as unknown as Catalogue))
    for (const [key, text] of Object.entries(texts))
      for (const form of forms(text)) expect(form, `${component}.${key}`).not.toMatch(loose);
});
