import type { QuizResultLabels } from './quiz-labels.ts';

/** The English texts of the result and of right answers, which come with them. */
export const quizResultLabels: QuizResultLabels = {
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
  retry: 'Try again',
  again: 'Take it again',
};
