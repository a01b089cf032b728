import { render } from '@testing-library/react';
import { Calculator } from 'smallyes/calculator';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

/** A network that loses what reads numbers at first, and then brings it when the test says so. */
const network = vi.hoisted(() => ({
  isDown: true,
  arrive: () => {},
  promise: Promise.resolve(),
  begin: () => {},
}));
vi.mock('../../src/internal/late.ts', async (original) => {
  const { late } = await original<typeof import('../../src/internal/late.ts')>();
  return {
    late: (bring: () => Promise<unknown>) => {
      let part: ReturnType<typeof late>;
      network.begin = () => {
        part = late(async () => {
          if (network.isDown) throw new Error('offline');
          await network.promise;
          return bring();
        });
      };
      return { get: () => part.get(), load: (event: unknown) => part.load(event) };
    },
  };
});

beforeEach(() => {
  localStorage.clear();
  network.isDown = true;
  network.promise = new Promise((resolve) => (network.arrive = resolve));
  network.begin();
});

function mount(values?: { orders: number }) {
  const recorder = createRecorder({ keepMemory: true });
  const onSubmit = vi.fn();
  const ui = (values?: { orders: number }) => (
    <recorder.Provider>
      <Calculator
        id="fast"
        label="How much?"
        inputs={[{ type: 'number', name: 'orders', label: 'Orders', defaultValue: 400 }]}
        formula={({ orders }) => orders * 2}
        onSubmit={onSubmit}
        values={values}
        track
      />
    </recorder.Provider>
  );
  const { container, rerender } = render(ui(values));
  const field = container.querySelector<HTMLInputElement>('[name=orders]')!;
  const form = container.querySelector('form')!;
  return { recorder, onSubmit, container, field, form, give: (orders: number) => rerender(ui({ orders })) };
}

it('a visitor who is faster than the part that reads numbers loses nothing, though the network loses that part once', async () => {
  const { recorder, onSubmit, container, field, form } = mount();
  field.value = '1,000';
  form.requestSubmit();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('That did not get through. Your answers are still here: please try again.');
  expect(recorder.commitments).toEqual([]);
  network.isDown = false;
  // Where the focus is already, so that nothing but the press asks.
  form.requestSubmit();
  await expect.element(page.getByText('One moment', { exact: false })).toBeVisible();
  form.requestSubmit();
  network.arrive();
  await vi.waitFor(() => expect(recorder.commitments.map(({ data }) => data)).toEqual([{ result: 2000 }]));
  expect(container.querySelector('dd')!.textContent).toBe('2,000');
  expect(onSubmit).toHaveBeenCalledOnce();
  expect(page.getByRole('alert').elements()).toEqual([]);
});

it('what was typed on an earlier visit comes back, though the network loses that part once', async () => {
  localStorage.setItem('smallyes:calculator:fast', '{"orders":"1,500"}');
  const { field } = mount();
  network.isDown = false;
  network.arrive();
  await userEvent.hover(page.getByText('How much?'));
  await expect.element(field).toHaveValue('1,500');
  await expect.element(page.getByText('3,000')).toBeVisible();
});

it('what the page sets comes into the field, though the network loses that part once', async () => {
  const { field, give } = mount({ orders: 400 });
  give(1_500);
  network.isDown = false;
  network.arrive();
  await userEvent.hover(page.getByText('How much?'));
  await expect.element(field).toHaveValue('1,500');
  await expect.element(page.getByText('3,000')).toBeVisible();
});
