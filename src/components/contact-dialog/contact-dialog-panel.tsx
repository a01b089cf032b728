'use client';
import { type JSX, type ReactNode, Suspense, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type FormSentData, uuid } from '../../events/index.ts';
import { draftInMemory } from '../../fields/draft-in-memory.ts';
import { FormBody } from '../../fields/form-body.tsx';
import { FormExchange } from '../../fields/form-exchange.tsx';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import { useForm } from '../../fields/use-form.ts';
import { type FieldSpec, fieldsOf } from '../../form/index.ts';
import { focused } from '../../internal/focused.ts';
import { tell } from '../../internal/messages.ts';
import { checkAgain } from '../../provider/check-honesty.ts';
import { useHub } from '../../provider/context.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { AnswerWords, DialogAnswer, readAnswer, sayAnswer } from './contact-dialog-answer.tsx';
import { DialogFrame } from './contact-dialog-frame.tsx';
import { contactDialogLabels } from './contact-dialog-labels.ts';
import type { Opening, PanelProps } from './contact-dialog-model.ts';
import type { ContactDialogAbout, ContactDialogReason } from './contact-dialog-props.ts';
import { TriggerError } from './trigger-words.tsx';
import { useDialogHash } from './use-dialog-hash.ts';
import { useEntry } from './use-entry.ts';

const submit = 'contact-dialog.submit';
const firstField =
  'form :is(input:not([type=hidden], [tabindex]), select, textarea):not(:disabled, [readonly])';

/** The heavy part: stays from the first opening on, so that what was typed outlives each closing. */
export function ContactDialogPanel({ dialog, props }: PanelProps): JSX.Element {
  const { id, schema, children, draft } = props;
  const { isOpen, opening, count } = dialog;
  const hub = useHub();
  const speak = useLabels('contact-dialog', contactDialogLabels, props.labels);
  const speakForm = useFormSpeaker(props.formLabels);
  const titleId = useId();
  const layer = useRef<HTMLElement>(null);
  const begun = useRef<unknown>(null);
  const known = useRef<readonly FieldSpec[]>([]);
  const [isNudged, setNudged] = useState(false);
  const [sent, setSent] = useState<FormSentData>({});
  // What is on its way, or was sent: its words and events stay its own, whichever trigger opens the dialog by then.
  const [asked, setAsked] = useState<Opening>();
  const shown = asked ?? opening;
  const ask = shown?.ask ?? dialog.ask;
  const about: ContactDialogAbout = { payload: shown?.payload, trigger: shown?.trigger };
  const name = `ContactDialog "${id}"`;

  const own = props.fields;
  const fields = useMemo(
    () => own ?? (schema && !children ? fieldsOf(schema) : undefined),
    [own, schema, children],
  );
  const { onSubmit } = props;
  const action = readAction(name, props.action);
  if (process.env.NODE_ENV !== 'production' && !onSubmit && props.action === undefined) tell(703, id);
  const form = useForm({
    name,
    // Closed, the fields are not on the page, yet a draft is written and an answer may come.
    groups() {
      const specs = form.store.specs();
      if (specs.length) known.current = specs;
      return [{ specs: known.current, schema }];
    },
    speak: speakForm,
    onSubmit:
      onSubmit &&
      ((values, context) => {
        setAsked(shown);
        return onSubmit(values, { ...context, ...about });
      }),
    action:
      typeof action === 'function'
        ? (data) => {
            setAsked(shown);
            return action(data);
          }
        : action,
    timeout: props.timeout,
    createKey: uuid,
    ask,
    draft: draftInMemory(hub, `contact-dialog|${id}`, draft, 1),
    onStart() {
      setNudged(false);
      if (begun.current === ask) return;
      begun.current = ask;
      ask.record('progressed', undefined, submit);
    },
    onSettle(end, { data }) {
      const answer = readAnswer(end);
      if (!answer) {
        setAsked(undefined);
        if (!isOpen) dialog.setRemains({ told: <TriggerError>{speak('notSent')}</TriggerError> });
        return void ask.record('failed', data, submit);
      }
      setSent(data);
      if (answer.status !== 'already') ask.record('committed', data, submit);
      // A yes that was known already is not given up by leaving, from whichever trigger.
      else ask.attempt().passed.add(`committed ${submit}`);
      const told = <AnswerWords>{sayAnswer(answer, speakForm)}</AnswerWords>;
      if (!isOpen) dialog.setRemains({ told });
      else if (props.closeOnSubmit) leave('submit', undefined, told);
    },
    onLeave: hub.flush,
    onReset() {
      begun.current = null;
      setAsked(undefined);
    },
  });
  const { isPending, settled } = form.view;
  const answer = readAnswer(settled);

  /** Closes if the page agrees; returns whether it did. */
  const leave = (reason: ContactDialogReason, event?: Event, told?: ReactNode) => {
    if (!isOpen || !dialog.change(false, reason, opening, event)) return false;
    // What was sent or is on its way is no refusal, nor is what the page itself does.
    const isDismissed = reason !== 'code' && reason !== 'submit' && !isPending && !answer;
    if (isDismissed) ask.record('dismissed', undefined, submit);
    dialog.setRemains({ isDismissed, told });
    return true;
  };
  /** Thanks for one question are none for another. */
  const begin = (next: Opening) => {
    if (!asked || !readAnswer(form.store.view().settled)) return;
    if (next.reason !== 'trigger' && next.payload === undefined) return;
    if (isSame(next.payload, asked.payload)) return;
    form.reset();
    // The attempt of another place may not have begun yet.
    if (next.ask.standing('contact-dialog.open')) next.ask.reset();
  };
  useEntry(dialog, begin, props);
  useDialogHash(props.hash, isOpen, dialog.openByPage, leave);
  useLayoutEffect(() => {
    dialog.inside.current = { begin, close: leave, reset: form.reset };
  });

  const close = (reason: ContactDialogReason, event: Event) => {
    if (reason === 'outside' && !answer && form.machine()?.isTouched()) return setNudged(true);
    setNudged(false);
    leave(reason, event);
  };
  // The button that was pressed has gone with the form: the dialog itself takes the focus, and its region speaks.
  const isAnswered = !!answer;
  useLayoutEffect(() => {
    if (isAnswered && document.activeElement === document.body) layer.current?.focus();
  }, [isAnswered]);
  // Words that came above the button that was pressed have moved it down.
  useLayoutEffect(() => {
    const now = focused();
    if (settled && layer.current?.contains(now)) now?.scrollIntoView?.({ block: 'nearest' });
  }, [settled]);

  const description = !answer && say(props.description, about);
  return (
    <DialogFrame
      key={count}
      id={id}
      isOpen={isOpen}
      place={opening?.element}
      container={props.container}
      titleId={titleId}
      descriptionId={description ? `${titleId}d` : undefined}
      isNudged={isNudged}
      layerRef={layer}
      onBuilt={(element) => {
        void form.ready().catch(ignore);
        firstStop(element).focus({ preventScroll: true });
        if (process.env.NODE_ENV !== 'production') checkAgain(ask);
      }}
      onClose={close}
    >
      <div className="sy-contact-dialog-head">
        <h2 className="sy-contact-dialog-title" id={titleId}>
          {say(props.title, about)}
        </h2>
        <button
          type="button"
          className="sy-contact-dialog-close sy-button"
          data-variant="quiet"
          aria-label={speak('close')}
          onClick={({ nativeEvent }) => close('button', nativeEvent)}
        >
          <svg className="sy-contact-dialog-cross" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6 6 18" />
          </svg>
        </button>
      </div>
      {description && (
        <p className="sy-description" id={`${titleId}d`}>
          {description}
        </p>
      )}
      <DialogAnswer
        answer={answer}
        about={about}
        props={props}
        data={sent}
        speak={speak}
        speakForm={speakForm}
        onDone={(event) => close('button', event)}
        onAgain={() => {
          form.reset();
          (opening?.ask ?? ask).reset();
          layer.current?.focus();
        }}
      />
      {!answer && (
        // A field of the developer's own may load late: the dialog can be read and closed meanwhile.
        <Suspense>
          <FormBody
            form={form}
            id={id}
            speak={speakForm}
            fields={fields}
            components={props.components}
            submitLabel={props.submitLabel}
            challenge={props.challenge}
            before={<FormExchange exchange={props.exchange} speak={speakForm} />}
          >
            {say(children, about)}
          </FormBody>
        </Suspense>
      )}
      <p className="sy-contact-dialog-nudge" role="status">
        {isNudged && speak('kept')}
      </p>
    </DialogFrame>
  );
}

/** With a mouse the first field is ready to be written in; on a phone the keyboard would hide what is asked. */
function firstStop(layer: HTMLElement): HTMLElement {
  if (globalThis.matchMedia?.('(pointer: coarse)').matches) return layer;
  return layer.querySelector<HTMLElement>(firstField) ?? layer;
}

function say<About>(words: ReactNode | ((about: About) => ReactNode), about: About): ReactNode {
  return typeof words === 'function' ? words(about) : words;
}

/** By value: a page writes the payload anew with each render. */
function isSame(one: unknown, other: unknown): boolean {
  try {
    return one === other || JSON.stringify(one) === JSON.stringify(other);
  } catch {
    // A circle has no text.
    return false;
  }
}

/** Told at the try to send. */
function ignore() {}
