import { render } from '@testing-library/react';
import { Activity, type ReactElement } from 'react';
import { CallbackRequest } from 'smallyes/callback-request';
import { CommentForm } from 'smallyes/comment-form';
import { ContactDialog } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

type Send = (values: object) => { status: 'ok' };
interface Form {
  ask(onSubmit: Send): ReactElement;
  readonly label: string;
  readonly typed?: string;
  readonly button: string;
  begin?(): Promise<unknown>;
}

const email = { type: 'email', name: 'email', label: 'E-mail address', required: true } as const;
const quote = defineStepForm({
  steps: {
    who: { title: 'Who', fields: [{ type: 'text', name: 'name', label: 'Name', required: true }] },
    where: { title: 'Where', fields: [email] },
  },
  endings: { end: { title: 'Done' } },
});

const forms: Record<string, Form> = {
  LeadGate: {
    ask: (send) => <LeadGate id="a" get="The list" href="/list" onSubmit={send} />,
    label: 'E-mail address',
    button: 'Get it now',
  },
  NewsletterForm: {
    ask: (send) => <NewsletterForm id="a" get="A letter a week" onSubmit={send} />,
    label: 'E-mail address',
    button: 'Subscribe',
  },
  CommentForm: {
    ask: (send) => <CommentForm id="a" onSubmit={send} />,
    label: 'Your comment',
    button: 'Post comment',
  },
  ContactDialog: {
    ask: (send) => <ContactDialog id="a" trigger="Talk" title="Talk" fields={[email]} onSubmit={send} />,
    label: 'E-mail address',
    button: 'Send',
    begin: () => userEvent.click(page.getByRole('button', { name: 'Talk' })),
  },
  StepForm: {
    ask: (send) => <StepForm id="a" form={quote} onSubmit={send} />,
    label: 'E-mail address',
    button: 'Send',
    async begin() {
      await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Ada');
      await userEvent.click(page.getByRole('button', { name: 'Continue' }));
    },
  },
  CallbackRequest: {
    ask: (send) => <CallbackRequest id="a" country="DE" onSubmit={send} />,
    label: 'Phone number',
    typed: '030 901820',
    button: 'Call me back',
  },
};

// As a tab of the page that the visitor leaves and comes back to.
it.each(Object.entries(forms))(
  '%s keeps what was typed while it was hidden, and sends it',
  async (_, form) => {
    localStorage.clear();
    const { ask, label, typed = 'ada@example.com', button, begin } = form;
    const recorder = createRecorder();
    const sent: object[] = [];
    const send: Send = (values) => {
      sent.push(values);
      return { status: 'ok' };
    };
    const tree = (mode: 'hidden' | 'visible') => (
      <recorder.Provider>
        <Activity mode={mode}>{ask(send)}</Activity>
        <button type="button" onClick={() => sent.push({ pressed: 'beside' })}>
          Beside
        </button>
      </recorder.Provider>
    );
    const { rerender } = render(tree('visible'));
    await begin?.();
    const field = page.getByRole('textbox', { name: label });
    await userEvent.fill(field, typed);
    rerender(tree('hidden'));
    // Nothing of it stands before the page meanwhile, a dialog neither.
    await userEvent.click(page.getByRole('button', { name: 'Beside' }));
    expect(sent.splice(0)).toEqual([{ pressed: 'beside' }]);
    rerender(tree('visible'));
    await expect.element(field).toHaveValue(typed);
    await userEvent.click(page.getByRole('button', { name: button }));
    await expect.poll(() => sent.length).toBe(1);
    expect(recorder.phases().filter((line) => line.endsWith('abandoned'))).toEqual([]);
    expect(recorder.phases().at(-1)).toMatch(/ committed$/);
  },
);
