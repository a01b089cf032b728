import { StrictMode } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import type { FieldSpec } from 'smallyes/form';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Form } from '../../src/fields/use-form.ts';
import { box, Host, type HostProps, send, server, wait } from './form-host.tsx';

const fields = [
  { type: 'text', name: 'name', required: true },
  { type: 'email', name: 'email' },
  { type: 'long-text', name: 'message' },
  { type: 'number', name: 'size', min: 0 },
  { type: 'date', name: 'day' },
  { type: 'choice', name: 'when', options: ['Now', 'Soon', 'Later'] },
  { type: 'choice', name: 'plan', as: 'select', options: ['S', 'M', 'L'], defaultValue: 'S' },
  { type: 'choice', name: 'pace', options: ['slow', 'fast'], defaultValue: 'slow' },
  { type: 'choices', name: 'topics', options: ['Ads', 'Shop', 'Mail'], defaultValue: ['Ads'] },
  { type: 'address', name: 'address' },
  { type: 'consent', name: 'news', label: 'Send me tips' },
  { type: 'hidden', name: 'source', defaultValue: 'footer' },
] as const satisfies readonly FieldSpec[];

let root: Root | undefined;
let host: HTMLElement;
const errors: unknown[] = [];

afterEach(() => {
  root?.unmount();
  host.remove();
});

/** The page as a server sends it, not alive yet. */
function serve(props: HostProps) {
  const tree = (
    <StrictMode>
      <Host {...props} />
    </StrictMode>
  );
  host = document.body.appendChild(document.createElement('main'));
  host.innerHTML = renderToString(tree);
  errors.length = 0;
  return {
    hydrate() {
      root = hydrateRoot(host, tree, { onRecoverableError: (error) => errors.push(error) });
    },
  };
}

describe('a form that comes alive under the visitor’s hands', () => {
  it('keeps what was typed, picked and taken back before hydration, and sends it', async () => {
    const { sent, options } = server();
    const page1 = serve({ fields, options });
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.fill(box('Email'), 'ada@example.com');
    await userEvent.fill(box('Message'), 'Hello\nthere');
    await userEvent.fill(page.getByRole('spinbutton'), '12');
    await userEvent.fill(page.getByLabelText(/^Day/), '2026-11-21');
    await userEvent.click(page.getByRole('radio', { name: 'Soon' }));
    await userEvent.selectOptions(page.getByRole('combobox'), 'M');
    await userEvent.click(page.getByRole('radio', { name: 'fast' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'Ads' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'Mail' }));
    await userEvent.fill(box('Street'), 'Main Street 1');
    await userEvent.fill(box('Town or city'), 'Bonn');
    await userEvent.click(page.getByRole('checkbox', { name: 'Send me tips' }));
    page1.hydrate();
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(1);
    expect(errors).toEqual([]);
    expect(sent[0]?.values).toEqual({
      name: 'Ada',
      email: 'ada@example.com',
      message: 'Hello\nthere',
      size: 12,
      day: '2026-11-21',
      when: 'Soon',
      plan: 'M',
      pace: 'fast',
      topics: ['Mail'],
      address: { street: 'Main Street 1', postalCode: '', city: 'Bonn', country: '' },
      news: true,
      source: 'footer',
    });
  });

  it('keeps focus, selection and element when the machine arrives', async () => {
    let form: Form | undefined;
    const served = serve({ fields, options: server().options, onForm: (one) => (form = one) });
    const input = host.querySelector<HTMLInputElement>('[name=name]')!;
    await userEvent.click(box('Name'));
    await userEvent.keyboard('Ada Lovelace');
    input.setSelectionRange(2, 5);
    served.hydrate();
    await expect.poll(() => form).toBeDefined();
    expect(form?.machine()).toBeUndefined();
    await form?.ready();
    await wait(20);
    expect(document.activeElement).toBe(input);
    expect(host.querySelector('[name=name]')).toBe(input);
    expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(['Ada Lovelace', 2, 5]);
    await userEvent.keyboard('X');
    expect(input.value).toBe('AdXovelace');
  });
});
