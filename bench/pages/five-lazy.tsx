import { ContactDialog, LeadGate, Poll, StarRating, StepForm } from 'smallyes/lazy';
import { CommitmentProvider } from 'smallyes/provider';
import {
  contactFields,
  get,
  href,
  label,
  options,
  type Page,
  question,
  steps,
  taste,
  trigger,
} from '../page.ts';
import { quoteForm } from '../quote-form.ts';
import { send } from '../send.ts';

const form = quoteForm(steps);

export const asks: Page = {
  one: (index) => (
    <div key={index}>
      <Poll id={`poll-${index}`} question={question} options={options} />
      <StarRating id={`rating-${index}`} label={label} />
      <ContactDialog
        id={`dialog-${index}`}
        trigger={trigger}
        title={trigger}
        fields={contactFields}
        onSubmit={send}
      />
      <LeadGate id={`gate-${index}`} get={get} href={href} onSubmit={send}>
        <p>{taste}</p>
      </LeadGate>
      <StepForm id={`form-${index}`} form={form} onSubmit={send} />
    </div>
  ),
  wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
};
