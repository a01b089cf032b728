import { render } from '@testing-library/react';
import { ContactDialog } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { CommitmentProvider } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

const quote = defineStepForm({
  steps: {
    shop: { title: 'Your shop', fields: [{ type: 'text', name: 'shop', label: 'Shop', required: true }] },
  },
  endings: { sent: { title: 'Thank you' } },
});

const violations: string[] = [];
const note = ({ violatedDirective, sample }: SecurityPolicyViolationEvent) =>
  void violations.push(`${violatedDirective} ${sample}`);

beforeAll(() => {
  document.addEventListener('securitypolicyviolation', note);
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "require-trusted-types-for 'script'; trusted-types 'none'";
  document.head.append(policy);
});
afterAll(() => document.removeEventListener('securitypolicyviolation', note));

it('the policy is in force here, and what breaks it is heard of', async () => {
  expect(() => {
    document.createElement('div').innerHTML = '<b>text</b>';
  }).toThrow(/TrustedHTML|Sink type mismatch/);
  await expect.poll(() => violations).toHaveLength(1);
});

it('the five asks are shown and answered under Trusted Types, with no policy of their own', async () => {
  violations.length = 0;
  const answered: string[] = [];
  render(
    <CommitmentProvider onCommit={({ kind }) => answered.push(kind)}>
      <Poll id="p" question="Which?" options={['Traffic', 'Trust']} results={{ Traffic: 1, Trust: 2 }} />
      <StarRating id="s" label="Was this useful?" />
      <ContactDialog
        id="c"
        trigger="Contact us"
        title="Write to us"
        fields={[{ type: 'text', name: 'note', label: 'Note', required: true }]}
        onSubmit={() => {}}
      />
      <LeadGate id="g" get="Guide" href="#guide" onSubmit={() => ({ status: 'ok', grant: 'g' })} />
      <StepForm id="f" form={quote} onSubmit={() => {}} />
    </CommitmentProvider>,
  );
  await userEvent.click(page.getByRole('radio', { name: 'Trust' }));
  await userEvent.click(page.getByRole('radio', { name: /^5/ }));
  await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'jana@shop.example');
  await userEvent.click(page.getByRole('button', { name: 'Get it now' }));
  await expect.element(page.getByRole('link', { name: 'Open: Guide' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Contact us' }));
  await userEvent.fill(page.getByRole('dialog').getByRole('textbox', { name: 'Note' }), 'Hello');
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Send' }));
  await expect.poll(() => answered.includes('contact-dialog.submit')).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.fill(page.getByRole('textbox', { name: 'Shop' }), 'Janas');
  await userEvent.click(page.getByRole('button', { name: /^(Send|Continue)$/ }));
  await expect.poll(() => answered.filter((kind) => kind.startsWith('step-form')).length).toBeGreaterThan(0);
  expect(new Set(answered)).toEqual(
    new Set([
      'poll.vote',
      'star-rating.rate',
      'lead-gate.unlock',
      'contact-dialog.open',
      'contact-dialog.submit',
      'step-form.step',
      'step-form.submit',
    ]),
  );
  expect(violations).toEqual([]);
});
