/**
 * The kinds this kit emits and how large a yes each one is, as data. A kind of your own is not listed here:
 * give its grade where you emit it.
 */
export const catalogue = {
  'poll.vote': 1,
  'poll.predict': 1,
  'star-rating.rate': 1,
  'reactions.react': 1,
  'share-button.share': 1,
  'follow-link.follow': 1,
  'comment-form.post': 1,
  'reading-progress.read': 1,
  'video-player.play': 1,
  'video-player.complete': 1,
  'audio-player.play': 1,
  'audio-player.complete': 1,
  'quiz.complete': 1,
  'calculator.result': 1,
  'search-box.search': 1,
  'offer-filter.filter': 1,
  'product-view.view': 1,
  'download-link.download': 1,
  'story-path.finish': 1,
  'challenge.task': 1,
  'contact-dialog.open': 1,
  'step-form.step': 1,
  'experiment.expose': 1,
  'return-visit.return': 2,
  'newsletter-form.subscribe': 2,
  'lead-gate.unlock': 2,
  'push-opt-in.allow': 2,
  'account-form.create': 2,
  'add-to-cart-button.add': 2,
  'checkout.step': 2,
  'contact-dialog.submit': 2,
  'challenge.complete': 2,
  'step-form.submit': 3,
  'callback-request.request': 3,
  'review-form.submit': 3,
  'checkout.subscribe': 3,
  'checkout.purchase': 3,
} as const;

/** A kind that the kit itself knows. */
export type CatalogueKind = keyof typeof catalogue;

/** The default grade of a kind the kit knows. */
export type GradeOf<K extends CatalogueKind> = (typeof catalogue)[K];
