import type { ComponentProps, ReactNode, Ref } from 'react';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { AnyValues, Facet, FilterValues } from './facets.ts';
import type { FilterResults } from './filter-state.ts';
import type { OfferFilterLabels } from './offer-filter-labels.ts';

/** What `onFilter` and `onValuesChange` get besides the values. */
export interface FilterChange<Name extends string = string> {
  /** Name of the facet that was changed last; absent when it was no single one, or the page itself. */
  readonly facet?: Name | undefined;
}

/** What `onFilter` gets besides the values. */
export interface FilterContext<Name extends string = string> extends FilterChange<Name> {
  /** Aborted when the visitor filters on, when the time is up, and when the filter goes. Pass it to `fetch`. */
  readonly signal: AbortSignal;
}

/** What is shown of the results. */
export interface ShownResults<Item, Values> {
  /** The offers found for these values, or, while newer ones are on their way, for the values before. */
  readonly results: readonly Item[];
  /** How many there are; undefined when nobody has counted. */
  readonly count: number | undefined;
  readonly values: Values;
  /** Newer ones are on their way. */
  readonly isPending: boolean;
  /** They did not come. */
  readonly isFailed: boolean;
}

/** State of the root element, for `render`. */
export interface OfferFilterState {
  /** How many filters are set; each value of a choice counts. */
  readonly filters: number;
  /** How many results there are; undefined when nobody has counted. */
  readonly count: number | undefined;
  readonly isPending: boolean;
}

/** The data of the yes. */
export interface OfferFilterData<Name extends string = string> {
  readonly facet: Name;
  readonly results?: number;
}

/** The root element. */
export interface OfferFilterElement extends HTMLDivElement {
  /** Begins a new attempt with no filter set. */
  reset(): void;
}

/** Props of {@link OfferFilter}. What is not listed goes to the root element. */
export interface OfferFilterProps<
  Facets extends readonly Facet[] = readonly Facet[],
  Item = unknown,
  Values = FilterValues<Facets>,
> extends AskProps<'offer-filter.filter', OfferFilterData<Facets[number]['name']>>,
    Omit<AskLook<OfferFilterState, OfferFilterLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref' | 'results'> {
  /** What can be filtered by. Outside of the tag, make it with `defineFacets`. */
  facets: Facets;
  /** What is filtered by, if you keep it. */
  values?: Values | undefined;
  /** What the first page is filtered by: `readFilter(facets, searchParams)` on your server. Default: nothing. */
  defaultValues?: Values | undefined;
  /** Hears each settled change before its results are asked for. */
  onValuesChange?: ((values: Values, change: FilterChange<Facets[number]['name']>) => void) | undefined;
  /**
   * The results: a pure function of the values, for offers that are all on the page; or what your server found for the first
   * ones, beside `onFilter`. Default: `onFilter` is asked at the start too.
   */
  results?: FilterResults<Item> | ((values: Values) => FilterResults<Item>) | undefined;
  /**
   * Asks your server after each settled change. The latest wins: an older answer is not heard. Throwing, rejecting and 30
   * seconds of silence count as failed, and the visitor can try again.
   */
  onFilter?:
    | ((
        values: Values,
        context: FilterContext<Facets[number]['name']>,
      ) => FilterResults<Item> | Promise<FilterResults<Item>>)
    | undefined;
  /** Shows the results. Default: nothing, where they stand elsewhere on the page. */
  children?: ((shown: ShownResults<Item, Values>) => ReactNode) | undefined;
  /** In place of the results when there are none: what to do now, such as a smaller ask. Default: which filter to leave out. */
  empty?: ReactNode | ((values: Values) => ReactNode);
  /**
   * Keeps the filter in the address of the page, so that a reload and the way back find it. `'push'` makes each change a step
   * back of its own. False where a router of yours does it in `onValuesChange`. Default `'replace'`; false with `values`.
   */
  url?: 'replace' | 'push' | false | undefined;
  /**
   * Where the form goes without JavaScript, with the filter as search parameters. Without `results`, `onFilter`,
   * `values` and `onValuesChange` it goes there with JavaScript as well. Default: the address of the page.
   */
  action?: string | undefined;
  /** The heading above the facets. Default: the label `filters`. */
  heading?: ReactNode;
  /** Level of that heading. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** The next ask, below the results, once the visitor has filtered. */
  next?: NextProp<OfferFilterData<Facets[number]['name']>> | undefined;
  /** `'card'` puts a card around it. Default `'plain'`. */
  appearance?: 'card' | 'plain' | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<OfferFilterElement> | undefined;
}

/** Props as the code inside reads them, whatever the facets. */
export type AnyOfferFilterProps = OfferFilterProps<readonly Facet[], unknown, AnyValues>;
