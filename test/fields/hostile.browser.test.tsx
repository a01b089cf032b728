import { render } from '@testing-library/react';
import { useState } from 'react';
import type { FieldSpec, FormSchema } from 'smallyes/form';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FormFields } from '../../src/fields/form-field.tsx';
import type { Form } from '../../src/fields/use-form.ts';
import { standBefore } from '../support/network.ts';
import { alert, box, Host, memory, problem, send, server, wait } from './form-host.tsx';

const fields = [
  { type: 'text', name: 'name', required: true },
  { type: 'consent', name: 'news', label: 'Send me tips' },
  { type: 'hidden', name: 'source', defaultValue: 'footer' },
] as const satisfies readonly FieldSpec[];

const input = () => box('Name').element() as HTMLInputElement;

/** A schema that takes its time, such as one that asks a server. */
function slow() {
  let go = () => {};
  const gone = new Promise<void>((resolve) => (go = resolve));
  const calls: unknown[] = [];
  const schema = {
    '~standard': {
      version: 1,
      vendor: 'slow',
      async validate(value: unknown) {
        calls.push(value);
        await gone;
        return { value };
      },
    },
  } as unknown as FormSchema;
  return { schema, calls, go: () => go() };
}

// First: a page asks for the machine once.
describe('a press', () => {
  it('is given up by a reset, or with the form, before the machine is there', async () => {
    const network = await standBefore('*form-machine*');
    try {
      const loose = fields.map((spec) => ({ ...spec, required: false })) as readonly FieldSpec[];
      const servers = [server(), server()] as const;
      const forms: Form[] = [];
      const hosts = servers.map(({ options }) =>
        render(<Host fields={loose} options={options} onForm={(one) => forms.push(one)} />),
      );
      network.hold();
      for (const { container } of hosts) {
        container.querySelector<HTMLInputElement>('[name=name]')!.value = 'Ada';
        container.querySelector('form')?.requestSubmit();
      }
      await expect.poll(() => network.held.length).toBe(1);
      for (const { container } of hosts)
        expect(container.querySelector('[type=submit]')?.textContent).toBe('Sending …');
      forms[0]?.reset();
      hosts[1]?.unmount();
      await network.release();
      await Promise.all(forms.map((form) => form.ready()));
      await wait(50);
      expect(servers.map(({ sent, ends }) => [sent, ends])).toEqual([
        [[], []],
        [[], []],
      ]);
      expect(alert()).toBe('');
    } finally {
      await network.end();
    }
  });
});

describe('what stands in the controls', () => {
  it('is what is sent, also when a password manager tells nobody of it', async () => {
    const { sent, options } = server();
    let form: Form | undefined;
    render(
      <Host
        fields={[...fields, { type: 'choice', name: 'plan', options: ['S', 'M'] }]}
        options={options}
        onForm={(one) => (form = one)}
      />,
    );
    await form?.ready();
    input().value = 'Ada';
    (page.getByRole('checkbox').element() as HTMLInputElement).checked = true;
    (page.getByRole('radio', { name: 'M' }).element() as HTMLInputElement).checked = true;
    await userEvent.click(send());
    await expect
      .poll(() => sent[0]?.values)
      .toEqual({ name: 'Ada', news: true, source: 'footer', plan: 'M' });
  });

  it('of a group of one is its one answer, or none', async () => {
    const { sent, options } = server();
    const one: FieldSpec[] = [{ type: 'choices', name: 'topics', options: ['Ads'] }];
    render(<Host fields={one} options={options} />);
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toEqual({ topics: [] });
    await expect.element(page.getByRole('checkbox')).not.toBeChecked();
  });

  it.each([
    ['half a number', { type: 'number', name: 'size' }, { size: '?' }, undefined],
    [
      'an answer that is no longer offered',
      { type: 'choice', name: 'plan', as: 'select', options: ['S', 'M'] },
      { plan: 'XL' },
      undefined,
    ],
  ] as const)('counts, not what a draft says of it: %s', async (_, spec, values, value) => {
    const { sent, options } = server();
    let form: Form | undefined;
    render(
      <Host
        fields={[spec as FieldSpec]}
        options={{ ...options, draft: memory(JSON.stringify({ v: 1, t: Date.now(), values })) }}
        onForm={(one) => (form = one)}
      />,
    );
    await form?.ready();
    await userEvent.click(send());
    await expect.poll(() => sent[0]?.values).toEqual({ [spec.name]: value });
  });

  it('is listed again when a part of the form comes back', async () => {
    const plan: FieldSpec = { type: 'file', name: 'plan', multiple: true };
    let form: Form | undefined;
    function Steps() {
      const [step, setStep] = useState(1);
      return (
        <Host
          options={{ groups: () => [{ specs: [plan] }], fields: () => [plan] }}
          onForm={(one) => (form = one)}
          body={{
            actions: (
              <button type="button" onClick={() => setStep(3 - step)}>
                Other step
              </button>
            ),
          }}
        >
          {step === 1 && <FormFields fields={[plan]} />}
        </Host>
      );
    }
    render(<Steps />);
    await userEvent.upload(page.getByLabelText(/^Plan/), [new File(['x'.repeat(48_200)], 'plan.pdf')]);
    await expect.element(page.getByText('48.2 kB')).toBeVisible();
    // What holds the files of a part that goes.
    await form?.ready();
    const other = page.getByRole('button', { name: 'Other step' });
    await userEvent.click(other);
    await userEvent.click(other);
    await expect.element(page.getByText('48.2 kB')).toBeVisible();
  });
});

describe('a draft', () => {
  it('holds the last word, too, when the form goes at once', async () => {
    const draft = memory();
    let form: Form | undefined;
    const { unmount } = render(<Host fields={fields} options={{ draft }} onForm={(one) => (form = one)} />);
    await form?.ready();
    await userEvent.fill(box('Name'), 'Ada');
    unmount();
    await wait(400);
    expect(draft.text).toContain('Ada');
  });

  it('says nothing of what the browser cannot read, and leaves it alone', async () => {
    const half: FieldSpec[] = [
      { type: 'number', name: 'size' },
      { type: 'date', name: 'day' },
    ];
    const draft = memory();
    const first = render(<Host fields={[...fields, ...half]} options={{ draft }} />);
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.type(page.getByLabelText(/^Size/), '1e');
    await userEvent.type(page.getByLabelText(/^Day/), '12');
    await wait(400);
    expect(JSON.parse(draft.text).values).toEqual({ name: 'Ada' });
    first.unmount();
    // Half typed before the draft comes back, which is of a whole number and day.
    const note = draft.text.replace('"Ada"', '"Ada","day":"2026-11-21","size":"7"');
    draft.text = '';
    let form: Form | undefined;
    // The pointer and the focus would bring the machine.
    const hold = (event: Event) => event.stopPropagation();
    for (const type of ['pointerover', 'focusin']) window.addEventListener(type, hold, true);
    render(<Host fields={[...fields, ...half]} options={{ draft }} onForm={(one) => (form = one)} />);
    const controls = [/^Size/, /^Day/].map((name) => page.getByLabelText(name).element());
    for (const one of controls as HTMLInputElement[]) {
      one.focus();
      await userEvent.keyboard('1e');
    }
    for (const type of ['pointerover', 'focusin']) window.removeEventListener(type, hold, true);
    expect(form?.machine()).toBeUndefined();
    draft.text = note;
    await form?.ready();
    await expect.element(box('Name')).toHaveValue('Ada');
    for (const one of controls as HTMLInputElement[]) expect(one.validity.badInput).toBe(true);
  });

  it('holds no number of a card, no password and no code', async () => {
    const draft = memory();
    let form: Form | undefined;
    const secret = ['cc-number', 'section-a cc-csc', 'current-password', 'one-time-code'].map(
      (autoComplete, index): FieldSpec => ({ type: 'text', name: `s${index}`, autoComplete }),
    );
    // As a schema says it, without a word on autofill.
    secret.push({ type: 'text', name: 'myPassword', label: 'S4' });
    render(<Host fields={[...fields, ...secret]} options={{ draft }} onForm={(one) => (form = one)} />);
    await form?.ready();
    await userEvent.fill(box('Name'), 'Ada');
    for (const [index] of secret.entries()) await userEvent.fill(box(`S${index}`), 'secret');
    await expect.poll(() => draft.text).toContain('Ada');
    await wait(400);
    expect(draft.text).not.toContain('secret');
  });
});

describe('a try to send', () => {
  it('sends what stood there when it was pressed, and records the consent of that moment', async () => {
    const { sent, ends, options } = server();
    const { schema, calls, go } = slow();
    const tracked = [{ ...fields[0], trackable: true }, ...fields.slice(1)];
    render(<Host fields={tracked} schema={schema} options={options} />);
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.click(page.getByRole('checkbox'));
    await userEvent.click(send());
    await expect.poll(() => calls.length).toBeGreaterThan(0);
    await userEvent.fill(box('Name'), 'Eve');
    await userEvent.click(page.getByRole('checkbox'));
    go();
    await expect.poll(() => sent.length).toBe(1);
    const { values, context } = sent[0]!;
    expect(values).toMatchObject({ name: 'Ada', news: true });
    expect(context.consents).toEqual([{ name: 'news', given: true, wording: 'Send me tips' }]);
    expect(context.formData.get('name')).toBe('Ada');
    expect(ends[0]?.sent.data.answers).toEqual({ name: 'Ada' });
    await expect.element(box('Name')).toHaveValue('Eve');
  });

  it('is given up by a reset that comes before its answer', async () => {
    const { sent, ends, options } = server();
    const { schema, calls, go } = slow();
    let form: Form | undefined;
    render(<Host fields={fields} schema={schema} options={options} onForm={(one) => (form = one)} />);
    await userEvent.fill(box('Name'), 'Ada');
    await userEvent.click(send());
    await expect.poll(() => calls.length).toBeGreaterThan(0);
    form?.reset();
    go();
    await wait(50);
    expect([sent, ends]).toEqual([[], []]);
    await expect.element(box('Name')).toHaveValue('');
    expect(alert()).toBe('');
  });

  it('counts its time from the first touch, not from the coming of the machine', async () => {
    const { sent, options } = server();
    render(<Host fields={fields} options={options} />);
    // By a pointer or the focus the machine would come: this is a slow network.
    input().value = 'Ada';
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await wait(300);
    document.querySelector('form')?.requestSubmit();
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]?.context.signals.elapsed).toBeGreaterThanOrEqual(290);
  });

  it('can be made again after one that a mistake of the page has ended', async () => {
    const { sent, options } = server();
    const broken = { isOn: true };
    const groups = () => {
      if (broken.isOn) throw new Error('oops');
      return [{ specs: fields }];
    };
    render(<Host fields={fields} options={{ ...options, groups, fields: () => fields }} />);
    input().value = 'Ada';
    document.querySelector('form')?.requestSubmit();
    await expect.poll(alert).toMatch(/^This was not sent/);
    broken.isOn = false;
    await userEvent.click(send());
    await expect.poll(() => sent.length).toBe(1);
    await expect.poll(alert).toBe('');
  });
});

describe('a form that the browser takes to its address', () => {
  it.each(['comes back to it', 'answers with a download, and goes on typing'] as const)(
    'can be sent again by a visitor who %s',
    async (how) => {
      let posts = 0;
      const listen = (event: SubmitEvent) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        posts++;
      };
      document.addEventListener('submit', listen);
      try {
        render(<Host fields={fields} options={{ action: '/talk' }} />);
        await userEvent.fill(box('Name'), 'Ada');
        await userEvent.click(send());
        await expect.poll(() => posts).toBe(1);
        await userEvent.click(send());
        await wait(50);
        expect(posts).toBe(1);
        if (how === 'comes back to it')
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        else await userEvent.fill(box('Name'), 'Eve');
        await userEvent.click(send());
        await expect.poll(() => posts).toBe(2);
        expect(problem('name')).toBe('');
      } finally {
        document.removeEventListener('submit', listen);
      }
    },
  );
});
