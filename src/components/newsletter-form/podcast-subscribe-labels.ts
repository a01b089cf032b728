import type { LabelText } from '../../provider/labels.ts';

/** What a sign-up to a podcast says in words of its own; the rest stands under `newsletter-form`. */
export interface PodcastSubscribeLabels {
  /** The button that sends. */
  submit: LabelText;
  /** After an answer that says "ok". */
  subscribed: LabelText;
  /** After the link in the mail was opened. */
  confirmed: LabelText;
  /** When the address is on the list already. */
  already: LabelText;
  /** Names the links to the apps. */
  apps: LabelText;
}

/** The English texts. */
export const podcastSubscribeLabels: PodcastSubscribeLabels = {
  submit: 'Send me each episode',
  subscribed: 'Thank you! The next episode comes by mail.',
  confirmed: 'Confirmed! The next episode comes by mail.',
  already: 'The episodes come to this address already. Good to have you here!',
  apps: 'Or listen in your app',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'podcast-subscribe': PodcastSubscribeLabels;
  }
}
