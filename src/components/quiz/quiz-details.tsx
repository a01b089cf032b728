'use client';
import { createElement, type JSX, type ReactNode } from 'react';
import { dropSecondClick } from '../../internal/double-click.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { CheckIcon } from '../../internal/icons.tsx';
import { renderStatus } from '../../internal/status-line.tsx';
import { numberFormat } from '../../provider/labels.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import { answersOf } from './quiz-answers.ts';
import { type QuizLabels, quizLabels } from './quiz-labels.ts';
import type { QuizProps } from './quiz-props.ts';
import { quizResultLabels } from './quiz-result-labels.ts';
import { isRight } from './quiz-score.ts';
import type { QuizAnswer, QuizQuestion, QuizVerdict } from './quiz-types.ts';
import { getQuizResult } from './score-quiz.ts';
import type { useQuiz } from './use-quiz.ts';

export { fieldsOf, verdictOf } from './quiz-score.ts';
export { createQuizWay } from './quiz-way.ts';

/** All texts, once there is something to say of a result. */
export const allLabels: QuizLabels = { ...quizLabels, ...quizResultLabels };

// What nobody needs before a result. In a browser it comes once the quiz is seen: see `quiz-details-later.ts`.

/** What came out: the outcome first, then why. */
export function renderResult(
  model: ReturnType<typeof useQuiz>,
  verdict: QuizVerdict,
  { renderOutcome, share }: Pick<QuizProps, 'renderOutcome' | 'share'>,
  level: number,
  alert: ReactNode,
  speak: Speaker<QuizLabels>,
): JSX.Element {
  const outcome = model.quiz.outcomes.find(({ id }) => id === verdict.outcome);
  return (
    <div className="sy-quiz-result sy-stack">
      <div className="sy-quiz-outcome">
        <p className="sy-quiz-lead sy-note">
          <CheckIcon />
          {speak('result')}
        </p>
        {createElement(
          `h${level}`,
          { className: 'sy-quiz-name', id: `${model.name}r`, tabIndex: -1 },
          outcome?.title,
        )}
        {renderOutcome
          ? renderOutcome(verdict)
          : outcome?.text && <p className="sy-quiz-text sy-description">{outcome.text}</p>}
      </div>
      {renderDetails(model, verdict, share, alert, speak)}
    </div>
  );
}

/** Below the outcome: the score, also by category, the answers that it comes from, and what can be done with it. */
function renderDetails(
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
              const given = answersOf(question, answers[question.id]);
              return (
                <li key={question.id} className="sy-quiz-reason">
                  <span className="sy-note">{question.question}</span>
                  <b className="sy-quiz-given">{listOf(given, speak) || speak('empty')}</b>
                  {isReview && speakVerdict(question, given, speak)}
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
            <button
              className="sy-button"
              type="button"
              onClick={(event) => dropSecondClick(event) || retry()}
            >
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

/** Below a question whose answer stands. */
export function renderVerdict(
  question: QuizQuestion,
  picked: unknown,
  speak: Speaker<QuizLabels>,
): JSX.Element {
  const given = answersOf(question, picked);
  return renderStatus(
    'sy-quiz-feedback',
    speakVerdict(question, given, speak),
    isRight(question, given) ? 'success' : 'notice',
  );
}

/** What is said of answers: whether they are right, what would be, and the words of the definition. */
function speakVerdict(
  question: QuizQuestion,
  given: readonly QuizAnswer[],
  speak: Speaker<QuizLabels>,
): JSX.Element {
  const right = question.answers.filter(({ correct }) => correct);
  const isIt = isRight(question, given);
  return (
    <span>
      {right.length > 0 && given.length > 0 && <b>{`${speak(isIt ? 'right' : 'wrong')} `}</b>}
      <span>
        {[
          right.length > 0 && !isIt && speak('rightAnswer', { answer: listOf(right, speak) }),
          ...given.map(({ feedback }) => feedback),
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
    </span>
  );
}

/** The labels of answers, as the locale lists things. */
function listOf(answers: readonly QuizAnswer[], { locale }: Speaker<QuizLabels>): string {
  return answers.map(({ label }) => label).join(/^(ar|fa|ur)/.test(locale) ? '، ' : ', ');
}
