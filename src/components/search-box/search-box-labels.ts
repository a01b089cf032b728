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
  /** Names the list of suggestions. Spoken only. */
  suggestions: LabelText;
  /** How many lines the list has. Spoken only. */
  offered: LabelText;
  /** Beside a search from before. */
  recent: LabelText;
  /** Takes one search from before out of the list. Spoken only. */
  remove: LabelText;
  /** Forgets all searches from before. */
  forget: LabelText;
}

/** Those of the list below the field, which come with it. */
export type SearchListLabels = Pick<
  SearchBoxLabels,
  'suggestions' | 'offered' | 'recent' | 'remove' | 'forget'
>;

/** The English texts that a search box needs from the start. */
export const searchBoxLabels: Omit<SearchBoxLabels, keyof SearchListLabels> = {
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
