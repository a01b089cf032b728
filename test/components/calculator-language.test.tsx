// @vitest-environment jsdom
import { act, fireEvent, render, waitFor } from '@testing-library/react';
import { Calculator } from 'smallyes/calculator';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';
import { draftOf } from '../../src/components/calculator/calculator-reading.ts';

const inputs = [{ type: 'number', name: 'orders', label: 'Orders', max: 1_000, defaultValue: 900 }] as const;

it('a number that the field does not take means the same in another language, and is not taken there either', () => {
  const read = (note: object, locale: string) => draftOf(JSON.stringify(note), inputs, {}, locale, 'fees');
  expect(read({ orders: '1,200', '': 'en' }, 'de')).toEqual({ orders: '1.200' });
  // Finer than its steps.
  expect(read({ orders: '1.234,5', '': 'de' }, 'en')).toEqual({ orders: '1,234.5' });
  // What is no number stays, and so does what an earlier build of the kit has kept.
  expect(read({ orders: '1,2,', '': 'en' }, 'de')).toEqual({ orders: '1,2,' });
  expect(read({ orders: '900' }, 'de')).toEqual({ orders: '900' });
  expect(read({ orders: '', '': 'en' }, 'de')).toEqual({ orders: '' });
});

it('a calculator that is closed loses nothing when the page changes its language', async () => {
  const recorder = createRecorder();
  const ui = (locale: string, disabled: boolean) => (
    <recorder.Provider locale={locale}>
      <Calculator
        id="closed"
        label="Fees"
        inputs={[{ ...inputs[0], max: 5_000 }]}
        formula={({ orders }) => orders * 2}
        result={{ label: 'A month' }}
        disabled={disabled}
      />
    </recorder.Provider>
  );
  const { container, rerender } = render(ui('en', false));
  const field = container.querySelector<HTMLInputElement>('[name=orders]')!;
  const result = () => container.querySelector('.sy-calculator-result dd')?.textContent;
  fireEvent.change(field, { target: { value: '1,200' } });
  await waitFor(() => expect(result()).toBe('2,400'));
  rerender(ui('en', true));
  await act(async () => rerender(ui('de', true)));
  await waitFor(() => expect(field.value).not.toBe('1,200'));
  expect(field.value).toBe('1.200');
  expect(result()).toBe('2.400');
});
