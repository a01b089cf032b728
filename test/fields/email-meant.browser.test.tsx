import { render } from '@testing-library/react';
import { Profiler } from 'react';
import type { FieldSpec } from 'smallyes/form';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { meantBy } from '../../src/fields/email-meant.ts';
import type { Form } from '../../src/fields/use-form.ts';
import { findings } from '../support/axe.ts';
import { box, Host, send, server, wait } from './form-host.tsx';

const fields = [
  { type: 'email', name: 'email', required: true },
  { type: 'text', name: 'name' },
] as const satisfies readonly FieldSpec[];
const offer = () => page.getByRole('button', { name: /^Did you mean/ });
const spec = fields[0];

describe('the address that was probably meant', () => {
  it.each([
    ['jana@gmial.com', 'jana@gmail.com'],
    ['jana@gmail.con', 'jana@gmail.com'],
    ['jana@gmail.co', 'jana@gmail.com'],
    ['jana@gmai.com', 'jana@gmail.com'],
    ['Jana.K@Hotmal.Com', 'Jana.K@hotmail.com'],
    ['jana@yahoo.couk', 'jana@yahoo.co.uk'],
    ['jana@yaho.com', 'jana@yahoo.com'],
    ['jana@outlok.com', 'jana@outlook.com'],
    ['jana@freemial.hu', 'jana@freemail.hu'],
    ['jana@northwind.con', 'jana@northwind.com'],
  ])('of %s is %s', (text, meant) => {
    expect(meantBy(spec, text)).toBe(meant);
  });

  it.each([
    'jana@gmail.com',
    'jana@hotmail.fr',
    'jana@hotmail.de',
    'jana@mail.com',
    'jana@ymail.com',
    'jana@email.com',
    'jana@web.de',
    'jana@wep.de',
    'jana@example.co',
    'jana@northwind.example',
    'jana@gmail',
    'jana@',
    '@',
    'jana',
    '',
  ])('of %s is none', (text) => {
    expect(meantBy(spec, text)).toBeUndefined();
  });

  it('of ten thousand letters is none', () => {
    expect(meantBy(spec, `jana@${'a'.repeat(10_000)}.con`)).toBeUndefined();
  });

  it('of a whole book, pasted by mistake, is none either', () => {
    expect(meantBy(spec, `jana@${'a'.repeat(20_000_000)}.con`)).toBeUndefined();
  });

  it('is one of those that are taken, and none where the page wants none', () => {
    const work: FieldSpec = { type: 'email', name: 'email', allowDomains: ['northwind.example'] };
    expect(meantBy(work, 'jana@nortwhind.example')).toBe('jana@northwind.example');
    expect(meantBy(work, 'jana@gmial.com')).toBeUndefined();
    expect(meantBy({ ...spec, denyDomains: ['gmail.com'] }, 'jana@gmial.com')).toBeUndefined();
    expect(meantBy({ ...spec, suggest: false }, 'jana@gmial.com')).toBeUndefined();
    expect(meantBy({ type: 'text', name: 'email' }, 'jana@gmial.com')).toBeUndefined();
  });
});

describe('a field with an address that looks like a slip', () => {
  it('offers the other one when it is left, and takes it by keyboard', async () => {
    let form: Form | undefined;
    let commits = 0;
    const { sent, options } = server();
    const { container } = render(
      <Profiler id="form" onRender={() => commits++}>
        <Host fields={fields} options={options} onForm={(one) => (form = one)} />
      </Profiler>,
    );
    await form?.ready();
    await userEvent.click(box('Email'));
    await userEvent.keyboard('jana@gmial.co');
    await wait(30);
    expect(offer().query()).toBeNull();
    await userEvent.keyboard('m');
    const before = commits;
    await userEvent.tab();
    await expect.element(offer()).toHaveTextContent('Did you mean jana@gmail.com?');
    expect(commits).toBe(before);
    expect(offer().element().closest('[aria-live=polite]')).not.toBeNull();
    expect(offer().element().getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    expect(await findings(container)).toEqual([]);
    await userEvent.tab({ shift: true });
    await expect.element(offer()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(box('Email')).toHaveValue('jana@gmail.com');
    await expect.element(box('Email')).toHaveFocus();
    expect(offer().query()).toBeNull();
    expect(sent).toHaveLength(0);
    await userEvent.click(send());
    await expect.poll(() => sent.map(({ values }) => values['email'])).toEqual(['jana@gmail.com']);
  });

  it('is sent as it stands by a press that the offer does not push away, and refuses nobody', async () => {
    const { sent, options } = server();
    let form: Form | undefined;
    render(<Host fields={fields} options={options} onForm={(one) => (form = one)} />);
    await form?.ready();
    await userEvent.fill(box('Email'), 'jana@gmial.com');
    await userEvent.click(send());
    await expect.poll(() => sent.map(({ values }) => values['email'])).toEqual(['jana@gmial.com']);
  });

  it('takes its offer back when the visitor goes on typing, and when the form begins anew', async () => {
    let form: Form | undefined;
    render(<Host fields={fields} options={server().options} onForm={(one) => (form = one)} />);
    await form?.ready();
    await userEvent.click(box('Email'));
    await userEvent.keyboard('jana@gmial.com');
    await userEvent.tab();
    await expect.element(offer()).toBeVisible();
    await userEvent.click(box('Email'));
    await userEvent.keyboard('{End}x');
    expect(offer().query()).toBeNull();
    await userEvent.keyboard('{Backspace}');
    await userEvent.tab();
    await expect.element(offer()).toBeVisible();
    form?.reset();
    await expect.element(offer()).not.toBeInTheDocument();
  });
});
