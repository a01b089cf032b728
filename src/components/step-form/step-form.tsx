'use client';
import { createElement, type JSX, useId, useLayoutEffect, useRef, useState } from 'react';
import { FormHidden } from '../../fields/form-body.tsx';
import { FormContext } from '../../fields/form-context.ts';
import { SpeakerContext } from '../../fields/form-speaker.ts';
import { byId } from '../../internal/by-id.ts';
import { tell } from '../../internal/messages.ts';
import { renderAsk } from '../../provider/render-ask.ts';
import { recall } from './step-form-pages.ts';
import { StepFormFoot, StepFormProgress } from './step-form-parts.tsx';
import { visitedSteps } from './step-form-place.ts';
import type { AnyStepFormProps, StepFormProps, StepFormRenderState } from './step-form-props.ts';
import { namesAnswers, StepFormStep } from './step-form-step.tsx';
import type { StepReply } from './step-form-types.ts';
import { useStepForm } from './use-step-form.ts';

/**
 * A form of several steps: each finished step is a small yes, the sending the large one. It branches by the answers,
 * replies to them, keeps them over a reload, and without JavaScript is one plain form.
 *
 * ```tsx
 * <StepForm id="quote" form={quoteForm} onSubmit={send} />
 * ```
 */
export function StepForm<Id extends string, Ending extends string, Values, Reply = StepReply>(
  props: StepFormProps<Id, Ending, Values, Reply>,
): JSX.Element | null {
  const { id } = props;
  const [held] = useState<AnyStepFormProps['held']>({});
  if (!Array.isArray((props.form as { steps?: unknown } | undefined)?.steps)) {
    if (process.env.NODE_ENV !== 'production') tell(905, id);
    return null;
  }
  const mode = held[id] ?? props.mode ?? 'steps';
  // Another id is another form: nothing of the old one may stay. In another mode, or with other steps, it has other pages, and
  // its draft goes along.
  const key = [id, mode, ...props.form.steps.map((step) => step.id)].join();
  return <StepFormRoot key={key} {...(props as unknown as AnyStepFormProps)} mode={mode} held={held} />;
}

function StepFormRoot(props: AnyStepFormProps): JSX.Element {
  const {
    held,
    form: definition,
    onSubmit,
    action: wantedAction,
    mode,
    prefill,
    draft,
    gate,
    renderReply,
    history,
    components,
    challenge,
    headingLevel = 2,
    timeout,
    next,
    ...rest
  } = props;
  const stepForm = useStepForm(props);
  const { pages, page, view, live, form, action, speak, formSpeak, driving, root } = stepForm;
  const prefix = useId();
  const steps = useRef<HTMLDivElement>(null);

  const { state, turn, texts, focus, later } = view;
  const visited = visitedSteps(state);
  const ending = definition.endings[state.ending ?? ''];
  const headingId = prefix + (ending ? 'end' : page.key);

  // The focus follows the visitor's own step, never the page's first paint.
  // biome-ignore lint/correctness/useExhaustiveDependencies: nor another page of a definition that is edited
  useLayoutEffect(() => {
    if (!focus) return;
    const heading = byId(steps.current, headingId);
    const step = heading?.closest('.sy-step-form-step');
    const wrong = step?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input');
    (focus.on === 'problem' && wrong ? wrong : heading)?.focus();
  }, [focus]);

  const part = { props, view, pages, speak };
  const heading = (key: string, text: string) =>
    createElement(
      `h${headingLevel}`,
      { id: `${prefix}${key}`, className: 'sy-question sy-step-form-heading', tabIndex: -1 },
      text,
    );

  return renderAsk<StepFormRenderState>(
    'step-form',
    rest,
    { step: page.step.id, ending: state.ending, isPending: form.view.isPending },
    {
      'data-mode': mode,
      'data-step': page.step.id,
      'data-ending': state.ending,
      'data-pending': form.view.isPending || undefined,
      children: (
        <>
          <SpeakerContext value={formSpeak}>
            <FormContext value={form.scope}>
              <form
                {...form.props}
                // The root's: it tells going on from sending.
                onSubmit={undefined}
                onPointerEnter={driving.wake}
                onFocus={driving.wake}
                className="sy-form sy-step-form-form"
                // A question that the visitor never meets must not keep the browser from sending the others.
                noValidate
                hidden={!!ending}
              >
                <FormHidden id={props.id} />
                <StepFormProgress {...part} />
                {view.isKept && (
                  <p className="sy-step-form-kept sy-note" role="status">
                    <span>{speak('kept')}</span>
                    <button type="button" className="sy-button" data-variant="quiet" data-go="anew">
                      {speak('startOver')}
                    </button>
                  </p>
                )}
                {mode === 'conversation' && (
                  <div role="log" aria-label={speak('log')} className="sy-step-form-log">
                    {!page.step.review && later && <later.StepFormAnswers {...part} isLog />}
                  </div>
                )}
                <div className="sy-step-form-steps" ref={steps}>
                  {pages.map((one) =>
                    one.step.review ? (
                      one === page && (
                        <fieldset
                          key={one.key}
                          className="sy-step-form-step sy-only-with-script"
                          aria-labelledby={`${prefix}${one.key}`}
                          data-current=""
                        >
                          {heading(one.key, recall(one.heading, texts) ?? speak('review'))}
                          {one.description && (
                            <p className="sy-description">{recall(one.description, texts)}</p>
                          )}
                          {later && <later.StepFormAnswers {...part} />}
                        </fieldset>
                      )
                    ) : (
                      <StepFormStep
                        key={one.key}
                        page={one}
                        isCurrent={one === page}
                        isOut={view.isUnderWay && !visited.includes(one.step.id)}
                        id={`${prefix}${one.key}`}
                        level={headingLevel}
                        texts={namesAnswers(one) ? texts : undefined}
                        components={components}
                      />
                    ),
                  )}
                </div>
                <StepFormFoot
                  props={props}
                  live={live}
                  form={form}
                  speak={speak}
                  formSpeak={formSpeak}
                  canGoBack={state.at > 0 || turn > 0}
                  canPost={action !== undefined}
                />
              </form>
            </FormContext>
          </SpeakerContext>
          {ending && later && (
            <later.StepFormEnd
              {...part}
              ending={ending}
              name={state.ending as string}
              id={headingId}
              formSpeak={formSpeak}
              onBack={driving.goBack}
            />
          )}
        </>
      ),
      ...root,
    },
  );
}
