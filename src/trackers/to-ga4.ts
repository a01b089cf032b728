import { functionNamed } from '../internal/global.ts';
import { type AdapterOptions, createAdapter, type Tracker } from './core/adapter.ts';
import { composer } from './core/compose.ts';
import { type GoogleEventOptions, googleEvents, googleName, wordOf } from './core/google-events.ts';
import type { MappingOptions } from './core/mapping.ts';
import { isWorth } from './core/pixel.ts';

export type { AdapterOptions, Tracker } from './core/adapter.ts';
export type { GoogleEventOptions } from './core/google-events.ts';
export type { EventTable, Mapped, MappingOptions } from './core/mapping.ts';

/** What is called of `gtag`, the function that Google's snippet defines. */
export interface Ga4Gtag {
  (command: 'event', name: string, params: Record<string, unknown>): void;
  (command: 'set', params: Record<string, unknown>): void;
}

/** Options of {@link ga4}. */
export interface Ga4Options extends AdapterOptions, MappingOptions, GoogleEventOptions {
  /** Measurement ids that get the events, `'G-…'`. Default: all that the page has configured. */
  readonly sendTo?: string | readonly string[] | undefined;
}

/** https://support.google.com/analytics/answer/13316687 */
const reservedNames =
  /^(app_(remove|store_\w+)|click|error|file_download|first_(open|visit)|form_(start|submit)|in_app_purchase|page_view|scroll|session_start|user_engagement|video_(progress|start)|view_(complete|search_results)|(firebase|ga|google)_.*)$/;

/**
 * What gtag reads as an order to itself (https://developers.google.com/analytics/devguides/collection/ga4/reference/config), and
 * prefixes that Google keeps; none of it may come from data.
 */
const reservedParams =
  /^(client_id|session_id|groups|campaign|language|screen_resolution|ignore_referrer|send_(to|page_view)|user_(id|data|properties)|event_(callback|timeout)|server_container_url|non_interaction|debug_mode|items|transaction_id|page_(title|location|referrer)|(allow|campaign|cookie|transport|firebase|ga|google)?_.*|gtag.*)$/;

const longer: Readonly<Record<string, number>> = {
  page_title: 300,
  page_referrer: 420,
  page_location: 1_000,
};

/**
 * Sends commitments to Google Analytics 4 by the page's `gtag`. Google's recommended events where one fits, otherwise events
 * of our own: `poll_vote`, and `poll_vote_seen` for other phases. All kinds in all phases are 333 names; a property of apps
 * may have 500, one of web sites as many as it likes. `identify` sets `user_id` and nothing else. Consent is never set here:
 * that is your consent tool's.
 *
 * Limits (https://support.google.com/analytics/answer/9267744): names of 40 letters, digits and `_`; 25 parameters, the ones
 * you map first, then id, time, order, kind, grade, ask, money and data; 100 characters a text, but 300 for `page_title`, 420
 * for `page_referrer` and 1,000 for `page_location`. A `value` without `currency` is left out.
 */
export function ga4(options: Ga4Options = {}): Tracker {
  const { name = 'ga4', sendTo } = options;
  const compose = composer(
    {
      name,
      table: googleEvents(options),
      nameOf: googleName,
      refuses: (event) =>
        reservedNames.test(event)
          ? 'the name is reserved'
          : /^[a-z]\w{0,39}$/i.test(event)
            ? undefined
            : 'it must be at most 40 letters, digits and underscores',
      reserved: reservedParams,
      keyOf: wordOf,
      isFlat: true,
      limits: {
        count: 25,
        key: 40,
        text: (key) => longer[key] ?? 100,
        takes: (key, params) =>
          /^[a-z]\w*$/i.test(key) &&
          !/^(firebase|ga|google)_/.test(key) &&
          (key === 'items' || typeof params[key] !== 'object') &&
          (key !== 'value' || isWorth(params)),
      },
    },
    options,
  );
  return createAdapter<Ga4Gtag>(
    {
      name,
      purpose: 'analytics',
      find: () => functionNamed('gtag'),
      send(gtag, event, report) {
        const composed = compose(event, report);
        if (composed)
          gtag('event', composed.name, { ...(sendTo && { send_to: sendTo }), ...composed.properties });
      },
      identify: (gtag, { userId }) => gtag('set', { user_id: userId }),
    },
    options,
  );
}
