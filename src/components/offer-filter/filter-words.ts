import { numberFormat } from '../../provider/labels.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { DistanceValue, Facet, FilterOption, RangeFacet, RangeValue, WeekDay } from './facets.ts';
import { choicesOf } from './filter-query.ts';
import type { ActiveFilter } from './filter-state.ts';
import type { OfferFilterLabels } from './offer-filter-labels.ts';
import { nameOfDay, nameOfTime, weekDays } from './week-days.ts';

type Speak = Speaker<OfferFilterLabels>;

/** An answer as it is shown. */
export interface ShownOption {
  readonly value: string;
  readonly label: string;
  /** A short form, where the label does not fit. */
  readonly short?: string | undefined;
  /** A second line. */
  readonly note?: string | undefined;
  readonly count?: number | undefined;
}

/** The answers of a facet in the visitor's language, in the order in which they are shown. */
export function optionsOf(
  facet: Facet,
  speak: Speak,
  counts: Readonly<Record<string, number>> | undefined,
): readonly ShownOption[] {
  const { locale } = speak;
  if (facet.type === 'days')
    return weekDays(locale).map((day) => ({
      value: String(day),
      label: nameOfDay(day, locale, 'long'),
      short: nameOfDay(day, locale, 'short'),
      count: counts?.[day] ?? facet.counts?.[day],
    }));
  const given = 'options' in facet ? facet.options : undefined;
  return choicesOf(facet).map((value, at) => {
    const option = (given?.[at] ??
      (facet.type === 'times' && usualTimes[at]) ??
      {}) as Partial<FilterOption> & {
      readonly from?: number;
      readonly to?: number;
    };
    const { label, count, from, to } = option;
    return {
      value,
      label:
        label ??
        (facet.type === 'times' && !given ? speak(value as 'morning' | 'afternoon' | 'evening') : value),
      note:
        from !== undefined && to !== undefined
          ? `${nameOfTime(from, locale)} – ${nameOfTime(to, locale)}`
          : undefined,
      count: counts?.[value] ?? count,
    };
  });
}

const usualTimes = [
  { from: 360, to: 720 },
  { from: 720, to: 1_080 },
  { from: 1_080, to: 1_320 },
];

// To ask is slow, and the answer stays.
const spoken = new Map<string, boolean>();

/** Whether Intl knows the currency and the unit of a range. */
export function isSpoken({ currency, unit }: RangeFacet): boolean {
  const key = `${currency} ${unit}`;
  let known = spoken.get(key);
  if (known === undefined) {
    try {
      new Intl.NumberFormat('en', formatOf(currency, unit));
      known = true;
    } catch {
      known = false;
    }
    spoken.set(key, known);
  }
  return known;
}

function formatOf(currency: string | undefined, unit: string | undefined): Intl.NumberFormatOptions {
  if (currency) return { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return unit ? { style: 'unit', unit } : {};
}

/** A number with the unit or currency of its range, written plainly where Intl knows neither. */
export function writeNumber(value: number, facet: RangeFacet, locale: string): string {
  const { currency, unit } = facet;
  if (isSpoken(facet)) return numberFormat(locale, formatOf(currency, unit)).format(value);
  return `${numberFormat(locale).format(value)} ${currency ?? unit}`;
}

/** A distance with its unit. */
export function writeDistance(value: number, unit: 'kilometer' | 'mile' | undefined, locale: string): string {
  return numberFormat(locale, { style: 'unit', unit: unit ?? 'kilometer' }).format(value);
}

/** What a filter that is set says: "Level: Beginner", "Price: €20 to €50". */
export function wordsOf({ facet, value }: ActiveFilter, set: unknown, speak: Speak): string {
  const { type, label } = facet;
  if (type === 'toggle') return label;
  return speak('filter', { label, value: valueWords(facet, value ?? set, speak) });
}

/** The same, for all that a facet is set to. */
export function allWordsOf(facet: Facet, set: unknown, speak: Speak): string {
  if (!Array.isArray(set)) return wordsOf({ facet, key: '' }, set, speak);
  const value = set.map((one) => valueWords(facet, String(one), speak)).join(', ');
  return speak('filter', { label: facet.label, value });
}

function valueWords(facet: Facet, value: unknown, speak: Speak): string {
  const { locale } = speak;
  if (facet.type === 'range') {
    const { from, to } = value as RangeValue;
    const write = (end: number | undefined) => (end === undefined ? '' : writeNumber(end, facet, locale));
    const key = to === undefined ? 'atLeast' : from === undefined ? 'atMost' : 'between';
    return speak(key, { from: write(from), to: write(to) });
  }
  if (facet.type === 'distance') {
    const { within, place } = value as DistanceValue;
    const distance = writeDistance(within, facet.unit, locale);
    const known = facet.places?.find((one) => one.value === place);
    return place ? speak('near', { distance, place: known?.label ?? place }) : speak('nearYou', { distance });
  }
  if (facet.type === 'days') return nameOfDay(Number(value) as WeekDay, locale, 'long');
  return optionsOf(facet, speak, undefined).find((one) => one.value === value)?.label ?? String(value);
}
