import type { CallLabels } from './callback-request-labels.ts';

/** The English texts that the first paint does not need. They come with the times. */
export const callLabels: CallLabels = {
  phoneWrong: 'There is no such number in this country ({country}). With + and a country code it can be any.',
  phoneUnchecked: 'You seem to be offline. Please write the number with + and the code of its country.',
  windows: 'When does it suit you?',
  upTo: { one: 'Choose {count} time.', other: 'Choose up to {count} times. We call at one of them.' },
  zones: 'All times are yours ({own}). We are in {theirs}.',
  zone: 'All times in {zone}.',
  taken: 'taken',
  takenMeanwhile: 'Taken meanwhile: {when}. Somebody else was quicker, please choose another time.',
  gone: 'This time is over by now. Please choose another one.',
  noWindows: 'There are no free times to choose from. Leave your number, and we call as soon as we can.',
  calling: 'Thank you! We call you: {when}.',
  callingSoon: 'Thank you! We call you as soon as we can.',
  writing: 'Thank you! We write to {email}.',
  already: 'We have your request already, and we will call.',
  pending: 'Almost there: please confirm by the message that we have just sent.',
  otherwise: 'You can also reach us this way:',
};
