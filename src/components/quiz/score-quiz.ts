import { askName } from '../../internal/ask-name.ts';
import { answersOf, missingOf, readAnswers } from './quiz-answers.ts';
import { countPoints, givenOf, percentOf, tally, verdictOf, weightOf } from './quiz-score.ts';
import type { QuizAnswers, QuizDefinition, QuizEntries, QuizOutcome, QuizResult } from './quiz-types.ts';

/** What a post of a quiz said. */
export type QuizPost<Outcome extends string, Answers, Category extends string> = {
  /** Id of the ask that the post comes from. */
  readonly ask: string | undefined;
  /** What was answered. What is none of a question's answers is left out. */
  readonly answers: QuizAnswers<Answers>;
} & (
  | { readonly ok: true; readonly result: QuizResult<Outcome, Answers, Category> }
  | {
      readonly ok: false;
      /** Questions that still need an answer. All of them, when each may be left out and all were. */
      readonly missing: readonly (keyof Answers & string)[];
    }
);

/**
 * Reads the post of a quiz and works out its result: for a server, where visitors without JavaScript send their answers to,
 * and for tests. In the browser `Quiz` does the same.
 *
 * ```ts
 * const post = scoreQuiz(roast, await request.formData());
 * if (post.ok) return page(post.result.outcome);
 * ```
 */
export function scoreQuiz<Outcome extends string, Answers, Category extends string>(
  quiz: QuizDefinition<Outcome, Answers, Category>,
  entries: QuizEntries,
): QuizPost<Outcome, Answers, Category> {
  const loose = quiz as unknown as QuizDefinition;
  const [ask] = entries.getAll(askName);
  const answers = readAnswers(loose, entries) as QuizAnswers<Answers>;
  const result = getQuizResult(quiz, answers);
  return {
    ask: typeof ask === 'string' ? ask : undefined,
    answers,
    ...(result
      ? { ok: true, result }
      : {
          ok: false,
          missing: missingOf(loose, answers as QuizAnswers).map(({ id }) => id as keyof Answers & string),
        }),
  };
}

/**
 * What comes out of these answers, and why; undefined while one is missing. Questions that were left out count neither for
 * nor against: a score is the share that was reached in the others, on the scale of all, in whole points
 * unless the end of the scale is none.
 */
export function getQuizResult<Outcome extends string, Answers, Category extends string>(
  quiz: QuizDefinition<Outcome, Answers, Category>,
  answers: NoInfer<QuizAnswers<Answers>>,
): QuizResult<Outcome, Answers, Category> | undefined {
  const loose = quiz as unknown as QuizDefinition;
  const known = answers as QuizAnswers;
  const verdict = verdictOf(loose, known);
  if (!verdict) return undefined;
  const { mode, questions, outcomes, categories } = loose;
  const outcome = outcomes.find(({ id }) => id === verdict.outcome) as QuizOutcome;
  const given = givenOf(questions, known);
  const { tallies, whole } = tally(loose, known);
  const result: QuizResult = {
    ...verdict,
    ranking:
      mode === 'score'
        ? []
        : outcomes
            .map(({ id }, at) => ({ outcome: id, own: tallies[at] ?? 0, isIt: id === verdict.outcome }))
            .sort((a, b) => +b.isIt - +a.isIt || b.own - a.own)
            .map(({ outcome, own }) => ({ outcome, score: percentOf(own, whole) })),
    categories: categories.flatMap(({ id }) => {
      const own = questions.filter(({ category }) => category === id);
      return own.some((question) => answersOf(question, known[question.id]).length > 0)
        ? [{ category: id, ...countPoints(own, known) }]
        : [];
    }),
    reasons: given
      .map(({ question, answers }) => {
        // Of several answers those that counted.
        const counted = answers.filter((one) => weightOf(loose, question, [one], outcome) > 0);
        const values = (counted.length > 0 ? counted : answers).map(({ value }) => value);
        return {
          question: question.id,
          answer: question.multiple ? values : (values[0] as string),
          weight: weightOf(loose, question, answers, outcome),
        };
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight),
    skipped: questions.length - given.length,
  };
  return result as unknown as QuizResult<Outcome, Answers, Category>;
}
