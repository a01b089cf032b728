import type { JSX } from 'react';
import { type JsonLdObject, renderJsonLd } from '../../internal/json-ld.tsx';
import { tell } from '../../internal/messages.ts';

/**
 * What may carry a rating in search results, by Google's review snippet documentation
 * (https://developers.google.com/search/docs/appearance/structured-data/review-snippet).
 */
export type RatedType =
  | 'Book'
  | 'Course'
  | 'CreativeWorkSeason'
  | 'CreativeWorkSeries'
  | 'Episode'
  | 'Event'
  | 'Game'
  | 'MediaObject'
  | 'Movie'
  | 'MusicPlaylist'
  | 'MusicRecording'
  | 'Product'
  | 'Recipe'
  | 'SoftwareApplication';

/** A company: eligible only on a site that reviews others, because ratings of oneself are self-serving. */
export type RatedCompany = 'LocalBusiness' | 'Organization';

export type { JsonLdObject, JsonLdValue } from '../../internal/json-ld.tsx';

interface RatingFigures {
  /** Name of what is rated. Must not be empty. */
  name: string;
  /** The average, `min` to `max`. */
  value: number;
  /** How many ratings it is made of. With 0 nothing is written. */
  count: number;
  /** The best value of the scale. Default 5. Always stated in the markup. */
  max?: number | undefined;
  /** The worst value of the scale. Default 1. Always stated in the markup. */
  min?: number | undefined;
  /** More properties of what is rated, such as `image`, `url` or `offers`. */
  more?: JsonLdObject | undefined;
}

/** What is rated and how. A company also needs `reviewedBy: 'others'`: the ratings are not about the site itself. */
export type RatingJsonLdProps = RatingFigures &
  ({ type: RatedType; reviewedBy?: undefined } | { type: RatedCompany; reviewedBy: 'others' });

const types: readonly unknown[] = [
  'Book',
  'Course',
  'CreativeWorkSeason',
  'CreativeWorkSeries',
  'Episode',
  'Event',
  'Game',
  'MediaObject',
  'Movie',
  'MusicPlaylist',
  'MusicRecording',
  'Product',
  'Recipe',
  'SoftwareApplication',
] satisfies RatedType[];
const companies: readonly unknown[] = ['LocalBusiness', 'Organization'] satisfies RatedCompany[];

/**
 * The markup of an average rating as an object, or null when search engines would reject it: nobody has rated,
 * an ineligible type, no name, a rating off its scale. Use only figures that the page shows as well.
 */
export function ratingJsonLd(props: RatingJsonLdProps): JsonLdObject | null {
  const { type, name, value, count, max = 5, min = 1, more } = props;
  if (count === 0) return null;
  const problem = findProblem(props);
  if (problem) {
    if (process.env.NODE_ENV !== 'production') tell(304, problem);
    return null;
  }
  return {
    ...more,
    '@context': 'https://schema.org',
    '@type': type,
    name: name.trim(),
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: value,
      ratingCount: count,
      bestRating: max,
      worstRating: min,
    },
  };
}

/**
 * Writes the markup into server-rendered HTML. In a browser it renders an empty, hidden element and leaves what
 * was served as it is: a script made by a client breaks Trusted Types, and a visitor's fresh click must not change
 * what the page tells search engines.
 */
export function RatingJsonLd(props: RatingJsonLdProps): JSX.Element | null {
  const data = ratingJsonLd(props);
  return data && renderJsonLd(data);
}

function findProblem(props: RatingJsonLdProps): string | undefined {
  const { type, name, value, count, max = 5, min = 1 } = props;
  if (companies.includes(type)) {
    if (props.reviewedBy !== 'others') return `a rating of one's own ${type} is self-serving`;
  } else if (!types.includes(type)) return `${type} is no type that may be rated`;
  if (typeof name !== 'string' || name.trim() === '') return 'it has no name';
  if (!Number.isInteger(count) || count < 0) return `the count is ${count}`;
  if (![value, max, min].every(Number.isFinite) || min >= max) return `the scale is ${min} to ${max}`;
  return value < min || value > max ? `the value ${value} lies outside ${min} to ${max}` : undefined;
}
