import type { FormLabels } from './form-labels.ts';

/** The English texts that only a check, a count or a suggestion says: in a browser they come with the machine of the form. */
export const problemLabels = {
  charactersLeft: { one: '{count} character left', other: '{count} characters left' },
  charactersOver: { one: '{count} character too many', other: '{count} characters too many' },
  required: 'Please fill this in.',
  consentRequired: 'Please tick this box to go on.',
  choiceRequired: 'Please choose one of these.',
  fileRequired: 'Please choose a file.',
  email: 'Please write an e-mail address, such as name@example.com.',
  emailDomain: 'Please use another e-mail address: we cannot write to this domain.',
  meant: 'Did you mean {email}?',
  phone: 'Please write a phone number, such as +44 20 7946 0958.',
  url: 'Please write a web address, such as example.com.',
  number: 'Please write a number.',
  tooLow: 'Please write {min} or more.',
  tooHigh: 'Please write {max} or less.',
  step: 'Please write a multiple of {step}.',
  tooShort: {
    one: 'Please write at least {count} character.',
    other: 'Please write at least {count} characters.',
  },
  tooLong: {
    one: 'Please shorten this to {count} character; it has {length}.',
    other: 'Please shorten this to {count} characters; it has {length}.',
  },
  pattern: 'Please write this in the form asked for.',
  date: 'Please choose a day of the calendar.',
  dateTime: 'Please choose a day and a time.',
  tooEarly: 'Please choose {date} or later.',
  tooLate: 'Please choose {date} or earlier.',
  tooFew: { one: 'Please choose at least {count}.', other: 'Please choose at least {count}.' },
  tooMany: { one: 'Please choose {count} at most.', other: 'Please choose {count} at most.' },
  tooManyFiles: { one: 'Please choose {count} file at most.', other: 'Please choose {count} files at most.' },
  fileSize: '“{name}” is too large. Please choose a file of up to {megabytes} MB.',
  fileType: '“{name}” is of a kind that we cannot read.',
  invalid: 'Please check this.',
} satisfies Partial<FormLabels>;
