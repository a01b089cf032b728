import { defineStepForm } from 'smallyes/step-form';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, field, here, mount, next } from './step-form.support.tsx';

const network = vi.hoisted(() => ({ isThere: false }));

vi.mock('../../src/components/step-form/step-form-driver.ts', async (original) => {
  const real = await original<typeof import('../../src/components/step-form/step-form-driver.ts')>();
  return {
    createStepFormDriver(...[model, machine]: Parameters<typeof real.createStepFormDriver>) {
      if (!network.isThere) throw new Error('offline');
      return real.createStepFormDriver(model, machine);
    },
  };
});

afterEach(() => {
  network.isThere = false;
});

describe('a form of one step whose code cannot be loaded', () => {
  const form = defineStepForm({
    steps: {
      you: { title: 'You', fields: [{ type: 'email', name: 'email', label: 'E-mail', required: true }] },
    },
    endings: { sent: { title: 'Thank you' } },
  });
  const failed = (phases: readonly string[]) => phases.filter((one) => one === 'step-form.submit failed');

  it('has not failed while a field is to be filled in, and fails once for two presses', async () => {
    const { recorder, container } = mount({ form });
    await userEvent.click(button('Send'));
    await expect.element(field('E-mail')).toHaveFocus();
    await expect.element(button('Send')).not.toHaveAttribute('aria-disabled');
    expect(failed(recorder.phases())).toEqual([]);
    await userEvent.fill(field('E-mail'), 'ada@example.com');
    container.querySelector('form')!.requestSubmit();
    container.querySelector('form')!.requestSubmit();
    await expect.element(page.getByText(/^This was not sent/)).toBeVisible();
    expect(failed(recorder.phases())).toHaveLength(1);
    await expect.element(field('E-mail')).toHaveValue('ada@example.com');
  });

  it('is posted by the browser where it has an address', async () => {
    const posts: unknown[] = [];
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
      posts.push([this.getAttribute('action'), new FormData(this).get('email')]);
    });
    const { recorder } = mount({ form, action: '/quote' });
    await userEvent.fill(field('E-mail'), 'ada@example.com');
    await userEvent.click(button('Send'));
    await expect.poll(() => posts).toEqual([['/quote', 'ada@example.com']]);
    expect(failed(recorder.phases())).toEqual([]);
  });
});

describe('a form of several steps whose code cannot be loaded', () => {
  it('does not say that something was not sent, and goes on once the network is back', async () => {
    mount();
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await userEvent.click(button('Continue'));
    await expect.element(page.getByText(/^This could not be checked just now/)).toBeVisible();
    expect(document.body.textContent).not.toContain('This was not sent');
    expect(here()).toBe('service');
    network.isThere = true;
    await next('contact');
    expect(document.body.textContent).not.toContain('This could not be checked');
  });
});
