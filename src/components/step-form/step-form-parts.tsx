'use client';
import type { JSX, ReactNode } from 'react';
import type { Form } from '../../fields/use-form.ts';
import { writtenOut } from '../../form/read-spec.ts';
import type { FormSpeaker } from '../../form/validate-form.ts';
import type { Speaker } from '../../provider/use-labels.ts';
import { type Cell, useCell } from './step-form-cell.ts';
import type { StepFormLabels } from './step-form-labels.ts';
import { progressOf, type StepFormLive, type StepFormView } from './step-form-model.ts';
import { recall, type StepPage } from './step-form-pages.ts';
import type { AnyStepFormProps } from './step-form-props.ts';
import type { FormStep, StepReply } from './step-form-types.ts';

/** What the parts of the form are given. */
export interface StepFormPartProps {
  readonly props: AnyStepFormProps;
  readonly view: StepFormView;
  readonly pages: readonly StepPage[];
  readonly speak: Speaker<StepFormLabels>;
}

/** The title of a step in a list of steps. */
export function titleOf(step: FormStep, { view, speak }: StepFormPartProps): string {
  return recall(step.title, view.texts) || (step.review ? speak('review') : writtenOut(step.id));
}

/** The steps taken and those that are likely to come. */
export function StepFormProgress(part: StepFormPartProps): JSX.Element {
  const { props, view, speak } = part;
  const { position, of, ahead } = progressOf(props.form, view);
  const taken = view.state.trail.slice(0, position);
  return (
    <div className="sy-step-form-progress sy-only-with-script">
      <ol className="sy-step-form-marks" aria-label={speak('steps')}>
        {[...taken, ...ahead].map((id, at) => {
          const step = props.form.steps.find((one) => one.id === id) as FormStep;
          const isCurrent = at === position - 1;
          const isDone = !isCurrent && !step.review && view.state.done.includes(id);
          const title = titleOf(step, part);
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a loop takes one step twice
              key={at}
              className="sy-step-form-mark"
              aria-current={isCurrent ? 'step' : undefined}
              data-done={isDone ? '' : undefined}
            >
              <span className="sy-visually-hidden">{isDone ? speak('done', { title }) : title}</span>
            </li>
          );
        })}
      </ol>
      <p className="sy-note">{speak('progress', { position, count: of })}</p>
    </div>
  );
}

/** What a reply shows. */
export function replyOf(reply: StepReply, { renderReply }: AnyStepFormProps): ReactNode {
  return renderReply ? renderReply(reply) : typeof reply === 'string' ? reply : reply.text;
}

/** Below the step: what its answers get at once, what is wrong, and the way on and back. */
export function StepFormFoot(part: {
  readonly props: AnyStepFormProps;
  readonly live: Cell<StepFormLive>;
  readonly form: Form;
  readonly speak: Speaker<StepFormLabels>;
  readonly formSpeak: FormSpeaker;
  readonly canGoBack: boolean;
  readonly canPost: boolean;
}): JSX.Element {
  const { props, form, speak, formSpeak, canGoBack, canPost } = part;
  const { reply, isThinking, isChecking, problem, isEnd } = useCell(part.live);
  const { isPending, settled, error, problems } = form.view;
  const count = problems ? formSpeak('problems', { count: problems }) : undefined;
  const refusal = settled?.status === 'invalid' ? (settled.message ?? error ?? count) : undefined;
  const isBusy = isPending || isChecking;
  const hasReplies = props.form.steps.some((step) => step.reply);
  const isFailed = settled?.status === 'failed';
  const alert = problem ?? (isFailed ? (settled.message ?? formSpeak('failed')) : refusal);
  const words = isPending ? formSpeak('sending') : isChecking ? speak('checking') : undefined;
  const label = isFailed && isEnd ? formSpeak('retry') : isEnd ? formSpeak('submit') : speak('next');
  const busy = { 'aria-disabled': isBusy || undefined, 'data-pending': isBusy ? '' : undefined };
  return (
    <>
      {hasReplies && (
        <div className="sy-step-form-reply" role="status" data-thinking={isThinking ? '' : undefined}>
          {reply && replyOf(reply, props)}
        </div>
      )}
      {props.challenge && <div className="sy-form-challenge">{props.challenge}</div>}
      <p className="sy-error" role="alert">
        {alert}
      </p>
      <p className="sy-visually-hidden" role="status">
        {words}
      </p>
      <div className="sy-actions sy-step-form-actions">
        <button
          className="sy-button sy-only-with-script"
          data-variant="primary"
          data-go="on"
          type="submit"
          // Before the page comes alive, neither a click nor Enter shall post a form that is hardly begun: this does nothing.
          formMethod={isEnd ? undefined : 'dialog'}
          {...busy}
        >
          {words ?? label}
        </button>
        {canPost && (
          <button className="sy-button sy-only-without-script" data-variant="primary" type="submit">
            {formSpeak('submit')}
          </button>
        )}
        {canGoBack && !isPending && (
          <button className="sy-button sy-only-with-script" data-variant="quiet" type="button" data-go="back">
            {speak('back')}
          </button>
        )}
      </div>
    </>
  );
}
