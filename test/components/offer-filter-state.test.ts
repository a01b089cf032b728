import {
  defineFacets,
  distanceBetween,
  type FilterValues,
  readFilter,
  writeFilter,
} from 'smallyes/offer-filter/define';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { AnyValues, Facet } from '../../src/components/offer-filter/facets.ts';
import {
  activeFilters,
  checkFacets,
  isNarrowing,
  readFound,
} from '../../src/components/offer-filter/filter-state.ts';
import { nameOfDay, nameOfTime, weekDays } from '../../src/components/offer-filter/week-days.ts';

const berlin = { value: 'berlin', latitude: 52.52, longitude: 13.405 } as const;
const facets = defineFacets([
  { type: 'choice', name: 'level', label: 'Level', options: ['low', { value: 'high', label: 'High' }] },
  { type: 'choices', name: 'tags', label: 'Tags', options: ['a', 'b & c', 'ü', 'x:y'] },
  { type: 'range', name: 'price', label: 'Price', min: 10, max: 100 },
  { type: 'distance', name: 'near', label: 'Near', within: [5, 10], places: [berlin] },
  { type: 'distance', name: 'town', label: 'Town', within: [20] },
  { type: 'days', name: 'days', label: 'Days' },
  { type: 'times', name: 'times', label: 'Times' },
  { type: 'toggle', name: 'online', label: 'Online' },
]);
type Values = FilterValues<typeof facets>;

const full: Values = {
  level: 'high',
  tags: ['a', 'b & c', 'x:y'],
  price: { from: 20, to: 80.5 },
  near: { within: 10, place: 'berlin', at: { latitude: 52.52, longitude: 13.405 } },
  town: { within: 20, place: 'Köln' },
  days: [2, 4],
  times: ['evening'],
  online: true,
};

it('types each value by its facet', () => {
  expectTypeOf<Values['level']>().toEqualTypeOf<'low' | 'high' | undefined>();
  expectTypeOf<Values['tags']>().toEqualTypeOf<readonly ('a' | 'b & c' | 'ü' | 'x:y')[] | undefined>();
  expectTypeOf<NonNullable<Values['near']>['place']>().toEqualTypeOf<'berlin' | undefined>();
  expectTypeOf<NonNullable<Values['town']>['place']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Values['times']>().toEqualTypeOf<
    readonly ('morning' | 'afternoon' | 'evening')[] | undefined
  >();
  expectTypeOf<Values['online']>().toEqualTypeOf<true | undefined>();
  // @ts-expect-error no such answer
  writeFilter(facets, { level: 'middle' });
});

describe('a filter in an address', () => {
  it('reads back what it wrote, from every kind of source', () => {
    const params = writeFilter(facets, full);
    expect(readFilter(facets, params)).toEqual(full);
    expect(readFilter(facets, params.toString())).toEqual(full);
    expect(readFilter(facets, `?${params}`)).toEqual(full);
    const record = Object.fromEntries(
      [...params.keys()].map((name) => {
        const all = params.getAll(name);
        return [name, all.length > 1 ? all : all[0]];
      }),
    );
    expect(readFilter(facets, record)).toEqual(full);
    const form = new FormData();
    for (const [name, value] of params) form.append(name, value);
    expect(readFilter(facets, form)).toEqual(full);
  });

  it('knows its answers among any number that a stranger has posted', () => {
    const options = Array.from({ length: 30_000 }, (_, at) => `brand-${at}`);
    const brands = defineFacets([{ type: 'choices', name: 'brands', label: 'Brands', options }]);
    const strange = Array.from({ length: 90_000 }, (_, at) => `other-${at}`);
    expect(readFilter(brands, { brands: [...strange, 'brand-29999', 'brand-7'] })).toEqual({
      brands: ['brand-7', 'brand-29999'],
    });
  });

  it('reads back every mixture of facets', () => {
    const names = Object.keys(full) as (keyof Values)[];
    for (let mask = 0; mask < 2 ** names.length; mask++) {
      const some = Object.fromEntries(
        names.filter((_, at) => mask & (2 ** at)).map((name) => [name, full[name]]),
      );
      expect(readFilter(facets, writeFilter(facets, some))).toEqual(some);
    }
  });

  it.each([
    ['nothing', ''],
    ['answers that nobody offers', 'level=middle&tags=z&days=0&days=8&days=two&times=night&online=yes'],
    ['empty fields of a plain form', 'level=&price-from=&price-to=&near=&near-at=&near-within=5&town=+'],
    ['no numbers', 'price-from=cheap&price-to=1e999'],
    ['the ends of a scale', 'price-from=10&price-to=100'],
    ['what lies beyond them', 'price-from=-5&price-to=9999999'],
    ['places that are none', 'near-at=91,0&town-at=0,181'],
    ['halves of a place', 'near-at=52.5&town-at=,'],
    ['a place that is none of the list', 'near=atlantis'],
    ['names of a prototype', '__proto__=1&constructor=1&toString=1'],
  ])('takes %s for no filter', (_what, query) => {
    expect(readFilter(facets, query)).toEqual({});
  });

  it('takes a range in the wrong order for the same range', () => {
    expect(readFilter(facets, 'price-from=80&price-to=20').price).toEqual({ from: 20, to: 80 });
  });

  it('keeps an own position, and lets a place that is named go before it', () => {
    const own = { town: { within: 20, at: { latitude: 52.52, longitude: -13.4 } } };
    expect(writeFilter(facets, own).toString()).toBe('town-at=52.52%2C-13.4&town-within=20');
    expect(readFilter(facets, writeFilter(facets, own))).toEqual(own);
    expect(readFilter(facets, 'town-at=52.52,13.4&town=Bonn').town).toEqual({ within: 20, place: 'Bonn' });
  });

  it('falls back to the first distance, and cuts an endless place', () => {
    expect(readFilter(facets, 'near=berlin&near-within=7').near?.within).toBe(5);
    expect(readFilter(facets, `town=${'x'.repeat(5_000)}`).town?.place).toHaveLength(100);
  });

  it.each([
    ['one value of several', 'days:2', { ...full, days: [4] }],
    ['the last value', 'times:evening', { ...full, times: undefined }],
    ['a value with a colon', 'tags:x:y', { ...full, tags: ['a', 'b & c'] }],
    ['a whole facet', 'price', { ...full, price: undefined }],
    ['all of them', '*', {}],
  ])('takes %s away where a button says so', (_what, key, left) => {
    const params = writeFilter(facets, full);
    params.append('sy-without', key);
    expect(readFilter(facets, params)).toEqual(JSON.parse(JSON.stringify(left)));
  });
});

describe('distanceBetween', () => {
  const paris = { latitude: 48.8566, longitude: 2.3522 };
  const london = { latitude: 51.5074, longitude: -0.1278 };

  it('knows how far cities are apart, in kilometres and miles', () => {
    expect(distanceBetween(paris, london)).toBeCloseTo(343.6, 0);
    expect(distanceBetween(paris, london, 'mile')).toBeCloseTo(213.5, 0);
    expect(distanceBetween(london, paris)).toBe(distanceBetween(paris, london));
  });

  it('goes over the date line, the poles and half around the earth', () => {
    const point = (latitude: number, longitude: number) => ({ latitude, longitude });
    expect(distanceBetween(point(0, 179.5), point(0, -179.5))).toBeCloseTo(111.2, 1);
    expect(distanceBetween(point(90, 0), point(90, 120))).toBeCloseTo(0, 6);
    expect(distanceBetween(point(0, 0), point(0, 180))).toBeCloseTo(20_015.1, 1);
    for (let at = -90; at <= 90; at += 0.7)
      expect(distanceBetween(point(at, 11), point(-at, -169))).toBeCloseTo(20_015.1, 1);
    expect(distanceBetween(paris, paris)).toBe(0);
    expect(distanceBetween(point(Number.NaN, 0), paris)).toBeNaN();
  });
});

describe('the days of a week', () => {
  it.each([
    ['de', 1],
    ['en-US', 7],
    ['en-GB', 1],
    ['ar-EG', 6],
    ['pt-BR', 7],
    ['hu', 1],
    ['no tag', 1],
  ])('in %s begin on day %i', (locale, first) => {
    expect(weekDays(locale)[0]).toBe(first);
    expect([...weekDays(locale)].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('begin on the same day where Intl does not say so', () => {
    const tags = [
      'de',
      'en',
      'en-US',
      'en-GB',
      'ar-EG',
      'ar-AE',
      'pt-BR',
      'pt-PT',
      'hu',
      'af',
      'ja',
      'he',
      'fa',
      'dv-MV',
      'fr-CA',
    ];
    const known = tags.map((tag) => weekDays(tag)[0]);
    const prototype = Intl.Locale.prototype as unknown as Record<string, unknown>;
    const kept = ['getWeekInfo', 'weekInfo'].map(
      (name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const,
    );
    for (const [name] of kept) delete prototype[name];
    try {
      expect(tags.map((tag) => weekDays(tag)[0])).toEqual(known);
      expect(weekDays('zxx')[0]).toBe(1);
    } finally {
      for (const [name, one] of kept) if (one) Object.defineProperty(prototype, name, one);
    }
  });

  it('have the names that a language gives them', () => {
    expect(nameOfDay(1, 'en', 'long')).toBe('Monday');
    expect(nameOfDay(7, 'de', 'short')).toBe('So');
    expect(nameOfDay(3, 'no tag', 'long')).toBe('Wednesday');
    expect(nameOfTime(540, 'en-US')).toBe('9 AM');
    expect(nameOfTime(810, 'de')).toBe('13:30');
    // Where the hour is written without a word, a number alone would be no time.
    for (const locale of ['en-GB', 'hu', 'es', 'fa']) expect(nameOfTime(540, locale)).toMatch(/^.+:.+$/);
  });
});

describe('what is filtered by', () => {
  const list: readonly Facet[] = facets;

  it('is one chip for each value, and one for each other facet', () => {
    expect(activeFilters(list, full as AnyValues).map(({ key }) => key)).toEqual([
      'level',
      'tags:a',
      'tags:b & c',
      'tags:x:y',
      'price',
      'near',
      'town',
      'days:2',
      'days:4',
      'times:evening',
      'online',
    ]);
  });

  it.each([
    ['days', {}, { days: [2] }, true],
    ['days', { days: [2] }, { days: [2, 4] }, true],
    ['days', { days: [2, 4] }, { days: [2] }, false],
    ['days', { days: [2] }, {}, false],
    ['level', { level: 'low' }, { level: 'high' }, true],
    ['price', { price: { to: 50 } }, { price: { to: 80 } }, true],
    ['online', { online: true }, {}, false],
  ])('%s from %j to %j asks for more: %s', (facet, before, after, more) => {
    expect(isNarrowing(facet, before, after)).toBe(more);
  });

  it.each([
    ['a list', [1, 2], { items: [1, 2], count: 2 }],
    ['a count', 0, { items: [], count: 0 }],
    ['nothing', undefined, { items: [] }],
    ['a page of more', { items: [1], count: 40 }, { items: [1], count: 40 }],
    ['a negative count', -1, undefined],
    ['no count', Number.NaN, undefined],
    ['a text', '5', undefined],
    ['items that are none', { items: 'x' }, undefined],
    ['half an offer', { count: 1.5 }, undefined],
    [
      'what is left out, of results elsewhere',
      { without: { level: 4 } },
      { items: [], without: { level: 4 } },
    ],
    ['the words of a server that has failed', { status: 500, error: 'Internal Server Error' }, undefined],
  ])('finds what a developer gives as %s', (_what, given, found) => {
    const read = readFound(given);
    expect(read && JSON.parse(JSON.stringify(read))).toEqual(found);
  });
});

describe('facets that cannot work', () => {
  const good: Facet = { type: 'toggle', name: 'ok', label: 'Fine' };

  it.each<[string, unknown]>([
    ['one has no name', { type: 'toggle', name: '', label: 'x' }],
    ['"x" is of the type slider', { type: 'slider', name: 'x', label: 'x' }],
    ['two use the parameter "ok"', { ...good }],
    ['"x" goes from 5 to 5', { type: 'range', name: 'x', label: 'x', min: 5, max: 5 }],
    ['"x" goes from 0 to NaN', { type: 'range', name: 'x', label: 'x', min: 0, max: Number.NaN }],
    ['"x" has no distances', { type: 'distance', name: 'x', label: 'x', within: [] }],
    ['"x" has no options', { type: 'choice', name: 'x', label: 'x', options: [] }],
    ['"x" has an empty option', { type: 'choice', name: 'x', label: 'x', options: ['', 'a'] }],
    ['"x" has an option twice', { type: 'choices', name: 'x', label: 'x', options: ['a', { value: 'a' }] }],
  ])('are left out: %s', (problem, facet) => {
    expect(checkFacets([good, facet as Facet])).toEqual({ facets: [good], problem });
  });
});
