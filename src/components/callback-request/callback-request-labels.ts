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
  /** When chosen times were taken meanwhile. `{when}` names them. */
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
  /** After a failure, before the link of `fallback`. */
  otherwise: LabelText;
  /** Where only a script could send the form. */
  noScript: LabelText;
}

/** Those that the first paint does not need. */
export type CallLabels = Pick<
  CallbackRequestLabels,
  | 'phoneWrong'
  | 'phoneUnchecked'
  | 'windows'
  | 'upTo'
  | 'zones'
  | 'zone'
  | 'taken'
  | 'takenMeanwhile'
  | 'gone'
  | 'noWindows'
  | 'calling'
  | 'callingSoon'
  | 'writing'
  | 'already'
  | 'pending'
  | 'otherwise'
>;

/** The English texts of the first paint; in a browser the others come with the times. */
export const callbackRequestLabels: Omit<CallbackRequestLabels, keyof CallLabels> = {
  heading: 'We call you back',
  phone: 'Phone number',
  country: 'Country of the number',
  loading: 'Looking for free times …',
  loadFailed: 'The free times did not arrive.',
  retry: 'Try again',
  note: 'What is it about?',
  preferMail: 'I would rather have a mail',
  preferPhone: 'I would rather have a call',
  email: 'E-mail address',
  submit: 'Call me back',
  submitMail: 'Write to me',
  noScript: 'To send this, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'callback-request': CallbackRequestLabels;
  }
}
