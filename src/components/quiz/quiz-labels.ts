import type { LabelText } from '../../provider/labels.ts';

/** Every text of a quiz that a visitor reads or hears, but for those of its definition. */
export interface QuizLabels {
  /** Where the visitor is. `{position}` and `{count}` are numbers. */
  progress: LabelText;
  /** Below a question that may be left out. */
  optional: LabelText;
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
  /** The button beside it. */
  retry: LabelText;
  /** The button that begins anew. */
  again: LabelText;
}

/** The English texts. */
export const quizLabels: QuizLabels = {
  progress: 'Question {position} of {count}',
  optional: 'You may leave this out.',
  next: 'Next',
  skip: 'Skip',
  check: 'Check my answer',
  back: 'Back',
  finish: 'See my result',
  required: 'Please choose an answer.',
  right: 'That is right.',
  wrong: 'Not quite.',
  rightAnswer: 'The right answer is “{answer}”.',
  result: 'Your result',
  points: { one: '{score} of {count} point', other: '{score} of {count} points' },
  fit: 'Fits {percent}',
  skipped: {
    one: '{count} question was left out. It counts neither for nor against you.',
    other: '{count} questions were left out. They count neither for nor against you.',
  },
  why: 'Why this result',
  review: 'Your answers',
  empty: 'Left out.',
  sending: 'Saving your result …',
  failed: 'Your result could not be saved. It is still here: please try again.',
  retry: 'Try again',
  again: 'Take it again',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    quiz: QuizLabels;
  }
}
