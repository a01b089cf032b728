import type { LabelText } from '../../provider/labels.ts';

/** Every text of the search box that a visitor reads or hears. */
export interface SearchBoxLabels {
  /** Names the field where there is no `label`. Spoken only. */
  field: LabelText;
  submit: LabelText;
  /** Empties the field. Spoken only. */
  clear: LabelText;
  searching: LabelText;
  /** How many were found. */
  found: LabelText;
  /** Nothing was found. */
  none: LabelText;
  failed: LabelText;
}

/** The English texts. */
export const searchBoxLabels: SearchBoxLabels = {
  field: 'Search',
  submit: 'Search',
  clear: 'Clear the search',
  searching: 'Searching …',
  found: { one: '{count} result', other: '{count} results' },
  none: 'Nothing found for “{query}”.',
  failed: 'The search did not work. Your words are still here: please try again.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'search-box': SearchBoxLabels;
  }
}
