/** A quiz: a few questions, and a result that says why. */

export type { Kind, QuizData, StepData } from '../../events/index.ts';
export type { SubmitHandler } from '../../internal/submission.ts';
export type * from '../../provider/ask-vocabulary.ts';
export {
  defineQuiz,
  getQuizResult,
  type MatchQuiz,
  type PersonalityQuiz,
  type QuizAnswer,
  type QuizAnswers,
  type QuizDefinition,
  type QuizEntries,
  type QuizImage,
  type QuizMode,
  type QuizOutcome,
  type QuizPost,
  type QuizQuestion,
  type QuizReason,
  type QuizResult,
  type QuizTrait,
  type QuizTraits,
  type QuizValues,
  type QuizVerdict,
  type ScoreQuiz,
  scoreQuiz,
} from './define-quiz.ts';
export { Quiz } from './quiz.tsx';
export type { QuizLabels } from './quiz-labels.ts';
export type { QuizElement, QuizProps, QuizState } from './quiz-props.ts';
