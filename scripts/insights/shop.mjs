// What the visitors of a believable shop do, for the logs of the benchmark and of the tests.

/** @type {readonly (readonly [kind: string, grade: 1 | 2 | 3, asks: readonly string[]])[]} */
export const kinds = [
  ['poll.vote', 1, ['hurdle', 'price', 'taste', 'return']],
  ['reactions.react', 1, ['article-1', 'article-2', 'article-3', 'article-4', 'article-5', 'article-6']],
  ['quiz.complete', 1, ['which-roaster']],
  ['product-view.view', 1, ['page-1', 'page-2', 'page-3', 'page-4', 'page-5']],
  ['newsletter-form.subscribe', 2, ['letter', 'footer']],
  ['add-to-cart-button.add', 2, ['cart']],
  ['checkout.purchase', 3, ['checkout']],
];

/** As often as they come. */
export const phases = [
  'seen',
  'seen',
  'seen',
  'started',
  'committed',
  'committed',
  'committed',
  'committed',
  'dismissed',
];
