// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CommitmentProvider, type PartialLabels } from 'smallyes/provider';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { formatLabel, numberFormat } from '../../src/provider/labels.ts';
import { useLabels } from '../../src/provider/use-labels.ts';
import { expectConsole } from '../support/console.ts';

declare module '../../src/provider/labels.ts' {
  interface LabelCatalogue {
    'test-ask': { title: LabelText; votes: LabelText; thanks: LabelText };
  }
}

const defaults = {
  title: 'Your view',
  votes: { one: '{count} vote', other: '{count} votes' },
  thanks: 'Thanks, {name}!',
};

beforeEach(() => forgetMessages());

describe('formatLabel', () => {
  it('puts values in, as often as they are named, and leaves unknown places', () => {
    expect(formatLabel('{a} and {b} and {a}, {c}', 'en', { a: 'x', b: 'y' })).toBe('x and y and x, {c}');
    expect(formatLabel('{a}', 'en')).toBe('{a}');
    expect(formatLabel('{a}', 'en', { a: '' })).toBe('');
  });

  it('writes numbers as the locale writes them, and texts as they are', () => {
    expect(formatLabel('{n}', 'en', { n: 12345.5 })).toBe('12,345.5');
    expect(formatLabel('{n}', 'de', { n: 12345.5 })).toBe('12.345,5');
    expect(formatLabel('{n}', 'de', { n: '12345.5' })).toBe('12345.5');
  });

  it.each([
    'af',
    'da',
    'de',
    'de-AT',
    'en',
    'es',
    'fr',
    'hu',
    'it',
    'nl',
    'pl',
    'pt-BR',
    'sv',
    'fa',
    'ar-EG',
    'de-u-nu-beng',
  ])('writes small numbers in %s as Intl does', (locale) => {
    for (const n of [0, 7, 42, 999, 1000, -3, 1.5])
      expect(formatLabel('{n}', locale, { n })).toBe(new Intl.NumberFormat(locale).format(n));
  });

  it('never reads a value as a pattern or as another place', () => {
    expect(formatLabel('{a}{b}', 'en', { a: '$&{b}', b: '$1' })).toBe('$&{b}$1');
  });

  it.each([
    ['en', 1, '1 vote'],
    ['en', 0, '0 votes'],
    ['en', 1.5, '1.5 votes'],
    ['fr', 0, '0 vote'],
  ])('picks the form that %s has for %d', (locale, count, text) => {
    expect(formatLabel(defaults.votes, locale, { count })).toBe(text);
  });

  it('picks among the many forms of Polish, and falls back to the last', () => {
    const forms = { one: 'głos', few: 'głosy', many: 'głosów', other: 'głosu' };
    const speak = (count: number) => formatLabel(forms, 'pl', { count });
    expect([1, 3, 5, 22, 1.5].map(speak)).toEqual(['głos', 'głosy', 'głosów', 'głosy', 'głosu']);
    expect(formatLabel({ other: 'x' }, 'pl', { count: 3 })).toBe('x');
  });
});

describe('numberFormat', () => {
  it('makes one format for each locale and style', () => {
    expect(numberFormat('en')).toBe(numberFormat('en'));
    expect(numberFormat('en', { style: 'percent' })).toBe(numberFormat('en', { style: 'percent' }));
    expect(numberFormat('en', { style: 'percent' }).format(0.5)).toBe('50%');
    expect(numberFormat('en')).not.toBe(numberFormat('en', { style: 'percent' }));
  });

  it('writes percentages as in English where the locale is none, with SY-112', () => {
    expectConsole('warn', 'SY-112 "de_AT" is no language tag that is known here.');
    expect(numberFormat('de_AT', { style: 'percent' }).format(0.5)).toBe('50%');
  });
});

describe('useLabels', () => {
  const speak = (own?: object, labels?: object, locale?: string) =>
    renderHook(() => useLabels('test-ask', defaults, own), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <CommitmentProvider labels={labels as PartialLabels} locale={locale}>
          {children}
        </CommitmentProvider>
      ),
    }).result.current;

  it('takes the ask’s own text first, then the provider’s, then the default', () => {
    const say = speak({ title: 'Own' }, { 'test-ask': { title: 'Shared', thanks: 'Danke' } });
    expect([say('title'), say('thanks'), say('votes', { count: 2 })]).toEqual(['Own', 'Danke', '2 votes']);
  });

  it('speaks the provider’s locale', () => {
    const say = speak(undefined, undefined, 'de-AT');
    expect(say.locale).toBe('de-AT');
    expect(say('votes', { count: 1234.5 })).toBe('1\u00a0234,5 votes');
  });

  it.each(['en_US', '', 'de-DE-', 'xx'])(
    'writes numbers as in English for the locale %j, with SY-112',
    (locale) => {
      expectConsole('warn', `SY-112 "${locale}" is no language tag that is known here.`);
      const say = speak(undefined, undefined, locale);
      expect(say('votes', { count: 1234.5 })).toBe('1,234.5 votes');
      expect(say('votes', { count: 1 })).toBe('1 vote');
    },
  );

  it('keeps the same speaker while nothing changes', () => {
    const { result, rerender } = renderHook(() => useLabels('test-ask', defaults, undefined));
    const before = result.current;
    rerender();
    expect(result.current).toBe(before);
  });

  it.each([
    ['a number', { title: 7 }],
    ['a function', { title: () => 'x' }],
    ['null', { title: null }],
    ['plural forms without the last', { title: { one: 'x' } }],
    ['an element', { title: <b>x</b> }],
  ])('falls back to the default for %s, with SY-108', (_name, own) => {
    expectConsole('warn', 'SY-108 The labels for test-ask have an unknown or ill-typed entry "title".');
    expect(speak(own)('title')).toBe('Your view');
  });

  it('tells of a key that nobody reads, with SY-108', () => {
    expectConsole('warn', 'SY-108 The labels for test-ask have an unknown or ill-typed entry "titel".');
    speak(undefined, { 'test-ask': { titel: 'Typo' } });
  });

  it('takes undefined for not given, in silence', () => {
    expect(speak({ title: undefined })('title')).toBe('Your view');
  });

  it('joins the labels of nested providers text by text, the inner ones first', () => {
    const { result } = renderHook(() => useLabels('test-ask', defaults, undefined), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <CommitmentProvider labels={{ 'test-ask': { title: 'Outer', thanks: 'Danke' } }} locale="de">
          <CommitmentProvider labels={{ 'test-ask': { title: 'Inner' } }}>
            <CommitmentProvider labels={{}}>{children}</CommitmentProvider>
          </CommitmentProvider>
        </CommitmentProvider>
      ),
    });
    expect(result.current('title')).toBe('Inner');
    expect(result.current('thanks')).toBe('Danke');
    expect(result.current.locale).toBe('de');
  });
});
