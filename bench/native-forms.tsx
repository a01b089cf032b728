import { type FormEvent, type InputHTMLAttributes, type JSX, useId, useRef, useState } from 'react';
import type { Track } from './native.tsx';
import type { Question } from './page.ts';

/** Posts a form as a careful developer does it by hand; returns whether the server took it. */
async function post(form: HTMLFormElement): Promise<boolean> {
  try {
    return (await fetch('/send', { method: 'POST', body: new FormData(form) })).ok;
  } catch {
    return false;
  }
}

type Stage = 'rest' | 'sending' | 'sent' | 'failed';

/** Sends once at a time and says how it went; the browser itself has checked what was typed. */
export function useSending(name: string, track: Track) {
  const [stage, setStage] = useState<Stage>('rest');
  const send = async (form: HTMLFormElement) => {
    if (stage === 'sending') return;
    setStage('sending');
    const isTaken = await post(form);
    if (isTaken) track(name, {});
    setStage(isTaken ? 'sent' : 'failed');
  };
  const words = { rest: '', sending: 'Sending …', sent: 'Thank you.', failed: 'Please try again.' }[stage];
  return { stage, words, send };
}

export function Field({
  label,
  ...props
}: { label: string } & InputHTMLAttributes<HTMLInputElement>): JSX.Element {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input id={id} {...props} />
    </p>
  );
}

/** A contact form in the platform's own dialog: the browser holds the focus, closes on Escape, checks the fields. */
export function NativeDialog({
  trigger,
  title,
  track,
}: {
  trigger: string;
  title: string;
  track: Track;
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { stage, words, send } = useSending('contact', track);
  const id = useId();
  return (
    <>
      <button
        type="button"
        onClick={() => {
          dialog.current?.showModal();
          track('open', {});
        }}
      >
        {trigger}
      </button>
      <dialog ref={dialog} aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <form
          method="post"
          hidden={stage === 'sent'}
          onSubmit={(event) => {
            event.preventDefault();
            void send(event.currentTarget);
          }}
        >
          <Field label="Your name" name="name" autoComplete="name" autoFocus />
          <Field label="E-mail" name="email" type="email" autoComplete="email" required />
          <p>
            <label htmlFor={`${id}m`}>What is it about?</label>
            <textarea id={`${id}m`} name="message" rows={4} maxLength={1000} required />
          </p>
          <button type="submit">Send</button>
        </form>
        <p role="status">{words}</p>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  );
}

/** A guide for an e-mail address: a taste, one field, then the link. */
export function NativeGate({
  get,
  taste,
  href,
  track,
}: {
  get: string;
  taste: string;
  href: string;
  track: Track;
}): JSX.Element {
  const { stage, words, send } = useSending('unlock', track);
  return (
    <section>
      <h2>{get}</h2>
      <p>{taste}</p>
      <form
        method="post"
        hidden={stage === 'sent'}
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <Field label="E-mail address" name="email" type="email" autoComplete="email" required />
        <button type="submit">Get it now</button>
      </form>
      <p role="status">{words}</p>
      {stage === 'sent' && <a href={href}>Open: {get}</a>}
    </section>
  );
}

/** A form that shows one step at a time. All are in the page; the browser checks the one on the screen. */
export function NativeSteps({
  steps,
  track,
}: {
  steps: readonly (readonly Question[])[];
  track: Track;
}): JSX.Element {
  const [at, setAt] = useState(0);
  const { stage, words, send } = useSending('quote', track);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const controls = [...(form.querySelectorAll('fieldset')[at]?.elements ?? [])] as HTMLInputElement[];
    if (!controls.every((one) => one.reportValidity())) return;
    track('step', { at });
    if (at < steps.length - 1) setAt(at + 1);
    else void send(form);
  };
  return (
    <form method="post" noValidate onSubmit={onSubmit}>
      {steps.map((questions, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their places
        <fieldset key={nth} hidden={nth !== at}>
          <legend>
            Step {nth + 1} of {steps.length}
          </legend>
          {questions.map(({ type, name, label, required }) => (
            <Field key={name} type={type} name={name} label={label} required={required} />
          ))}
        </fieldset>
      ))}
      <p role="status">{words}</p>
      {stage !== 'sent' && <button type="submit">{at < steps.length - 1 ? 'Continue' : 'Send'}</button>}
      {at > 0 && stage !== 'sent' && (
        <button type="button" onClick={() => setAt(at - 1)}>
          Back
        </button>
      )}
    </form>
  );
}
