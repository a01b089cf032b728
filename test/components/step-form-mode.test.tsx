// @vitest-environment jsdom
import { act, fireEvent, render, waitFor } from '@testing-library/react';
import { defineStepForm, StepForm, type StepFormProps } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';

const quote = defineStepForm({
  steps: { contact: { title: 'Who are you?', fields: [{ type: 'text', name: 'name', label: 'Name' }] } },
  endings: { sent: { title: 'Thank you' } },
});
type Props = Omit<StepFormProps<'contact', 'sent', { name?: string }>, 'form'>;

/** A form of one step, in a mode that changes. */
function mount(id: string, onSubmit: Props['onSubmit']) {
  const recorder = createRecorder();
  const ui = (mode: Props['mode']) => (
    <recorder.Provider>
      <StepForm id={id} form={quote} mode={mode} onSubmit={onSubmit} />
    </recorder.Provider>
  );
  const { container, rerender } = render(ui(undefined));
  const root = () => container.querySelector<HTMLElement>('.sy-step-form')!;
  return {
    recorder,
    root,
    turn: (mode: Props['mode']) => rerender(ui(mode)),
    send: () => act(() => void fireEvent.click(root().querySelector('[data-go=on]')!)),
  };
}

it('the mode that is the default anyway changes nothing', () => {
  const { root, turn } = mount('default', () => {});
  const field = root().querySelector<HTMLInputElement>('[name=name]')!;
  turn('steps');
  expect(field.isConnected).toBe(true);
});

it('what was sent stays sent in another mode', async () => {
  const { root, turn, send } = mount('sent', () => {});
  send();
  await waitFor(() => expect(root().dataset['ending']).toBe('sent'), { timeout: 5_000 });
  turn('conversation');
  expect(root().dataset['ending']).toBe('sent');
  expect(root().textContent).toContain('Thank you');
});

it('what is on its way arrives once, and is shown, in another mode', async () => {
  let arrive = () => {};
  let sent = 0;
  const { root, turn, send, recorder } = mount('pending', () => {
    sent++;
    return new Promise<void>((resolve) => {
      arrive = resolve;
    });
  });
  send();
  await waitFor(() => expect(sent).toBe(1), { timeout: 5_000 });
  turn('conversation');
  expect(root().dataset['pending']).toBe('true');
  send();
  await act(async () => arrive());
  await waitFor(() => expect(root().dataset['ending']).toBe('sent'), { timeout: 5_000 });
  expect(sent).toBe(1);
  expect(recorder.phases('pending')).toContain('step-form.submit committed');
});

it('takes a form with other steps in place of the one before', () => {
  const other = defineStepForm({
    steps: { size: { title: 'How large is it?', fields: [{ type: 'text', name: 'size', label: 'Size' }] } },
    endings: { sent: { title: 'Thank you' } },
  });
  const { container, rerender } = render(<StepForm id="other" form={quote} onSubmit={() => {}} />);
  rerender(<StepForm id="other" form={other} onSubmit={() => {}} />);
  expect(container.textContent).toContain('How large is it?');
  expect(container.querySelector('[name=size]')).not.toBeNull();
});

it('takes the same steps in another object for the same form', () => {
  const ui = (form: typeof quote) => <StepForm id="again" form={form} onSubmit={() => {}} />;
  const { container, rerender } = render(ui(quote));
  const field = container.querySelector<HTMLInputElement>('[name=name]')!;
  rerender(ui({ ...quote }));
  expect(field.isConnected).toBe(true);
});

it('shows at once what another definition of the same steps says, and keeps what was typed', async () => {
  const asking = (title: string, label: string, more?: string) =>
    defineStepForm({
      steps: {
        contact: {
          title,
          fields: [
            { type: 'text', name: 'name', label },
            ...(more ? [{ type: 'text', name: more, label: more } as const] : []),
          ],
        },
      },
      endings: { sent: { title: 'Thank you' } },
    });
  const values: unknown[] = [];
  const { Provider } = createRecorder();
  const ui = (form: ReturnType<typeof asking>) => (
    <Provider>
      <StepForm id="edited" form={form} onSubmit={(given) => void values.push(given)} />
    </Provider>
  );
  const { container, rerender } = render(ui(asking('Who are you?', 'Name', 'town')));
  const field = (name: string) => container.querySelector<HTMLInputElement>(`[name=${name}]`);
  const name = field('name')!;
  fireEvent.focus(name);
  fireEvent.input(name, { target: { value: 'Ada' } });
  fireEvent.input(field('town')!, { target: { value: 'Ghent' } });

  rerender(ui(asking('Wer sind Sie?', 'Ihr Name', 'firm')));
  expect(container.querySelector('h2')?.textContent).toBe('Wer sind Sie?');
  expect(field('name')).toBe(name);
  expect(name.labels?.[0]?.textContent).toContain('Ihr Name');
  expect(field('town')).toBeNull();
  fireEvent.input(field('firm')!, { target: { value: 'Acme' } });

  act(() => void fireEvent.click(container.querySelector('[data-go=on]')!));
  await waitFor(() => expect(values).toEqual([{ name: 'Ada', firm: 'Acme' }]), { timeout: 5_000 });
});
