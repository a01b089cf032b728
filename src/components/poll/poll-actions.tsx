'use client';
import type { ComponentProps, JSX, ReactNode } from 'react';
import { dropSecondClick } from '../../internal/double-click.ts';
import type { AnyProps, RenderProp } from '../../internal/render-element.tsx';
import { type PollModel, renderPart, usePollPart } from './poll-context.ts';

/** Props of {@link PollActions}. */
export interface PollActionsProps extends ComponentProps<'div'> {
  /** Replaces the `div`. */
  render?: RenderProp<undefined> | undefined;
}

/** The last row: what happened, and what the visitor can do. Its height is the same at every stage. */
export function PollActions({ children, ...rest }: PollActionsProps): JSX.Element | null {
  const poll = usePollPart(PollActions);
  return poll && renderActions(poll, rest, children);
}

export function renderActions(poll: PollModel, theirs?: AnyProps, children?: ReactNode): JSX.Element {
  const { say, stage, isOpen, oneClick, hint, error } = poll;
  const quiet = quietAct(poll);
  return renderPart('div', theirs, {
    className: 'sy-poll-foot',
    children: (
      <>
        <div className="sy-poll-words">
          {stage === 'question' && !error && hint && (
            <p className={oneClick ? 'sy-note sy-only-with-script' : 'sy-note'}>{hint}</p>
          )}
          <p className="sy-error" role="alert">
            {error}
          </p>
          <p className="sy-status" role="status">
            {statusText(poll)}
          </p>
        </div>
        {children ?? renderSubmit(poll)}
        {quiet && (
          <button
            type="button"
            className="sy-button sy-only-with-script"
            data-variant="quiet"
            onClick={(event) => dropSecondClick(event) || (isOpen ? poll.skip : poll.reopen)()}
          >
            {say(quiet)}
          </button>
        )}
      </>
    ),
  });
}

/** Props of {@link PollSubmit}. */
export interface PollSubmitProps extends ComponentProps<'button'> {
  /** Replaces the `button`. */
  render?: RenderProp<undefined> | undefined;
}

/** The button that votes. Where one click votes, it shows once a selection waits for a decision. */
export function PollSubmit(props: PollSubmitProps): JSX.Element | null {
  const poll = usePollPart(PollSubmit);
  return poll && renderSubmit(poll, props);
}

function renderSubmit(poll: PollModel, theirs?: AnyProps): JSX.Element | null {
  if (!poll.isOpen || poll.choices.length === 0) return null;
  return renderPart('button', theirs, {
    // Without script it leads to the address, if there is one.
    className: `sy-button sy-poll-submit${poll.action ? '' : ' sy-only-with-script'}`,
    type: 'submit',
    'data-variant': 'primary',
    'data-idle': (poll.oneClick && poll.picked.length === 0) || undefined,
    children: poll.say(poll.stage === 'predict' ? 'guess' : 'vote'),
  });
}

/** The quiet button beside: out of the question, or back to it. */
function quietAct({ props, stage, isOpen, answer, isPending }: PollModel) {
  if (isOpen) return (props.skippable || stage === 'predict') && 'skip';
  if (stage === 'skipped') return 'reopen';
  return answer.length > 0 && !isPending && !props.closed && props.allowChange !== false && 'change';
}

/** What a screen reader says, and everyone reads, as things happen. */
function statusText({ props, say, stage, answer, isPending, words }: PollModel): string | false {
  if (stage === 'skipped') return say('skipped');
  const end = props.closed ? say('closed') : answer.length > 0 && say(isPending ? 'sending' : 'thanks');
  return stage === 'result' && [end, words].filter(Boolean).join(' ');
}
