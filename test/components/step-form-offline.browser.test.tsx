import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, here, mount, next } from './step-form.support.tsx';

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
