/** A search of your shop or your pages. */

export type { Kind, SearchBoxData } from '../../events/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { SearchBox } from './search-box.tsx';
export type { SearchBoxLabels } from './search-box-labels.ts';
export type {
  SearchBoxElement,
  SearchBoxProps,
  SearchBoxState,
  SearchFound,
  SearchHandler,
  SearchSuggestion,
  SuggestHandler,
} from './search-box-props.ts';
