import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StarRatingSummary, type StarRatingSummaryLabels } from 'smallyes/star-rating';
import { describe, expect, it } from 'vitest';
import { accountFormLabels } from '../../src/components/account-form/account-form-labels.ts';
import { addToCartButtonLabels } from '../../src/components/add-to-cart-button/add-to-cart-button-labels.ts';
import { audioPlayerLabels } from '../../src/components/audio-player/audio-player-labels.ts';
import { calculatorLabels } from '../../src/components/calculator/calculator-labels.ts';
import { problemLabels as calculatorProblems } from '../../src/components/calculator/problem-labels.ts';
import { callbackRequestLabels } from '../../src/components/callback-request/callback-request-labels.ts';
import { challengeLabels } from '../../src/components/challenge/challenge-labels.ts';
import { checkoutLabels } from '../../src/components/checkout/checkout-labels.ts';
import { commentFormLabels } from '../../src/components/comment-form/comment-form-labels.ts';
import { contactDialogLabels } from '../../src/components/contact-dialog/contact-dialog-labels.ts';
import { downloadLinkLabels } from '../../src/components/download-link/download-link-labels.ts';
import { followLinkLabels } from '../../src/components/follow-link/follow-link-labels.ts';
import { ladderProgressLabels } from '../../src/components/ladder-progress/ladder-progress-labels.ts';
import { leadGateLabels } from '../../src/components/lead-gate/lead-gate-labels.ts';
import { newsletterFormLabels } from '../../src/components/newsletter-form/newsletter-form-labels.ts';
import { podcastSubscribeLabels } from '../../src/components/newsletter-form/podcast-subscribe-labels.ts';
import { webinarSignupLabels } from '../../src/components/newsletter-form/webinar-signup-labels.ts';
import { nextAskLabels } from '../../src/components/next-ask/next-ask-labels.ts';
import { offerFilterLabels } from '../../src/components/offer-filter/offer-filter-labels.ts';
import { pollLabels } from '../../src/components/poll/poll-labels.ts';
import { pushOptInLabels } from '../../src/components/push-opt-in/push-opt-in-labels.ts';
import { quizLabels } from '../../src/components/quiz/quiz-labels.ts';
import { reactionsLabels } from '../../src/components/reactions/reactions-labels.ts';
import { readingProgressLabels } from '../../src/components/reading-progress/reading-progress-labels.ts';
import { reviewFormLabels } from '../../src/components/review-form/review-form-labels.ts';
import { searchBoxLabels } from '../../src/components/search-box/search-box-labels.ts';
import { shareButtonLabels } from '../../src/components/share-button/share-button-labels.ts';
import { starRatingLabels } from '../../src/components/star-rating/star-rating-labels.ts';
import { stepFormLabels } from '../../src/components/step-form/step-form-labels.ts';
import { storyPathLabels } from '../../src/components/story-path/story-path-labels.ts';
import { videoPlayerLabels } from '../../src/components/video-player/video-player-labels.ts';
import { formLabels } from '../../src/form/form-labels.ts';
import { formatLabel, type LabelText } from '../../src/provider/labels.ts';

type Catalogue = Record<string, Record<string, LabelText>>;

/** The places that the summary fills; its English texts stand in its own file. */
const summaryPlaces = {
  average: '{value} {max}',
  count: '{count}',
  row: '{count}',
  breakdown: '',
  none: '',
  unusable: '',
} satisfies Record<keyof StarRatingSummaryLabels, string>;

const english = {
  form: formLabels,
  'lead-gate': leadGateLabels,
  'contact-dialog': contactDialogLabels,
  poll: pollLabels,
  'offer-filter': offerFilterLabels,
  'callback-request': callbackRequestLabels,
  quiz: quizLabels,
  reactions: reactionsLabels,
  'story-path': storyPathLabels,
  calculator: { ...calculatorLabels, ...calculatorProblems },
  'search-box': searchBoxLabels,
  challenge: challengeLabels,
  'add-to-cart-button': addToCartButtonLabels,
  checkout: checkoutLabels,
  'comment-form': commentFormLabels,
  'review-form': reviewFormLabels,
  'share-button': shareButtonLabels,
  'follow-link': followLinkLabels,
  'download-link': downloadLinkLabels,
  'star-rating': starRatingLabels,
  'video-player': videoPlayerLabels,
  'audio-player': audioPlayerLabels,
  'star-rating-summary': summaryPlaces,
  'step-form': stepFormLabels,
  'newsletter-form': newsletterFormLabels,
  'account-form': accountFormLabels,
  'push-opt-in': pushOptInLabels,
  'podcast-subscribe': podcastSubscribeLabels,
  'webinar-signup': webinarSignupLabels,
  'next-ask': nextAskLabels,
  'ladder-progress': ladderProgressLabels,
  'reading-progress': readingProgressLabels,
} as unknown as Catalogue;
const files = import.meta.glob<Record<string, Catalogue>>(
  ['../../src/locales/*.ts', '!../../src/locales/catalogue.ts'],
  { eager: true },
);
const catalogues = Object.entries(files).map(([path, file]) => {
  const locale = path.replace(/^.*\/(.+)\.ts$/, '$1');
  return [locale, file[locale]] as const;
});

/** Every form of a text. */
const forms = (text: LabelText): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

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
        if (forms(text).some((form) => /[a-z]{3}/.test(form.replace(/\{\w+\}/g, ''))))
          expect(text, `${component}.${key}`).not.toEqual(english[component]?.[key]);
  });
});
