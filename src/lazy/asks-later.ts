import { lazyAsk } from './lazy-ask.tsx';

/** What a browser loads when a visitor gets near. `#lazy/asks` means this file there. */
export const AccountForm = /* @__PURE__ */ lazyAsk(() =>
  import('../components/account-form/account-form.tsx').then((part) => part.AccountForm),
);
export const AddToCartButton = /* @__PURE__ */ lazyAsk(() =>
  import('../components/add-to-cart-button/add-to-cart-button.tsx').then((part) => part.AddToCartButton),
);
export const AudioPlayer = /* @__PURE__ */ lazyAsk(() =>
  import('../components/audio-player/audio-player.tsx').then((part) => part.AudioPlayer),
);
export const Calculator = /* @__PURE__ */ lazyAsk(() =>
  import('../components/calculator/calculator.tsx').then((part) => part.Calculator),
);
export const CallbackRequest = /* @__PURE__ */ lazyAsk(() =>
  import('../components/callback-request/callback-request.tsx').then((part) => part.CallbackRequest),
);
export const Challenge = /* @__PURE__ */ lazyAsk(() =>
  import('../components/challenge/challenge.tsx').then((part) => part.Challenge),
);
export const Checkout = /* @__PURE__ */ lazyAsk(() =>
  import('../components/checkout/checkout.tsx').then((part) => part.Checkout),
);
export const CommentForm = /* @__PURE__ */ lazyAsk(() =>
  import('../components/comment-form/comment-form.tsx').then((part) => part.CommentForm),
);
export const ContactDialog = /* @__PURE__ */ lazyAsk(() =>
  import('../components/contact-dialog/contact-dialog.tsx').then((part) => part.ContactDialog),
);
export const DownloadLink = /* @__PURE__ */ lazyAsk(() =>
  import('../components/download-link/download-link.tsx').then((part) => part.DownloadLink),
);
export const FollowLink = /* @__PURE__ */ lazyAsk(() =>
  import('../components/follow-link/follow-link.tsx').then((part) => part.FollowLink),
);
export const LeadGate = /* @__PURE__ */ lazyAsk(() =>
  import('../components/lead-gate/lead-gate.tsx').then((part) => part.LeadGate),
);
export const NewsletterForm = /* @__PURE__ */ lazyAsk(() =>
  import('../components/newsletter-form/newsletter-form.tsx').then((part) => part.NewsletterForm),
);
export const OfferFilter = /* @__PURE__ */ lazyAsk(() =>
  import('../components/offer-filter/offer-filter.tsx').then((part) => part.OfferFilter),
);
export const PodcastSubscribe = /* @__PURE__ */ lazyAsk(() =>
  import('../components/newsletter-form/podcast-subscribe.tsx').then((part) => part.PodcastSubscribe),
);
export const Poll = /* @__PURE__ */ lazyAsk(() =>
  import('../components/poll/poll.tsx').then((part) => part.Poll),
);
export const PushOptIn = /* @__PURE__ */ lazyAsk(() =>
  import('../components/push-opt-in/push-opt-in.tsx').then((part) => part.PushOptIn),
);
export const Quiz = /* @__PURE__ */ lazyAsk(() =>
  import('../components/quiz/quiz.tsx').then((part) => part.Quiz),
);
export const Reactions = /* @__PURE__ */ lazyAsk(() =>
  import('../components/reactions/reactions.tsx').then((part) => part.Reactions),
);
export const ReviewForm = /* @__PURE__ */ lazyAsk(() =>
  import('../components/review-form/review-form.tsx').then((part) => part.ReviewForm),
);
export const SearchBox = /* @__PURE__ */ lazyAsk(() =>
  import('../components/search-box/search-box.tsx').then((part) => part.SearchBox),
);
export const ShareButton = /* @__PURE__ */ lazyAsk(() =>
  import('../components/share-button/share-button.tsx').then((part) => part.ShareButton),
);
export const StarRating = /* @__PURE__ */ lazyAsk(() =>
  import('../components/star-rating/star-rating.tsx').then((part) => part.StarRating),
);
export const StepForm = /* @__PURE__ */ lazyAsk(() =>
  import('../components/step-form/step-form.tsx').then((part) => part.StepForm),
);
export const StoryPath = /* @__PURE__ */ lazyAsk(() =>
  import('../components/story-path/story-path.tsx').then((part) => part.StoryPath),
);
export const VideoPlayer = /* @__PURE__ */ lazyAsk(() =>
  import('../components/video-player/video-player.tsx').then((part) => part.VideoPlayer),
);
export const WebinarSignup = /* @__PURE__ */ lazyAsk(() =>
  import('../components/newsletter-form/webinar-signup.tsx').then((part) => part.WebinarSignup),
);
