import type { LabelText } from '../../provider/labels.ts';

/** Every text of the form that a visitor reads or hears; those of further fields stand under `form`. */
export interface AccountFormLabels {
  /** The heading. */
  heading: LabelText;
  /** The field for the address. */
  email: LabelText;
  /** The field for the password. */
  password: LabelText;
  /** How long it must be. `{count}` characters. */
  passwordHint: LabelText;
  /** The button that shows the password, and hides it again. Spoken only. */
  showPassword: LabelText;
  /** What happens with a passkey. */
  passkeyHow: LabelText;
  /** The same in a browser that has none. */
  noPasskey: LabelText;
  /** What happens with a link by mail. */
  linkHow: LabelText;
  /** The button that sends. */
  submit: LabelText;
  /** When the visitor has closed the question for a passkey. */
  cancelled: LabelText;
  /** After an answer of the server that says nothing: no word of an account. */
  received: LabelText;
  /** After an answer that says "ok". */
  created: LabelText;
  /** After the link in the mail was opened. */
  confirmed: LabelText;
  /** When a mail is on its way, to whomever: it must not tell who has an account. `{email}`. */
  pending: LabelText;
  /** The same, where the address is not known. */
  pendingSomewhere: LabelText;
  /** When there is an account with this address, where you let visitors read that. */
  already: LabelText;
  /** When the device has a passkey of this site already. */
  knownPasskey: LabelText;
  /** What to do when no mail comes. */
  noMail: LabelText;
  /** Sends the mail once more. */
  resend: LabelText;
  /** The same, until it may be pressed. `{count}` seconds. */
  resendIn: LabelText;
  /** Goes back to the address, which is still there. */
  change: LabelText;
  /** Before the link for those who have an account. */
  signInQuestion: LabelText;
  /** That link. */
  signIn: LabelText;
  /** Where only a script could send the form. */
  noScript: LabelText;
}

/** The English texts. */
export const accountFormLabels: AccountFormLabels = {
  heading: 'Create your account',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: {
    one: 'At least {count} character. A few words that you remember are best.',
    other: 'At least {count} characters. A few words that you remember are best.',
  },
  showPassword: 'Show password',
  passkeyHow: 'Your device asks for your fingerprint, face or PIN. There is no password to remember.',
  noPasskey: 'This browser has no passkeys, so we send you a link instead. There is no password to remember.',
  linkHow: 'We send you a link that signs you in. There is no password to remember.',
  submit: 'Create account',
  cancelled: 'No passkey was made. You can try again whenever you like.',
  received: 'Thank you! It has arrived.',
  created: 'Welcome! Your account is ready.',
  confirmed: 'Confirmed! Your account is ready.',
  pending: 'One step left: open the mail that we have just sent to {email}, and go on from there.',
  pendingSomewhere: 'One step left: open the mail that we have just sent you, and go on from there.',
  already: 'There is an account with this address already.',
  knownPasskey: 'This device has a passkey for us already. You can sign in with it.',
  noMail: 'No mail? It can take a minute. Look into the spam folder, too.',
  resend: 'Send it again',
  resendIn: { one: 'Send it again in {count} second', other: 'Send it again in {count} seconds' },
  change: 'Wrong address?',
  signInQuestion: 'Do you have an account already?',
  signIn: 'Sign in',
  noScript: 'To send this, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'account-form': AccountFormLabels;
  }
}
