/** A sign-up by mail: a newsletter with an optional code, each episode of a podcast, a seat in a webinar. */

export type { Campaign, CampaignTouch, FormSentData, Kind, LinkData } from '../../events/index.ts';
export type { ConsentRecord, FormSubmitContext, SpamSignals } from '../../fields/form-config.ts';
export type { ConfirmationProps } from '../../fields/use-confirmation.ts';
export type { ConsentFieldSpec, FieldOption, FieldSpec, ValuesOf } from '../../form/index.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { NewsletterForm } from './newsletter-form.tsx';
export type { NewsletterFormLabels } from './newsletter-form-labels.ts';
export type {
  NewsletterContext,
  NewsletterCoupon,
  NewsletterFormElement,
  NewsletterFormProps,
  NewsletterFormState,
  NewsletterOrigin,
  NewsletterResult,
  NewsletterValues,
} from './newsletter-form-props.ts';
export {
  type PodcastApp,
  PodcastSubscribe,
  type PodcastSubscribeProps,
} from './podcast-subscribe.tsx';
export type { PodcastSubscribeLabels } from './podcast-subscribe-labels.ts';
export { WebinarSignup, type WebinarSignupProps } from './webinar-signup.tsx';
export type { WebinarSignupLabels } from './webinar-signup-labels.ts';
export type { WebinarCalendar } from './webinar-time.ts';
