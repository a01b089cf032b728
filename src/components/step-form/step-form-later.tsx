'use client';
import { createElement, type JSX } from 'react';
import { writtenOut } from '../../form/read-spec.ts';
import type { FormSpeaker } from '../../form/validate-form.ts';
import { CheckIcon } from '../../internal/icons.tsx';
import { type NextProp, NextSlot } from '../../internal/next-slot.tsx';
import { recall } from './step-form-pages.ts';
import { replyOf, type StepFormPartProps, titleOf } from './step-form-parts.tsx';
import { visitedSteps } from './step-form-place.ts';
import type { StepEnding } from './step-form-types.ts';

/** Answers so far: all of them, in the review; those given, in a conversation. */
export function StepFormAnswers(part: StepFormPartProps & { readonly isLog?: boolean }): JSX.Element {
  const { props, view, pages, speak, isLog } = part;
  const { state, turn } = view;
  const current = state.trail[state.at];
  const steps = visitedSteps(state)
    .filter((id) => !isLog || state.done.includes(id) || id === current)
    .flatMap((id) => props.form.steps.find((step) => step.id === id && !step.review) ?? []);
  return (
    <div className="sy-step-form-answers">
      {steps.map((step) => {
        const own = pages.filter((page) => page.step.id === step.id);
        const isOpen = isLog && step.id === current;
        const specs = (isOpen ? own.slice(0, turn) : own).flatMap((page) => page.specs);
        const rows = specs.filter(({ type }) => type !== 'hidden');
        const title = titleOf(step, part);
        const reply = isLog && !isOpen ? view.replies[step.id] : undefined;
        if (rows.length === 0) return null;
        return (
          <div className="sy-step-form-answer" key={step.id}>
            <dl className="sy-step-form-pairs">
              {rows.map(({ name, label = writtenOut(name) }) => (
                <div className="sy-step-form-pair" key={name}>
                  <dt className="sy-note">{recall(label, view.texts)}</dt>
                  <dd className="sy-step-form-given" data-empty={view.texts[name] ? undefined : ''}>
                    {view.texts[name] ?? speak('empty')}
                  </dd>
                </div>
              ))}
            </dl>
            {!isOpen && !isLog && (
              <button
                type="button"
                className="sy-button"
                data-variant="quiet"
                aria-label={speak('editStep', { title })}
                data-edit={step.id}
              >
                {speak('edit')}
              </button>
            )}
            {reply && <p className="sy-step-form-reply">{replyOf(reply, props)}</p>}
          </div>
        );
      })}
    </div>
  );
}

/** Where it ends: what happened, what happens next, and the next ask. */
export function StepFormEnd(
  part: StepFormPartProps & {
    readonly ending: StepEnding;
    readonly name: string;
    readonly id: string;
    readonly formSpeak: FormSpeaker;
    readonly onBack: () => void;
  },
): JSX.Element {
  const { props, view, speak, formSpeak, ending, name, id, onBack } = part;
  const { settled, texts } = view;
  const isSent = settled !== undefined;
  const status = settled?.status === 'pending' || settled?.status === 'already' ? settled.status : undefined;
  const more = settled?.message ?? (status && formSpeak(status));
  const next = ending.next ?? (props.next as NextProp<object> | undefined);
  return (
    <>
      <div className="sy-step-form-end">
        {isSent && <CheckIcon />}
        {createElement(
          `h${props.headingLevel ?? 2}`,
          { id, className: 'sy-question sy-step-form-heading', tabIndex: -1 },
          recall(ending.title, texts),
        )}
        {ending.text && <p className="sy-description">{recall(ending.text, texts)}</p>}
        {more && <p className="sy-note">{more}</p>}
        {!isSent && (
          <button type="button" className="sy-button" data-variant="quiet" onClick={onBack}>
            {speak('change')}
          </button>
        )}
      </div>
      <NextSlot next={next} outcome={{ phase: isSent ? 'committed' : 'dismissed', data: { ending: name } }} />
    </>
  );
}
