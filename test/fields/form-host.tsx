import { type JSX, type ReactNode, useState } from 'react';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import type { FieldSpec, FormSchema } from 'smallyes/form';
import { page } from 'vitest/browser';
import { FormBody, type FormBodyProps } from '../../src/fields/form-body.tsx';
import type { FormDraft, FormSent, FormSubmitContext } from '../../src/fields/form-config.ts';
import { useFormSpeaker } from '../../src/fields/form-speaker.ts';
import { type Form, type FormOptions, useForm } from '../../src/fields/use-form.ts';
import type { Settled, SubmitResult } from '../../src/internal/submission.ts';

/** One call of `onSubmit`. */
export interface Sent {
  readonly values: Record<string, unknown>;
  readonly context: FormSubmitContext;
}

/** Props of {@link Host}. */
export interface HostProps {
  readonly fields?: readonly FieldSpec[];
  readonly schema?: FormSchema | undefined;
  readonly options?: Partial<FormOptions>;
  readonly body?: Partial<FormBodyProps>;
  readonly children?: ReactNode;
  /** Gets the form once it is there. */
  readonly onForm?: (form: Form) => void;
}

/** A form as an ask has one, without the ask. */
export function Host({ fields, schema, options, body, children, onForm }: HostProps): JSX.Element {
  const speak = useFormSpeaker();
  const form = useForm({
    name: 'Host "talk"',
    speak,
    schema,
    createKey: () => `key-${++keys}`,
    ask: { attempt: () => ({ id: 'one' }) },
    onSettle() {},
    ...options,
  });
  useState(() => onForm?.(form));
  return (
    <FormBody form={form} id="talk" speak={speak} fields={fields} aria-label="Talk to us" {...body}>
      {children}
    </FormBody>
  );
}

let keys = 0;

/** A server that notes what it gets and answers in turn; the last answer stays. */
export function server(...answers: (SubmitResult | Promise<SubmitResult> | Error)[]) {
  const sent: Sent[] = [];
  const ends: { end: Settled; sent: FormSent }[] = [];
  const options: Partial<FormOptions> = {
    onSubmit(values: never, context: FormSubmitContext) {
      const answer = answers[Math.min(sent.length, answers.length - 1)];
      sent.push({ values, context });
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onSettle: (end, what) => void ends.push({ end, sent: what }),
  };
  return { sent, ends, options };
}

/** A text control by the beginning of its label. */
export const box = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
export const send = () => page.getByRole('button', { name: /^(Send|Try again|Sending …)$/ });
export const alert = () => document.querySelector('[role=alert]')?.textContent ?? '';
/** The problem that is shown at a field, by the end of its id. */
export const problem = (name: string) =>
  document.querySelector(`[id$="-${CSS.escape(name)}-error"]`)?.textContent ?? null;
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A note that outlives the form, with this text to begin with. */
export function memory(text = ''): FormDraft & { text: string } {
  const draft = {
    text,
    maxAge: 60_000,
    key: 'draft:test',
    memory: {
      get: () => draft.text,
      stored: () => null,
      set(_key: string, note: string) {
        draft.text = note;
      },
    },
  };
  return draft;
}
