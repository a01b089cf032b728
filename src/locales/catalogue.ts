import type { AccountFormLabels } from '../components/account-form/account-form-labels.ts';
import type { AddToCartButtonLabels } from '../components/add-to-cart-button/add-to-cart-button-labels.ts';
import type { AudioPlayerLabels } from '../components/audio-player/audio-player-labels.ts';
import type { CalculatorLabels } from '../components/calculator/calculator-labels.ts';
import type { CallbackRequestLabels } from '../components/callback-request/callback-request-labels.ts';
import type { ChallengeLabels } from '../components/challenge/challenge-labels.ts';
import type { CheckoutLabels } from '../components/checkout/checkout-labels.ts';
import type { CommentFormLabels } from '../components/comment-form/comment-form-labels.ts';
import type { ContactDialogLabels } from '../components/contact-dialog/contact-dialog-labels.ts';
import type { DownloadLinkLabels } from '../components/download-link/download-link-labels.ts';
import type { FollowLinkLabels } from '../components/follow-link/follow-link-labels.ts';
import type { LadderProgressLabels } from '../components/ladder-progress/ladder-progress-labels.ts';
import type { LeadGateLabels } from '../components/lead-gate/lead-gate-labels.ts';
import type { NewsletterFormLabels } from '../components/newsletter-form/newsletter-form-labels.ts';
import type { PodcastSubscribeLabels } from '../components/newsletter-form/podcast-subscribe-labels.ts';
import type { WebinarSignupLabels } from '../components/newsletter-form/webinar-signup-labels.ts';
import type { NextAskLabels } from '../components/next-ask/next-ask-labels.ts';
import type { OfferFilterLabels } from '../components/offer-filter/offer-filter-labels.ts';
import type { PollLabels } from '../components/poll/poll-labels.ts';
import type { PushOptInLabels } from '../components/push-opt-in/push-opt-in-labels.ts';
import type { QuizLabels } from '../components/quiz/quiz-labels.ts';
import type { ReactionsLabels } from '../components/reactions/reactions-labels.ts';
import type { ReadingProgressLabels } from '../components/reading-progress/reading-progress-labels.ts';
import type { ReviewFormLabels } from '../components/review-form/review-form-labels.ts';
import type { SearchBoxLabels } from '../components/search-box/search-box-labels.ts';
import type { ShareButtonLabels } from '../components/share-button/share-button-labels.ts';
import type { StarRatingLabels } from '../components/star-rating/star-rating-labels.ts';
import type { StarRatingSummaryLabels } from '../components/star-rating/star-rating-summary-labels.ts';
import type { StepFormLabels } from '../components/step-form/step-form-labels.ts';
import type { StoryPathLabels } from '../components/story-path/story-path-labels.ts';
import type { VideoPlayerLabels } from '../components/video-player/video-player-labels.ts';
import type { FormLabels } from '../form/form-labels.ts';

/**
 * The texts of the whole kit in one language, for a catalogue of your own:
 * `export const nl: Catalogue = { … }`. An ask that is added stands here first: then no catalogue compiles until it has
 * its texts.
 */
export interface Catalogue {
  readonly form: FormLabels;
  readonly 'lead-gate': LeadGateLabels;
  readonly 'contact-dialog': ContactDialogLabels;
  readonly poll: PollLabels;
  readonly 'offer-filter': OfferFilterLabels;
  readonly 'callback-request': CallbackRequestLabels;
  readonly quiz: QuizLabels;
  readonly reactions: ReactionsLabels;
  readonly 'story-path': StoryPathLabels;
  readonly calculator: CalculatorLabels;
  readonly 'search-box': SearchBoxLabels;
  readonly challenge: ChallengeLabels;
  readonly 'add-to-cart-button': AddToCartButtonLabels;
  readonly checkout: CheckoutLabels;
  readonly 'download-link': DownloadLinkLabels;
  readonly 'comment-form': CommentFormLabels;
  readonly 'review-form': ReviewFormLabels;
  readonly 'share-button': ShareButtonLabels;
  readonly 'follow-link': FollowLinkLabels;
  readonly 'star-rating': StarRatingLabels;
  readonly 'video-player': VideoPlayerLabels;
  readonly 'audio-player': AudioPlayerLabels;
  readonly 'star-rating-summary': StarRatingSummaryLabels;
  readonly 'step-form': StepFormLabels;
  readonly 'newsletter-form': NewsletterFormLabels;
  readonly 'account-form': AccountFormLabels;
  readonly 'push-opt-in': PushOptInLabels;
  readonly 'podcast-subscribe': PodcastSubscribeLabels;
  readonly 'webinar-signup': WebinarSignupLabels;
  readonly 'next-ask': NextAskLabels;
  readonly 'ladder-progress': LadderProgressLabels;
  readonly 'reading-progress': ReadingProgressLabels;
}
