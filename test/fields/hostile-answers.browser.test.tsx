import { render } from '@testing-library/react';
import { type OwnFieldProps, TextField, useField } from 'smallyes/fields';
import type { FieldSpec } from 'smallyes/form';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as z from 'zod';
import type { SubmitResult } from '../../src/internal/submission.ts';
import { expectConsole } from '../support/console.ts';
import { alert, box, Host, problem, send, server, wait } from './form-host.tsx';

const name: FieldSpec = { type: 'text', name: 'name', required: true };

describe('the answer of a server', () => {
  it('takes the focus from nobody who is elsewhere by then', async () => {
    let say: (answer: SubmitResult) => void = () => {};
    const { options } = server(new Promise<SubmitResult>((resolve) => (say = resolve)));
    render(
      <>
        <Host fields={[name]} options={options} />
        <input aria-label="Search" />
      </>,
    );
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.click(send());
    await userEvent.click(page.getByRole('textbox', { name: 'Search' }));
    say({ status: 'invalid', errors: { name: 'Taken.' } });
    await expect.poll(() => problem('name')).toBe('Taken.');
    await wait(50);
    expect(document.activeElement).toBe(page.getByRole('textbox', { name: 'Search' }).element());
  });

  it('shows all that concerns no field that can be seen', async () => {
    const { options } = server({
      status: 'invalid',
      errors: { source: 'This offer has ended.', quota: 'Too many tries.' },
    });
    render(<Host fields={[name, { type: 'hidden', name: 'source' }]} options={options} />);
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.click(send());
    await expect.poll(alert).toBe('This offer has ended. Too many tries.');
  });

  it.each([
    ['says nothing', { status: 'invalid' }],
    ['says what is no text', { status: 'invalid', errors: { name: 7, quota: { deep: null } } } as never],
  ] satisfies [string, SubmitResult][])('that %s is no silence to the visitor', async (_what, answer) => {
    const { sent, options } = server(answer, { status: 'ok' });
    render(<Host fields={[name]} options={options} />);
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.click(send());
    await expect.poll(alert).toBe('This was not sent. What you wrote is still here: please try again.');
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(2);
  });

  it('of a whole address stands beside that of a line, and goes when the address is mended', async () => {
    const { sent, options } = server(
      { status: 'invalid', errors: { address: 'We do not deliver there.', 'address.city': 'Unknown town.' } },
      { status: 'ok' },
    );
    render(<Host fields={[{ type: 'address', name: 'address' }]} options={options} />);
    await userEvent.fill(box('Town or city'), 'Atlantis');
    await userEvent.click(send());
    await expect.poll(() => problem('address')).toBe('We do not deliver there.');
    expect(problem('address2ecity')).toBe('Unknown town.');
    await userEvent.fill(box('Town or city'), 'Bonn');
    await expect.poll(() => problem('address2ecity')).toBe('');
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(2);
    expect(problem('address')).toBe('');
  });
});

it('hands on what a schema makes of the values as it is, also an object of a class', async () => {
  class Contact {
    readonly name: string;
    constructor(name: string) {
      this.name = name;
    }
    greet() {
      return `Hello ${this.name}`;
    }
  }
  const schema = z.object({ name: z.string() }).transform((values) => new Contact(values.name));
  const { sent, options } = server();
  render(<Host fields={[name]} schema={schema} options={options} />);
  await userEvent.fill(box('Name'), 'Ada');
  await userEvent.click(send());
  await expect.poll(() => (sent[0]?.values as unknown as Contact | undefined)?.greet()).toBe('Hello Ada');
});

it('sends along which button was pressed', async () => {
  const { sent, options } = server();
  render(
    <Host
      fields={[name]}
      options={options}
      body={{
        actions: (
          <button type="submit" name="via" value="phone">
            By phone
          </button>
        ),
      }}
    />,
  );
  await userEvent.fill(box('Name'), 'Ada');
  await userEvent.click(page.getByRole('button', { name: 'By phone' }));
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.context.formData.get('via')).toBe('phone');
});

function Slider({ spec }: OwnFieldProps) {
  const { setValue, label, error, errorId, controlProps } = useField<number>(spec);
  return (
    <>
      <button {...controlProps} type="button" onClick={() => setValue(1)}>
        {label}
      </button>
      <p id={errorId}>{error}</p>
    </>
  );
}

it('goes to a control of one’s own that is wrong', async () => {
  const { options } = server();
  render(
    <Host
      fields={[{ type: 'number', name: 'budget', required: true }]}
      options={options}
      body={{ components: { budget: Slider } }}
    />,
  );
  await userEvent.click(send());
  await expect.poll(() => problem('budget')).toBe('Please fill this in.');
  await expect
    .poll(() => document.activeElement)
    .toBe(page.getByRole('button', { name: /^Budget/ }).element());
});

it('tells the developer of a name that no form can hold, also of a field as an element', () => {
  expectConsole('warn', 'SY-501');
  render(
    <Host>
      <TextField name="user.email" />
    </Host>,
  );
});
