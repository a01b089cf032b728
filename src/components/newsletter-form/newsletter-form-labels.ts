import type { LabelText } from '../../provider/labels.ts';

/** Every text of the sign-up that a visitor reads or hears; those of its fields stand under `form`. */
export interface NewsletterFormLabels {
  /** The field for the address. */
  email: LabelText;
  /** The topics to choose from. */
  topics: LabelText;
  /** How often mail comes. */
  frequency: LabelText;
  /** The button that sends. */
  submit: LabelText;
  /** The way out, where there is one. */
  skip: LabelText;
  /** After it was taken. */
  skipped: LabelText;
  /** The way back. */
  reopen: LabelText;
  /** After an answer of the server that says nothing: no word of being subscribed. */
  received: LabelText;
  /** After an answer that says "ok". */
  subscribed: LabelText;
  /** When the address is on the list already. */
  already: LabelText;
  /** After the link in the mail was opened. */
  confirmed: LabelText;
  /** While the confirmation is awaited. `{email}`. */
  pending: LabelText;
  /** The same, where the address is not known. */
  pendingSomewhere: LabelText;
  /** What to do when no mail comes. */
  noMail: LabelText;
  /** Sends the mail once more. */
  resend: LabelText;
  /** The same, until it may be pressed. `{count}` seconds. */
  resendIn: LabelText;
  /** After it was sent once more. `{email}`. */
  resent: LabelText;
  /** Goes back to the address, which is still there. */
  change: LabelText;
  /** Names the code. */
  coupon: LabelText;
  /** Copies it. */
  copy: LabelText;
  /** After that. */
  copied: LabelText;
  /** When the browser would not: the code is selected then. */
  copyFailed: LabelText;
  /** The last moment of the code. `{date}`. */
  expires: LabelText;
  /** The same, when it has passed. `{date}`. */
  expired: LabelText;
  /** While the code is on its way. */
  couponComing: LabelText;
  /** When it did not arrive. */
  couponFailed: LabelText;
  /** The button after that. */
  retry: LabelText;
  /** Where only a script could send the form. */
  noScript: LabelText;
}

/** The English texts. */
export const newsletterFormLabels: NewsletterFormLabels = {
  email: 'E-mail address',
  topics: 'What would you like to read about?',
  frequency: 'How often?',
  submit: 'Subscribe',
  skip: 'No, thanks',
  skipped: 'All right. It stays here in case you change your mind.',
  reopen: 'Show it again',
  received: 'Thank you! Your sign-up has arrived.',
  subscribed: 'Thank you! You are subscribed.',
  already: 'This address is on the list already. Good to have you here!',
  confirmed: 'Confirmed! You are subscribed.',
  pending: 'One step left: confirm by the link that we have just sent to {email}.',
  pendingSomewhere: 'One step left: confirm by the link that we have just sent you.',
  noMail: 'No mail? It can take a minute. Look into the spam folder, too.',
  resend: 'Send it again',
  resendIn: { one: 'Send it again in {count} second', other: 'Send it again in {count} seconds' },
  resent: 'Sent once more, to {email}. Confirm by the link in that mail.',
  change: 'Wrong address?',
  coupon: 'Your code',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Your browser did not allow it. The code is selected: copy it by hand.',
  expires: 'Valid until {date}.',
  expired: 'It was valid until {date}.',
  couponComing: 'Your code is on its way …',
  couponFailed: 'Your code could not be fetched right now. It is not lost: please try again.',
  retry: 'Try again',
  noScript: 'To send this, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'newsletter-form': NewsletterFormLabels;
  }
}
