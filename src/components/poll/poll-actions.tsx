'use client';
import type { ComponentProps, JSX } from 'react';
import { type RenderProp, renderElement } from '../../internal/render-element.tsx';
import { type PollModel, usePollPart } from './poll-context.ts';
import { pickRule } from './use-poll.ts';

/** Props of {@link PollActions}. */
export interface PollActionsProps extends ComponentProps<'div'> {
  /** Replaces the `div`. */
  render?: RenderProp<undefined> | undefined;
}

/** The last row: what happened, and what the visitor can do. Its height is the same at every stage. */
export function PollActions({ children, render, ...rest }: PollActionsProps): JSX.Element | null {
  const poll = usePollPart('PollActions');
  if (!poll) return null;
  const { props, say, stage, error } = poll;
  const note = stage === 'question' && !error && hint(poll);
  const isOpen = stage === 'question' || stage === 'predict';
  const canReopen =
    stage === 'skipped' ||
    (stage === 'result' &&
      !poll.pending &&
      poll.answer.length > 0 &&
      !props.closed &&
      props.allowChange !== false);
  return renderElement(
    'div',
    render,
    undefined,
    {
      className: 'sy-poll-foot',
      children: (
        <>
          <div className="sy-poll-words">
            {note && <p className="sy-note">{note}</p>}
            {error && (
              <p className="sy-error" role="alert">
                {error}
              </p>
            )}
            <p className="sy-status sy-poll-status" role="status">
              {statusText(poll)}
            </p>
          </div>
          {children ?? (isOpen && <PollSubmit />)}
          {isOpen && (props.skippable || stage === 'predict') && (
            <QuietButton onClick={poll.skip}>{say('skip')}</QuietButton>
          )}
          {canReopen && (
            <QuietButton onClick={poll.reopen}>{say(stage === 'skipped' ? 'reopen' : 'change')}</QuietButton>
          )}
        </>
      ),
    },
    rest,
  );
}

/** Props of {@link PollSubmit}. */
export interface PollSubmitProps extends ComponentProps<'button'> {
  /** Replaces the `button`. */
  render?: RenderProp<undefined> | undefined;
}

/** The button that votes. Where one click votes, it shows once a selection waits for a decision. */
export function PollSubmit({ render, ...rest }: PollSubmitProps): JSX.Element | null {
  const poll = usePollPart('PollSubmit');
  if (!poll || poll.choices.length === 0) return null;
  const { stage, oneClick, picked, say } = poll;
  return renderElement(
    'button',
    render,
    undefined,
    {
      className: 'sy-button sy-poll-submit',
      type: 'submit',
      'data-variant': 'primary',
      'data-idle': oneClick && picked.length === 0 ? '' : undefined,
      children: say(stage === 'predict' ? 'guess' : 'vote'),
    },
    rest,
  );
}

function QuietButton(props: { onClick(): void; children: string }): JSX.Element {
  return <button type="button" className="sy-button sy-only-with-script" data-variant="quiet" {...props} />;
}

function hint({ props, say, multiple, oneClick }: PollModel): string | false {
  return multiple ? pickRule(say, props) : oneClick && say('oneClick');
}

/** What a screen reader says, and everyone reads, as things happen. */
function statusText({
  props,
  say,
  stage,
  answer,
  pending,
  figures,
  waitingFor,
}: PollModel): string | undefined {
  if (stage === 'skipped') return say('skipped');
  if (stage !== 'result') return undefined;
  const { closed, minimumResults = 20 } = props;
  return [
    closed ? say('closed') : answer.length > 0 && say(pending ? 'sending' : 'thanks'),
    figures && say('votes', { count: figures.total }),
    waitingFor && say(waitingFor === 'votes' ? 'few' : 'loading', { count: minimumResults }),
  ]
    .filter(Boolean)
    .join(' ');
}
