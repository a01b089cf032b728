import { CommitmentProvider } from 'smallyes/provider';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { type Page, type Question, steps } from '../page.ts';
import { send } from '../send.ts';

/** A page with forms of these steps. */
export function stepFormPage(all: readonly (readonly Question[])[]): Page {
  const form = defineStepForm({
    steps: Object.fromEntries(
      all.map((fields, nth) => [`step${nth + 1}`, { title: `Step ${nth + 1} of ${all.length}`, fields }]),
    ),
    endings: { sent: { title: 'Thank you.' } },
  });
  return {
    one: (index) => <StepForm key={index} id={`form-${index}`} form={form} onSubmit={send} />,
    wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
  };
}

export const asks: Page = stepFormPage(steps);
