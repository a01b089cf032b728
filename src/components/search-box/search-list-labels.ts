import type { SearchListLabels } from './search-box-labels.ts';

/** The English texts of the list below the field, which come with it. */
export const searchListLabels: SearchListLabels = {
  suggestions: 'Suggestions',
  offered: { one: '{count} suggestion', other: '{count} suggestions' },
  recent: 'Searched before',
  remove: 'Forget “{query}”',
  forget: 'Forget my searches',
};
