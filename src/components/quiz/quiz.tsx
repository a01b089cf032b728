'use client';
import { createElement, type JSX } from 'react';
import { renderAskForm } from '../../internal/ask-form.tsx';
import { hasFailed } from '../../internal/has-failed.ts';
import { tell } from '../../internal/messages.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { type QuizLabels, quizLabels } from './quiz-labels.ts';
import type { QuizProps, QuizState } from './quiz-props.ts';
import { QuizFields } from './quiz-question.tsx';
import { quizResultLabels } from './quiz-result-labels.ts';
import { useQuiz } from './use-quiz.ts';

// In development all, so that a mistake in one is told at once.
const texts = (
  process.env.NODE_ENV !== 'production' ? { ...quizLabels, ...quizResultLabels } : quizLabels
) as QuizLabels;

/**
 * A few questions, and a result that says why: the outcome that fits, the best of your items, or a score. Its outcomes,
 * questions and answers are typed by the definition.
 *
 * ```tsx
 * <Quiz id="roast" quiz={roast} onCommit={(event) => event.data.outcome} />
 * ```
 */
export function Quiz<Outcome extends string, Answers, Category extends string>(
  props: QuizProps<Outcome, Answers, Category>,
): JSX.Element | null {
  const { id, quiz } = props as unknown as QuizProps;
  if (!quiz?.questions?.length || !quiz.outcomes?.length) {
    if (process.env.NODE_ENV !== 'production') tell(1503, id);
    return null;
  }
  // Another id is another ask: nothing of the old one may stay.
  return <QuizRoot key={id} {...(props as unknown as QuizProps)} />;
}

function QuizRoot(props: QuizProps): JSX.Element {
  const model = useQuiz(props);
  const { look, quiz, name, at, current, isOpen, isPage, picked, run, result, settled, isPending, action } =
    model;
  const { title, description, headingLevel = 2, renderOutcome, share, next, ...rest } = look;
  const speak = useLabels('quiz', model.part ? model.part.allLabels : texts, rest.labels);
  const isFailed = hasFailed(settled);
  const isBusy = isPending || run.isWaiting;
  const alert = renderAlert(isFailed && (settled?.message ?? speak('failed')));
  const { questions } = quiz;
  const isLast = at >= questions.length - 1;
  const isToCheck = !isOpen && model.isTold(current) && !model.isLocked(current);
  const level = title ? headingLevel + 1 : headingLevel;
  const act = isToCheck
    ? 'check'
    : isPage || isLast
      ? 'finish'
      : isOpen && current.optional
        ? 'skip'
        : 'next';

  return renderAsk<QuizState>(
    'quiz',
    rest,
    { stage: result ? 'result' : 'questions', position: at + 1, outcome: result?.outcome, isPending },
    {
      role: title ? 'group' : undefined,
      'aria-labelledby': title ? `${name}t` : undefined,
      'data-stage': result ? 'result' : 'questions',
      'data-outcome': result?.outcome,
      'data-pending': isPending || undefined,
      ...model.root,
      children: (
        <>
          {title && createElement(`h${headingLevel}`, { className: 'sy-quiz-title', id: `${name}t` }, title)}
          {description && !result && <p className="sy-description">{description}</p>}
          <div className="sy-quiz-ask" hidden={!!result || model.isDue}>
            {renderAskForm(
              props.id,
              action,
              'sy-stack',
              <>
                {!isPage && (
                  <div className="sy-quiz-progress sy-only-with-script">
                    <p className="sy-note" id={`${name}p`}>
                      {speak('progress', { position: at + 1, count: questions.length })}
                    </p>
                    <svg className="sy-quiz-bar" aria-hidden="true">
                      <rect height="100%" width={`${((at + 1) / questions.length) * 100}%`} />
                    </svg>
                  </div>
                )}
                <div
                  className="sy-stack sy-quiz-questions"
                  data-layout={isPage ? 'page' : 'steps'}
                  data-direction={run.direction}
                >
                  {questions.map((question, place) => (
                    <QuizFields
                      key={question.id}
                      question={question}
                      picked={picked[question.id]}
                      isCurrent={place === at}
                      isLocked={model.isLocked(question)}
                      part={model.isLocked(question) ? model.part : undefined}
                      isMissing={run.missing === question.id}
                      id={`${name}q${place}`}
                      progressId={isPage ? undefined : `${name}p`}
                      level={level}
                      speak={speak}
                    />
                  ))}
                </div>
                <div className="sy-actions">
                  <button
                    className="sy-button sy-only-with-script"
                    type="submit"
                    // What is asked later must not keep the browser from going on.
                    formNoValidate
                    data-variant={isOpen && !isPage ? undefined : 'primary'}
                  >
                    {speak(act)}
                  </button>
                  {!isPage && at > 0 && (
                    <button className="sy-button" data-variant="quiet" type="button" value="back">
                      {speak('back')}
                    </button>
                  )}
                  {action !== undefined && (
                    <button className="sy-button sy-only-without-script" data-variant="primary" type="submit">
                      {speak('finish')}
                    </button>
                  )}
                </div>
              </>,
            )}
          </div>
          {result && model.part?.renderResult(model, result, { renderOutcome, share }, level, alert, speak)}
          {renderAlert(run.isLost && speak('lost'))}
          {renderStatus(
            'sy-quiz-status',
            isBusy ? speak('sending') : settled && !isFailed && settled.message,
            isBusy ? 'pending' : 'notice',
          )}
          {result && model.isNew && !isPending && !isFailed && (
            <NextSlot
              next={next as NextProp<object>}
              outcome={{ phase: 'committed', data: model.data as object }}
            />
          )}
        </>
      ),
    },
  );
}
