'use client';
import type { ComponentProps, JSX } from 'react';
import { CheckIcon } from '../../internal/icons.tsx';
import type { RenderProp } from '../../internal/render-element.tsx';
import { usePollPart } from './poll-context.ts';
import { renderRow, renderRows } from './poll-rows.tsx';

/** Props of {@link PollResults}. */
export interface PollResultsProps extends Omit<ComponentProps<'ul'>, 'children' | 'results'> {
  /** Replaces the `ul`. */
  render?: RenderProp<undefined> | undefined;
}

/** The rows after the vote: the visitor's own choice, and everyone's figures when there are any. */
export function PollResults(props: PollResultsProps): JSX.Element | null {
  const poll = usePollPart(PollResults);
  if (poll?.stage !== 'result') return null;
  const isScale = poll.props.scale;
  const rows = poll.choices.map((choice, index) => {
    const isOwn = poll.answer.includes(choice.value);
    const share = poll.figures?.shares[index];
    const lead = (
      <>
        {share && (
          <svg className="sy-bar" aria-hidden="true">
            <rect
              width={isScale ? '100%' : `${share.percent}%`}
              height={isScale ? `${share.percent}%` : '100%'}
              y={isScale && `${100 - share.percent}%`}
            />
          </svg>
        )}
        {!isScale && <span className="sy-poll-sign">{isOwn && <CheckIcon />}</span>}
      </>
    );
    const own = { key: choice.key, 'data-result': true, 'data-selected': isOwn || undefined };
    return renderRow(poll, choice, { tag: 'li', props: own, lead, share });
  });
  return renderRows('ul', poll, props, rows);
}
