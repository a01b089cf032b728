'use client';
import type { ChangeEvent, JSX, SyntheticEvent } from 'react';
import { tell } from '../../internal/messages.ts';
import { NextSlot } from '../../internal/next-slot.tsx';
import { renderElement } from '../../internal/render-element.tsx';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { PollActions } from './poll-actions.tsx';
import { PollContext } from './poll-context.ts';
import { PollOptions, PollQuestion } from './poll-options.tsx';
import type { AnyPollProps, PollProps } from './poll-props.ts';
import { PollResults } from './poll-results.tsx';
import { otherKey, type PollOther, type PollScale, type PollValue, voteData } from './poll-state.ts';
import { isLeader, usePoll } from './use-poll.ts';

/**
 * Asks one question and takes a vote: by one click, from several options, on a scale or as Net Promoter score.
 * Everyone's results, when your server has them, show in the same place afterwards, and then the next ask.
 *
 * ```tsx
 * <Poll id="biggest-hurdle" question="What holds your shop back?" options={['Traffic', 'Trust', 'Price']} />
 * ```
 */
export function Poll<
  const Choice extends PollValue = never,
  const Multiple extends boolean = false,
  const Other extends boolean | PollOther = false,
  const Scale extends PollScale | undefined = undefined,
  const Predict extends boolean = false,
>(props: PollProps<Choice, Multiple, Other, Scale, Predict>): JSX.Element {
  // Another id is another poll: nothing of the old one may stay.
  return <PollRoot key={props.id} {...(props as unknown as AnyPollProps)} />;
}

function PollRoot(props: AnyPollProps): JSX.Element {
  const {
    id,
    placement,
    moment,
    grade,
    exchange,
    worth,
    onCommit,
    onEvent,
    question,
    description,
    options,
    scale,
    endLabels,
    multiple,
    min,
    max,
    other,
    shuffle,
    commitOn,
    skippable,
    value,
    defaultValue,
    onValueChange,
    results,
    minimumResults,
    remember,
    votedFor,
    closed,
    allowChange,
    disabled,
    predict,
    segment,
    onSubmit,
    action,
    next,
    labels,
    appearance,
    children,
    render,
    ...rest
  } = props;
  const poll = usePoll(props);
  const { stage, pending, answer, say, name, group, formRef } = poll;
  const isRight = poll.guess && poll.figures && isLeader(poll.guess, poll.choices, poll.figures);
  const round =
    stage === 'question'
      ? 'roundVote'
      : stage === 'predict'
        ? 'roundGuess'
        : poll.guess && (poll.figures ? (isRight ? 'guessRight' : 'guessWrong') : 'guessNoted');

  let target = action;
  if (typeof action === 'string' && !isSafeUrl(action)) {
    target = undefined;
    if (process.env.NODE_ENV !== 'production') tell(110, `Poll "${id}"`, action);
  }
  // The next ask stands inside the root as well: what happens there is not ours.
  const ours =
    <E extends SyntheticEvent>(act: (event: E) => void) =>
    (event: E) =>
      (event.target as Element).closest('[data-sy-ask]') === event.currentTarget && act(event);

  const describedBy = [description && `${name}d`, scale && `${name}e`].filter(Boolean).join(' ');
  const isOver = stage === 'skipped' || (stage === 'result' && !pending);
  return renderElement(
    'div',
    render,
    { stage, pending },
    {
      ref: poll.ref,
      className: 'sy-poll',
      'data-sy-ask': 'poll',
      'data-sy-appearance': appearance,
      'data-stage': stage,
      'data-pending': pending || undefined,
      onKeyDown: ours(group.onKeyDown),
      onClick: ours(group.onClick),
      // A click that the page prevented selects nothing, although React tells of a change.
      onChange: ours<ChangeEvent<HTMLInputElement>>(
        (event) =>
          event.target.name !== otherKey && !event.nativeEvent.defaultPrevented && poll.onChange(event),
      ),
      onSubmit: ours(poll.onSubmit),
      onReset: ours(poll.onReset),
      children: (
        <PollContext value={poll}>
          <form
            ref={formRef}
            {...(typeof target === 'function' ? undefined : { method: 'post' })}
            action={target}
          >
            <input type="hidden" name="sy-ask" value={id} />
            <fieldset
              className="sy-stack"
              disabled={disabled}
              aria-labelledby={`${name}q`}
              aria-describedby={describedBy || undefined}
            >
              {children ?? (
                <>
                  <PollQuestion>{question}</PollQuestion>
                  {description && (
                    <p className="sy-description" id={`${name}d`}>
                      {description}
                    </p>
                  )}
                  {predict && (
                    <p className="sy-poll-round" role="status">
                      {round && say(round)}
                    </p>
                  )}
                  <PollOptions />
                  <PollResults />
                  <PollActions />
                </>
              )}
            </fieldset>
          </form>
          {isOver && (
            <NextSlot
              next={next}
              outcome={
                stage === 'result' && answer.length > 0
                  ? { phase: 'committed', data: voteData(answer, poll.choices, props) as object }
                  : { phase: 'dismissed', data: {} }
              }
            />
          )}
        </PollContext>
      ),
    },
    rest,
  );
}
