'use client';
import { type JSX, useId } from 'react';
import { renderAskForm } from '../../internal/ask-form.tsx';
import { hasFailed } from '../../internal/has-failed.ts';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { renderAlert, renderStatus } from '../../internal/status-line.tsx';
import { renderAsk } from '../../provider/render-ask.ts';
import { type Speaker, useLabels } from '../../provider/use-labels.ts';
import { type ChallengeLabels, challengeLabels } from './challenge-labels.ts';
import type { ChallengeProps, ChallengeState } from './challenge-props.ts';
import type { TaskView } from './challenge-state.ts';
import { useChallenge } from './use-challenge.ts';

/**
 * A few small tasks that a visitor ticks off, over several days if you like. Each tick is a small yes, all of them together
 * a larger one.
 *
 * ```tsx
 * <Challenge
 *   id="five-days"
 *   title="Five days to a calmer checkout"
 *   unlock="daily"
 *   tasks={[
 *     { id: 'count', title: 'Count your steps', body: 'Buy something in your own shop, and count.' },
 *     { id: 'cut', title: 'Cut one of them' },
 *   ]}
 * />
 * ```
 */
export function Challenge<const Id extends string>(props: ChallengeProps<Id>): JSX.Element {
  // Another id is another ask: nothing of the old one may stay.
  return <ChallengeRoot key={props.id} {...(props as unknown as ChallengeProps)} />;
}

function ChallengeRoot(props: ChallengeProps): JSX.Element {
  const { look, views, done, isComplete, pressed, isPending, settled, action, root } = useChallenge(props);
  const { title, description, disabled, next, ...rest } = look;
  const speak = useLabels('challenge', challengeLabels, rest.labels);
  const name = useId();
  const isFailed = hasFailed(settled);
  const count = views.length;
  const hasDays = views.some(({ day }) => day > 1);
  const news =
    !isFailed && pressed && settled
      ? (settled.message ?? (pressed.isDone ? sayTicked(views, done.length, speak) : speak('undone')))
      : '';

  return renderAsk<ChallengeState>(
    'challenge',
    rest,
    { done, isComplete, isPending },
    {
      'data-pending': isPending || undefined,
      'data-complete': isComplete || undefined,
      ...root,
      children: (
        <>
          {renderAskForm(
            props.id,
            action,
            'sy-challenge-form',
            <fieldset
              className="sy-stack"
              disabled={disabled}
              aria-describedby={description ? `${name}d` : undefined}
            >
              <legend className="sy-question">{title}</legend>
              {description && (
                <p className="sy-description" id={`${name}d`}>
                  {description}
                </p>
              )}
              {count > 0 && (
                <p className="sy-challenge-progress sy-note">
                  <span className="sy-challenge-bar" aria-hidden="true">
                    {views.map(({ task, state }) => (
                      <span key={task.id} className="sy-challenge-part" data-state={state} />
                    ))}
                  </span>
                  <span>{speak('progress', { done: done.length, count })}</span>
                </p>
              )}
              <ol className="sy-challenge-tasks">
                {views.map((view, at) => (
                  <li key={view.task.id} className="sy-challenge-task" data-state={view.state}>
                    {renderTask(view, `${name}${at}`, action !== undefined, hasDays, speak)}
                  </li>
                ))}
              </ol>
            </fieldset>,
            true,
          )}
          {renderStatus(
            'sy-challenge-status',
            isComplete && !isPending && !isFailed ? speak('complete', { count }) : news,
            isComplete || (news && pressed?.isDone) ? 'success' : undefined,
          )}
          {renderAlert(isFailed && (settled?.message ?? speak('failed')))}
          {isComplete && !isPending && !isFailed && (
            <NextSlot
              next={next as NextProp<object>}
              outcome={{ phase: 'committed', data: { tasks: count } }}
            />
          )}
        </>
      ),
    },
  );
}

/** What was done, and when it goes on. */
function sayTicked(views: readonly TaskView[], done: number, speak: Speaker<ChallengeLabels>): string {
  const ticked = speak('ticked', { done, count: views.length });
  if (views.some(({ state }) => state === 'open')) return ticked;
  const wait = Math.min(...views.map((view) => view.wait ?? Infinity));
  if (wait === Infinity) return ticked;
  return `${ticked} ${wait === 1 ? speak('moreTomorrow') : speak('moreIn', { count: wait })}`;
}

function renderTask(
  { task, day, state, wait }: TaskView,
  id: string,
  isPosted: boolean,
  hasDays: boolean,
  speak: Speaker<ChallengeLabels>,
): JSX.Element {
  const isDone = state === 'done';
  const note =
    state !== 'locked'
      ? hasDays && speak('day', { day })
      : wait === undefined
        ? speak('opensOn', { day })
        : wait === 1
          ? speak('opensTomorrow')
          : speak('opensIn', { count: wait });
  const renderHead = (noteId?: string) => (
    <>
      <svg className="sy-challenge-mark" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="11" />
        {isDone && <path pathLength="1" d="m7 12.5 3.5 3.5L17 9" />}
        {state === 'locked' && <path d="M8.5 11h7v5.5h-7zM10 11V9a2 2 0 0 1 4 0v2" />}
      </svg>
      <span className="sy-challenge-title">{task.title}</span>
      {note && (
        <span className="sy-challenge-when sy-note" id={noteId}>
          {note}
        </span>
      )}
    </>
  );
  if (state === 'locked') return <div className="sy-challenge-head">{renderHead()}</div>;
  return (
    <>
      {/* A submit button, so that it works before the page comes alive. */}
      {/* biome-ignore lint/a11y/useSemanticElements: an input would send nothing by itself */}
      <button
        className={isPosted ? 'sy-challenge-head' : 'sy-challenge-head sy-only-with-script'}
        type="submit"
        role="checkbox"
        name={isDone ? 'undo' : 'done'}
        value={task.id}
        aria-checked={isDone}
        aria-label={task.title}
        aria-describedby={[note && `${id}n`, task.body && id].filter(Boolean).join(' ') || undefined}
      >
        {renderHead(`${id}n`)}
      </button>
      {/* Not by a class alone: older browsers run scripts and do not know `@media (scripting)`, and would show it twice. */}
      {!isPosted && (
        <noscript>
          <div className="sy-challenge-head">{renderHead()}</div>
        </noscript>
      )}
      {task.body && (
        <div className="sy-challenge-body" id={id}>
          {task.body}
        </div>
      )}
    </>
  );
}
