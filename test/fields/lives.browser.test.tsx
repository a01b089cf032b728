import { render } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { type OwnFieldProps, TextField, useField } from 'smallyes/fields';
import type { FieldSpec } from 'smallyes/form';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FormFields } from '../../src/fields/form-field.tsx';
import type { Form } from '../../src/fields/use-form.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { alert, box, Host, memory, problem, send, server, wait } from './form-host.tsx';

const fields = [
  { type: 'text', name: 'name', required: true },
  { type: 'choice', name: 'pace', options: ['slow', 'fast'], defaultValue: 'slow' },
  { type: 'choices', name: 'topics', options: ['Ads', 'Shop'], defaultValue: ['Ads'] },
  { type: 'consent', name: 'terms', label: 'Fine' },
  { type: 'long-text', name: 'message' },
] as const satisfies readonly FieldSpec[];

const enter = async () => {
  await userEvent.fill(box('Name'), 'Ada');
  await userEvent.click(page.getByRole('radio', { name: 'fast' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Ads' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Shop' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Fine' }));
};

describe('what was entered', () => {
  it('comes back as a draft, but for boxes of consent, and is forgotten once it is sent', async () => {
    const draft = memory();
    const { sent, options } = server();
    const first = render(<Host fields={fields} options={{ ...options, draft }} />);
    await enter();
    await expect.poll(() => draft.text).toContain('Ada');
    expect(draft.text).not.toContain('terms');
    first.unmount();
    render(<Host fields={fields} options={{ ...options, draft }} />);
    await expect.element(box('Name')).toHaveValue('Ada');
    await expect.element(page.getByRole('radio', { name: 'fast' })).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: 'Ads' })).not.toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: 'Shop' })).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: 'Fine' })).not.toBeChecked();
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toMatchObject({ name: 'Ada', pace: 'fast', topics: ['Shop'] });
    expect(draft.text).toBe('');
  });

  it('is kept as a draft, too, where it was typed before the code that keeps it was there', async () => {
    const draft = memory();
    let form: Form | undefined;
    render(<Host fields={fields} options={{ draft }} onForm={(one) => (form = one)} />);
    // No focus and no pointer, which would bring the code first.
    const name = box('Name').element() as HTMLInputElement;
    name.value = 'Ada';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(form?.machine()).toBeUndefined();
    await form?.ready();
    await expect.poll(() => draft.text).toContain('Ada');
  });

  it('is no draft where the visitor only came by', async () => {
    const draft = memory();
    let form: Form | undefined;
    render(<Host fields={fields} options={{ draft }} onForm={(one) => (form = one)} />);
    await form?.ready();
    await wait(400);
    expect(draft.text).toBe('');
  });

  it('is never overwritten by an older draft', async () => {
    const note = { v: 1, t: Date.now(), values: { name: 'Old name', message: 'Old words' } };
    const draft = memory(JSON.stringify(note));
    let form: Form | undefined;
    // The draft shows up after the visitor has begun.
    const text = draft.text;
    draft.text = '';
    render(<Host fields={fields} options={{ draft }} onForm={(one) => (form = one)} />);
    (box('Name').element() as HTMLInputElement).value = 'New';
    draft.text = text;
    await form?.ready();
    await expect.element(box('Message')).toHaveValue('Old words');
    await expect.element(box('Name')).toHaveValue('New');
  });

  it.each(['{', '[]', '{"v":1}', '{"v":2,"t":1,"values":{}}', '{"v":1,"t":0,"values":{"name":"Old"}}'])(
    'is not spoilt by a broken or outdated draft: %s',
    async (text) => {
      let form: Form | undefined;
      render(<Host fields={fields} options={{ draft: memory(text) }} onForm={(one) => (form = one)} />);
      await form?.ready();
      await expect.element(box('Name')).toHaveValue('');
      await expect.element(page.getByRole('radio', { name: 'slow' })).toBeChecked();
    },
  );

  it.each([false, true])(
    'stays while its fields leave the page and come back (StrictMode %s)',
    async (strict) => {
      const { sent, options } = server();
      function Steps() {
        const [step, setStep] = useState(1);
        return (
          <Host
            options={{ ...options, groups: () => [{ specs: fields }], fields: () => fields }}
            body={{
              actions: (
                <button type="button" onClick={() => setStep(3 - step)}>
                  Other step
                </button>
              ),
            }}
          >
            {step === 1 ? (
              <FormFields fields={fields.slice(0, 4)} />
            ) : (
              <FormFields fields={fields.slice(4)} />
            )}
          </Host>
        );
      }
      render(
        strict ? (
          <StrictMode>
            <Steps />
          </StrictMode>
        ) : (
          <Steps />
        ),
      );
      await enter();
      const other = page.getByRole('button', { name: 'Other step' });
      await userEvent.click(other);
      await userEvent.fill(box('Message'), 'Second page');
      await userEvent.click(other);
      await expect.element(box('Name')).toHaveValue('Ada');
      await expect.element(page.getByRole('radio', { name: 'fast' })).toBeChecked();
      await expect.element(page.getByRole('checkbox', { name: 'Ads' })).not.toBeChecked();
      await expect.element(page.getByRole('checkbox', { name: 'Shop' })).toBeChecked();
      await expect.element(page.getByRole('checkbox', { name: 'Fine' })).toBeChecked();
      await userEvent.click(send());
      await expect
        .poll(() => sent[0]?.values)
        .toEqual({
          name: 'Ada',
          pace: 'fast',
          topics: ['Shop'],
          terms: true,
          message: 'Second page',
        });
    },
  );
});

describe('files', () => {
  it('are listed with their sizes, checked, and can be taken back one by one', async () => {
    const { sent, options } = server();
    const spec: FieldSpec = {
      type: 'file',
      name: 'plan',
      multiple: true,
      accept: '.pdf',
      maxSize: 100_000,
      required: true,
    };
    const { container } = render(<Host fields={[spec]} options={options} />);
    const input = page.getByLabelText('Plan');
    await userEvent.upload(input, [
      new File(['x'.repeat(48_200)], 'plan.pdf', { type: 'application/pdf' }),
      new File(['x'], 'virus.exe'),
    ]);
    await expect.element(page.getByText('48.2 kB')).toBeVisible();
    expect(await findings(container)).toEqual([]);
    await userEvent.click(send());
    await expect.poll(() => problem('plan')).toBe('“virus.exe” is of a kind that we cannot read.');
    await userEvent.click(page.getByRole('button', { name: 'Remove virus.exe' }));
    await expect.poll(() => problem('plan')).toBe('');
    await expect.element(input).toHaveFocus();
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(1);
    const { plan } = sent[0]!.values as { plan: File[] };
    expect(plan.map(({ name }) => name)).toEqual(['plan.pdf']);
    expect(sent[0]?.context.formData.getAll('plan')).toHaveLength(1);
  });

  it('of 100 MB are refused in words, read by nobody, and what was typed beside them stays', async () => {
    const { sent, options } = server();
    const { container } = render(
      <Host
        fields={[
          { type: 'text', name: 'name' },
          { type: 'file', name: 'film' },
        ]}
        options={options}
      />,
    );
    await userEvent.fill(page.getByLabelText(/^Name/), 'Ada');
    const read = [
      vi.spyOn(Blob.prototype, 'arrayBuffer'),
      vi.spyOn(Blob.prototype, 'stream'),
      vi.spyOn(FileReader.prototype, 'readAsArrayBuffer'),
    ];
    const picked = new DataTransfer();
    picked.items.add(new File([new Uint8Array(100_000_000)], 'film.mov', { type: 'video/quicktime' }));
    const input = container.querySelector<HTMLInputElement>('input[type=file]')!;
    input.files = picked.files;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await userEvent.click(send());
    await expect
      .poll(() => problem('film'))
      .toMatch(/“film\.mov” is too large\. Please choose a file of up to/);
    await expect.element(page.getByLabelText(/^Name/)).toHaveValue('Ada');
    expect(sent).toHaveLength(0);
    for (const one of read) expect(one).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole('button', { name: 'Remove film.mov' }));
    await userEvent.click(send());
    await expect.poll(() => sent.map(({ values }) => values['name'])).toEqual(['Ada']);
  });
});

function Slider({ spec }: OwnFieldProps) {
  const { value, setValue, label, error, errorId, controlProps } = useField<number>(spec);
  return (
    <div>
      <button {...controlProps} type="button" onClick={() => setValue((value ?? 0) + 1)}>
        {`${label}: ${value ?? 'none'}`}
      </button>
      <p id={errorId}>{error}</p>
    </div>
  );
}

describe('a control of one’s own', () => {
  it('is checked, mended, kept as a draft, reset and sent like any other', async () => {
    const draft = memory();
    const { sent, options } = server({ status: 'failed' });
    const started: string[] = [];
    const own: FieldSpec = { type: 'number', name: 'budget', required: true, min: 2 };
    const ui = (
      <Host
        fields={[own]}
        options={{ ...options, draft, onStart: () => void started.push('start') }}
        body={{ components: { budget: Slider }, actions: <button type="reset">Again</button> }}
      />
    );
    const first = render(ui);
    const press = page.getByRole('button', { name: /^Budget/ });
    await userEvent.click(send());
    await expect.poll(() => problem('budget')).toBe('Please fill this in.');
    expect(started).toEqual([]);
    await userEvent.click(press);
    expect(started).toEqual(['start']);
    await expect.poll(() => problem('budget')).toBe('Please write 2 or more.');
    await userEvent.click(press);
    await expect.poll(() => problem('budget')).toBe('');
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toEqual({ budget: 2 });
    await expect.poll(() => draft.text).toContain('"budget":2');
    first.unmount();
    render(ui);
    await expect.element(page.getByRole('button', { name: 'Budget: 2' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Again' }));
    await expect.element(page.getByRole('button', { name: 'Budget: none' })).toBeVisible();
  });
});

describe('fields that cannot be used', () => {
  it('are left out with a message each, and the rest works', async () => {
    const bad = [
      { type: 'text', name: 'a.b' },
      { type: 'text', name: '' },
      { type: 'text', name: '__proto__' },
      { type: 'text', name: 'elements' },
      { type: 'constructor', name: 'odd' },
      { type: 'choice', name: 'empty', options: [] },
      null,
      { type: 'text', name: 'fine' },
      { type: 'email', name: 'fine' },
      { type: 'text', name: 'mein name' },
      { type: 'text', name: '名前' },
    ] as unknown as FieldSpec[];
    for (const part of [
      'a.b',
      'no name',
      '__proto__',
      'elements',
      'constructor',
      '"empty"',
      'undefined',
      'twice',
    ])
      expectConsole('warn', part);
    const { sent, options } = server();
    render(<Host fields={bad} options={options} />);
    expect(page.getByRole('textbox').elements()).toHaveLength(3);
    await userEvent.fill(box('Fine'), 'x');
    await userEvent.fill(box('Mein name'), 'y');
    await userEvent.fill(box('名前'), 'z');
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toEqual({ fine: 'x', 'mein name': 'y', 名前: 'z' });
  });

  it('are told of when two of a form share a name, and of no field that only changes', () => {
    forgetMessages();
    const host = (label: string, name: string) => (
      <Host>
        <TextField name="name" label={label} />
        <TextField name={name} />
      </Host>
    );
    const { rerender } = render(host('One', 'other'));
    rerender(host('Two', 'other'));
    expect(consoleOutput()).toEqual([]);
    expectConsole('warn', 'SY-501');
    rerender(host('Two', 'name'));
  });

  it('work outside any form of the kit as plain controls', async () => {
    const { container } = render(
      <form>
        <TextField name="name" required description="Plain" />
      </form>,
    );
    await userEvent.fill(box('Name'), 'Ada');
    expect(new FormData(container.querySelector('form')!).get('name')).toBe('Ada');
    expect(await findings(container)).toEqual([]);
  });
});

describe('a paragraph between fields', () => {
  it.each([
    ['the form', false],
    ['a grid of fields', true],
  ])('stands no farther from them than they stand from one another, in %s', (_place, isGrid) => {
    const inner = (
      <>
        <TextField name="first" />
        <TextField name="second" />
        <p>We call between nine and five.</p>
        <TextField name="third" />
        <p style={{ marginBlockStart: 7 }}>A page has the last word.</p>
      </>
    );
    const { container } = render(<Host>{isGrid ? <div className="sy-fields">{inner}</div> : inner}</Host>);
    const boxes = [...container.querySelectorAll('.sy-field, p:not([class])')].map((one) =>
      one.getBoundingClientRect(),
    );
    const gaps = boxes.slice(1).map(({ top }, place) => Math.round(top - (boxes[place]?.bottom ?? 0)));
    expect(gaps).toEqual([20, 20, 20, 27]);
  });
});

describe('a form whose machine does not come', () => {
  it('does nothing at a press before it is alive: no data in the address, nothing lost', async () => {
    const { renderToString } = await import('react-dom/server');
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(<Host fields={fields} />);
    const address = location.href;
    try {
      await userEvent.fill(box('Name'), 'Ada');
      await userEvent.click(send());
      await wait(100);
      expect(location.href).toBe(address);
      expect(host.querySelector<HTMLInputElement>('[name=name]')?.value).toBe('Ada');
      expect(host.querySelector('form')?.getAttribute('method')).toBe('dialog');
      expect(host.innerHTML).not.toMatch(/ style=/);
      expect(alert()).toBe('');
    } finally {
      host.remove();
    }
  });
});
