import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { NewsletterForm, type NewsletterFormProps } from 'smallyes/newsletter-form';
import type { EventLine, Recorder } from 'smallyes/testing';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/newsletter-form.css';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

/** A line of the recorder. */
export const letter = (phase: string): EventLine => `newsletter-form.subscribe ${phase}` as EventLine;

/** What a yes with an address says, without what was typed. */
export const sent = { fields: ['email'] };

/** The whole yes. */
export const committed = [letter('seen'), letter('started'), [letter('committed'), sent]] as const;

export const key = 'smallyes:newsletter-form:letter';
export const get = 'One idea for small shops, every Tuesday';
export const field = () => page.getByRole('textbox', { name: 'E-mail address' });
export const button = () => page.getByRole('button', { name: /^(Subscribe|Try again)$/ });
export const status = () => page.getByRole('status').first();
/** Waits until the sign-up says these words. */
export const says = (words: RegExp) =>
  expect.element(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible();
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Believable props. */
export const basics = {
  id: 'letter',
  get,
  onSubmit: () => ({ status: 'ok' }) as const,
} satisfies NewsletterFormProps;

/** Types an address and sends it. */
export async function answer(email = 'jana@shop.example') {
  await userEvent.fill(field(), email);
  await userEvent.click(button());
}

/** Mounts one sign-up under a recorder. */
export function mount(
  props: Partial<NewsletterFormProps> = {},
  options: { strict?: boolean; recorder?: Recorder } = {},
) {
  const { strict, recorder = createRecorder() } = options;
  const ui = (more: Partial<NewsletterFormProps> = {}) => {
    const tree = (
      <recorder.Provider>
        <NewsletterForm {...basics} {...props} {...more} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}
