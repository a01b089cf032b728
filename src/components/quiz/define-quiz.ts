import { fault, tell } from '../../internal/messages.ts';
import { isPicture } from './quiz-answers.ts';
import { findBeaten, findQuizProblem } from './quiz-check.ts';
import type {
  MatchQuiz,
  PersonalityQuiz,
  QuizAnswer,
  QuizDefinition,
  QuizOutcome,
  QuizQuestion,
  QuizValues,
  ScoreQuiz,
} from './quiz-types.ts';

export type {
  MatchQuiz,
  PersonalityQuiz,
  QuizAnswer,
  QuizAnswers,
  QuizDefinition,
  QuizEntries,
  QuizImage,
  QuizMode,
  QuizOutcome,
  QuizQuestion,
  QuizReason,
  QuizResult,
  QuizTrait,
  QuizTraits,
  QuizValues,
  QuizVerdict,
  ScoreQuiz,
} from './quiz-types.ts';
export { getQuizResult, type QuizPost, scoreQuiz } from './score-quiz.ts';

/**
 * Defines a quiz: what it asks, and what can come out. Questions and outcomes have their ids as keys. A definition that
 * cannot give a fair result throws in development; in production what is wrong in it is left out.
 *
 * ```ts
 * export const roast = defineQuiz({
 *   mode: 'personality',
 *   outcomes: { espresso: { title: 'Espresso' }, filter: { title: 'Filter coffee' } },
 *   questions: {
 *     morning: {
 *       question: 'How does your morning start?',
 *       answers: [
 *         { value: 'hurry', label: 'In a hurry', for: 'espresso' },
 *         { value: 'book', label: 'With a book', for: 'filter' },
 *       ],
 *     },
 *   },
 * });
 * ```
 */
export function defineQuiz<
  const Outcome extends string,
  const Answers extends Readonly<Record<string, string>>,
  const Category extends string = never,
  const Several = unknown,
>(
  definition:
    | PersonalityQuiz<Outcome, Answers, Several>
    | MatchQuiz<Outcome, Answers, Several>
    | ScoreQuiz<Outcome, Answers, Category, Several>,
): QuizDefinition<Outcome, QuizValues<Answers, Several>, Category> {
  const { mode, outcomes, questions, tieBreak, categories } = Object(definition) as {
    mode: QuizDefinition['mode'];
    outcomes?: Readonly<Record<string, object>>;
    questions?: Readonly<Record<string, object>>;
    tieBreak?: string;
    categories?: Readonly<Record<string, string>>;
  };
  if (process.env.NODE_ENV !== 'production') {
    const problem = findQuizProblem(definition);
    if (problem) throw fault(1501, problem);
  }
  const quiz: QuizDefinition = {
    mode,
    outcomes: Object.entries(outcomes ?? {}).map(([id, one]) => ({ ...one, id }) as QuizOutcome),
    questions: Object.entries(questions ?? {})
      .map(([id, one]) => ({ ...one, id, answers: readAnswers(one) }) as QuizQuestion)
      // Nothing to pick is no question.
      .filter(({ answers }) => answers.length > 0),
    categories: Object.entries(categories ?? {}).map(([id, title]) => ({ id, title })),
    tieBreak,
  };
  if (process.env.NODE_ENV !== 'production') {
    const beaten = findBeaten(quiz);
    // What comes from a list of items, such as a shop's, may well have one that another outdoes.
    if (beaten && mode === 'match') tell(1502, ...beaten);
    else if (beaten) throw fault(1501, `the outcome "${beaten[0]}" ${beaten[1]}`);
  }
  return quiz as unknown as QuizDefinition<Outcome, QuizValues<Answers, Several>, Category>;
}

/** Each value once: a second radio of the same value could never be told from the first. What is no picture goes. */
function readAnswers({ answers }: { answers?: readonly QuizAnswer[] }): readonly QuizAnswer[] {
  return (Array.isArray(answers) ? (answers as readonly QuizAnswer[]) : [])
    .filter(({ value }, at, all) => value && all.findIndex((one) => one.value === value) === at)
    .map((one) => (one.image && !isPicture(one.image.src) ? { ...one, image: undefined } : one));
}
