import type { LabelText } from '../../provider/labels.ts';

/** Every text of a quiz that a visitor reads or hears, but for those of its definition. */
export interface QuizLabels {
  /** Where the visitor is. `{position}` and `{count}` are numbers. */
  progress: LabelText;
  /** Below a question that may be left out. */
  optional: LabelText;
  /** Below a question that may have several answers. */
  several: LabelText;
  /** The same, with as many as `{count}`. */
  atMost: LabelText;
  /** The same, with `{count}` or more. */
  atLeast: LabelText;
  /** The same, with `{min}` to `{count}`. */
  between: LabelText;
  /** The same, with just `{count}`. */
  exactly: LabelText;
  /** The button to the next question. */
  next: LabelText;
  /** The same, while a question that may be left out has no answer. */
  skip: LabelText;
  /** The button that shows whether the answer is right. */
  check: LabelText;
  /** The button to the question before. */
  back: LabelText;
  /** The button to the result. */
  finish: LabelText;
  /** At a question that needs an answer. */
  required: LabelText;
  /** Of a right answer. */
  right: LabelText;
  /** Of an answer that is not right. */
  wrong: LabelText;
  /** Beside it. `{answer}` is the right one. */
  rightAnswer: LabelText;
  /** Above the outcome. */
  result: LabelText;
  /** In the mode `score`. `{score}` of `{count}`, both numbers. */
  points: LabelText;
  /** In the mode `match`. `{percent}` is written as the locale writes it. */
  fit: LabelText;
  /** When `{count}` questions were left out. */
  skipped: LabelText;
  /** Above the answers that counted for the outcome. */
  why: LabelText;
  /** Above all answers, where some were right. */
  review: LabelText;
  /** A question without an answer, there. */
  empty: LabelText;
  /** While the answers are on their way. */
  sending: LabelText;
  /** When they did not arrive. */
  failed: LabelText;
  /** When there is no connection to work the result out. */
  lost: LabelText;
  /** The button beside `failed`. */
  retry: LabelText;
  /** The button that begins anew. */
  again: LabelText;
}

/** Those of the result and of right answers, which come with them. */
export type QuizResultLabels = Pick<
  QuizLabels,
  | 'right'
  | 'wrong'
  | 'rightAnswer'
  | 'result'
  | 'points'
  | 'fit'
  | 'skipped'
  | 'why'
  | 'review'
  | 'empty'
  | 'retry'
  | 'again'
>;

/** The English texts that a quiz needs from the start. */
export const quizLabels: Omit<QuizLabels, keyof QuizResultLabels> = {
  progress: 'Question {position} of {count}',
  optional: 'You may leave this out.',
  several: 'Choose all that fit.',
  atMost: { one: 'Choose up to {count} answer.', other: 'Choose up to {count} answers.' },
  atLeast: { one: 'Choose {count} answer or more.', other: 'Choose {count} answers or more.' },
  between: { one: 'Choose {min} to {count} answer.', other: 'Choose {min} to {count} answers.' },
  exactly: { one: 'Choose {count} answer.', other: 'Choose {count} answers.' },
  next: 'Next',
  skip: 'Skip',
  check: 'Check my answer',
  back: 'Back',
  finish: 'See my result',
  required: 'Please choose an answer.',
  sending: 'Saving your result …',
  failed: 'Your result could not be saved. It is still here: please try again.',
  lost: 'Your result did not arrive. Please check your connection and try again, or reload the page.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    quiz: QuizLabels;
  }
}
