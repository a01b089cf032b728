import type { LabelText } from '../../provider/labels.ts';

/** What a sign-up to a webinar says in words of its own; the rest stands under `newsletter-form`. */
export interface WebinarSignupLabels {
  /** The button that sends. */
  submit: LabelText;
  /** After an answer that says "ok". */
  subscribed: LabelText;
  /** After the link in the mail was opened. */
  confirmed: LabelText;
  /** While the confirmation is awaited. `{email}`. */
  pending: LabelText;
  /** When the address is registered already. */
  already: LabelText;
  /** How long it takes. `{count}` minutes. */
  minutes: LabelText;
  /** The visitor's own time, where it is another one. `{time}`. */
  yourTime: LabelText;
  /** Where it is the same. */
  sameTime: LabelText;
  /** When it has ended. */
  over: LabelText;
  /** The link to the file for the calendar. */
  calendar: LabelText;
  /** The link to Google's calendar, which has a name of its own in most languages. */
  google: LabelText;
}

/** The English texts. */
export const webinarSignupLabels: WebinarSignupLabels = {
  submit: 'Save my seat',
  subscribed: 'Your seat is saved. See you there!',
  confirmed: 'Confirmed! Your seat is saved.',
  pending: 'One step left: your seat is saved once you open the link that we have just sent to {email}.',
  already: 'A seat is saved for this address already. See you there!',
  minutes: { one: '{count} minute', other: '{count} minutes' },
  yourTime: '{time} where you are',
  sameTime: 'This is your local time.',
  over: 'This has taken place.',
  calendar: 'Add to my calendar',
  google: 'Google Calendar',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'webinar-signup': WebinarSignupLabels;
  }
}
