import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { defineStepForm, StepForm, type StepFormProps } from 'smallyes/step-form';
import { createRecorder, type EventLine } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/step-form.css';
import { beforeEach } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  // No test goes on from the step of the one before.
  history.replaceState(null, '');
});

/** Two questions and a review. */
export const short = defineStepForm({
  steps: {
    service: {
      title: 'What do you need?',
      fields: [
        {
          type: 'choice',
          name: 'service',
          options: ['Audit', 'Build'],
          required: true,
          trackable: true,
        },
      ],
      next: [{ when: { service: 'Build' }, to: 'budget' }, { to: 'contact' }],
    },
    budget: {
      title: 'What have you set aside?',
      fields: [{ type: 'number', name: 'budget', required: true, min: 1 }],
    },
    contact: {
      title: 'Where can we answer you about {service|it}?',
      fields: [
        { type: 'text', name: 'name', label: 'Name', required: true },
        { type: 'email', name: 'email', label: 'E-mail', required: true },
      ],
    },
    review: { review: true },
  },
  endings: { sent: { title: 'Thank you, {name}', text: 'We answer today.' } },
});

/** A line of the recorder. */
export const step = (phase: string): EventLine => `step-form.step ${phase}` as EventLine;
export const submit = (phase: string): EventLine => `step-form.submit ${phase}` as EventLine;

export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const heading = (name: string) => page.getByRole('heading', { name });
export const field = (name: string) => page.getByLabelText(name, { exact: true });
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
export const focused = () => document.activeElement?.textContent;
export const root = () => document.querySelector<HTMLElement>('.sy-step-form')!;
/** Id of the step on the screen. */
export const here = () => root().dataset['ending'] ?? root().dataset['step'];

/** What is on the screen until something holds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries++) await wait(20);
  if (!holds()) throw new Error(`it did not come, at ${here()}: ${root().innerText}`);
}

export const toStep = (id: string) => until(() => here() === id);

export async function next(id: string): Promise<void> {
  await userEvent.click(button('Continue'));
  await toStep(id);
}

/** The shortest way to the review. */
export async function toReview(): Promise<void> {
  await userEvent.click(page.getByText('Audit', { exact: true }));
  await next('contact');
  await userEvent.fill(field('Name'), 'Ada');
  await userEvent.fill(field('E-mail'), 'ada@example.com');
  await next('review');
}

/** The whole yes. */
export async function sendAll(): Promise<void> {
  await toReview();
  await userEvent.click(button('Send'));
  await toStep('sent');
}

// A form that has gone still writes its draft: the next one has a name of its own.
let mounted = 0;

/** Mounts one form under a recorder. */
export function mount(props: object = {}, strict = false) {
  const recorder = createRecorder();
  const id = `quote-${++mounted}`;
  // Who gives an address has no need of another taker.
  const taker = 'action' in props ? {} : { onSubmit: () => undefined };
  const tree = (more: object = {}) => {
    const all = { id, form: short, ...taker, ...props, ...more } as StepFormProps;
    const ui = (
      <recorder.Provider>
        <StepForm {...all} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{ui}</StrictMode> : ui;
  };
  return { id, recorder, tree, ...render(tree()) };
}
