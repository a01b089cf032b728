import type { JSX } from 'react';
import { type JsonLdObject, renderJsonLd } from '../../internal/json-ld.tsx';
import { tell } from '../../internal/messages.ts';

export type { JsonLdObject, JsonLdValue } from '../../internal/json-ld.tsx';

/**
 * What may be marked as not free, by Google's documentation of subscription and paywalled content
 * (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content).
 */
export type GatedType =
  | 'Article'
  | 'BlogPosting'
  | 'Blog'
  | 'Comment'
  | 'Course'
  | 'HowTo'
  | 'Message'
  | 'NewsArticle'
  | 'Review'
  | 'WebPage';

/** Props of {@link GateJsonLd}. */
export interface GateJsonLdProps {
  /** What the page is. */
  type: GatedType;
  /** Its title. Must not be empty. */
  headline: string;
  /**
   * Which part is behind the gate: one class of the page, with its dot. Default `'.sy-lead-gate-content'`, where a `LeadGate`
   * puts what it unlocked. Serve that part to the search engine, or leave this markup out.
   */
  part?: `.${string}` | undefined;
  /** More properties, such as `author`, `datePublished` or `image`. */
  more?: JsonLdObject | undefined;
}

/** The markup as an object, or null when search engines would reject it: no headline, or a part that is no class. */
export function gateJsonLd(props: GateJsonLdProps): JsonLdObject | null {
  const { type, headline, part = '.sy-lead-gate-content', more } = props;
  const problem =
    typeof headline !== 'string' || headline.trim() === ''
      ? 'it has no headline'
      : /^\.-?[_a-z][\w-]*$/i.test(part)
        ? undefined
        : `the part "${part}" is no single class`;
  if (problem) {
    if (process.env.NODE_ENV !== 'production') tell(806, problem);
    return null;
  }
  return {
    ...more,
    '@context': 'https://schema.org',
    '@type': type,
    headline: headline.trim(),
    isAccessibleForFree: false,
    hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: part },
  };
}

/**
 * Tells search engines that a part of the page is not free, so that they do not take a gate for cloaking. Written into
 * server-rendered HTML only. Leave it out where the visitor sees all of it.
 */
export function GateJsonLd(props: GateJsonLdProps): JSX.Element | null {
  const data = gateJsonLd(props);
  return data && renderJsonLd(data);
}
