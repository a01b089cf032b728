/** A filter over what you offer: choices, prices, distance, days, times. */

export type { Kind } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export type { GeoPoint } from './distance.ts';
export type {
  ChoiceFacet,
  DaysFacet,
  DistanceFacet,
  DistanceValue,
  Facet,
  FacetValue,
  FilterOption,
  FilterPlace,
  FilterValues,
  RangeFacet,
  RangeValue,
  TimeOption,
  TimesFacet,
  ToggleFacet,
  WeekDay,
} from './facets.ts';
export { defineFacets } from './facets.ts';
export type { FilterResults } from './filter-state.ts';
export { OfferFilter } from './offer-filter.tsx';
export type { OfferFilterLabels } from './offer-filter-labels.ts';
export type {
  FilterChange,
  FilterContext,
  OfferFilterData,
  OfferFilterElement,
  OfferFilterProps,
  OfferFilterState,
  ShownResults,
} from './offer-filter-props.ts';
