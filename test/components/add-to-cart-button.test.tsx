// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { AddToCartButton, type CartChange, QuantityStepper } from 'smallyes/add-to-cart-button';
import { createRecorder } from 'smallyes/testing';
import { expect, it } from 'vitest';

it('what one press adds is no more than a visitor may still have', async () => {
  const recorder = createRecorder();
  const changes: CartChange[] = [];
  const price = { amount: 2.5, currency: 'EUR' };
  render(
    <recorder.Provider>
      <AddToCartButton
        id="add-six"
        product={{ id: 'six', name: 'Six bottles', price, quantity: 6 }}
        inCart={6}
        max={10}
        onSubmit={(change) => void changes.push(change)}
      />
    </recorder.Provider>,
  );
  const add = screen.getByRole('button', { name: /^Add to cart/ });
  expect(add.textContent).toContain('4 × €2.50 = €10.00');
  await act(async () => void fireEvent.click(add));
  expect(changes.map(({ quantity }) => quantity)).toEqual([4]);
  expect(recorder.commitments[0]).toMatchObject({ data: { quantity: 4 }, value: { amount: 10 } });
  expect(screen.getByText('You can have 10 of these at most.')).toBeTruthy();
});

it('takes class, handlers and the rest at the root of its quantity, too', () => {
  const heard: string[] = [];
  const { container } = render(
    <QuantityStepper
      className="tight"
      data-row="2"
      style={{ color: 'red' }}
      ref={(root) => void (root && heard.push(root.className))}
      onClick={() => void heard.push('click')}
    />,
  );
  const root = container.querySelector<HTMLElement>('.sy-quantity');
  expect(root?.dataset['row']).toBe('2');
  expect(root?.style.color).toBe('red');
  fireEvent.click(screen.getByRole('button', { name: 'One more' }));
  expect(heard).toEqual(['sy-quantity tight', 'click']);
  expect(container.querySelector('input')?.value).toBe('2');
});
