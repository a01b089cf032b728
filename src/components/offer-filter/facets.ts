import type { GeoPoint } from './distance.ts';

/** One answer of a facet that offers some. */
export interface FilterOption<Value extends string = string> {
  /** What addresses, events and your code call it. */
  readonly value: Value;
  /** What the visitor reads. Default: the value. */
  readonly label?: string | undefined;
  /** How many offers have it. Default: no number. Counts that come with results go before it. */
  readonly count?: number | undefined;
}

interface FacetBase<Name extends string> {
  /** What values, events and the address of the page call it; not empty, and none twice. */
  readonly name: Name;
  /** What the visitor reads. */
  readonly label: string;
  /** A sentence below the label. Default none. */
  readonly description?: string | undefined;
}

/** One of several (`'choice'`), or as many of them as the visitor likes (`'choices'`). */
export interface ChoiceFacet<Name extends string = string> extends FacetBase<Name> {
  readonly type: 'choice' | 'choices';
  /** What can be chosen: values, or values with labels and counts. */
  readonly options: readonly (string | FilterOption)[];
  /** How many are in sight at first; the rest unfolds. Default 7. */
  readonly shown?: number | undefined;
}

/** A price, a length, a rating: from, to or both. */
export interface RangeFacet<Name extends string = string> extends FacetBase<Name> {
  readonly type: 'range';
  /** The ends of the scale. A visitor who goes to an end has no limit there. */
  readonly min: number;
  readonly max: number;
  /** Size of a step. Default 1. */
  readonly step?: number | undefined;
  /** An ISO 4217 code such as `'EUR'`. Default: no currency. */
  readonly currency?: string | undefined;
  /** A unit that `Intl.NumberFormat` knows, such as `'kilogram'`. Default none. */
  readonly unit?: string | undefined;
}

/** A place that can be chosen. */
export interface FilterPlace<Value extends string = string> extends FilterOption<Value>, GeoPoint {}

/** Not farther than so many kilometres or miles from a place, or from where the visitor is. */
export interface DistanceFacet<Name extends string = string> extends FacetBase<Name> {
  readonly type: 'distance';
  /** The distances on offer, in `unit`; the first is set until the visitor takes another. */
  readonly within: readonly number[];
  /** Default `'kilometer'`. */
  readonly unit?: 'kilometer' | 'mile' | undefined;
  /** The places to choose from. Default: the visitor writes one, and your server finds out where it is. */
  readonly places?: readonly FilterPlace[] | undefined;
  /** Offers a button that asks the browser for the visitor's position, at the click and never before. Default true. */
  readonly ownPosition?: boolean | undefined;
}

/** Days of the week, in the order of the visitor's language. */
export interface DaysFacet<Name extends string = string> extends FacetBase<Name> {
  readonly type: 'days';
  /** How many offers there are on each day, Monday is 1. Default: no numbers. */
  readonly counts?: Readonly<Partial<Record<WeekDay, number>>> | undefined;
}

/** A part of the day. */
export interface TimeOption<Value extends string = string> extends FilterOption<Value> {
  /** Where it begins and ends, in minutes since midnight. Default: no hours are shown. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Times of day. */
export interface TimesFacet<Name extends string = string> extends FacetBase<Name> {
  readonly type: 'times';
  /** The parts of the day. Default `'morning'` (6 to 12 o'clock), `'afternoon'` (12 to 18) and `'evening'` (18 to 22). */
  readonly options?: readonly TimeOption[] | undefined;
}

/** Yes, or it does not matter. */
export interface ToggleFacet<Name extends string = string> extends FacetBase<Name> {
  readonly type: 'toggle';
  /** How many offers have it. Default: no number. */
  readonly count?: number | undefined;
}

/** One thing that offers are filtered by. */
export type Facet<Name extends string = string> =
  | ChoiceFacet<Name>
  | RangeFacet<Name>
  | DistanceFacet<Name>
  | DaysFacet<Name>
  | TimesFacet<Name>
  | ToggleFacet<Name>;

/** A day of the week as ISO 8601 counts them: Monday is 1, Sunday 7. */
export type WeekDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a range is narrowed to. At least one end is there. */
export interface RangeValue {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Where from, and how far. */
export interface DistanceValue<Place extends string = string> {
  /** In the facet's unit. */
  readonly within: number;
  /** The place chosen, or what the visitor wrote. Absent where it is the visitor's own position. */
  readonly place?: Place | undefined;
  /** Where it is. Absent where the visitor wrote a place. An own position is rounded to about a kilometre. */
  readonly at?: GeoPoint | undefined;
}

type DayPart = 'morning' | 'afternoon' | 'evening';

type ValueOf<Option> = Option extends { readonly value: infer Value extends string }
  ? Value
  : Option extends string
    ? Option
    : never;

/** What a facet can be set to. */
export type FacetValue<One> = One extends { readonly type: 'choice'; readonly options: readonly (infer O)[] }
  ? ValueOf<O>
  : One extends { readonly type: 'choices'; readonly options: readonly (infer O)[] }
    ? readonly ValueOf<O>[]
    : One extends { readonly type: 'range' }
      ? RangeValue
      : One extends { readonly type: 'distance'; readonly places: readonly (infer O)[] }
        ? DistanceValue<ValueOf<O>>
        : One extends { readonly type: 'distance' }
          ? DistanceValue
          : One extends { readonly type: 'days' }
            ? readonly WeekDay[]
            : One extends { readonly type: 'times'; readonly options: readonly (infer O)[] }
              ? readonly ValueOf<O>[]
              : One extends { readonly type: 'times' }
                ? readonly DayPart[]
                : One extends { readonly type: 'toggle' }
                  ? true
                  : never;

/** What is filtered by: facets that are not set are absent. */
export type FilterValues<Facets extends readonly Facet[]> = {
  readonly [One in Facets[number] as One['name']]?: FacetValue<One> | undefined;
};

/** Values as the code inside reads them, whatever the facets. */
export type AnyValues = Readonly<Record<string, unknown>>;

/**
 * Facets in a file of their own, which the page and the server share. They are checked where they are used.
 *
 * ```ts
 * export const facets = defineFacets([
 *   { type: 'choices', name: 'level', label: 'Level', options: ['Beginner', 'Advanced'] },
 *   { type: 'days', name: 'days', label: 'Days' },
 *   { type: 'distance', name: 'near', label: 'Where', within: [5, 10, 25] },
 * ]);
 * ```
 */
export function defineFacets<const Facets extends readonly Facet[]>(facets: Facets): Facets {
  return facets;
}
