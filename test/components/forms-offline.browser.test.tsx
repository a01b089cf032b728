import { render } from '@testing-library/react';
import { AccountForm } from 'smallyes/account-form';
import { CallbackRequest } from 'smallyes/callback-request';
import { CommentForm } from 'smallyes/comment-form';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { ReviewForm } from 'smallyes/review-form';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { standBefore } from '../support/network.ts';

const onSubmit = () => {
  throw new Error('Nothing was to be sent.');
};
const oneStep = defineStepForm({
  steps: { you: { title: 'You', fields: [{ type: 'email', name: 'email', required: true }] } },
  endings: { sent: { title: 'Thank you' } },
});
const asks = [
  ['lead-gate.unlock', <LeadGate key="" id="guide" get="A guide" href="/guide" onSubmit={onSubmit} />],
  ['newsletter-form.subscribe', <NewsletterForm key="" id="letter" get="A letter" onSubmit={onSubmit} />],
  ['account-form.create', <AccountForm key="" id="account" onSubmit={onSubmit} />],
  ['comment-form.post', <CommentForm key="" id="comments" onSubmit={onSubmit} />],
  ['review-form.submit', <ReviewForm key="" id="review" onSubmit={onSubmit} />],
  ['callback-request.request', <CallbackRequest key="" id="call" country="DE" onSubmit={onSubmit} />],
  ['step-form.submit', <StepForm key="" id="quote" form={oneStep} onSubmit={onSubmit} />],
] as const;

describe('a form whose code cannot be had', () => {
  let network: Awaited<ReturnType<typeof standBefore>>;
  beforeAll(async () => {
    network = await standBefore('*form-machine*');
  });
  afterAll(() => network.end());

  it.each(asks)('says so, keeps what was typed, and is counted: %s', async (kind, ask) => {
    const recorder = createRecorder();
    const { container } = render(<recorder.Provider>{ask}</recorder.Provider>);
    const typed = new Map<HTMLInputElement, string>();
    for (const field of container.querySelectorAll<HTMLInputElement>(
      ':is([type=email], [type=tel], [type=password], textarea)[name]',
    )) {
      const words = { email: 'ada@shop.example', tel: '030 901820' }[field.type] ?? 'correct horse battery';
      await userEvent.fill(page.elementLocator(field), words);
      typed.set(field, words);
    }
    container.querySelector<HTMLInputElement>('[name=rating][value="4"]')?.click();
    expect(typed.size).toBeGreaterThan(0);
    await userEvent.click(page.elementLocator(container.querySelector('[type=submit]')!));
    await expect.element(page.getByText(/^This was not sent/)).toBeVisible();
    for (const [field, words] of typed) expect(field.value).toBe(words);
    await expect.poll(() => recorder.phases().at(-1)).toBe(`${kind} failed`);
    expect(recorder.phases().filter((one) => one.endsWith(' failed'))).toHaveLength(1);
    expect(recorder.events.at(-1)?.data).toEqual(kind === 'review-form.submit' ? { value: 4, max: 5 } : {});
  });

  it('has begun with the press, where nothing was typed: the first step of a step form', async () => {
    const recorder = createRecorder();
    const prefill = { email: 'ada@shop.example' };
    render(
      <recorder.Provider>
        <StepForm id="quote" form={oneStep} prefill={prefill} onSubmit={onSubmit} />
      </recorder.Provider>,
    );
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await expect.element(page.getByText(/^This was not sent/)).toBeVisible();
    expect(recorder.phases()).toEqual([
      'step-form.step seen',
      'step-form.step started',
      'step-form.submit failed',
    ]);
  });

  it.each([
    ['none', []],
    ['two', ['Monday, January 15, 10:00 – 11:00 AM', 'Monday, January 15, 11:00 AM – 12:00 PM']],
  ])('leaves a mail with the call that was asked for, %s of the times chosen', async (_, chosen) => {
    const recorder = createRecorder();
    const { container } = render(
      <recorder.Provider>
        <CallbackRequest
          id="call"
          country="DE"
          timeZone="Europe/Berlin"
          now={Date.parse('2046-01-15T07:00:00Z')}
          windows={{ timeZone: 'Europe/Berlin', hours: { 1: [{ from: '10:00', to: '12:00' }] } }}
          fallback={{ label: 'Write to us', href: 'mailto:team@northwind.example' }}
          onSubmit={onSubmit}
        />
      </recorder.Provider>,
    );
    await userEvent.fill(page.getByRole('textbox', { name: 'Phone number' }), '030 901820');
    await expect.element(page.getByRole('checkbox').first()).toBeVisible();
    for (const name of chosen) await userEvent.click(page.getByRole('checkbox', { name }));
    await userEvent.click(page.elementLocator(container.querySelector('[type=submit]')!));
    await expect.element(page.getByText(/^This was not sent/)).toBeVisible();
    await expect.poll(() => recorder.phases().at(-1)).toBe('callback-request.request failed');
    const words = page.getByText(/^You can also reach us this way:/);
    const link = words.getByRole('link', { name: 'Write to us' }).element() as HTMLAnchorElement;
    expect(new URL(link.href).searchParams.get('body')?.split('\r\n\r\n')).toEqual([
      'Phone number: 030 901820',
      ...(chosen.length > 0 ? [`${chosen.join(' or ')} (Europe/Berlin)`] : []),
    ]);
  });
});
