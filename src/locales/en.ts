import { accountFormLabels } from '../components/account-form/account-form-labels.ts';
import { addToCartButtonLabels } from '../components/add-to-cart-button/add-to-cart-button-labels.ts';
import { audioPlayerLabels } from '../components/audio-player/audio-player-labels.ts';
import { calculatorLabels } from '../components/calculator/calculator-labels.ts';
import { problemLabels as calculatorProblems } from '../components/calculator/problem-labels.ts';
import { callLabels } from '../components/callback-request/call-labels.ts';
import { callbackRequestLabels } from '../components/callback-request/callback-request-labels.ts';
import { challengeLabels } from '../components/challenge/challenge-labels.ts';
import { checkoutLabels } from '../components/checkout/checkout-labels.ts';
import { commentFormLabels } from '../components/comment-form/comment-form-labels.ts';
import { contactDialogLabels } from '../components/contact-dialog/contact-dialog-labels.ts';
import { downloadLinkLabels } from '../components/download-link/download-link-labels.ts';
import { followLinkLabels } from '../components/follow-link/follow-link-labels.ts';
import { ladderProgressLabels } from '../components/ladder-progress/ladder-progress-labels.ts';
import { leadGateLabels } from '../components/lead-gate/lead-gate-labels.ts';
import { newsletterFormLabels } from '../components/newsletter-form/newsletter-form-labels.ts';
import { podcastSubscribeLabels } from '../components/newsletter-form/podcast-subscribe-labels.ts';
import { webinarSignupLabels } from '../components/newsletter-form/webinar-signup-labels.ts';
import { nextAskLabels } from '../components/next-ask/next-ask-labels.ts';
import { offerFilterLabels } from '../components/offer-filter/offer-filter-labels.ts';
import { pollLabels } from '../components/poll/poll-labels.ts';
import { pushOptInLabels } from '../components/push-opt-in/push-opt-in-labels.ts';
import { pushStageLabels } from '../components/push-opt-in/push-stage-labels.ts';
import { quizLabels } from '../components/quiz/quiz-labels.ts';
import { quizResultLabels } from '../components/quiz/quiz-result-labels.ts';
import { reactionsLabels } from '../components/reactions/reactions-labels.ts';
import { readingProgressLabels } from '../components/reading-progress/reading-progress-labels.ts';
import { reviewFormLabels } from '../components/review-form/review-form-labels.ts';
import { searchBoxLabels } from '../components/search-box/search-box-labels.ts';
import { searchListLabels } from '../components/search-box/search-list-labels.ts';
import { shareButtonLabels } from '../components/share-button/share-button-labels.ts';
import { sharePanelLabels } from '../components/share-button/share-panel-labels.ts';
import { starRatingLabels } from '../components/star-rating/star-rating-labels.ts';
import { starRatingSummaryLabels } from '../components/star-rating/star-rating-summary-labels.ts';
import { stepFormLabels } from '../components/step-form/step-form-labels.ts';
import { storyPathLabels } from '../components/story-path/story-path-labels.ts';
import { videoPlayerLabels } from '../components/video-player/video-player-labels.ts';
import { formLabels } from '../form/form-labels.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * The English texts of the whole kit. A page in English needs none of this: each ask brings its own. It is for who
 * translates, or wants them as one object: `Object.entries(en.poll)`.
 */
export const en: Catalogue = {
  form: formLabels,
  'lead-gate': leadGateLabels,
  'contact-dialog': contactDialogLabels,
  poll: pollLabels,
  'offer-filter': offerFilterLabels,
  'callback-request': { ...callbackRequestLabels, ...callLabels },
  quiz: { ...quizLabels, ...quizResultLabels },
  reactions: reactionsLabels,
  'story-path': storyPathLabels,
  calculator: { ...calculatorLabels, ...calculatorProblems },
  'search-box': { ...searchBoxLabels, ...searchListLabels },
  challenge: challengeLabels,
  'add-to-cart-button': addToCartButtonLabels,
  checkout: checkoutLabels,
  'download-link': downloadLinkLabels,
  'comment-form': commentFormLabels,
  'review-form': reviewFormLabels,
  'share-button': { ...shareButtonLabels, ...sharePanelLabels },
  'follow-link': followLinkLabels,
  'star-rating': starRatingLabels,
  'video-player': videoPlayerLabels,
  'audio-player': audioPlayerLabels,
  'star-rating-summary': starRatingSummaryLabels,
  'step-form': stepFormLabels,
  'newsletter-form': newsletterFormLabels,
  'account-form': accountFormLabels,
  'push-opt-in': { ...pushOptInLabels, ...pushStageLabels },
  'podcast-subscribe': podcastSubscribeLabels,
  'webinar-signup': webinarSignupLabels,
  'next-ask': nextAskLabels,
  'ladder-progress': ladderProgressLabels,
  'reading-progress': readingProgressLabels,
};
