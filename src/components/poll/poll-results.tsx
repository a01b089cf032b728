'use client';
import type { ComponentProps, JSX } from 'react';
import { CheckIcon } from '../../internal/icons.tsx';
import { type RenderProp, renderElement } from '../../internal/render-element.tsx';
import { numberFormat } from '../../provider/labels.ts';
import { usePollPart } from './poll-context.ts';
import { PollEnds, PollMark } from './poll-options.tsx';

/** Props of {@link PollResults}. */
export interface PollResultsProps extends Omit<ComponentProps<'ul'>, 'children' | 'results'> {
  /** Replaces the `ul`. */
  render?: RenderProp<undefined> | undefined;
}

/** The rows after the vote: the visitor's own choice, and everyone's figures when there are any. */
export function PollResults({ render, ...rest }: PollResultsProps): JSX.Element | null {
  const poll = usePollPart('PollResults');
  if (poll?.stage !== 'result') return null;
  const { props, say, choices, figures } = poll;
  const isScale = !!props.scale;
  const rows = choices.map(({ key, label, description }, index) => {
    const marks = [
      poll.answer.includes(key) && say('yourChoice'),
      poll.guess === key && say('yourGuess'),
    ].filter((mark): mark is string => !!mark);
    const percent = figures?.percents[index] ?? 0;
    const count = figures?.counts[index] ?? 0;
    return (
      <li
        key={key}
        className={isScale ? 'sy-choice sy-poll-cell' : 'sy-choice'}
        data-result=""
        data-selected={poll.answer.includes(key) ? '' : undefined}
      >
        {figures && (
          <svg className="sy-bar" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <rect
              {...(isScale
                ? { width: 100, height: percent, y: 100 - percent }
                : { width: percent, height: 100 })}
            />
          </svg>
        )}
        {!isScale && <span className="sy-poll-sign">{poll.answer.includes(key) && <CheckIcon />}</span>}
        <span className="sy-choice-label" aria-hidden="true">
          {label}
        </span>
        {description && (
          <span className="sy-choice-description" aria-hidden="true">
            {description}
          </span>
        )}
        {props.results && (
          <span className="sy-choice-count sy-poll-count" aria-hidden="true">
            {figures && (
              <>
                <b>{numberFormat(say.locale, { style: 'percent' }).format(percent / 100)}</b>
                {!isScale && <small>{numberFormat(say.locale, { notation: 'compact' }).format(count)}</small>}
              </>
            )}
          </span>
        )}
        <span className="sy-visually-hidden">
          {[figures ? say('result', { option: label, percent, count }) : label, ...marks].join(', ')}
        </span>
        {marks.length > 0 && <PollMark text={marks.join(', ')} />}
      </li>
    );
  });
  return (
    <>
      {renderElement(
        'ul',
        render,
        undefined,
        { className: isScale ? 'sy-poll-scale' : 'sy-choices', 'data-scale': props.scale, children: rows },
        rest,
      )}
      <PollEnds />
    </>
  );
}
