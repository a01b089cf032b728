import { CommitmentProvider } from 'smallyes/provider';
import { StepForm } from 'smallyes/step-form';
import { type Page, type Question, steps } from '../page.ts';
import { quoteForm } from '../quote-form.ts';
import { send } from '../send.ts';

/** A page with forms of these steps. */
export function stepFormPage(all: readonly (readonly Question[])[]): Page {
  const form = quoteForm(all);
  return {
    one: (index) => <StepForm key={index} id={`form-${index}`} form={form} onSubmit={send} />,
    wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
  };
}

export const asks: Page = stepFormPage(steps);
