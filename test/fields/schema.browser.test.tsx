import { render } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { fieldsOf, readForm } from 'smallyes/form';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as z from 'zod';
import { box, Host, problem, send, server } from './form-host.tsx';

const schema = z.object({
  stars: z.literal([1, 2, 3]).meta({ title: 'Stars' }),
  days: z.array(z.literal([5, 10])).meta({ title: 'Days' }),
  news: z.stringbool().meta({ title: 'Send me news' }),
  at: z.iso.datetime().meta({ title: 'When' }),
  clock: z.iso.datetime({ local: true }).optional().meta({ title: 'Clock' }),
  home: z.object({ street: z.string().min(2), region: z.string().min(2).optional() }),
});
const fields = fieldsOf(schema);
const control = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;

const enter = async () => {
  await userEvent.click(page.getByRole('radio', { name: '3' }));
  await userEvent.click(page.getByRole('checkbox', { name: '10' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Send me news' }));
  await userEvent.fill(control('at'), '2026-07-01T10:30');
  await userEvent.fill(control('clock'), '2026-07-02T11:00');
  await userEvent.fill(box('Street'), 'Elm 1');
};

const values = {
  stars: 3,
  days: [10],
  news: true,
  clock: '2026-07-02T11:00',
  home: { street: 'Elm 1' },
};

describe('what a schema asks for', () => {
  it('arrives as it wants it', async () => {
    const { sent, options } = server();
    render(<Host fields={fields} schema={schema} options={options} />);
    expect(control('at').type).toBe('datetime-local');
    await enter();
    await userEvent.click(send());
    // The browser of the tests is in UTC.
    await expect.poll(() => sent[0]?.values).toEqual({ ...values, at: '2026-07-01T10:30:00Z' });
  });

  it('arrives at a server by the visitor’s own clock', async () => {
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-330);
    onTestFinished(() => void vi.restoreAllMocks());
    const { sent, options } = server();
    render(<Host fields={fields} schema={schema} options={options} />);
    await enter();
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(1);
    const { formData } = sent[0]!.context;
    expect(formData.get('at')).toBe('2026-07-01T10:30');
    expect(formData.has('clock.offset')).toBe(false);
    await expect(readForm({ schema }, formData)).resolves.toMatchObject({
      ok: true,
      values: { ...values, at: '2026-07-01T05:00:00Z' },
    });
  });

  it('arrives from a page without JavaScript as well', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => host.remove());
    host.innerHTML = renderToStaticMarkup(<Host fields={fields} schema={schema} />);
    await enter();
    const form = host.querySelector('form')!;
    expect(form.checkValidity()).toBe(true);
    await expect(readForm({ schema }, new FormData(form))).resolves.toMatchObject({ ok: true, values });
  });

  it('is told of half a time in words of its own', async () => {
    render(<Host fields={fields} schema={schema} options={server().options} />);
    await userEvent.click(control('at'));
    await userEvent.keyboard('07012026');
    await userEvent.click(send());
    await expect.poll(() => problem('at')).toBe('Please choose a day and a time.');
  });
});
