'use client';
import type { JSX, ReactNode } from 'react';
import { hasFailed } from '../../internal/has-failed.ts';
import { numberFormat } from '../../provider/labels.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import type { QuizLabels } from './quiz-labels.ts';
import type { QuizProps } from './quiz-props.ts';
import { speakVerdict } from './quiz-question.tsx';
import { answerOf } from './quiz-score.ts';
import type { QuizVerdict } from './quiz-types.ts';
import { getQuizResult } from './score-quiz.ts';
import type { useQuiz } from './use-quiz.ts';

// What nobody needs before a result. In a browser it comes once the quiz is seen: see `quiz-details-later.ts`.

/** Below the outcome: the score, also by category, the answers that it comes from, and what can be done with it. */
export function renderDetails(
  { quiz, isPending, settled, retry, restart }: ReturnType<typeof useQuiz>,
  verdict: QuizVerdict,
  share: QuizProps['share'],
  alert: ReactNode,
  speak: Speaker<QuizLabels>,
): JSX.Element {
  const { answers, score, of } = verdict;
  const { mode, questions } = quiz;
  const { categories = [], reasons = [], skipped = 0 } = getQuizResult(quiz, answers) ?? {};
  // Where something was right, or is said of it, each answer is gone through; else those that counted.
  const isReview = questions.some(({ answers }) =>
    answers.some(({ correct, feedback }) => correct || feedback),
  );
  const told = isReview
    ? questions
    : reasons.flatMap(({ question }) => questions.find(({ id }) => id === question) ?? []);
  return (
    <>
      {mode !== 'personality' && (
        <p className="sy-quiz-score">
          {mode === 'score'
            ? speak('points', { score, count: of })
            : speak('fit', {
                percent: numberFormat(speak.locale, { style: 'percent' }).format(score / 100),
              })}
        </p>
      )}
      {skipped > 0 && <p className="sy-note">{speak('skipped', { count: skipped })}</p>}
      {categories.length > 0 && (
        <ul className="sy-quiz-categories sy-choices">
          {categories.map(({ category, score, of }) => (
            <li key={category} className="sy-quiz-category">
              <span>{quiz.categories.find(({ id }) => id === category)?.title}</span>
              <span className="sy-note">{speak('points', { score, count: of })}</span>
              <svg className="sy-quiz-bar" aria-hidden="true">
                <rect
                  height="100%"
                  width={`${of > 0 ? Math.min(100, Math.max(0, (score / of) * 100)) : 0}%`}
                />
              </svg>
            </li>
          ))}
        </ul>
      )}
      {told.length > 0 && (
        <details className="sy-quiz-why" open={told.length < 6}>
          <summary className="sy-quiz-summary">{speak(isReview ? 'review' : 'why')}</summary>
          <ul className="sy-quiz-reasons">
            {told.map((question) => {
              const answer = answerOf(question, answers[question.id]);
              return (
                <li key={question.id} className="sy-quiz-reason">
                  <span className="sy-note">{question.question}</span>
                  <b className="sy-quiz-given">{answer?.label ?? speak('empty')}</b>
                  {isReview && speakVerdict(question, answer, speak)}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {alert}
      {!isPending && (
        <div className="sy-actions">
          {hasFailed(settled) && (
            <button className="sy-button" type="button" onClick={retry}>
              {speak('retry')}
            </button>
          )}
          {typeof share === 'function' ? share(verdict) : share}
          <button className="sy-quiz-again sy-button" data-variant="quiet" type="button" onClick={restart}>
            {speak('again')}
          </button>
        </div>
      )}
    </>
  );
}
