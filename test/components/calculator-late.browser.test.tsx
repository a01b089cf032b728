import { render } from '@testing-library/react';
import { Calculator } from 'smallyes/calculator';
import { createRecorder } from 'smallyes/testing';
import { expect, it, vi } from 'vitest';

// A file of its own: what reads numbers comes once in a page.
it('a visitor who is faster than the part that reads numbers loses nothing', async () => {
  const recorder = createRecorder();
  const { container } = render(
    <recorder.Provider>
      <Calculator
        id="fast"
        label="How much?"
        inputs={[{ type: 'number', name: 'orders', label: 'Orders', defaultValue: 400 }]}
        formula={({ orders }) => orders * 2}
        track
      />
    </recorder.Provider>,
  );
  container.querySelector<HTMLInputElement>('[name=orders]')!.value = '1,000';
  container.querySelector('form')!.requestSubmit();
  expect(recorder.commitments).toEqual([]);
  await vi.waitFor(() => expect(recorder.commitments.map(({ data }) => data)).toEqual([{ result: 2000 }]));
  expect(container.querySelector('dd')!.textContent).toBe('2,000');
});
