import { defineLadder } from 'smallyes/ladder';

/**
 * The path through the workshop's shop, from a search to an order. Most of its asks have their own place, as in every shop. What the
 * ladder decides is what is asked besides, and when: the letter after something was put into the cart, and of nobody who only looks.
 */
export const shopLadder = defineLadder({
  id: 'shop',
  goal: 'checkout',
  rungs: [
    { ask: 'find', kind: 'search-box.search', segments: { missed: ({ results }) => results === 0 } },
    // Who has found nothing is asked what is missing.
    { ask: 'wish', kind: 'comment-form.post', when: { segment: 'missed' } },
    { ask: 'look', kind: 'product-view.view' },
    { ask: 'whose', kind: 'reactions.react', segments: { looking: 'looking' } },
    { ask: 'add', kind: 'add-to-cart-button.add' },
    {
      ask: 'letter',
      kind: 'newsletter-form.subscribe',
      when: { notSegment: 'looking' },
      otherwise: { ask: 'kiln', kind: 'follow-link.follow' },
    },
    { ask: 'account', kind: 'account-form.create' },
    { ask: 'checkout', kind: 'checkout.purchase', rest: { committed: '0s' } },
  ],
});
