import type { LabelText } from '../../provider/labels.ts';

/** Every text of the gate that a visitor reads or hears; those of its form stand under `form`. */
export interface LeadGateLabels {
  /** The one field of a gate that asks for no other. */
  email: LabelText;
  /** The button that sends. */
  submit: LabelText;
  /** The way out, where there is one. */
  skip: LabelText;
  /** After it was taken. */
  skipped: LabelText;
  /** The way back. */
  reopen: LabelText;
  /** Where another ask of the page is the key. */
  byKey: LabelText;
  /** While the server makes the grant for another ask's yes. */
  turning: LabelText;
  /** After the yes. */
  opened: LabelText;
  /** After the yes of somebody whom the server knows. */
  already: LabelText;
  /** After a yes that nothing follows. */
  received: LabelText;
  /** To a visitor who comes back. */
  known: LabelText;
  /** The link to what was unlocked. `{get}`. */
  open: LabelText;
  /** While it is on its way. */
  opening: LabelText;
  /** When it did not arrive. */
  failed: LabelText;
  /** The button after that. */
  retry: LabelText;
  /** When the server no longer takes the grant. */
  refused: LabelText;
  /** When a mail is on its way. `{email}`. */
  mailed: LabelText;
  /** The same, where the address is not known. */
  mailedSomewhere: LabelText;
  /** What to do when no mail comes. */
  noMail: LabelText;
  /** Sends the mail once more. */
  resend: LabelText;
  /** The same, until it may be pressed. `{count}` seconds. */
  resendIn: LabelText;
  /** Goes back to the address. */
  change: LabelText;
  /** Names what was unlocked, for screen readers. `{get}`. */
  content: LabelText;
  /** Where only a script could send the form. */
  noScript: LabelText;
}

/** The English texts. */
export const leadGateLabels: LeadGateLabels = {
  email: 'E-mail address',
  submit: 'Get it now',
  skip: 'No, thanks',
  skipped: 'All right. It stays here in case you change your mind.',
  reopen: 'Show it again',
  byKey: 'Your answer opens it.',
  turning: 'One moment …',
  opened: 'Thank you! It is yours now.',
  already: 'Welcome back! This is yours already.',
  received: 'Thank you! Your answer has arrived.',
  known: 'This is yours already.',
  open: 'Open: {get}',
  opening: 'Opening …',
  failed: 'This could not be opened right now. Your access is kept: please try again.',
  retry: 'Try again',
  refused: 'Your access has ended or is not valid here. Please ask for it once more.',
  mailed: 'Almost there: open the link that we have just sent to {email}.',
  mailedSomewhere: 'Almost there: open the link that we have just sent you.',
  noMail: 'No mail? It can take a minute. Look into the spam folder, too.',
  resend: 'Send it again',
  resendIn: { one: 'Send it again in {count} second', other: 'Send it again in {count} seconds' },
  change: 'Use another address',
  content: 'Unlocked: {get}',
  noScript: 'To send this, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'lead-gate': LeadGateLabels;
  }
}
