import { cleanup, render } from '@testing-library/react';
import { Calculator, type CalculatorProps } from 'smallyes/calculator';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

beforeEach(() => {
  localStorage.clear();
});

const inputs = [
  { type: 'number', name: 'orders', label: 'Orders', step: 0.01, defaultValue: 2_500 },
  { type: 'range', name: 'fee', label: 'Fee', min: 0, max: 10, step: 0.5, defaultValue: 2 },
] as const;
const base = {
  id: 'fees',
  label: 'What do fees cost you?',
  inputs,
  formula: ({ orders, fee }: { orders: number; fee: number }) => orders * fee,
  result: { label: 'A month' },
} satisfies CalculatorProps<typeof inputs>;

function mount(locale: string, props: object = {}) {
  const recorder = createRecorder({ keepMemory: true });
  const ui = (tag: string) => (
    <recorder.Provider locale={tag}>
      <Calculator {...base} {...props} />
    </recorder.Provider>
  );
  return { recorder, ui, ...render(ui(locale)) };
}
const did = (phase: string): EventLine => `calculator.result ${phase}` as EventLine;
const field = (name: string) => page.getByRole('textbox', { name });
const result = () => expect.poll(() => document.querySelector('.sy-calculator-result dd')?.textContent);
const note = () => localStorage.getItem('smallyes:calculator:fees');

it('a number means the same after the page has changed its language', async () => {
  const { ui, rerender } = mount('en');
  await userEvent.fill(field('Orders'), '1,200.5');
  await result().toBe('2,401');
  rerender(ui('de'));
  await expect.element(field('Orders')).toHaveValue('1.200,5');
  await result().toBe('2.401');
  await userEvent.fill(field('Fee'), '2,5');
  await result().toBe('3.001,25');
  await expect.element(field('Orders')).toHaveValue('1.200,5');
});

it('a number that nobody has touched is written, and read, in the new language', async () => {
  const { ui, rerender } = mount('en');
  await expect.element(field('Orders')).toHaveValue('2,500');
  // Both at once: the second change does not wait for what the first one brings.
  rerender(ui('de'));
  rerender(ui('fr'));
  await expect
    .poll(() => (field('Orders').element() as HTMLInputElement).value.replace(/\s/g, '_'))
    .toBe('2_500');
  rerender(ui('de'));
  await expect.element(field('Orders')).toHaveValue('2.500');
  await userEvent.fill(field('Fee'), '3');
  await result().toBe('7.500');
});

it('what is no number yet stays as it was typed', async () => {
  const { ui, rerender } = mount('en');
  await userEvent.fill(field('Orders'), '1,2,');
  await userEvent.fill(field('Fee'), '2.5');
  rerender(ui('de'));
  await expect.element(field('Fee')).toHaveValue('2,5');
  await expect.element(field('Orders')).toHaveValue('1,2,');
});

it('a draft that was written in one language is read so in another', async () => {
  mount('en');
  await userEvent.fill(field('Orders'), '1,200');
  await expect.poll(note).toContain('1,200');
  cleanup();
  mount('de');
  await expect.element(field('Orders')).toHaveValue('1.200');
  await result().toBe('2.400');
});

it('a result that was taken is no second one in another language', async () => {
  const onSubmit = vi.fn();
  const { recorder, ui, rerender } = mount('en', { onSubmit });
  await userEvent.fill(field('Orders'), '1,200');
  await userEvent.click(page.getByRole('button'));
  rerender(ui('de'));
  await expect.element(field('Orders')).toHaveValue('1.200');
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('That is your result. Change your answers whenever you like.');
  await userEvent.click(page.getByRole('button'));
  expect(onSubmit).toHaveBeenCalledTimes(1);
  expectEvents(recorder, [did('seen'), did('started'), did('committed')]);
});
