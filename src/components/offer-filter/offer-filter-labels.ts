import type { LabelText } from '../../provider/labels.ts';

/** Every text of a filter that a visitor reads or hears. */
export interface OfferFilterLabels {
  /** Names the form, and the button that unfolds it on a phone. */
  filters: LabelText;
  /** How many filters are set, on that button. */
  set: LabelText;
  /** The answer of a choice that narrows nothing. */
  any: LabelText;
  /** Unfolds the other options. */
  more: LabelText;
  /** How many offers have an option. Spoken only. */
  optionCount: LabelText;
  /** The lower and the upper end of a range. */
  from: LabelText;
  to: LabelText;
  /** Names the handles of a range. Spoken only. `{label}` is the facet. */
  fromOf: LabelText;
  toOf: LabelText;
  /** A range as it is set. */
  atLeast: LabelText;
  atMost: LabelText;
  between: LabelText;
  /** Where a place is written, or chosen. */
  place: LabelText;
  pickPlace: LabelText;
  /** How far from there. */
  within: LabelText;
  /** Asks the browser where the visitor is, and what comes of it. */
  ownPosition: LabelText;
  locating: LabelText;
  located: LabelText;
  denied: LabelText;
  unavailable: LabelText;
  timeout: LabelText;
  /** A distance as it is set. */
  near: LabelText;
  nearYou: LabelText;
  /** The times of day. */
  morning: LabelText;
  afternoon: LabelText;
  evening: LabelText;
  /** A filter that is set. `{label}` is the facet. */
  filter: LabelText;
  /** Names the list of filters that are set. Spoken only. */
  active: LabelText;
  /** Takes one of them away. Spoken only. `{filter}` is what it says. */
  remove: LabelText;
  /** Takes all of them away. */
  clear: LabelText;
  /** How many results there are. */
  results: LabelText;
  /** While they are on their way. */
  updating: LabelText;
  /** When they did not come. */
  failed: LabelText;
  retry: LabelText;
  /** When there are none, and the filters that could go. */
  none: LabelText;
  loosen: LabelText;
  /** What leaving one out brings. `{filter}` is what it says. */
  loosened: LabelText;
  /** The button of the form: without JavaScript, and on a phone, where it folds the form. */
  show: LabelText;
  showCount: LabelText;
}

/** The English texts. */
export const offerFilterLabels: OfferFilterLabels = {
  filters: 'Filters',
  set: { one: '{count} set', other: '{count} set' },
  any: 'Any',
  more: { one: 'Show {count} more', other: 'Show {count} more' },
  optionCount: { one: '{count} offer', other: '{count} offers' },
  from: 'From',
  to: 'To',
  fromOf: '{label}, from',
  toOf: '{label}, to',
  atLeast: '{from} or more',
  atMost: '{to} or less',
  between: '{from} to {to}',
  place: 'Town or postcode',
  pickPlace: 'Any place',
  within: 'Within',
  ownPosition: 'Use my position',
  locating: 'Asking your browser where you are …',
  located: 'Your position is set, rounded to about a kilometre.',
  denied: 'Your browser does not tell us where you are. Please name a place instead.',
  unavailable: 'Your device could not find out where it is. Please name a place instead.',
  timeout: 'That took too long. Please try again, or name a place.',
  near: 'within {distance} of {place}',
  nearYou: 'within {distance} of you',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  filter: '{label}: {value}',
  active: 'Filters that are set',
  remove: 'Remove the filter {filter}',
  clear: 'Clear all',
  results: { one: '{count} result', other: '{count} results' },
  updating: 'Updating the results …',
  failed: 'The results did not arrive. Your filters are still set.',
  retry: 'Try again',
  none: 'Nothing fits all of these filters.',
  loosen: 'Leave one out:',
  loosened: { one: '{filter} ({count} result)', other: '{filter} ({count} results)' },
  show: 'Show the results',
  showCount: { one: 'Show {count} result', other: 'Show {count} results' },
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'offer-filter': OfferFilterLabels;
  }
}
