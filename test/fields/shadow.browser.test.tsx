import { ContactDialog } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SubmitResult } from '../../src/internal/submission.ts';
import { mountInShadow } from '../support/shadow-page.tsx';
import { box, Host, problem, send, server } from './form-host.tsx';

const within = (shadow: ShadowRoot) => shadow.activeElement as HTMLElement | null;

describe('in a shadow tree', () => {
  it('a form counts what is typed, offers the address that was meant, and goes to what is wrong', async () => {
    const { sent, options } = server();
    const shadow = mountInShadow(
      <Host
        fields={[
          { type: 'text', name: 'name', required: true },
          { type: 'email', name: 'email', required: true },
          { type: 'long-text', name: 'message', maxLength: 20 },
        ]}
        options={options}
      />,
    );
    await userEvent.fill(box('Message'), 'seventeen letters');
    await expect
      .poll(() => shadow.querySelector('[id$="message-count"]')?.textContent)
      .toBe('3 characters left');
    await userEvent.fill(box('Email'), 'ada@gmial.com');
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: /ada@gmail\.com/ })).toBeVisible();
    await userEvent.click(send());
    await vi.waitFor(() => expect(within(shadow)?.getAttribute('name')).toBe('name'));
    expect(problem('name')).toBeNull();
    expect(shadow.querySelector('[id$="-name-error"]')?.textContent).toBe('Please fill this in.');
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(1);
  });

  it('takes the focus from nobody who has gone to the page around it', async () => {
    let say: (answer: SubmitResult) => void = () => {};
    const { sent, options } = server(new Promise<SubmitResult>((resolve) => (say = resolve)));
    const shadow = mountInShadow(
      <Host fields={[{ type: 'text', name: 'name', required: true }]} options={options} />,
    );
    const other = document.body.appendChild(document.createElement('button'));
    try {
      await userEvent.fill(box('Name'), 'Ada');
      await userEvent.click(send());
      await expect.poll(() => sent.length).toBe(1);
      other.focus();
      say({ status: 'invalid', errors: { name: 'Taken.' } });
      await expect.poll(() => shadow.querySelector('[id$="-name-error"]')?.textContent).toBe('Taken.');
      expect(document.activeElement).toBe(other);
    } finally {
      other.remove();
    }
  });

  it('a poll keeps the reading place at its question when radios give way to results', async () => {
    const shadow = mountInShadow(<Poll id="hurdle" question="Which?" options={['Traffic', 'Trust']} />);
    const radio = page.getByRole('radio', { name: 'Trust' });
    await expect.element(radio).toBeVisible();
    await userEvent.click(radio);
    await expect.element(page.getByText('Thanks for voting.')).toBeVisible();
    await vi.waitFor(() => expect(within(shadow)?.textContent).toBe('Which?'));
  });

  it('a gate leads the focus to what it opened', async () => {
    const shadow = mountInShadow(
      <LeadGate id="gate" get="A guide" href="#guide" onSubmit={() => ({ status: 'ok' })} />,
    );
    await userEvent.fill(page.getByRole('textbox'), 'ada@example.com');
    await userEvent.click(page.getByRole('button', { name: 'Get it now' }));
    await vi.waitFor(() => expect(within(shadow)?.getAttribute('href')).toBe('#guide'));
  });

  it('a form of several steps leads it to each heading', async () => {
    const form = defineStepForm({
      steps: {
        one: { title: 'One', fields: [{ type: 'text', name: 'a', label: 'A', required: true }] },
        two: { title: 'Two', fields: [{ type: 'text', name: 'b', label: 'B' }] },
      },
      endings: { sent: { title: 'Thank you' } },
    });
    const shadow = mountInShadow(<StepForm id="steps" form={form} draft={false} onSubmit={() => {}} />);
    await userEvent.fill(page.getByRole('textbox', { name: 'A' }), 'x');
    await userEvent.click(page.getByRole('button', { name: 'Continue' }));
    await vi.waitFor(() => expect(within(shadow)?.textContent).toBe('Two'));
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await vi.waitFor(() => expect(within(shadow)?.textContent).toBe('Thank you'));
  });

  it('a dialog that stands in it seals the whole page, keeps Tab, and hears Escape', async () => {
    const portal = document.createElement('div');
    const aside = document.body.appendChild(document.createElement('button'));
    aside.textContent = 'Outside';
    try {
      const shadow = mountInShadow(
        <ContactDialog
          id="talk"
          trigger="Contact us"
          title="Talk"
          container={portal}
          fields={[{ type: 'email', name: 'email', required: true }]}
          onSubmit={() => {}}
        />,
        portal,
      );
      await userEvent.click(page.getByRole('button', { name: 'Contact us' }));
      await vi.waitFor(() => expect(within(shadow)?.getAttribute('name')).toBe('email'));
      expect(aside.inert).toBe(true);
      const stops: (string | null | undefined)[] = [];
      for (let press = 0; press < 3; press++) {
        await userEvent.tab();
        stops.push(within(shadow)?.getAttribute('aria-label') ?? within(shadow)?.textContent);
      }
      expect(stops).toEqual(['Send', 'Close', '']);
      expect(within(shadow)?.getAttribute('name')).toBe('email');
      await userEvent.keyboard('{Escape}');
      await vi.waitFor(() => expect(portal.childElementCount).toBe(0), 2_000);
      expect(aside.inert).toBe(false);
      expect(within(shadow)?.textContent).toBe('Contact us');
    } finally {
      aside.remove();
    }
  });
});
