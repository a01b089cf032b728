import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import type { FieldSpec } from 'smallyes/form';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Form } from '../../src/fields/use-form.ts';
import { trapName } from '../../src/form/form-names.ts';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { alert, box, Host, problem, send, server, wait } from './form-host.tsx';

const fields = [
  { type: 'text', name: 'name', required: true },
  { type: 'email', name: 'email', required: true, trackable: true },
] as const satisfies readonly FieldSpec[];

const fillIn = async () => {
  await userEvent.fill(box('Name'), 'Ada');
  await userEvent.fill(box('Email'), 'ada@example.com');
};

describe('a form that is sent', () => {
  it.each([false, true])('goes once, however often Enter is pressed (StrictMode %s)', async (strict) => {
    let answer: (() => void) | undefined;
    const { sent, ends, options } = server(new Promise<void>((resolve) => (answer = resolve)));
    const host = <Host fields={fields} options={options} />;
    const { container } = render(strict ? <StrictMode>{host}</StrictMode> : host);
    await fillIn();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(page.getByRole('button', { name: 'Sending …' })).toHaveAttribute('aria-disabled');
    expect(document.activeElement).toBe(box('Email').element());
    expect(await findings(container)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await userEvent.click(page.getByRole('button', { name: 'Sending …' }), { force: true });
    // Not even a new mistake may interrupt what is under way.
    await userEvent.fill(box('Name'), '');
    await userEvent.click(page.getByRole('button', { name: 'Sending …' }), { force: true });
    await wait(50);
    await expect.element(page.getByRole('button', { name: 'Sending …' })).toBeVisible();
    answer?.();
    await expect.poll(() => ends.length).toBe(1);
    await userEvent.click(send());
    await wait(50);
    expect(sent).toHaveLength(1);
    expect(ends[0]).toEqual({
      end: { status: 'ok' },
      sent: {
        values: { name: 'Ada', email: 'ada@example.com' },
        data: { fields: ['name', 'email'], answers: { email: 'ada@example.com' } },
      },
    });
  });

  it('says in events nothing of what was left out, also where it may', async () => {
    const { ends, options } = server();
    const asked = [
      { type: 'text', name: 'note' },
      { type: 'choice', name: 'size', options: ['S', 'L'] },
      { type: 'choices', name: 'colours', options: ['Red', 'Blue'] },
      { type: 'consent', name: 'news', label: 'News' },
    ] as const satisfies readonly FieldSpec[];
    render(<Host fields={asked.map((spec) => ({ ...spec, trackable: true }))} options={options} />);
    await userEvent.click(page.getByRole('radio', { name: 'L' }));
    await userEvent.click(send());
    await expect.poll(() => ends[0]?.sent.data).toEqual({ fields: ['size'], answers: { size: 'L' } });
  });

  it('goes once on a double click, also when it is refused between the two', async () => {
    expectConsole('warn', 'SY-401');
    const { sent, options } = server(new Error('refused'), new Error('refused'));
    render(<Host fields={fields} options={options} />);
    await fillIn();
    const button = send().element();
    await userEvent.click(button);
    await expect.poll(alert).toMatch('This was not sent.');
    expect(sent).toHaveLength(1);
    // The second click of the same double one, as browsers count it.
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
    await wait(50);
    expect(sent).toHaveLength(1);
    await userEvent.click(button);
    await expect.poll(() => sent.length).toBe(2);
  });

  it('keeps everything after a failure, and tries again under the same key until the values change', async () => {
    expectConsole('warn', 'SY-401');
    const { sent, options } = server(new Error('offline'), new Error('offline'), new Error('offline'));
    const { container } = render(<Host fields={fields} options={options} />);
    await fillIn();
    await userEvent.click(send());
    await expect.poll(alert).toBe('This was not sent. What you wrote is still here: please try again.');
    expect(await findings(container)).toEqual([]);
    const retry = page.getByRole('button', { name: 'Try again' });
    await userEvent.click(retry);
    await expect.poll(() => sent.length).toBe(2);
    await userEvent.fill(box('Name'), 'Ada L');
    await userEvent.click(retry);
    await expect.poll(() => sent.length).toBe(3);
    const keys = sent.map(({ context }) => context.idempotencyKey);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(sent[2]?.values).toEqual({ name: 'Ada L', email: 'ada@example.com' });
  });

  it('shows the words of the server', async () => {
    const { options } = server({ status: 'failed', message: 'We are closed for a minute.' });
    render(<Host fields={fields} options={options} />);
    await fillIn();
    await userEvent.click(send());
    await expect.poll(alert).toBe('We are closed for a minute.');
  });

  it('gives up on a server that hangs, and tells it by the signal', async () => {
    expectConsole('warn', 'SY-401');
    const { sent, options } = server(new Promise<void>(() => {}));
    render(<Host fields={fields} options={{ ...options, timeout: 1_000 }} />);
    await fillIn();
    await userEvent.click(send());
    await expect.element(page.getByRole('button', { name: 'Sending …' })).toBeVisible();
    await expect.poll(alert).toMatch(/^This was not sent/);
    expect(sent[0]?.context.signal.aborted).toBe(true);
    await expect.element(box('Name')).toHaveValue('Ada');
  });

  it('takes a filled trap and the pace as signals, and sends all the same', async () => {
    const { sent, options } = server();
    render(<Host fields={fields} options={options} />);
    document.querySelector<HTMLInputElement>(`[name=${trapName}]`)!.value = 'https://spam.example';
    await fillIn();
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(1);
    const { signals, formData, consents } = sent[0]!.context;
    expect(signals.isTrapFilled).toBe(true);
    expect(signals.elapsed).toBeGreaterThan(0);
    expect(formData.get('sy-ask')).toBe('talk');
    expect(formData.get('email')).toBe('ada@example.com');
    expect(consents).toEqual([]);
    await expect.element(page.getByRole('textbox', { name: trapName })).not.toBeInTheDocument();
  });

  it('records a consent with the words that stood there', async () => {
    const { sent, options } = server();
    const terms: FieldSpec = {
      type: 'consent',
      name: 'terms',
      label: 'I have read the privacy notice.',
      link: { label: 'Read it', href: '/privacy' },
      required: true,
    };
    const news: FieldSpec = { type: 'consent', name: 'news', label: 'Send me a tip a week.' };
    render(<Host fields={[terms, news]} options={options} />);
    const link = page.getByRole('link', { name: 'Read it' }).element() as HTMLAnchorElement;
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
    for (const box of document.querySelectorAll<HTMLInputElement>('[type=checkbox]'))
      expect(box.checked).toBe(false);
    await userEvent.click(page.getByRole('checkbox', { name: /privacy/ }));
    await userEvent.click(send());
    await expect
      .poll(() => sent[0]?.context.consents)
      .toEqual([
        { name: 'terms', given: true, wording: 'I have read the privacy notice. Read it' },
        { name: 'news', given: false, wording: 'Send me a tip a week.' },
      ]);
    expect(sent[0]?.values).toEqual({ terms: true, news: false });
  });

  it('leaves out a link that could run code', async () => {
    expectConsole('warn', 'SY-110');
    const bad: FieldSpec = {
      type: 'consent',
      name: 'terms',
      label: 'Fine',
      link: { label: 'Read', href: 'java\nscript:alert(1)' },
    };
    render(<Host fields={[bad]} />);
    expect(document.querySelector('form a')).toBeNull();
  });

  it('posts natively to its address, once, when there is no onSubmit', async () => {
    const posts: string[] = [];
    const onLeave = vi.fn();
    const listen = (event: SubmitEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      posts.push(new URLSearchParams(new FormData(event.target as HTMLFormElement) as never).toString());
    };
    document.addEventListener('submit', listen);
    try {
      render(<Host fields={fields} options={{ action: '/talk', onLeave }} />);
      await userEvent.click(send());
      await expect.poll(() => problem('name')).toBe('Please fill this in.');
      await fillIn();
      await userEvent.keyboard('{Enter}{Enter}');
      await expect.poll(() => posts.length).toBe(1);
      await wait(50);
      expect(posts).toEqual([`sy-ask=talk&${trapName}=&name=Ada&email=ada%40example.com`]);
      expect(onLeave).toHaveBeenCalledTimes(1);
    } finally {
      document.removeEventListener('submit', listen);
    }
  });

  it('begins anew when it is reset', async () => {
    const { sent, options } = server();
    render(
      <Host fields={fields} options={options} body={{ actions: <button type="reset">Again</button> }} />,
    );
    await userEvent.fill(box('Email'), 'wrong');
    await userEvent.click(send());
    await expect.poll(alert).not.toBe('');
    await userEvent.click(page.getByRole('button', { name: 'Again' }));
    await expect.poll(alert).toBe('');
    expect(problem('email')).toBe('');
    await expect.element(box('Email')).toHaveValue('');
    await fillIn();
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toEqual({ name: 'Ada', email: 'ada@example.com' });
  });

  it('says nothing of a field that was left just before it was reset', async () => {
    const email = { type: 'email', name: 'email', defaultValue: 'ada@' } as const;
    let form: Form | undefined;
    render(<Host fields={[email]} options={server().options} onForm={(one) => (form = one)} />);
    await form?.ready();
    const input = box('Email').element() as HTMLInputElement;
    input.focus();
    input.blur();
    form?.reset();
    await wait(50);
    expect(problem('email')).toBe('');
  });

  it('takes a megabyte that is pasted, and says that it is too much', async () => {
    const { sent, options } = server();
    render(
      <Host
        fields={[{ type: 'long-text', name: 'message', maxLength: 500, required: true }]}
        options={options}
      />,
    );
    const area = box('Message').element() as HTMLTextAreaElement;
    area.focus();
    await wait(50);
    const started = performance.now();
    area.value = 'x'.repeat(1_000_000);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(performance.now() - started).toBeLessThan(200);
    await userEvent.click(send());
    await expect.poll(() => problem('message')).toMatch(/500 characters; it has 1,000,000/);
    expect(sent).toEqual([]);
    expect(area.value).toHaveLength(1_000_000);
  });
});
