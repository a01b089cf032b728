import type { LabelText } from '../../provider/labels.ts';

/** Every text of a challenge that a visitor reads or hears. `{count}` is the number of all tasks unless said otherwise. */
export interface ChallengeLabels {
  /** How far the visitor is. `{done}` is a number. */
  progress: LabelText;
  /** Above a task that has a day of its own. `{day}` is a number. */
  day: LabelText;
  /** A task that is not open yet, while it is not known what day the visitor has. `{day}` is a number. */
  opensOn: LabelText;
  /** A task that opens on the next day. */
  opensTomorrow: LabelText;
  /** A task that opens in `{count}` days. */
  opensIn: LabelText;
  /** After a task was ticked off. `{done}` is a number. */
  ticked: LabelText;
  /** After that, when the next task opens on the next day. */
  moreTomorrow: LabelText;
  /** After that, when the next task opens in `{count}` days. */
  moreIn: LabelText;
  /** After a task was taken back. */
  undone: LabelText;
  /** When all tasks are done. */
  complete: LabelText;
  /** When the server did not take it. */
  failed: LabelText;
}

/** The English texts. */
export const challengeLabels: ChallengeLabels = {
  progress: '{done} of {count} done',
  day: 'Day {day}',
  opensOn: 'Opens on day {day}',
  opensTomorrow: 'Opens tomorrow',
  opensIn: { one: 'Opens in {count} day', other: 'Opens in {count} days' },
  ticked: 'Well done: {done} of {count}.',
  moreTomorrow: 'That is all for today. The next task opens tomorrow.',
  moreIn: {
    one: 'That is all for today. The next task opens in {count} day.',
    other: 'That is all for today. The next task opens in {count} days.',
  },
  undone: 'Taken back.',
  complete: { one: '{count} task done. You made it!', other: 'All {count} tasks done. You made it!' },
  failed: 'That was not saved. Please try again.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    challenge: ChallengeLabels;
  }
}
