import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { LeadGate, type LeadGateProps } from 'smallyes/lead-gate';
import type { EventLine, Recorder } from 'smallyes/testing';
import { createRecorder } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/lead-gate.css';
import { page, userEvent } from 'vitest/browser';

/** A line of the recorder. */
export const gate = (phase: string): EventLine => `lead-gate.unlock ${phase}` as EventLine;

/** What a yes with an address says, without what was typed. */
export const sent = { fields: ['email'] };

export const get = 'The 12-point checklist (PDF)';
export const field = () => page.getByRole('textbox', { name: 'E-mail address' });
export const button = () => page.getByRole('button', { name: /^(Get it now|Try again)$/ });
export const link = () => page.getByRole('link', { name: `Open: ${get}` });
export const region = () => page.getByRole('region', { name: `Unlocked: ${get}` });
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Believable props. */
export const basics = {
  id: 'checklist',
  get,
  children: <p>Twelve questions that decide whether a stranger buys.</p>,
  onSubmit: () => ({ status: 'ok', grant: 'g1' }) as const,
  href: (grant) => `#open-${grant}`,
} satisfies LeadGateProps;

/** Types an address and sends it. */
export async function answer(email = 'jana@shop.example') {
  await userEvent.fill(field(), email);
  await userEvent.click(button());
}

/** Mounts one gate under a recorder. */
export function mount(
  props: Partial<LeadGateProps> = {},
  options: { strict?: boolean; recorder?: Recorder } = {},
) {
  const { strict, recorder = createRecorder() } = options;
  const ui = (more: Partial<LeadGateProps> = {}) => {
    const tree = (
      <recorder.Provider>
        <LeadGate {...basics} {...props} {...more} />
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}
