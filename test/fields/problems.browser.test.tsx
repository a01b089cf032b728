import { render } from '@testing-library/react';
import { Profiler, StrictMode } from 'react';
import { EmailField, TextField } from 'smallyes/fields';
import type { FieldSpec } from 'smallyes/form';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as z from 'zod';
import type { Form } from '../../src/fields/use-form.ts';
import { findings } from '../support/axe.ts';
import { alert, box, Host, problem, send, server, wait } from './form-host.tsx';

const fields = [
  { type: 'text', name: 'name', required: true },
  { type: 'email', name: 'email', required: true },
  { type: 'choice', name: 'when', options: ['Now', 'Later'], required: true },
  { type: 'choices', name: 'topics', options: ['Ads', 'Shop', 'Mail'], required: true, max: 2 },
  { type: 'address', name: 'address', required: true, parts: ['street', 'city'] },
  { type: 'consent', name: 'terms', label: 'I agree', required: true },
] as const satisfies readonly FieldSpec[];

const few = fields.slice(0, 2);

describe('problems of fields', () => {
  it('says nothing of an empty field that is left, something of a wrong one, and clears it at the mending key', async () => {
    const { options } = server();
    let form: Form | undefined;
    render(<Host fields={few} options={options} onForm={(one) => (form = one)} />);
    await form?.ready();
    await userEvent.click(box('Name'));
    await userEvent.tab();
    await wait(50);
    expect(problem('name')).toBe('');
    await userEvent.keyboard('ada@');
    expect(problem('email')).toBe('');
    await userEvent.tab();
    await expect.poll(() => problem('email')).toMatch(/^Please write an e-mail address/);
    await expect.element(box('Email')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(box('Email'));
    await userEvent.keyboard('{End}example');
    await wait(20);
    expect(problem('email')).not.toBe('');
    await userEvent.keyboard('.com');
    await expect.poll(() => problem('email')).toBe('');
    await expect.element(box('Email')).not.toHaveAttribute('aria-invalid');
    expect(alert()).toBe('');
  });

  it('says nothing of a group of boxes while the visitor goes from one to the next', async () => {
    const days = { type: 'choices', name: 'days', options: ['Mon', 'Tue', 'Wed'], min: 2 } as const;
    let form: Form | undefined;
    render(<Host fields={[days]} options={server().options} onForm={(one) => (form = one)} />);
    await form?.ready();
    const tick = (name: string) => page.getByRole('checkbox', { name });
    await userEvent.click(tick('Mon'));
    await userEvent.tab();
    await expect.element(tick('Tue')).toHaveFocus();
    await wait(50);
    expect(problem('days')).toBe('');
    await userEvent.tab();
    await userEvent.tab();
    await expect.poll(() => problem('days')).toMatch(/2/);
  });

  it('counts nothing where there is a single field, which says it itself, and keeps the words of the server', async () => {
    const { options } = server({
      status: 'invalid',
      message: 'Please use another one.',
      errors: { email: 'It is full.' },
    });
    let form: Form | undefined;
    const single: readonly FieldSpec[] = [{ type: 'email', name: 'email', required: true }];
    render(<Host fields={single} options={options} onForm={(one) => (form = one)} />);
    await form?.ready();
    await userEvent.click(send());
    await expect.poll(() => problem('email')).toBe('Please fill this in.');
    expect(alert()).toBe('');
    await userEvent.fill(box('Email'), 'ada@example.com');
    await userEvent.click(send());
    await expect.poll(() => problem('email')).toBe('It is full.');
    expect(alert()).toBe('Please use another one.');
  });

  it('ties the problem to its control, before the help', async () => {
    render(
      <Host fields={[{ type: 'text', name: 'name', required: true, description: 'As on your card.' }]} />,
    );
    await userEvent.click(send());
    await expect.poll(() => problem('name')).toBe('Please fill this in.');
    const ids = box('Name').element().getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Please fill this in.',
      'As on your card.',
    ]);
  });

  it('goes to the first wrong field at a try, says how many there are, and counts no more while they are mended', async () => {
    const { sent, options } = server();
    const { container } = render(<Host fields={fields} options={options} />);
    await userEvent.click(box('Name'));
    await userEvent.keyboard('Ada');
    await userEvent.click(send());
    await expect.poll(alert).toBe('6 answers need another look.');
    expect(document.activeElement).toBe(box('Email').element());
    expect(problem('name')).toBe('');
    expect(problem('when')).toBe('Please choose one of these.');
    expect(problem('topics')).toBe('Please choose at least 1.');
    expect(problem('address2estreet')).toBe('Please fill this in.');
    expect(problem('address2ecity')).toBe('Please fill this in.');
    expect(problem('terms')).toBe('Please tick this box to go on.');
    expect(await findings(container)).toEqual([]);
    await userEvent.keyboard('ada@example.com');
    await expect.poll(() => problem('email')).toBe('');
    expect(alert()).toBe('6 answers need another look.');
    await userEvent.click(page.getByRole('radio', { name: 'Later' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'Ads' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'I agree' }));
    await userEvent.fill(box('Street'), 'Main Street 1');
    await userEvent.fill(box('Town'), 'Bonn');
    await expect.poll(alert).toBe('');
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(1);
  });

  it('puts what the server refuses at its field, the rest at the form, and clears it when it is corrected', async () => {
    const { sent, options } = server(
      Promise.resolve({
        status: 'invalid',
        errors: { email: 'Bounced last week.', coupon: 'Too late for this coupon.' },
      }),
      { status: 'ok' },
    );
    render(<Host fields={few} options={options} />);
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.fill(box('Email'), 'ada@example.com');
    await userEvent.click(send());
    await expect.poll(() => problem('email')).toBe('Bounced last week.');
    expect(alert()).toBe('Too late for this coupon.');
    await expect.poll(() => document.activeElement).toBe(box('Email').element());
    await userEvent.keyboard('{End}.au');
    await expect.poll(() => problem('email')).toBe('');
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]?.values).toEqual({ name: 'Ada', email: 'ada@example.com.au' });
  });

  it('renders nothing per key, and only the field concerned for its problem', async () => {
    const commits: Record<string, number> = { name: 0, email: 0, all: 0 };
    const count = (id: string) => void (commits[id] = (commits[id] ?? 0) + 1);
    let form: Form | undefined;
    render(
      <Profiler id="all" onRender={count}>
        <Host options={server().options} onForm={(one) => (form = one)}>
          <Profiler id="name" onRender={count}>
            <TextField name="name" required maxLength={20} />
          </Profiler>
          <Profiler id="email" onRender={count}>
            <EmailField name="email" required />
          </Profiler>
        </Host>
      </Profiler>,
    );
    await userEvent.click(box('Name'));
    await form?.ready();
    await wait(50);
    Object.assign(commits, { name: 0, email: 0, all: 0 });
    await userEvent.keyboard('Ada Lovelace, Countess');
    expect(commits).toEqual({ name: 0, email: 0, all: 0 });
    await userEvent.tab();
    await expect.poll(() => problem('name')).toMatch(/^Please shorten/);
    expect(commits).toEqual({ name: 1, email: 0, all: 1 });
    await userEvent.keyboard('ada');
    await userEvent.tab();
    await expect.poll(() => problem('email')).not.toBe('');
    expect(commits).toEqual({ name: 1, email: 1, all: 2 });
  });

  it('counts what is typed from four fifths on, and speaks at thresholds alone', async () => {
    render(
      <Host>
        <TextField name="name" maxLength={20} />
      </Host>,
    );
    const spoken: string[] = [];
    const status = document.querySelector('.sy-field [role=status]')!;
    new MutationObserver(() => spoken.push(status.textContent ?? '')).observe(status, { childList: true });
    const shown = () => document.querySelector('.sy-field-counter')?.textContent;
    await userEvent.click(box('Name'));
    await userEvent.keyboard('fifteen letters');
    expect(shown()).toBe('');
    await userEvent.keyboard('6');
    expect(shown()).toBe('4 characters left');
    await userEvent.keyboard('78901');
    expect(shown()).toBe('1 character too many');
    await wait(10);
    expect(spoken).toEqual([
      '4 characters left',
      '1 character left',
      '0 characters left',
      '1 character too many',
    ]);
    await userEvent.keyboard('2');
    expect(shown()).toBe('2 characters too many');
    await wait(10);
    expect(spoken).toHaveLength(4);
  });

  it('checks by a schema, with its words and with its own fields', async () => {
    const schema = z.object({
      email: z.email().meta({ title: 'Work e-mail' }),
      code: z.string().refine((code) => code === 'yes', 'Wrong code, sorry.'),
    });
    const { sent, options } = server();
    render(
      <StrictMode>
        <Host schema={schema} options={options}>
          <EmailField name="email" label="Work e-mail" required />
          <TextField name="code" required />
        </Host>
      </StrictMode>,
    );
    await userEvent.fill(box('Work e-mail'), 'nobody');
    await userEvent.fill(box('Code'), 'no');
    await userEvent.click(send());
    await expect.poll(() => problem('code')).toBe('Wrong code, sorry.');
    expect(problem('email')).toMatch(/^Please write an e-mail address/);
    await userEvent.fill(box('Work e-mail'), 'a@b.co');
    await userEvent.fill(box('Code'), 'yes');
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toEqual({ email: 'a@b.co', code: 'yes' });
  });

  it('hears of letters where a number belongs, which a browser hides', async () => {
    const { sent, options } = server();
    render(<Host fields={[{ type: 'number', name: 'size', unit: 'm²' }]} options={options} />);
    await userEvent.click(page.getByRole('spinbutton'));
    await userEvent.keyboard('1e');
    await userEvent.tab();
    await expect.poll(() => problem('size')).toBe('Please write a number.');
    await userEvent.click(send());
    await wait(50);
    expect(sent).toEqual([]);
    await userEvent.click(page.getByRole('spinbutton'));
    await userEvent.keyboard('{End}2');
    await expect.poll(() => problem('size')).toBe('');
  });
});
