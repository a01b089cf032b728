'use client';
import type { JSX } from 'react';
import { askName } from '../../form/form-names.ts';
import { NextSlot } from '../../internal/next-slot.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { renderActions } from './poll-actions.tsx';
import { PollContext } from './poll-context.ts';
import { renderOptions, renderQuestion } from './poll-options.tsx';
import type { AnyPollProps, PollProps, PollState } from './poll-props.ts';
import { renderAnswered } from './poll-results.tsx';
import { type PollOther, type PollScale, type PollValue, voteData } from './poll-state.ts';
import { usePoll } from './use-poll.ts';

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
    children,
    ...rest
  } = props;
  const { model, hasVoted, root } = usePoll(props);
  const { stage, isPending, answer, name, choices } = model;
  const describedBy = [description && `${name}d`, scale && (endLabels ?? scale === 'nps') && `${name}e`]
    .filter(Boolean)
    .join(' ');
  return renderAsk<PollState>(
    'poll',
    rest,
    { stage, isPending },
    {
      ...root,
      'data-stage': stage,
      'data-pending': isPending || undefined,
      children: (
        <>
          {/* A function brings its own method. */}
          <form
            className="sy-stack"
            method={typeof action === 'function' ? undefined : 'post'}
            action={model.action}
          >
            <input type="hidden" name={askName} value={props.id} />
            <fieldset
              className="sy-stack"
              disabled={disabled}
              aria-labelledby={`${name}q`}
              aria-describedby={describedBy || undefined}
            >
              {children ? (
                <PollContext value={model}>{children}</PollContext>
              ) : (
                <>
                  {renderQuestion(model)}
                  {renderOptions(model)}
                  {renderAnswered(model)}
                  {renderActions(model)}
                </>
              )}
            </fieldset>
          </form>
          {(hasVoted || closed || stage === 'skipped') && !isPending && (
            <NextSlot
              next={next}
              outcome={
                hasVoted
                  ? { phase: 'committed', data: voteData(answer, choices, props) as object }
                  : { phase: 'dismissed', data: {} }
              }
            />
          )}
        </>
      ),
    },
  );
}
