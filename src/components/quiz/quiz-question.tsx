'use client';
import { createElement, type FunctionComponent, type JSX, memo } from 'react';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import type { Speaker } from '../../provider/use-labels.ts';
import type { QuizLabels } from './quiz-labels.ts';
import { answerOf, fieldOf } from './quiz-score.ts';
import type { QuizAnswer, QuizQuestion } from './quiz-types.ts';

/** Props of {@link QuizFields}. Only what changes for a question may change here: the others are not rendered then. */
interface QuizFieldsProps {
  readonly question: QuizQuestion;
  readonly picked: string | undefined;
  readonly isCurrent: boolean;
  /** The answer stands, and the visitor is told what is right. */
  readonly isLocked: boolean;
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
  const { question, picked, isCurrent, isLocked, isMissing, id, progressId, level, speak } = props;
  const { description, optional, answers } = question;
  const answer = isLocked ? answerOf(question, picked) : undefined;
  const right = answers.find(({ correct }) => correct);
  const words = [description, optional && speak('optional')].filter(Boolean).join(' ');
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
        {answers.map(({ value, label, description, correct }) => (
          <label key={value} className="sy-choice" data-right={(isLocked && correct) || undefined}>
            <input
              className="sy-choice-input"
              type="radio"
              name={fieldOf(question.id)}
              value={value}
              checked={value === picked}
              // What stands can be sent: the others are out of reach, and this one stays.
              disabled={isLocked && value !== picked}
              required={!optional}
              onChange={ignore}
            />
            <span className="sy-choice-label">{label}</span>
            {description && <span className="sy-choice-description">{description}</span>}
          </label>
        ))}
      </div>
      {(right || answers.some(({ feedback }) => feedback)) &&
        renderStatus(
          'sy-quiz-feedback',
          answer && speakVerdict(question, answer, speak),
          answer && (answer.correct ? 'success' : 'notice'),
        )}
      {renderAlert(isMissing && speak('required'))}
    </fieldset>
  );
});

/** What is said of an answer: whether it is right, what would be, and the words of the definition. */
export function speakVerdict(
  { answers }: QuizQuestion,
  answer: QuizAnswer | undefined,
  speak: Speaker<QuizLabels>,
): JSX.Element {
  const right = answers.find(({ correct }) => correct);
  return (
    <span>
      {right && answer && <b>{speak(answer.correct ? 'right' : 'wrong')} </b>}
      {right && !answer?.correct && `${speak('rightAnswer', { answer: right.label })} `}
      {answer?.feedback}
    </span>
  );
}

/** The root listens for all radios. */
function ignore(): void {}
