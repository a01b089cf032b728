'use client';

/** Asks whose markup the server writes and whose code comes when a visitor gets near them. */

export {
  AccountForm,
  AddToCartButton,
  AudioPlayer,
  Calculator,
  CallbackRequest,
  Challenge,
  Checkout,
  CommentForm,
  ContactDialog,
  DownloadLink,
  FollowLink,
  LeadGate,
  NewsletterForm,
  OfferFilter,
  PodcastSubscribe,
  Poll,
  PushOptIn,
  Quiz,
  Reactions,
  ReviewForm,
  SearchBox,
  ShareButton,
  StarRating,
  StepForm,
  StoryPath,
  VideoPlayer,
  WebinarSignup,
} from '#lazy/asks';
export { type LazyCode, lazyAsk } from './lazy-ask.tsx';
