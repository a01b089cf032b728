import type { LabelText } from '../provider/labels.ts';
import { problemLabels } from './problem-labels.ts';

/** Every text of the fields that a visitor reads or hears, in every form of the kit. */
export interface FormLabels {
  /** A label of a field that may be left out. `{label}`. */
  optional: LabelText;
  /** First entry of a list to pick from. */
  pick: LabelText;
  /** The lines of an address. */
  street: LabelText;
  line2: LabelText;
  postalCode: LabelText;
  city: LabelText;
  region: LabelText;
  country: LabelText;
  /** How much room is left. `{count}`. */
  charactersLeft: LabelText;
  /** How much is too much. `{count}`. */
  charactersOver: LabelText;
  /** Which files are taken. `{megabytes}`. */
  fileHint: LabelText;
  /** Takes back the files that were picked. */
  fileClear: LabelText;
  /** A field that was left out. */
  required: LabelText;
  /** A box that must be ticked. */
  consentRequired: LabelText;
  /** No answer picked, or one that is not offered. */
  choiceRequired: LabelText;
  /** No file picked. */
  fileRequired: LabelText;
  email: LabelText;
  /** An address of a domain that is not taken. */
  emailDomain: LabelText;
  /** The button below an address whose domain looks like a slip. `{email}` is the mended one. */
  meant: LabelText;
  phone: LabelText;
  url: LabelText;
  number: LabelText;
  /** `{min}`. */
  tooLow: LabelText;
  /** `{max}`. */
  tooHigh: LabelText;
  /** `{step}`. */
  step: LabelText;
  /** `{count}` characters at least. */
  tooShort: LabelText;
  /** `{count}` characters at most; `{length}` were typed. */
  tooLong: LabelText;
  pattern: LabelText;
  date: LabelText;
  /** Half a time, or no day. */
  dateTime: LabelText;
  /** `{date}`. */
  tooEarly: LabelText;
  /** `{date}`. */
  tooLate: LabelText;
  /** `{count}` answers at least. */
  tooFew: LabelText;
  /** `{count}` answers at most. */
  tooMany: LabelText;
  /** `{count}` files at most. */
  tooManyFiles: LabelText;
  /** `{name}`, `{megabytes}`. */
  fileSize: LabelText;
  /** `{name}`. */
  fileType: LabelText;
  /** What has no better text. */
  invalid: LabelText;
  /** Above the form after a try to send it. `{count}` fields. */
  problems: LabelText;
  /** The button that sends. */
  submit: LabelText;
  /** While the server has not answered. */
  sending: LabelText;
  /** When the server did not take it. */
  failed: LabelText;
  /** The button after a failure. */
  retry: LabelText;
  /** After it was taken. */
  sent: LabelText;
  /** Where something is still to be confirmed elsewhere. */
  pending: LabelText;
  /** When the server knows it already. */
  already: LabelText;
  /** Names the list of what the visitor gives. */
  give: LabelText;
  /** Names the list of what the visitor gets. */
  get: LabelText;
}

/** The English texts of what stands on the page from the start. The rest comes with the checks. */
export const shownLabels: Omit<FormLabels, keyof typeof problemLabels> = {
  optional: '{label} (optional)',
  pick: 'Choose …',
  street: 'Street and number',
  line2: 'Flat, floor, building',
  postalCode: 'Postal code',
  city: 'Town or city',
  region: 'State or region',
  country: 'Country',
  fileHint: 'Up to {megabytes} MB',
  fileClear: 'Remove',
  problems: { one: '{count} answer needs another look.', other: '{count} answers need another look.' },
  submit: 'Send',
  sending: 'Sending …',
  failed: 'This was not sent. What you wrote is still here: please try again.',
  retry: 'Try again',
  sent: 'Thank you! It has arrived.',
  pending: 'Almost done: please confirm by the e-mail that we have just sent.',
  already: 'We know this already. Thank you!',
  give: 'You give',
  get: 'You get',
};

/** The English texts. */
export const formLabels: FormLabels = /* @__PURE__ */ Object.assign({}, problemLabels, shownLabels);

declare module '../provider/labels.ts' {
  interface LabelCatalogue {
    form: FormLabels;
  }
}
