import type { Commitment, CommitmentEvent } from '../../events/index.ts';
import { type EventTable, type Mapped, nameOf } from './mapping.ts';
import { snake } from './properties.ts';
import { piecesOf, stageOf } from './shop.ts';

/** Choices that Google's list of recommended events leaves open. */
export interface GoogleEventOptions {
  /** What a subscribed newsletter is. Default `'sign_up'`, with `method: 'newsletter'`. */
  readonly newsletter?: 'sign_up' | 'generate_lead' | undefined;
  /** What a vote is. Default `'poll_vote'`, an event of its own. */
  readonly vote?: 'poll_vote' | 'select_content' | undefined;
}

/** The name of an event that Google has no word for: letters, digits and underscores, `poll_vote_seen`. */
export function googleName(event: CommitmentEvent): string {
  return nameOf(event).replace(/\W/g, '_');
}

/** A key as products take it whose names are letters, digits and `_`; one of an experiment usually has hyphens. */
export function wordOf(key: string): string {
  return snake(key).replace(/[-.:/ ]/g, '_');
}

/**
 * Google's recommended events (https://developers.google.com/analytics/devguides/collection/ga4/reference/events) for our
 * kinds. Kinds that are missing have no counterpart, or one of a reserved name (`scroll`, `video_start`).
 */
export function googleEvents({ newsletter = 'sign_up', vote = 'poll_vote' }: GoogleEventOptions): EventTable {
  return {
    'share-button.share': ({ ask, data }) => ({
      name: 'share',
      properties: { method: data.method, content_type: 'page', item_id: ask.id },
    }),
    'poll.vote': ({ ask }) =>
      vote === 'select_content'
        ? { name: vote, properties: { content_type: 'poll', content_id: ask.id } }
        : vote,
    // What the visitor typed stands in no event.
    'search-box.search': { name: 'search', properties: { search_term: '(redacted)' } },
    'offer-filter.filter': ({ data }) => ({ name: 'search', properties: { search_term: data.facet } }),
    'newsletter-form.subscribe': (event) =>
      newsletter === 'sign_up' ? { name: newsletter, properties: { method: 'newsletter' } } : lead(event),
    'account-form.create': { name: 'sign_up', properties: { method: 'account' } },
    // A gate that another yes opened got nobody's address.
    'lead-gate.unlock': (event) => (event.data.key ? googleName(event) : lead(event)),
    'contact-dialog.submit': lead,
    'step-form.submit': lead,
    'callback-request.request': lead,
    'product-view.view': (event) => ({ name: 'view_item', properties: itemsOf(event) }),
    'add-to-cart-button.add': (event) => ({ name: 'add_to_cart', properties: itemsOf(event) }),
    'checkout.step': (event) => {
      const stage = stageOf(event.data);
      return stage === 'begin' ? 'begin_checkout' : stage ? `add_${stage}_info` : googleName(event);
    },
    'checkout.purchase': ({ id, data }) => ({
      name: 'purchase',
      properties: { transaction_id: data.order ?? id },
    }),
  };
}

function lead({ ask }: CommitmentEvent): Mapped {
  return { name: 'generate_lead', properties: { lead_source: ask.id } };
}

function itemsOf({ data }: Commitment<'product-view.view' | 'add-to-cart-button.add'>) {
  return { items: [{ item_id: data.item, quantity: piecesOf(data) }] };
}
