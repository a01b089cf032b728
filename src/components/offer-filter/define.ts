/** What a server shares with the page: facets, and the filter in an address. No React. */

export { distanceBetween, type GeoPoint } from './distance.ts';
export {
  type ChoiceFacet,
  type DaysFacet,
  type DistanceFacet,
  type DistanceValue,
  defineFacets,
  type Facet,
  type FacetValue,
  type FilterOption,
  type FilterPlace,
  type FilterValues,
  type RangeFacet,
  type RangeValue,
  type TimeOption,
  type TimesFacet,
  type ToggleFacet,
  type WeekDay,
} from './facets.ts';
export { type FilterParams, readFilter, writeFilter } from './filter-query.ts';
