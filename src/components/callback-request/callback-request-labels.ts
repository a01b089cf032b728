import type { LabelText } from '../../provider/labels.ts';

/** Every text of the request that a visitor reads or hears; those of further fields stand under `form`. */
export interface CallbackRequestLabels {
  /** The heading. */
  heading: LabelText;
  /** The number, and the country that it is of. */
  phone: LabelText;
  country: LabelText;
  /** When the number can be none. `{country}`. */
  phoneWrong: LabelText;
  /** When it could not be checked, since the visitor is offline. */
  phoneUnchecked: LabelText;
  /** The times to choose from. */
  windows: LabelText;
  /** How many may be chosen. `{count}`. */
  upTo: LabelText;
  /** Whose time it is, where that of the visitor differs. `{own}` and `{theirs}` are names of zones. */
  zones: LabelText;
  /** The same, where all have the same. `{zone}`. */
  zone: LabelText;
  /** A time that somebody else has taken. Spoken, and beside the others. */
  taken: LabelText;
  /** When a chosen time was taken meanwhile. */
  takenMeanwhile: LabelText;
  /** When a chosen time is not on offer any more. */
  gone: LabelText;
  /** While the times are on their way, and when they did not come. */
  loading: LabelText;
  loadFailed: LabelText;
  retry: LabelText;
  /** When there are none. */
  noWindows: LabelText;
  /** Something to say before the call. */
  note: LabelText;
  /** Goes on without a telephone, and back. */
  preferMail: LabelText;
  preferPhone: LabelText;
  email: LabelText;
  /** The buttons that send. */
  submit: LabelText;
  submitMail: LabelText;
  /** After the yes. `{when}` names the times that were chosen. */
  calling: LabelText;
  callingSoon: LabelText;
  writing: LabelText;
  already: LabelText;
  pending: LabelText;
  /** Where only a script could send the form. */
  noScript: LabelText;
}

/** The English texts. */
export const callbackRequestLabels: CallbackRequestLabels = {
  heading: 'We call you back',
  phone: 'Phone number',
  country: 'Country of the number',
  phoneWrong: 'This is no number of {country}. With + and the code of its country it can be any.',
  phoneUnchecked: 'You seem to be offline. Please write the number with + and the code of its country.',
  windows: 'When does it suit you?',
  upTo: { one: 'Choose {count} time.', other: 'Choose up to {count} times. We call at one of them.' },
  zones: 'All times are yours ({own}). We are in {theirs}.',
  zone: 'All times in {zone}.',
  taken: 'taken',
  takenMeanwhile: 'Somebody else was quicker, and this time is taken. Please choose another one.',
  gone: 'This time is over by now. Please choose another one.',
  loading: 'Looking for free times …',
  loadFailed: 'The free times did not arrive.',
  retry: 'Try again',
  noWindows: 'There are no free times to choose from. Leave your number, and we call as soon as we can.',
  note: 'What is it about?',
  preferMail: 'I would rather have a mail',
  preferPhone: 'I would rather have a call',
  email: 'E-mail address',
  submit: 'Call me back',
  submitMail: 'Write to me',
  calling: 'Thank you! We call you: {when}.',
  callingSoon: 'Thank you! We call you as soon as we can.',
  writing: 'Thank you! We write to {email}.',
  already: 'We have your request already, and we will call.',
  pending: 'Almost there: please confirm by the message that we have just sent.',
  noScript: 'To send this, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'callback-request': CallbackRequestLabels;
  }
}
