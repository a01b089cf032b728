import { ContactDialog, LeadGate, Poll, StarRating, StepForm } from 'smallyes/lazy';
import { CommitmentProvider } from 'smallyes/provider';
import { defineStepForm } from 'smallyes/step-form/define';
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
import { send } from '../send.ts';

const form = defineStepForm({
  steps: Object.fromEntries(
    steps.map((fields, nth) => [`step${nth + 1}`, { title: `Step ${nth + 1} of ${steps.length}`, fields }]),
  ),
  endings: { sent: { title: 'Thank you.' } },
});

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
