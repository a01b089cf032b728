// @vitest-environment jsdom
import { act, fireEvent, render } from '@testing-library/react';
import { defineStepForm, StepForm, type StepFormElement } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { expect, it, vi } from 'vitest';

const quote = defineStepForm({
  steps: {
    service: { title: 'What do you need?', fields: [{ type: 'text', name: 'service', label: 'Service' }] },
    contact: { title: 'Who are you?', fields: [{ type: 'text', name: 'name', label: 'Name' }] },
  },
  endings: { sent: { title: 'Thank you' } },
});

/** Two forms side by side. */
function mount() {
  const recorder = createRecorder();
  const { unmount, container } = render(
    <recorder.Provider>
      <StepForm id="quote" form={quote} onSubmit={() => {}} />
      <StepForm id="other" form={quote} onSubmit={() => {}} />
    </recorder.Provider>,
  );
  const [one, other] = container.querySelectorAll<StepFormElement>('.sy-step-form');
  return { recorder, unmount, one: one!, other: other! };
}

/** Listeners for the browser's Back and Forward that nobody has taken away. */
function watchListeners() {
  const open = new Set<unknown>();
  const add = window.addEventListener.bind(window);
  const remove = window.removeEventListener.bind(window);
  vi.spyOn(window, 'addEventListener').mockImplementation((...args: Parameters<typeof add>) => {
    if (args[0] === 'popstate') open.add(args[1]);
    add(...args);
  });
  vi.spyOn(window, 'removeEventListener').mockImplementation((...args: Parameters<typeof remove>) => {
    if (args[0] === 'popstate') open.delete(args[1]);
    remove(...args);
  });
  return open;
}

const turnTo = (root: Element) => fireEvent.focus(root.querySelector('form')!);

it('reset while what drives it is on its way is driven once', async () => {
  const listeners = watchListeners();
  const { one, other, unmount } = mount();
  turnTo(one);
  act(() => one.reset());
  turnTo(one);
  turnTo(other);
  await act(() => vi.waitFor(() => expect(listeners.size).toBeGreaterThan(1), 5_000));
  expect(listeners.size).toBe(2);
  unmount();
  expect(listeners.size).toBe(0);
});

it('leaves no listener behind where what drives it comes after it has gone', async () => {
  const listeners = watchListeners();
  const gone = mount();
  turnTo(gone.one);
  gone.unmount();
  const { one, unmount } = mount();
  turnTo(one);
  // Whatever was asked for earlier has come by then.
  await act(() => vi.waitFor(() => expect(listeners.size).toBeGreaterThan(0), 5_000));
  expect(listeners.size).toBe(1);
  unmount();
  expect(listeners.size).toBe(0);
});

it('a press that a reset has taken back goes nowhere', async () => {
  const { one, other, recorder } = mount();
  const press = (root: Element) => act(() => void fireEvent.click(root.querySelector('[data-go=on]')!));
  press(one);
  act(() => one.reset());
  // Whoever was pressed later has arrived by then.
  press(other);
  await act(() => vi.waitFor(() => expect(other.dataset['step']).toBe('contact'), 5_000));
  expect(one.dataset['step']).toBe('service');
  expect(recorder.commitments.map(({ ask }) => ask.id)).toEqual(['other']);
});
