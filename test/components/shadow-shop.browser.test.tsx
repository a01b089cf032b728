import { AddToCartButton } from 'smallyes/add-to-cart-button';
import { Checkout } from 'smallyes/checkout';
import { OfferFilter } from 'smallyes/offer-filter';
import { Quiz } from 'smallyes/quiz';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountInShadow } from '../support/shadow-page.tsx';
import { button, pick, rope } from './quiz.support.tsx';

it('a quiz leads the focus to each question, and to the result', async () => {
  const shadow = mountInShadow(<Quiz id="rope" quiz={rope} history={false} />);
  await pick('Figure eight');
  await expect.poll(() => shadow.activeElement?.textContent).toBe('Who checks it?');
  await new Promise((resolve) => setTimeout(resolve, 600));
  await pick('Both of us');
  await button('See my result').click();
  await expect.poll(() => shadow.activeElement?.textContent).toMatch(/Ready to lead/);
});

it('a button leads it on from the one that has taken the press back', async () => {
  const shadow = mountInShadow(
    <AddToCartButton id="add" product={{ id: 'x1', name: 'Grinder' }} onSubmit={() => {}} />,
  );
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await vi.waitFor(() => expect(shadow.querySelector('[name=remove]')).not.toBeNull());
  shadow.querySelector<HTMLElement>('[name=remove]')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shadow.querySelector('[name=remove]')).toBeNull();
  expect(shadow.activeElement?.getAttribute('name')).toBe('add');
});

it('a filter leads it on from the one that was left out', async () => {
  const shadow = mountInShadow(
    <OfferFilter
      id="filter"
      url={false}
      facets={[
        { type: 'choice', name: 'size', label: 'Size', options: ['Small', 'Large'] },
        { type: 'choice', name: 'colour', label: 'Colour', options: ['Red', 'Blue'] },
      ]}
      defaultValues={{ size: 'Small', colour: 'Red' }}
      results={() => []}
    />,
  );
  const chips = () => shadow.querySelectorAll<HTMLElement>('.sy-offer-filter-chip');
  await vi.waitFor(() => expect(chips()).toHaveLength(2));
  chips()[0]?.focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(chips()).toHaveLength(1));
  expect(shadow.activeElement).toBe(chips()[0]);
});

it('a checkout does not write an earlier word into the field that has it', async () => {
  const typed = { 'address|city': 'Graz', 'address|street': 'Ring 1' };
  localStorage.setItem('smallyes:draft:checkout|checkout', JSON.stringify({ v: 1, t: Date.now(), typed }));
  const body = (
    <>
      <input aria-label="City" name="city" ref={(field) => field?.focus()} />
      <input aria-label="Street" name="street" />
    </>
  );
  mountInShadow(
    <Checkout id="checkout" steps={[{ id: 'address', title: 'Where to?', body }]} onSubmit={() => {}} />,
  );
  await expect.element(page.getByLabelText('Street')).toHaveValue('Ring 1');
  await expect.element(page.getByLabelText('City')).toHaveValue('');
});
