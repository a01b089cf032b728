'use client';
import { createElement, type FunctionComponent, type JSX, memo } from 'react';
import type { details } from '#quiz/details';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import type { Speaker } from '../../provider/use-labels.ts';
import { fieldOf, limitsOf } from './quiz-answers.ts';
import type { QuizLabels } from './quiz-labels.ts';
import type { QuizQuestion } from './quiz-types.ts';

/** Props of {@link QuizFields}. Only what changes for a question may change here: the others are not rendered then. */
interface QuizFieldsProps {
  readonly question: QuizQuestion;
  readonly picked: string | readonly string[] | undefined;
  readonly isCurrent: boolean;
  /** The answer stands, and the visitor is told what is right: by the part of the quiz that comes late. */
  readonly isLocked: boolean;
  readonly part: ReturnType<typeof details.get>;
  readonly isMissing: boolean;
  /** Id of the heading. */
  readonly id: string;
  /** Id of the words that say where the visitor is. */
  readonly progressId: string | undefined;
  readonly level: number;
  readonly speak: Speaker<QuizLabels>;
}

/** One question: in the HTML of all, on the screen when it is its turn. */
export const QuizFields: FunctionComponent<QuizFieldsProps> = memo(function QuizFields(
  props: QuizFieldsProps,
): JSX.Element {
  const { question, picked, isCurrent, isLocked, part, isMissing, id, progressId, level, speak } = props;
  const { description, optional, multiple, answers } = question;
  // Of those that are offered still: what is gone must not keep others out of reach.
  const chosen = answers.map(({ value }) => value).filter((one) => [picked].flat().includes(one));
  const [min, max] = limitsOf(question);
  const limits =
    multiple &&
    (min === max
      ? speak('exactly', { count: min })
      : max < answers.length
        ? min > 1
          ? speak('between', { min, count: max })
          : speak('atMost', { count: max })
        : min > 1
          ? speak('atLeast', { count: min })
          : speak('several'));
  const words = [description, limits, optional && speak('optional')].filter(Boolean).join(' ');
  return (
    <fieldset
      className="sy-quiz-question sy-stack"
      aria-describedby={words ? `${id}d` : undefined}
      data-current={isCurrent || undefined}
    >
      <legend className="sy-quiz-legend">
        {createElement(
          `h${level}`,
          { id, className: 'sy-question sy-quiz-heading', tabIndex: -1, 'aria-describedby': progressId },
          question.question,
        )}
      </legend>
      {words && (
        <p className="sy-description" id={`${id}d`}>
          {words}
        </p>
      )}
      <div className="sy-choices">
        {answers.map(({ value, label, description, image, correct }) => (
          <label key={value} className="sy-choice" data-right={(isLocked && correct) || undefined}>
            <input
              className="sy-choice-input"
              type={multiple ? 'checkbox' : 'radio'}
              name={fieldOf(question.id)}
              value={value}
              checked={chosen.includes(value)}
              // What stands can be sent: the others are out of reach, and this one stays.
              disabled={(isLocked || (multiple && chosen.length >= max)) && !chosen.includes(value)}
              required={!optional && !multiple}
              onChange={ignore}
            />
            {image && (
              // The label names it. Its source comes last: by then it is known that it may wait.
              <img
                className="sy-quiz-picture"
                loading="lazy"
                decoding="async"
                {...image}
                alt={image.alt ?? ''}
              />
            )}
            <span className="sy-choice-label">{label}</span>
            {description && <span className="sy-choice-description">{description}</span>}
          </label>
        ))}
      </div>
      {answers.some(({ feedback, correct }) => feedback || correct) &&
        ((isLocked && part?.renderVerdict(question, picked, speak)) || renderStatus('sy-quiz-feedback', ''))}
      {renderAlert(isMissing && speak('required'))}
    </fieldset>
  );
});

/** The root listens for all radios. */
function ignore(): void {}
